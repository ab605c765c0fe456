import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SETTING_CODES, type SettingCode } from '../../src/domain/github-settings/codes.ts';
import type { SettingFinding } from '../../src/domain/github-settings/finding.ts';
import { commitTo, type LoopbackRepository } from '../support/github/state.ts';
import { runCli } from '../support/quick-examples.ts';
import { filledTemplate, VALUES } from '../templates/repositories.ts';
import { type DoctorScene, doctorScene, runner } from './doctor-scene.ts';

let scene: DoctorScene;
beforeAll(async () => {
  scene = await doctorScene();
});
afterAll(() => scene[Symbol.asyncDispose]());
afterEach(() => {
  const left = [...scene.server.violations];
  scene.reset();
  expect(left).toEqual([]);
});

const notOk = (findings: readonly SettingFinding[]) => findings.filter(({ status }) => status !== 'ok');

test('two repositories that are set up as the docs say have nothing to mend, and every code was looked at', async () => {
  const findings = await scene.look();
  expect(notOk(findings)).toEqual([]);
  const rare: SettingCode[] = ['G-workflow-missing', 'G-workflow-foreign'];
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    new Set(Object.keys(SETTING_CODES).filter((code) => !rare.includes(code as SettingCode))),
  );
});

test('nothing is written', async () => {
  await scene.look();
  expect(scene.server.requests.filter((request) => !request.startsWith('GET ') && request !== 'POST /graphql')).toEqual([]);
});

