import { counted, forAccount, inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { fullNameOf } from '../repository.ts';
import { isAbout } from '../rules.ts';
import { shownRepository } from '../shown.ts';
import { isFor, may } from '../tokens.ts';

const METADATA = [['metadata', 'read']] as const;
const CONTENTS = [['contents', 'read']] as const;
const ADMINISTRATION = [['administration', 'read']] as const;
const ENVIRONMENTS = [
  ['environments', 'read'],
  ['actions', 'read'],
] as const;

const environmentOf = ({ repository, parameters }: RepositoryRequest) =>
  repository.settings.environments.find(({ name }) => name === parameters.environment_name);

const shownRuleset = ({ repository }: RepositoryRequest, ruleset: object) => ({
  target: 'branch',
  source_type: 'Repository',
  source: fullNameOf(repository),
  ...ruleset,
});

const TIME = '2026-01-01T00:00:00Z';

export const operations: Operations = {
  'GET /repos/{owner}/{repo}': inRepository(METADATA, ({ repository, token, origin }) => {
    const mine = isFor(token, fullNameOf(repository));
    const administers = mine && may(token, ['administration', 'read']);
    const writes = mine && may(token, ['contents', 'write']);
    const permissions = { admin: administers, maintain: administers, push: writes, triage: writes, pull: true };
    return { status: 200, body: { ...shownRepository(repository, origin), permissions, ...repository.settings.repository } };
  }),
  'GET /repos/{owner}/{repo}/environments': inRepository(ENVIRONMENTS, (request) =>
    counted(request, 'environments', request.repository.settings.environments, ({ secrets: _, policies: __, ...shown }) => shown),
  ),
  'GET /repos/{owner}/{repo}/environments/{environment_name}': inRepository(ENVIRONMENTS, (request) => {
    const environment = environmentOf(request);
    if (environment === undefined) return missing();
    const { secrets: _, policies: __, ...shown } = environment;
    return { status: 200, body: shown };
  }),
  'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies': inRepository(ENVIRONMENTS, (request) => {
    const environment = environmentOf(request);
    if (environment === undefined) return missing();
    return counted(request, 'branch_policies', environment.policies ?? [], (name) => ({ id: 1, name, type: 'branch' }));
  }),
  'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets': inRepository(
    [
      ['environments', 'read'],
      ['secrets', 'read'],
    ],
    (request) => {
      const environment = environmentOf(request);
      if (environment === undefined) return missing();
      return counted(request, 'secrets', environment.secrets ?? [], (name) => ({ name, created_at: TIME, updated_at: TIME }));
    },
  ),
  'GET /repos/{owner}/{repo}/rulesets': inRepository(METADATA, (request) =>
    // The list tells neither rules nor conditions.
    listed(request, request.repository.settings.rulesets, ({ rules: _, conditions: __, bypass_actors: ___, ...rest }) =>
      shownRuleset(request, rest),
    ),
  ),
  'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}': inRepository(METADATA, (request) => {
    const ruleset = request.repository.settings.rulesets.find(({ id }) => id === Number(request.parameters.ruleset_id));
    if (ruleset === undefined) return missing();
    // Who may pass is told to those alone who may write rulesets.
    const { bypass_actors: passing, ...rest } = ruleset;
    const told = may(request.token, ['administration', 'read']) ? { bypass_actors: passing ?? [] } : {};
    return { status: 200, body: shownRuleset(request, { ...rest, ...told }) };
  }),
  'GET /repos/{owner}/{repo}/rules/branches/{branch}': inRepository(METADATA, (request) => {
    const { repository, parameters } = request;
    const about = repository.settings.rulesets.filter((one) => isAbout(one, `refs/heads/${parameters.branch}`, repository.defaultBranch));
    const source = { ruleset_source_type: 'Repository', ruleset_source: fullNameOf(repository) };
    return listed(
      request,
      about.flatMap(({ id, rules }) => rules.map((rule) => ({ ...rule, ...source, ruleset_id: id }))),
    );
  }),
  'GET /repos/{owner}/{repo}/branches/{branch}': inRepository(CONTENTS, ({ repository, parameters: { branch = '' }, url }) => {
    const sha = repository.git.commitOf(`refs/heads/${branch}`);
    if (sha === null) return refusal(404, 'Branch not found');
    const isProtected = branch in repository.settings.branchProtection;
    return { status: 200, body: { name: branch, commit: { sha }, protected: isProtected, protection_url: `${url}/protection` } };
  }),
  'GET /repos/{owner}/{repo}/branches/{branch}/protection': inRepository(ADMINISTRATION, ({ repository, parameters: { branch = '' } }) => {
    const protection = repository.settings.branchProtection[branch];
    return protection === undefined ? refusal(404, 'Branch not protected') : { status: 200, body: protection };
  }),
  'GET /repos/{owner}/{repo}/actions/permissions': inRepository(ADMINISTRATION, ({ repository }) => ({
    status: 200,
    body: repository.settings.actions.permissions,
  })),
  'GET /repos/{owner}/{repo}/actions/permissions/workflow': inRepository(ADMINISTRATION, ({ repository }) => ({
    status: 200,
    body: repository.settings.actions.workflow,
  })),
  'GET /repos/{owner}/{repo}/actions/permissions/selected-actions': inRepository(ADMINISTRATION, ({ repository }) => ({
    status: 200,
    body: repository.settings.actions.selected,
  })),
  'GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval': inRepository(ADMINISTRATION, ({ repository }) => ({
    status: 200,
    body: { approval_policy: repository.settings.actions.approval },
  })),
  'GET /repos/{owner}/{repo}/actions/runners': inRepository(ADMINISTRATION, (request) =>
    counted(request, 'runners', request.repository.settings.actions.runners),
  ),
  'GET /repos/{owner}/{repo}/actions/secrets': inRepository([['secrets', 'read']], (request) =>
    counted(request, 'secrets', request.repository.settings.actions.secrets, (name) => ({ name, created_at: TIME, updated_at: TIME })),
  ),
  'GET /repos/{owner}/{repo}/actions/variables': inRepository([['variables', 'read']], (request) =>
    counted(request, 'variables', Object.entries(request.repository.settings.actions.variables), ([name, value]) => ({
      name,
      value,
      created_at: TIME,
      updated_at: TIME,
    })),
  ),
  'GET /orgs/{org}': forAccount([], ({ world, parameters: { org } }) => {
    const organisation = world.organisations.find(({ login }) => login === org);
    return organisation === undefined ? missing() : { status: 200, body: { login: organisation.login, id: 1, type: 'Organization' } };
  }),
};
