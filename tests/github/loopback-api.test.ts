import { createSign } from 'node:crypto';
import { Octokit } from '@octokit/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BotScene, botScene, PEOPLE } from '../support/github/bot-scene.ts';
import { commitTo, push, startRun } from '../support/github/state.ts';

const GROUP = {
  id: 3,
  name: 'gpu',
  visibility: 'selected',
  allows_public_repositories: true,
  repositories: ['octo/submissions'],
  runners: [],
};

let scene: BotScene;
beforeEach(async () => {
  scene = await botScene({ organisations: [{ login: 'octo', runnerGroups: [GROUP], runners: [] }] });
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const client = (token: string) => new Octokit({ auth: token, baseUrl: scene.server.url });

/** An App's own token, as it signs it itself. */
function jwt(claims: object = {}, { key = scene.app.privateKey } = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { iat: now - 60, exp: now + 540, iss: scene.app.id, ...claims },
  ];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** Makes a request; gives its status, what came, and its headers. */
async function ask(token: string, name: string, body?: object): Promise<{ status: number; data: never; headers: Headers }> {
  const [method = '', path = ''] = name.split(' ');
  const headers = { ...(token === '' ? {} : { authorization: `bearer ${token}` }), 'content-type': 'application/json' };
  const answer = await fetch(`${scene.server.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, data: (text === '' ? null : JSON.parse(text)) as never, headers: answer.headers };
}

const SETTINGS = {
  environments: [
    {
      name: 'h100',
      protection_rules: [{ id: 1, node_id: 'x', type: 'required_reviewers', reviewers: [] }],
      secrets: ['HF'],
      policies: ['main'],
    },
  ],
  rulesets: [
    {
      id: 5,
      name: 'candidates',
      enforcement: 'active',
      rules: [{ type: 'update' }],
      conditions: { ref_name: { include: ['refs/heads/candidates/*'], exclude: [] } },
      bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'always' }],
    },
  ],
  branchProtection: { main: { url: 'https://example.org/', allow_force_pushes: { enabled: false } } },
};

test('operations answer as GitHub describes them', async () => {
  const { submissions, server, tokens } = scene;
  Object.assign(submissions.settings, SETTINGS);
  Object.assign(submissions.settings.actions, { secrets: ['A'], variables: { B: 'b' } });
  server.world.tokens.all = {
    ...PEOPLE.admin,
    grants: Object.fromEntries(
      [
        'actions',
        'checks',
        'contents',
        'pull-requests',
        'administration',
        'environments',
        'secrets',
        'variables',
        'organization-self-hosted-runners',
      ].map((name) => [name, 'write']),
    ),
  };
  const { headSha, files } = scene.open(7);
  const said = scene.comment({ ...scene.open(7), number: 7 }, PEOPLE.writer, 'Hello');
  const run = startRun(submissions, { path: '.github/workflows/benchmark.yml', event: 'issue_comment', actor: PEOPLE.writer });
  run.jobs.push({
    id: 1,
    name: 'gate',
    status: 'in_progress',
    conclusion: null,
    labels: ['ubuntu-latest'],
    startedAt: run.createdAt,
    completedAt: null,
  });
  const head = submissions.pullRequests[0]?.headSha ?? headSha;
  const main = submissions.git.commitOf('main') ?? '';
  const tree = submissions.git.treeOf('main') ?? '';
  const all = 'all';
  const app = jwt();
  const at = '/repos/octo/submissions';
  const called: [token: string, name: string, path: string, status: number, body?: object][] = [
    [all, 'GET /repos/{owner}/{repo}', at, 200],
    [all, 'GET /repos/{owner}/{repo}/pulls', `${at}/pulls?state=all&per_page=1`, 200],
    [all, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', `${at}/pulls/7`, 200],
    [all, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', `${at}/pulls/7/files`, 200],
    [all, 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', `${at}/commits/${head}/pulls`, 200],
    [all, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', `${at}/issues/7/comments`, 200],
    [all, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', `${at}/issues/7/comments`, 201, { body: 'x' }],
    [all, 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}', `${at}/issues/comments/${said.id}`, 200],
    [all, 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', `${at}/issues/comments/${said.id}`, 200, { body: 'y' }],
    [
      all,
      'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
      `${at}/issues/comments/${said.id}/reactions`,
      201,
      { content: 'rocket' },
    ],
    [all, 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', `${at}/issues/comments/${said.id}/reactions`, 200],
    [all, 'POST /repos/{owner}/{repo}/check-runs', `${at}/check-runs`, 201, { name: 'c', head_sha: head, status: 'in_progress' }],
    [all, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', `${at}/commits/${head}/check-runs`, 200],
    [
      all,
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      `${at}/collaborators/${PEOPLE.maintainer.login}/permission`,
      200,
    ],
    [all, 'GET /repos/{owner}/{repo}/collaborators', `${at}/collaborators`, 200],
    [all, 'GET /user', '/user', 200],
    [all, 'GET /rate_limit', '/rate_limit', 200],
    [all, 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}', `${at}/git/blobs/${files[0]?.sha}`, 200],
    [all, 'POST /repos/{owner}/{repo}/git/blobs', `${at}/git/blobs`, 201, { content: 'x' }],
    [all, 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', `${at}/git/trees/${head}?recursive=1`, 200],
    [
      all,
      'POST /repos/{owner}/{repo}/git/trees',
      `${at}/git/trees`,
      201,
      { base_tree: tree, tree: [{ path: 'x/y', mode: '100644', type: 'blob', content: 'x' }] },
    ],
    [all, 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', `${at}/git/commits/${main}`, 200],
    [all, 'POST /repos/{owner}/{repo}/git/commits', `${at}/git/commits`, 201, { message: 'm', tree, parents: [main] }],
    [all, 'POST /repos/{owner}/{repo}/git/refs', `${at}/git/refs`, 201, { ref: 'refs/heads/candidates/x', sha: main }],
    [all, 'GET /repos/{owner}/{repo}/git/ref/{ref}', `${at}/git/ref/heads/candidates/x`, 200],
    [all, 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}', `${at}/git/matching-refs/heads/cand`, 200],
    [all, 'PATCH /repos/{owner}/{repo}/git/refs/{ref}', `${at}/git/refs/heads/candidates/x`, 200, { sha: main }],
    [all, 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', `${at}/git/refs/heads/candidates/x`, 204],
    [all, 'GET /repos/{owner}/{repo}/commits', `${at}/commits`, 200],
    [all, 'GET /repos/{owner}/{repo}/commits/{ref}', `${at}/commits/main`, 200],
    [all, 'GET /repos/{owner}/{repo}/compare/{basehead}', `${at}/compare/main...${head}`, 200],
    [all, 'PUT /repos/{owner}/{repo}/contents/{path}', `${at}/contents/docs/a.md`, 201, { message: 'm', content: 'eA==' }],
    [all, 'GET /repos/{owner}/{repo}/contents/{path}', `${at}/contents/docs/a.md`, 200],
    [all, 'GET /repos/{owner}/{repo}/contents/{path}', `${at}/contents/docs`, 200],
    [
      all,
      'DELETE /repos/{owner}/{repo}/contents/{path}',
      `${at}/contents/docs/a.md`,
      200,
      { message: 'm', sha: submissions.git.write(Buffer.from('x')) },
    ],
    [all, 'POST /repos/{owner}/{repo}/releases', `${at}/releases`, 201, { tag_name: 'bundles-2026-01' }],
    [all, 'GET /repos/{owner}/{repo}/releases', `${at}/releases`, 200],
    [all, 'GET /repos/{owner}/{repo}/releases/latest', `${at}/releases/latest`, 200],
    [all, 'GET /repos/{owner}/{repo}/releases/tags/{tag}', `${at}/releases/tags/bundles-2026-01`, 200],
    [app, 'GET /app', '/app', 200],
    [app, 'GET /app/installations', '/app/installations', 200],
    [app, 'GET /repos/{owner}/{repo}/installation', '/repos/octo/results/installation', 200],
    [
      app,
      'POST /app/installations/{installation_id}/access_tokens',
      `/app/installations/${scene.app.installations[0]?.id}/access_tokens`,
      201,
      { repositories: ['results'] },
    ],
    [all, 'GET /repos/{owner}/{repo}/actions/runs', `${at}/actions/runs?status=in_progress&event=issue_comment`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', `${at}/actions/workflows/benchmark.yml/runs`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}', `${at}/actions/runs/${run.id}`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', `${at}/actions/runs/${run.id}/jobs`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', `${at}/actions/runs/${run.id}/artifacts`, 200],
    [all, 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', `${at}/actions/runs/${run.id}/cancel`, 202],
    [all, 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel', `${at}/actions/runs/${run.id}/force-cancel`, 409],
    [
      all,
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      `${at}/actions/workflows/ledger.yml/dispatches`,
      204,
      { ref: 'main', inputs: { a: 'b' } },
    ],
    [all, 'GET /repos/{owner}/{repo}/environments', `${at}/environments`, 200],
    [all, 'GET /repos/{owner}/{repo}/environments/{environment_name}', `${at}/environments/h100`, 200],
    [
      all,
      'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
      `${at}/environments/h100/deployment-branch-policies`,
      200,
    ],
    [all, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', `${at}/environments/h100/secrets`, 200],
    [all, 'GET /repos/{owner}/{repo}/rulesets', `${at}/rulesets`, 200],
    [all, 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', `${at}/rulesets/5`, 200],
    [all, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', `${at}/rules/branches/candidates/pr-7`, 200],
    [all, 'GET /repos/{owner}/{repo}/branches/{branch}', `${at}/branches/main`, 200],
    [all, 'GET /repos/{owner}/{repo}/branches/{branch}/protection', `${at}/branches/main/protection`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/permissions', `${at}/actions/permissions`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/permissions/workflow', `${at}/actions/permissions/workflow`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/permissions/selected-actions', `${at}/actions/permissions/selected-actions`, 200],
    [
      all,
      'GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval',
      `${at}/actions/permissions/fork-pr-contributor-approval`,
      200,
    ],
    [all, 'GET /repos/{owner}/{repo}/actions/runners', `${at}/actions/runners`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/secrets', `${at}/actions/secrets`, 200],
    [all, 'GET /repos/{owner}/{repo}/actions/variables', `${at}/actions/variables`, 200],
    [all, 'GET /orgs/{org}', '/orgs/octo', 200],
    [all, 'GET /orgs/{org}/actions/runners', '/orgs/octo/actions/runners', 200],
    [all, 'GET /orgs/{org}/actions/runner-groups', '/orgs/octo/actions/runner-groups', 200],
    [all, 'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories', '/orgs/octo/actions/runner-groups/3/repositories', 200],
    [all, 'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners', '/orgs/octo/actions/runner-groups/3/runners', 200],
  ];
  for (const [token, name, path, status, body] of called) {
    const answer = await ask(token, `${name.split(' ')[0]} ${path}`, body);
    expect([name, answer.status], JSON.stringify(answer.data)).toEqual([name, status]);
  }
  // Those that need what another made.
  const owner = { owner: 'octo', repo: 'submissions' };
  const octokit = client('all');
  const [checkRun, release] = [submissions.checkRuns[0], submissions.releases[0]];
  const check = { ...owner, check_run_id: checkRun?.id ?? 0 };
  await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
    ...check,
    conclusion: 'success',
    output: { title: 't', summary: 's' },
  });
  await octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', check);
  await octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', check);
  const of = { ...owner, release_id: release?.id ?? 0 };
  const { data: shown } = await octokit.request('GET /repos/{owner}/{repo}/releases/{release_id}', of);
  const bytes = Buffer.from([0, 1, 2, 255]);
  const { data: asset } = await octokit.request(`POST ${shown.upload_url}`, {
    name: 'a.tar.gz',
    data: bytes,
    headers: { 'content-type': 'application/gzip' },
  });
  await octokit.request('GET /repos/{owner}/{repo}/releases/{release_id}/assets', of);
  const { data: raw } = await octokit.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', {
    ...owner,
    asset_id: asset.id,
    headers: { accept: 'application/octet-stream' },
  });
  expect(Buffer.from(raw as unknown as ArrayBuffer)).toEqual(bytes);
  expect(Buffer.from(await (await fetch(asset.browser_download_url)).arrayBuffer())).toEqual(bytes);
  await octokit.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { ...owner, asset_id: asset.id });
  await octokit.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', { ...of, body: 'b' });
  await octokit.request('DELETE /repos/{owner}/{repo}/releases/{release_id}', of);
  const reaction = { ...owner, comment_id: said.id, reaction_id: submissions.reactions[0]?.id ?? 0 };
  await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}', reaction);
  await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...owner, comment_id: said.id });
  const installed = client(Object.keys(server.world.tokens).find((token) => token.startsWith('ghs_')) ?? tokens.gate);
  const { data: seen } = await installed.request('GET /installation/repositories');
  expect(seen.repositories.map(({ full_name }) => full_name)).toEqual(['octo/results']);
  await installed.request('DELETE /installation/token');
});

test('what GitHub does not know is refused and noted', async () => {
  const { violations } = scene.server;
  expect((await ask('gate-token', 'GET /repos/octo/submissions/nothing')).status).toBe(422);
  expect((await ask('gate-token', 'GET /repos/octo/submissions/pulls?statee=open')).status).toBe(422);
  expect((await ask('gate-token', 'POST /repos/octo/submissions/check-runs', { head_sha: 'x', output: {} })).status).toBe(422);
  await ask('gate-token', 'POST /graphql', { query: '{ repository(owner: "octo", name: "submissions") { nothing } }' });
  expect(violations.splice(0)).toEqual([
    'GET /repos/octo/submissions/nothing is not described',
    'GET /repos/{owner}/{repo}/pulls: there is no parameter statee',
    expect.stringContaining("must have required property 'name'"),
    expect.stringContaining('Cannot query field "nothing"'),
  ]);
});

test('a token does what its job is granted in its repository, and sees no other that is private', async () => {
  scene.open(7);
  const write = { body: 'x' };
  const statuses = async (token: string) => [
    (await ask(token, 'GET /repos/octo/submissions/pulls/7')).status,
    (await ask(token, 'POST /repos/octo/submissions/issues/7/comments', write)).status,
    (await ask(token, 'POST /repos/octo/submissions/check-runs', { name: 'c', head_sha: scene.submissions.pullRequests[0]?.headSha }))
      .status,
    (await ask(token, 'GET /repos/octo/results')).status,
  ];
  expect(await statuses('validate-token')).toEqual([200, 201, 201, 404]);
  expect(await statuses('gate-token')).toEqual([200, 201, 403, 404]);
  expect(await statuses('results-reader-token')).toEqual([200, 403, 403, 200]);
  expect(await statuses('unknown')).toEqual([401, 401, 401, 401]);
  expect(scene.server.changes.map(({ by }) => by)).toEqual(Array(3).fill('github-actions[bot]'));
  const { data } = await ask('gate-token', 'POST /graphql', { query: '{ repository(owner: "octo", name: "results") { id } }' });
  expect(data).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'] }] });
});

test('an App gets a token for one repository and for what it was granted, and only with its own key', async () => {
  const { app, results } = scene;
  const path = `POST /app/installations/${app.installations[0]?.id}/access_tokens`;
  const { status, data } = await ask(jwt(), path, { repositories: ['results'], permissions: { contents: 'write' } });
  expect([status, data]).toMatchObject([
    201,
    { permissions: { contents: 'write', metadata: 'read' }, repositories: [{ full_name: 'octo/results' }] },
  ]);
  const { token } = data as { token: string };
  const file = { message: 'm', content: 'eA==' };
  expect((await ask(token, 'PUT /repos/octo/results/contents/a.txt', file)).status).toBe(201);
  expect(results.git.readAt('HEAD:a.txt')?.toString()).toBe('x');
  expect((await ask(token, 'PUT /repos/octo/submissions/contents/a.txt', file)).status).toBe(403);
  expect((await ask(jwt(), path, { repositories: ['submissions'] })).status).toBe(422);
  expect((await ask(jwt(), path, { permissions: { actions: 'write' } })).status).toBe(422);
  const now = Math.floor(Date.now() / 1000);
  for (const claims of [{ iss: 1 }, { exp: now - 60 }, { exp: now + 3600 }, { iat: now + 600 }])
    expect((await ask(jwt(claims), path)).status).toBe(401);
  expect((await ask(jwt().replace(/.{8}$/, 'AAAAAAAA'), path)).status).toBe(401);
  expect((await ask('gate-token', 'GET /app')).status).toBe(401);
});

test("somebody's permission is told by role; strangers may read what is public, and nobody knows the unknown", async () => {
  scene.open(7);
  const told = async (login: string) => {
    const { status, data } = await ask('gate-token', `GET /repos/octo/submissions/collaborators/${login}/permission`);
    return status === 200 ? [(data as { permission: string }).permission, (data as { role_name: string }).role_name] : status;
  };
  expect(await told('OWNER-ada')).toEqual(['admin', 'admin']);
  expect(await told(PEOPLE.maintainer.login)).toEqual(['write', 'maintain']);
  expect(await told(PEOPLE.triager.login)).toEqual(['read', 'triage']);
  expect(await told('stranger')).toEqual(['read', 'read']);
  expect(await told('nobody-at-all')).toBe(404);
  expect(await told('github-actions[bot]')).toBe(404);
});

test('lists come page by page, by REST and by GraphQL', async () => {
  for (let number = 1; number <= 5; number++) push(scene.submissions, number, [{ path: `submissions/${number}.yaml`, content: 'x\n' }]);
  const { data, headers } = await ask('gate-token', 'GET /repos/octo/submissions/pulls?per_page=2&page=2');
  expect((data as { number: number }[]).map(({ number }) => number)).toEqual([3, 2]);
  expect(headers.get('link')).toContain(`<${scene.server.url}/repos/octo/submissions/pulls?per_page=2&page=3>; rel="next"`);
  const query = `query ($after: String) { repository(owner: "octo", name: "submissions") {
    pullRequests(first: 3, after: $after) { nodes { number } totalCount pageInfo { hasNextPage endCursor } } } }`;
  const page = async (after: string | null) =>
    (
      await client('gate-token').graphql<{
        repository: { pullRequests: { nodes: { number: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      }>(query, { after })
    ).repository.pullRequests;
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([first, second].map(({ nodes, pageInfo }) => [nodes.map(({ number }) => number), pageInfo.hasNextPage])).toEqual([
    [[1, 2, 3], true],
    [[4, 5], false],
  ]);
  const unbounded = '{ repository(owner: "octo", name: "submissions") { pullRequests { nodes { number } } } }';
  await expect(client('gate-token').graphql(unbounded)).rejects.toMatchObject({ errors: [{ type: 'MISSING_PAGINATION_BOUNDARIES' }] });
});

test('the primary limit ends in 403 with when it starts anew, and in GraphQL as an error of its type', async () => {
  scene.server.rate.limit = 2;
  expect((await ask('gate-token', 'GET /repos/octo/submissions')).headers.get('x-ratelimit-remaining')).toBe('1');
  await ask('gate-token', 'GET /repos/octo/submissions');
  const { status, headers } = await ask('gate-token', 'GET /repos/octo/submissions');
  expect([status, headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')]).toEqual([
    403,
    '0',
    String(scene.server.rate.resetAt),
  ]);
  expect((await ask('gate-token', 'POST /graphql', { query: '{ viewer { login } }' })).data).toMatchObject({
    errors: [{ type: 'RATE_LIMITED' }],
  });
  expect((await ask('validate-token', 'GET /repos/octo/submissions')).status).toBe(200);
});

test('a pull request tells by question who wrote, edited and reacted, what became of it, and its files', async () => {
  const { submissions } = scene;
  const pullRequest = scene.open(7);
  const said = scene.comment(pullRequest, PEOPLE.maintainer, 'first');
  said.edited = { at: '2026-02-03T04:05:06Z', by: PEOPLE.admin };
  await ask('gate-token', `POST /repos/octo/submissions/issues/comments/${said.id}/reactions`, { content: 'eyes' });
  await ask('gate-token', 'POST /repos/octo/submissions/issues/7/comments', { body: 'second' });
  commitTo(submissions, { files: { 'large.txt': 'x'.repeat(600_000), 'bytes.bin': Buffer.from([1, 0, 2]) } });
  const query = `{ viewer { databaseId } repository(owner: "octo", name: "submissions") {
    large: object(expression: "HEAD:large.txt") { ... on Blob { isTruncated isBinary byteSize } }
    bytes: object(expression: "HEAD:bytes.bin") { ... on Blob { text isBinary } }
    nothing: object(expression: "HEAD:nothing") { oid }
    tree: object(expression: "${pullRequest.headSha}:submissions") { ... on Tree { entries { name type mode } } }
    pullRequest(number: 7) { state merged headRefOid isCrossRepository author { login } mergeCommit { oid } files(first: 5) { nodes { path changeType } }
      comments(first: 10) { nodes { body author { __typename login } lastEditedAt editor { login } reactions(first: 5) { totalCount nodes { content } } } } } } }`;
  const { viewer, repository } = await client('gate-token').graphql<Record<string, never>>(query);
  expect(viewer).toEqual({ databaseId: 41_898_282 });
  expect(repository).toMatchObject({
    large: { isTruncated: true, isBinary: false, byteSize: 600_000 },
    bytes: { text: null, isBinary: true },
    nothing: null,
    tree: { entries: [{ name: 'octo-lab', type: 'tree', mode: 0o040000 }] },
    pullRequest: {
      state: 'OPEN',
      merged: false,
      headRefOid: pullRequest.headSha,
      isCrossRepository: true,
      author: { login: 'stranger' },
      mergeCommit: null,
      files: { nodes: [{ path: pullRequest.files[0]?.path, changeType: 'ADDED' }] },
      comments: {
        nodes: [
          {
            body: 'first',
            author: { __typename: 'User', login: PEOPLE.maintainer.login },
            lastEditedAt: '2026-02-03T04:05:06Z',
            editor: { login: PEOPLE.admin.login },
            reactions: { totalCount: 1, nodes: [{ content: 'EYES' }] },
          },
          {
            body: 'second',
            author: { __typename: 'Bot', login: 'github-actions' },
            lastEditedAt: null,
            editor: null,
            reactions: { totalCount: 0 },
          },
        ],
      },
    },
  });
});

test('trouble comes at the request that it is meant for, and what was done in spite of it is known', async () => {
  const { server } = scene;
  scene.open(7);
  const at = /comments$/;
  server.troubles.push(
    { at, skip: 1, times: 1, done: true, with: { status: 502 } },
    { at: /\/app$/, with: 'cut' },
    { at: /\/pulls$/, with: { lateMilliseconds: 20 } },
  );
  const post = () => ask('gate-token', 'POST /repos/octo/submissions/issues/7/comments', { body: 'x' });
  expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([201, 502, 201]);
  expect(scene.submissions.comments).toHaveLength(3);
  expect(server.changes).toHaveLength(3);
  expect(server.exchanges.map(({ status }) => status)).toEqual([201, 502, 201]);
  await expect(ask(jwt(), 'GET /app')).rejects.toThrow();
  expect((await ask('gate-token', 'GET /repos/octo/submissions/pulls')).status).toBe(200);
});
