import { readFile } from 'node:fs/promises';
import type { SettingFinding } from '../../src/domain/github-settings/finding.ts';
import { readTemplate } from '../../src/files/templates.ts';
import { openGitHub } from '../../src/github/client.ts';
import { examineGitHub } from '../../src/stages/doctor-github.ts';
import { type App, appFor } from '../support/github/app.ts';
import { type GitHubServer, startGitHub } from '../support/github/server.ts';
import { commitTo, emptyRepository, type LoopbackRepository } from '../support/github/state.ts';
import { APP_GRANTS, DOCTOR_GRANTS, type Grants } from '../support/github/tokens.ts';
import { filledTemplate, VALUES } from '../templates/repositories.ts';

const OWNER = { id: 5, login: 'owner' };

export type DoctorScene = AsyncDisposable & {
  server: GitHubServer;
  submissions: LoopbackRepository;
  results: LoopbackRepository;
  app: App;
  group: GitHubServer['world']['organisations'][number]['runnerGroups'][number];
  /** Puts everything back, for the next test. */
  reset(): void;
  /** Looks, with a token that may read all or only what is given. */
  look(token?: 'owner' | 'guest', action?: string): Promise<SettingFinding[]>;
};

/** The two repositories as docs/owners.md leaves them: nothing is to be mended. */
export async function doctorScene(): Promise<DoctorScene> {
  const submissions = await initialised('submissions', 1);
  const results = await initialised('results', 2);
  const app = appFor({ owner: 'octo', repositories: ['results'], grants: APP_GRANTS });
  const environment = (name: string, more: object = {}) => ({
    name,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    policies: ['main'],
    ...more,
  });
  const key = { secrets: ['AI_ENERGY_SCORE_APP_PRIVATE_KEY'], variables: { AI_ENERGY_SCORE_APP_ID: String(app.id) } };
  submissions.settings.environments = [environment('h100', { secrets: ['HUB_TOKEN'] }), environment('results', key)];
  results.settings.environments = [environment('results', key), environment('github-pages')];
  const appPasses = [{ actor_id: app.id, actor_type: 'Integration', bypass_mode: 'always' }];
  submissions.settings.rulesets = [await ruleset('submissions', 'default-branch', { id: 1 })];
  results.settings.rulesets = [
    await ruleset('results', 'main-history', { id: 2 }),
    await ruleset('results', 'main-review', { id: 3, bypass_actors: appPasses }),
    await ruleset('results', 'candidates', { id: 4, bypass_actors: appPasses }),
  ];
  results.settings.actions.workflow.can_approve_pull_request_reviews = true;
  results.settings.repository = { has_pages: true };
  Object.assign(results.settings, { more: { pages: { build_type: 'workflow', https_enforced: true } } });
  const group = {
    id: 9,
    name: 'energy',
    visibility: 'selected',
    allows_public_repositories: true,
    restricted_to_workflows: true,
    selected_workflows: ['octo/submissions/.github/workflows/benchmark.yml@refs/heads/main'],
    repositories: ['octo/submissions'],
    runners: [runner(['self-hosted', 'linux', 'h100'])],
  };
  const ordinary = { ...group, id: 1, name: 'Default', visibility: 'all', restricted_to_workflows: false, selected_workflows: [] };
  const organisation = { login: 'octo', runnerGroups: [group, { ...ordinary, runners: [runner(['self-hosted', 'linux'])] }], runners: [] };
  const guest: Grants = { contents: 'read', actions: 'read' };
  const tokens = { owner: { ...OWNER, grants: { ...DOCTOR_GRANTS, contents: 'read' } as Grants }, guest: { ...OWNER, grants: guest } };
  const server = await startGitHub([submissions, results], tokens, { app, organisations: [organisation] });
  const repositories = [submissions, results];
  const first = repositories.map(({ settings, git }) => ({ settings: structuredClone(settings), main: git.commitOf('refs/heads/main') }));
  const firstGroup = structuredClone(group);
  const firstInstallations = structuredClone(app.installations);
  return {
    server,
    submissions,
    results,
    app,
    group,
    reset() {
      for (const [index, repository] of repositories.entries()) {
        repository.settings = structuredClone(first[index]?.settings ?? repository.settings);
        repository.git.point('refs/heads/main', first[index]?.main ?? '');
      }
      server.world.repositories = [...repositories];
      Object.assign(group, structuredClone(firstGroup));
      app.installations = structuredClone(firstInstallations);
      for (const list of [server.requests, server.violations, server.troubles]) list.length = 0;
    },
    async look(token = 'owner', action) {
      const templates = { submissions: await readTemplate('submissions'), results: await readTemplate('results') };
      const github = openGitHub({ token, apiUrl: server.url, wait: async () => {} });
      return examineGitHub({
        github,
        submissions: VALUES.submissions,
        results: VALUES.results,
        templates,
        action: action ?? null,
        serverUrl: 'https://github.com',
      });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const runner = (labels: readonly string[]) => ({
  id: 1,
  name: 'gpu-1',
  os: 'linux',
  status: 'online',
  busy: false,
  labels: labels.map((name) => ({ name })),
});

async function initialised(kind: 'submissions' | 'results', id: number): Promise<LoopbackRepository> {
  const repository = emptyRepository('octo', kind, { id });
  commitTo(repository, { files: Object.fromEntries(await filledTemplate(kind)) });
  Object.assign(repository.settings.actions, {
    approval: 'all_external_contributors',
    permissions: { enabled: true, allowed_actions: 'selected', sha_pinning_required: true },
  });
  return repository;
}

/** A ruleset as the owner imports it from the template. */
async function ruleset(kind: 'submissions' | 'results', name: string, more: { id: number; bypass_actors?: object[] }) {
  return { ...JSON.parse(await readFile(`templates/${kind}/.github/rulesets/${name}.json`, 'utf8')), ...more };
}