test('what the token may not read is unknown, never ok', async () => {
  const all = await scene.look();
  const guest = await scene.look('guest');
  const told = (findings: readonly SettingFinding[]) => new Set(findings.filter(({ status }) => status === 'ok').map(({ code }) => code));
  const readable = [
    'G-environment',
    'G-environment-branches',
    'G-required-check',
    'G-main-check',
    'G-workflow-pin',
    'G-workflow-differs',
    'G-workflow-repositories',
    'G-release',
  ];
  expect(told(guest)).toEqual(new Set(readable));
  expect(guest.every(({ status }) => status === 'ok' || status === 'unknown')).toBe(true);
  expect(new Set(guest.map(({ code }) => code))).toEqual(
    new Set(all.map(({ code }) => code).filter((code) => code !== 'G-runner-elsewhere')),
  );
  for (const { message, mend, url } of guest.filter(({ status }) => status === 'unknown')) {
    expect(message).toMatch(/^Not known: /);
    expect(mend).toContain('Look at the page');
    expect(url).toMatch(/^https:\/\/github\.com\/(?:octo|organizations\/octo)\//);
  }
});

type Case = [code: SettingCode, status: SettingFinding['status'], what: string, change: (scene: DoctorScene) => void];

const environmentOf = ({ submissions }: DoctorScene, name: string) => {
  const found = submissions.settings.environments.find((environment) => environment.name === name);
  if (found === undefined) throw new Error(`There is no environment ${name}.`);
  return found;
};

const rulesetOf = ({ results }: DoctorScene, id: number) => {
  const found = results.settings.rulesets.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ruleset ${id}.`);
  return found;
};

const VALIDATE = '.github/workflows/validate.yml';
const BENCHMARK = '.github/workflows/benchmark.yml';
const PUBLISH = '.github/workflows/publish.yml';

const changeText = ({ git, ...repository }: LoopbackRepository, path: string, change: (text: string) => string) => {
  const text = git.readAt(`refs/heads/main:${path}`)?.toString() ?? '';
  expect(change(text)).not.toBe(text);
  commitTo({ git, ...repository }, { files: { [path]: change(text) } });
};

const changeWorkflow = ({ submissions }: DoctorScene, change: (text: string) => string) => changeText(submissions, VALIDATE, change);

const CASES: readonly Case[] = [
  ['G-environment', 'fail', 'The environment h100 is missing.', ({ submissions }) => void submissions.settings.environments.shift()],
  [
    'G-environment-branches',
    'fail',
    'The environment h100 can be used from every branch, also by a workflow that somebody pushes to one.',
    (scene) => void Object.assign(environmentOf(scene, 'h100'), { deployment_branch_policy: null }),
  ],
  [
    'G-environment-branches',
    'fail',
    'The environment results can be used from release/* as well.',
    (scene) => void Object.assign(environmentOf(scene, 'results'), { policies: ['main', 'release/*'] }),
  ],
  [
    'G-environment-branches',
    'fail',
    'The environment h100 can be used from every protected branch as well.',
    (scene) =>
      void Object.assign(environmentOf(scene, 'h100'), {
        deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
      }),
  ],
  [
    'G-environment-secret',
    'fail',
    'The environment results has no secret AI_ENERGY_SCORE_APP_PRIVATE_KEY.',
    (scene) => void Object.assign(environmentOf(scene, 'results'), { secrets: [] }),
  ],
  [
    'G-environment-variable',
    'fail',
    'The environment results has no variable AI_ENERGY_SCORE_APP_ID.',
    (scene) => void Object.assign(environmentOf(scene, 'results'), { variables: {} }),
  ],
  [
    'G-secret-level',
    'fail',
    'Every workflow can read HUB_TOKEN, secrets of the repository.',
    ({ submissions }) => void submissions.settings.actions.secrets.push('HUB_TOKEN'),
  ],
  [
    'G-secret-level',
    'warn',
    'Every workflow can read DEPLOY, secrets of the organisation, shared with this repository.',
    ({ results }) => void Object.assign((results.settings as { more?: object }).more ?? {}, { organisationSecrets: ['DEPLOY'] }),
  ],
  [
    'G-workflow-token',
    'fail',
    'The token of every workflow may write by default.',
    ({ submissions }) => void Object.assign(submissions.settings.actions.workflow, { default_workflow_permissions: 'write' }),
  ],
  [
    'G-workflow-pull-requests',
    'fail',
    'Workflows may open and approve pull requests.',
    ({ submissions }) => void Object.assign(submissions.settings.actions.workflow, { can_approve_pull_request_reviews: true }),
  ],
  [
    'G-approval',
    'fail',
    'Workflows that an outside contributor changes run without approval, once a pull request of theirs was merged or sooner.',
    ({ submissions }) => void Object.assign(submissions.settings.actions, { approval: 'first_time_contributors' }),
  ],
  [
    'G-actions',
    'warn',
    'Every action of everybody is allowed.',
    ({ submissions }) => void Object.assign(submissions.settings.actions, { permissions: { enabled: true, allowed_actions: 'all' } }),
  ],
  [
    'G-actions',
    'fail',
    'Only actions of the same owner are allowed: those of GitHub, which the workflows use, are not.',
    ({ results }) => void Object.assign(results.settings.actions, { permissions: { enabled: true, allowed_actions: 'local_only' } }),
  ],
  [
    'G-default-branch',
    'fail',
    'No active ruleset keeps refs/heads/main by pull_request, non_fast_forward, deletion.',
    ({ submissions }) => void Object.assign(submissions.settings.rulesets[0] ?? {}, { enforcement: 'evaluate' }),
  ],
  [
    'G-default-branch',
    'fail',
    'The ruleset "Default branch" can be bypassed by RepositoryRole 5.',
    ({ submissions }) =>
      void Object.assign(submissions.settings.rulesets[0] ?? {}, {
        bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
      }),
  ],
  [
    'G-required-check',
    'fail',
    'No active ruleset keeps refs/heads/main by required_status_checks.',
    ({ submissions }) => void submissions.settings.rulesets.pop(),
  ],
  [
    'G-main-history',
    'fail',
    'No active ruleset keeps refs/heads/main by required_linear_history.',
    (scene) => void Object.assign(rulesetOf(scene, 2), { rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }] }),
  ],
  [
    'G-main-app',
    'fail',
    'The ruleset "main: the App, or a reviewed pull request" does not let the App pass: nothing can be published.',
    (scene) => void Object.assign(rulesetOf(scene, 3), { bypass_actors: [] }),
  ],
  [
    'G-main-app',
    'fail',
    'The ruleset "main: the App, or a reviewed pull request" can be bypassed by Integration 77.',
    (scene) => void rulesetOf(scene, 3).bypass_actors?.push({ actor_id: 77, actor_type: 'Integration', bypass_mode: 'always' }),
  ],
  [
    'G-main-check',
    'fail',
    'The rules of refs/heads/main ask for too little.',
    (scene) =>
      void Object.assign(rulesetOf(scene, 3).rules.at(-1) ?? {}, {
        parameters: { strict_required_status_checks_policy: true, required_status_checks: [{ context: 'another' }] },
      }),
  ],
  [
    'G-candidates',
    'fail',
    'No active ruleset keeps refs/heads/candidates/pr-1 by creation, update, deletion.',
    (scene) => void Object.assign(rulesetOf(scene, 4), { conditions: { ref_name: { include: ['refs/heads/other/**'], exclude: [] } } }),
  ],
  [
    'G-workflow-missing',
    'fail',
    '.github/workflows/validate.yml is missing.',
    ({ submissions }) => void commitTo(submissions, { files: { [VALIDATE]: null } }),
  ],
  [
    'G-workflow-pin',
    'fail',
    '.github/workflows/validate.yml uses octo/ai-energy-score/actions/validate@v1, which can be moved.',
    (scene) => changeWorkflow(scene, (text) => text.replace(/@[0-9a-f]{40}.*/, '@v1')),
  ],
  [
    'G-workflow-differs',
    'warn',
    ".github/workflows/validate.yml says something else than this program's template.",
    (scene) => changeWorkflow(scene, (text) => text.replace('contents: read', 'contents: write')),
  ],
  [
    'G-workflow-foreign',
    'warn',
    '.github/workflows/own.yml is no workflow of the template.',
    ({ submissions }) => void commitTo(submissions, { files: { '.github/workflows/own.yml': 'name: Own\n' } }),
  ],
  [
    'G-workflow-pin',
    'fail',
    '.github/workflows/own.yml uses evil/x@v1, evil/y@main, docker://evil:latest, which can be moved.',
    ({ submissions }) =>
      void commitTo(submissions, {
        files: {
          '.github/workflows/own.yml':
            'jobs: { a: { steps: [{ uses: evil/x@v1 }, {"uses": evil/y@main}, { uses: "docker://evil:latest" }, { uses: ./here }] } }\n',
        },
      }),
  ],
  [
    'G-workflow-pin',
    'fail',
    `.github/workflows/benchmark.yml uses actions/upload-artifact@${'d'.repeat(40)}, which is not the commit of the version beside it.`,
    ({ submissions }) =>
      changeText(submissions, BENCHMARK, (text) => text.replace(/(upload-artifact@)[0-9a-f]{40}/, `$1${'d'.repeat(40)}`)),
  ],
  [
    'G-workflow-pin',
    'fail',
    '.github/workflows/own.yml is no YAML, so that nobody can tell what it uses.',
    ({ submissions }) => void commitTo(submissions, { files: { '.github/workflows/own.yml': 'jobs: [\n' } }),
  ],
  [
    'G-workflow-repositories',
    'fail',
    'The workflows name octo/reslts, and the results repository here is octo/results.',
    ({ submissions }) => {
      for (const path of [VALIDATE, BENCHMARK, PUBLISH])
        changeText(submissions, path, (text) => text.replaceAll(VALUES.results, 'octo/reslts'));
    },
  ],
  [
    'G-release',
    'fail',
    `The workflows use more than one release: octo/ai-energy-score@${'b'.repeat(40)} (v1.2.4), octo/ai-energy-score@${VALUES.release} (v1.2.3).`,
    ({ submissions }) => {
      const other = (text: string) => text.replaceAll(VALUES.release, 'b'.repeat(40)).replaceAll(VALUES.version, 'v1.2.4');
      for (const path of [VALIDATE, BENCHMARK, PUBLISH]) changeText(submissions, path, other);
    },
  ],
  [
    'G-release',
    'fail',
    `The workflows use more than one release: octo/ai-energy-score@${VALUES.release} (v1.2.3), octo/ai-energy-score@${'b'.repeat(40)} (v1.2.3).`,
    ({ submissions }) => changeText(submissions, VALIDATE, (text) => text.replaceAll(VALUES.release, 'b'.repeat(40))),
  ],
  [
    'G-release',
    'fail',
    `The workflows use more than one release: octo/ai-energy-score@${VALUES.release} (v1.2.3), evil/energy@${VALUES.release} (v1.2.3).`,
    ({ submissions }) => changeText(submissions, VALIDATE, (text) => text.replaceAll(VALUES.action, 'evil/energy')),
  ],
  [
    'G-runner-group',
    'fail',
    'No runner group is for this repository and its benchmark workflow alone.',
    ({ group }) => void Object.assign(group, { restricted_to_workflows: false, runners: [] }),
  ],
  [
    'G-runner-group',
    'fail',
    'No runner group is for this repository and its benchmark workflow alone.',
    ({ group }) => void Object.assign(group, { repositories: ['octo/submissions', 'octo/results'], runners: [] }),
  ],
  [
    'G-runner-group',
    'fail',
    'The runner group energy does not serve public repositories: benchmarks would wait for ever.',
    ({ group }) => void Object.assign(group, { allows_public_repositories: false }),
  ],
  [
    'G-runner-elsewhere',
    'fail',
    'A runner that measures stands in the group energy, which others use as well.',
    ({ group }) => void Object.assign(group, { visibility: 'all' }),
  ],
  [
    'G-runner-repository',
    'fail',
    '1 of the runners that measure is registered with the repository itself.',
    ({ submissions }) => void submissions.settings.actions.runners.push(runner(['self-hosted', 'H100'])),
  ],
  [
    'G-app',
    'fail',
    'The App 4242 is not installed at octo.',
    ({ app }) => void Object.assign(app.installations[0] ?? {}, { owner: 'elsewhere' }),
  ],
  [
    'G-app-scope',
    'fail',
    'The App has more permissions than it needs: administration.',
    ({ app }) =>
      void Object.assign(app.installations[0] ?? {}, { grants: { contents: 'write', metadata: 'read', administration: 'read' } }),
  ],
  [
    'G-app-scope',
    'fail',
    'The App may not write contents.',
    ({ app }) => void Object.assign(app.installations[0] ?? {}, { grants: { contents: 'read', metadata: 'read' } }),
  ],
  [
    'G-app-repositories',
    'fail',
    'The App is installed on octo/submissions as well.',
    ({ app }) => void app.installations[0]?.repositories.push('submissions'),
  ],
  [
    'G-app-repositories',
    'fail',
    'The App is installed on all repositories.',
    ({ app }) => void Object.assign(app.installations[0] ?? {}, { repositories: [] }),
  ],
  [
    'G-pages',
    'warn',
    'The pages are built from a branch, not by the workflow.',
    ({ results }) =>
      void Object.assign((results.settings as { more?: object }).more ?? {}, { pages: { build_type: 'legacy', https_enforced: true } }),
  ],
];

describe('each thing that is missing or unsafe is named, with what to do and where', () => {
  test.each(CASES)('%s, %s: %s', async (code, status, message, change) => {
    change(scene);
    const found = notOk(await scene.look());
    const finding = found.find((one) => one.code === code && one.message === message);
    expect(found, JSON.stringify(found)).toContain(finding);
    expect(finding?.status).toBe(status);
    expect(finding?.mend).toMatch(/\w{4}/);
    expect(finding?.url).toMatch(/^https:\/\/github\.com\/(?:octo|organizations\/octo)\/\S+$/);
  });

  test('there is a case for every code', () => {
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(Object.keys(SETTING_CODES)));
  });
});

test('the repository of the release is told, and held against the one that the owner names', async () => {
  const [told] = (await scene.look()).filter(({ code }) => code === 'G-release');
  expect(told).toMatchObject({
    status: 'ok',
    message: `Both repositories use octo/ai-energy-score@${VALUES.release} (v1.2.3): see that this is the release you mean.`,
  });
  const [refused] = (await scene.look('owner', 'octo/energy')).filter(({ code }) => code === 'G-release');
  expect(refused).toMatchObject({
    status: 'fail',
    message: `The workflows use octo/ai-energy-score@${VALUES.release} (v1.2.3), which is not of octo/energy.`,
  });
});

test('a third-party pin that Dependabot has moved is no difference', async () => {
  const path = '.github/workflows/benchmark.yml';
  const text = (await filledTemplate('submissions')).get(path) ?? '';
  const moved = text.replaceAll(/(upload-artifact@)[0-9a-f]{40} # \S+/g, `$1${'d'.repeat(40)} # v8.0.0`);
  expect(moved).not.toBe(text);
  commitTo(scene.submissions, { files: { [path]: moved } });
  expect(notOk(await scene.look())).toEqual([]);
});

