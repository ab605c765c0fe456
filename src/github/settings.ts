import { type Environment, type Fact, known, type RepositorySettings, type Ruleset } from '../domain/github-settings/settings.ts';
import type { GitHub } from './client.ts';
import { asked, askedMaybe, everyPage, PAGE } from './facts.ts';
import { githubFault } from './faults.ts';
import { fewFiles } from './few-files.ts';

type At = { owner: string; repo: string };

/**
 * Reads what an owner has set in a repository. What the token may not read is a fact that is not known.
 * @param fullName OWNER/NAME
 * @param environments names of those that are looked at
 * @throws Fault of the operator where the repository cannot be read at all
 */
export async function readRepositorySettings(
  github: GitHub,
  fullName: string,
  environments: readonly string[],
): Promise<RepositorySettings> {
  const [owner = '', repo = ''] = fullName.split('/');
  const at = { owner, repo };
  const { data: repository } = await github.request('GET /repos/{owner}/{repo}', at).catch((thrown: unknown) => {
    throw githubFault(thrown, `read the repository ${fullName}`);
  });
  const isPublic = !repository.private;
  const files = await readFiles(github, at);
  return {
    fullName: repository.full_name,
    defaultBranch: repository.default_branch,
    isPublic,
    ownedByOrganisation: repository.owner.type === 'Organization',
    environments: Object.fromEntries(await Promise.all(environments.map(async (name) => [name, await readEnvironment(github, at, name)]))),
    actions: await readActions(github, at),
    workflowToken: await asked('what the token of workflows may do', async () => {
      const { data } = await github.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', at);
      return { access: data.default_workflow_permissions, mayOpenPullRequests: data.can_approve_pull_request_reviews };
    }),
    approval: await asked('which workflows wait for approval', async () => {
      const { data } = await github.request('GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval', at);
      return data.approval_policy;
    }),
    secrets: await asked('the names of secrets', () =>
      everyPage(async (page) => {
        const { data } = await github.request('GET /repos/{owner}/{repo}/actions/secrets', { ...at, page, per_page: PAGE });
        return data.secrets.map(({ name }) => name);
      }),
    ),
    organisationSecrets: await asked("the names of the organisation's secrets", () =>
      everyPage(async (page) => {
        const { data } = await github.request('GET /repos/{owner}/{repo}/actions/organization-secrets', { ...at, page, per_page: PAGE });
        return data.secrets.map(({ name }) => name);
      }),
    ),
    rulesets: await asked('the rulesets', () => readRulesets(github, at)),
    workflows: known(files.workflows),
    policy: known(files.policy),
    runners: await asked('the runners', () =>
      everyPage(async (page) => {
        const { data } = await github.request('GET /repos/{owner}/{repo}/actions/runners', { ...at, page, per_page: PAGE });
        return data.runners.map(({ labels }) => labels.map(({ name }) => name));
      }),
    ),
    pages: await readPages(github, at, repository.has_pages),
  };
}

/** The workflows and the policy on the default branch, which whoever sees the repository may read. */
async function readFiles(github: GitHub, { owner, repo }: At): Promise<{ workflows: Map<string, string>; policy: string | null }> {
  const { files } = await fewFiles(github, { owner, repository: repo })({ files: ['policy.yaml'], folders: [WORKFLOWS] });
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const workflows = [...files].filter(([path]) => path.startsWith(`${WORKFLOWS}/`) && /\.ya?ml$/.test(path));
  const policy = files.get('policy.yaml');
  return { workflows: new Map(workflows.map(([path, bytes]) => [path, text(bytes)])), policy: policy === undefined ? null : text(policy) };
}

const WORKFLOWS = '.github/workflows';

async function readEnvironment(github: GitHub, at: At, name: string): Promise<Fact<Environment | null>> {
  const of = { ...at, environment_name: name };
  const read = await askedMaybe(`the environment ${name}`, async () => {
    const { data } = await github.request('GET /repos/{owner}/{repo}/environments/{environment_name}', of);
    return data;
  });
  if (!read.known || read.value === null) return read as Fact<null>;
  return known({
    branches: read.value.deployment_branch_policy == null ? null : await readBranches(github, of, read.value.deployment_branch_policy),
    secrets: await asked('the names of secrets', () =>
      everyPage(async (page) => {
        const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets';
        const { data } = await github.request(route, { ...of, page, per_page: PAGE });
        return data.secrets.map((secret) => secret.name);
      }),
    ),
    variables: await asked('the variables', async () => {
      const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/variables';
      // This list has pages of thirty at most.
      const { data } = await github.request(route, { ...of, per_page: 30 });
      return Object.fromEntries(data.variables.map((variable) => [variable.name, variable.value]));
    }),
  });
}

type OfEnvironment = At & { environment_name: string };

async function readBranches(
  github: GitHub,
  of: OfEnvironment,
  { custom_branch_policies: custom }: { custom_branch_policies: boolean },
): Promise<Fact<string[]>> {
  if (!custom) return known(['every protected branch']);
  return asked('the branches of the environment', () =>
    everyPage(async (page) => {
      const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
      const { data } = await github.request(route, { ...of, page, per_page: PAGE });
      return data.branch_policies.map(({ name = '', type }) => (type === 'tag' ? `the tag ${name}` : name));
    }),
  );
}

async function readActions(github: GitHub, at: At): Promise<RepositorySettings['actions']> {
  return asked('which actions are allowed', async () => {
    const { data } = await github.request('GET /repos/{owner}/{repo}/actions/permissions', at);
    const allowed = data.allowed_actions ?? 'all';
    return { allowed, pinned: data.sha_pinning_required === true };
  });
}

async function readRulesets(github: GitHub, at: At): Promise<Ruleset[]> {
  const list = await everyPage(async (page) => {
    const { data } = await github.request('GET /repos/{owner}/{repo}/rulesets', { ...at, page, per_page: PAGE });
    return data;
  });
  const branches = list.filter(({ target = 'branch' }) => target === 'branch');
  return Promise.all(branches.map(({ id }) => readRuleset(github, at, id)));
}

async function readRuleset(github: GitHub, at: At, id: number): Promise<Ruleset> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...at, ruleset_id: id });
  const refs = (data.conditions as { ref_name?: { include?: string[]; exclude?: string[] } } | null | undefined)?.ref_name;
  const passers = data.bypass_actors?.map((actor) => ({
    id: actor.actor_id ?? null,
    kind: actor.actor_type,
    mode: actor.bypass_mode ?? 'always',
  }));
  return {
    name: data.name,
    enforcement: data.enforcement,
    include: refs?.include ?? [],
    exclude: refs?.exclude ?? [],
    rules: (data.rules ?? []).map((rule) => ({ type: rule.type, parameters: ('parameters' in rule ? rule.parameters : undefined) ?? {} })),
    passers: passers === undefined ? { known: false, why: 'Who may bypass a ruleset is told to those who may change it.' } : known(passers),
  };
}

async function readPages(github: GitHub, at: At, present: boolean): Promise<RepositorySettings['pages']> {
  if (!present) return known(null);
  return asked('the pages', async () => {
    const { data } = await github.request('GET /repos/{owner}/{repo}/pages', at);
    return { built: data.build_type ?? null, https: data.https_enforced === true };
  });
}