test('a repository that is not there ends the look with its name', async () => {
  scene.server.world.repositories.pop();
  await expect(scene.look()).rejects.toThrow('Cannot read the repository octo/results: Not Found.');
});

test('GitHub in trouble is an error, not an unknown', async () => {
  scene.server.troubles.push({ at: /rulesets/, with: { status: 500 } });
  await expect(scene.look()).rejects.toThrow('Cannot read the rulesets: Server Error.');
});

describe('the command', () => {
  const doctor = (...args: string[]) =>
    runCli(['doctor', '--github', ...args], { env: { GITHUB_TOKEN: 'owner', GITHUB_API_URL: scene.server.url } });

  test('ends with 0 where all is as it should be', async () => {
    const { code, stdout, stderr } = await doctor('--repo', 'octo/submissions', '--results', 'octo/results');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^octo\/submissions\nok {7}The environment h100 is there\. \[G-environment\]\n/);
    expect(stdout).toMatch(/\n0 to mend, 0 not known, 0 to think about, \d+ as they should be\.\n$/);
  });

  test('ends with 2 and one JSON document where something is to be mended', async () => {
    scene.submissions.settings.environments.shift();
    const { code, stdout, stderr } = await doctor('--repo', 'octo/submissions', '--results', 'octo/results', '--json');
    expect(code).toBe(2);
    expect(stderr).toContain('page: https://github.com/octo/submissions/settings/environments');
    const { findings } = JSON.parse(stdout) as { findings: SettingFinding[] };
    expect(notOk(findings)).toEqual([
      {
        code: 'G-environment',
        status: 'fail',
        repository: 'octo/submissions',
        message: 'The environment h100 is missing.',
        mend: SETTING_CODES['G-environment'].mend,
        url: 'https://github.com/octo/submissions/settings/environments',
      },
    ]);
  });

  test('asks for what it needs', async () => {
    expect((await doctor('--repo', 'octo/submissions')).stderr).toContain('--results OWNER/NAME is missing.');
    const without = await runCli(['doctor', '--github', '--repo', 'a/b', '--results', 'a/c'], { env: { GITHUB_TOKEN: '' } });
    expect(without.stderr).toContain('error[github-token-missing]: GITHUB_TOKEN is not set.');
  });
});

test('the docs list every code', async () => {
  const text = await readFile('docs/owners.md', 'utf8');
  for (const [code, { holds }] of Object.entries(SETTING_CODES)) expect(text).toContain(`| \`${code}\` | ${holds} |`);
});
