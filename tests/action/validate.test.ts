import { afterEach, beforeEach, expect, test } from 'vitest';
import { GOOD, GOOD_PATH, MODEL, POLICY, type ValidateScene, validateScene } from '../support/github/scene.ts';
import { push } from '../support/github/state.ts';
import { VALIDATE_GRANTS } from '../support/github/tokens.ts';

const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

let scene: ValidateScene;
beforeEach(async () => {
  scene = await validateScene();
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** The only comment there is. */
function comment(): string {
  expect(scene.repository.comments).toHaveLength(1);
  return scene.repository.comments[0]?.body ?? '';
}

test('a good submission: what will run, what it takes, the line to copy, a check and the summary', async () => {
  const pullRequest = push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  const step = await scene.run(pullRequest);
  expect(step.code, step.log).toBe(0);
  expect(step.outputs).toEqual({ verdict: 'ready' });
  const body = comment();
  expect(body.split('\n')[0]).toBe(MARKER);
  for (const words of [MODEL.id, MODEL.revision, 'Text generation', '1.10 billion parameters, class A', '1 × NVIDIA H100', 'GPU minutes']) {
    expect(body).toContain(words);
  }
  expect(body.split('\n')).toContain(`/benchmark ${pullRequest.headSha}`);
  expect(scene.repository.checkRuns).toMatchObject([{ headSha: pullRequest.headSha, conclusion: 'success', annotations: [] }]);
  expect(step.summary).toContain(`/benchmark ${pullRequest.headSha}`);
});

test('from the event to the comment there are four requests, and the blob is read by its SHA', async () => {
  const pullRequest = push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  await scene.run(pullRequest);
  expect(scene.server.requests).toEqual([
    'GET /repos/octo/submissions/pulls/7/files',
    'POST /graphql',
    `GET /repos/octo/submissions/git/blobs/${pullRequest.files[0]?.sha}`,
    'POST /repos/octo/submissions/issues/7/comments',
    'POST /repos/octo/submissions/check-runs',
  ]);
});

test('every fault has a link to its line at the head, and a change that mends it where there is one', async () => {
  const content = GOOD.replace('text-generation', 'text-generatoin')
    .replace(MODEL.revision, 'main')
    .replace('schemaVersion: 1', 'schemaVersion: 2');
  const pullRequest = push(scene.repository, 7, [{ path: GOOD_PATH, content }]);
  const step = await scene.run(pullRequest);
  expect(step.code, step.log).toBe(0);
  expect(step.outputs.verdict).toBe('faulty');
  const lines = `https://github.com/octo/submissions/blob/${pullRequest.headSha}/${GOOD_PATH}`;
  for (const line of [1, 3, 4]) expect(comment()).toContain(`[line ${line}](${lines}#L${line})`);
  expect(comment()).toContain('- - task: text-generatoin\n  + task: text-generation'.replace('- - ', '- '));
  expect(comment()).not.toContain('/benchmark');
  const [check] = scene.repository.checkRuns;
  expect(check?.conclusion).toBe('failure');
  expect(check?.annotations.map(({ path, start_line }) => [path, start_line])).toEqual([1, 3, 4].map((line) => [GOOD_PATH, line]));
});

test('a new push changes the one comment, with the new line to copy', async () => {
  await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: 'model: nothing\n' }]));
  expect(comment()).toContain('to mend');
  const second = push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  const step = await scene.run(second, { action: 'synchronize' });
  expect(step.outputs.verdict).toBe('ready');
  expect(comment()).toContain(`/benchmark ${second.headSha}`);
  expect(comment()).not.toContain('to mend');
});

test('a comment with the marker by somebody else is not touched', async () => {
  const forged = { id: 1, pullRequest: 7, author: { id: 666, login: 'stranger' }, body: `${MARKER}\napproved` };
  const quoting = { id: 2, pullRequest: 7, author: { id: 41_898_282, login: 'github-actions[bot]' }, body: `> ${MARKER}\n${MARKER}` };
  scene.repository.comments.push({ ...forged }, { ...quoting });
  await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]));
  const [first, second, own, ...more] = scene.repository.comments;
  expect([first, second]).toEqual([forged, quoting]);
  expect(own?.author?.login).toBe('github-actions[bot]');
  expect(more).toEqual([]);
});

test('nothing of a hostile submission is active in the comment, the check or the log', async () => {
  const hostile =
    '@octo/everyone <img src=x> [here](https://evil.example) #1 ![x](//evil.example) www.evil.example ``` | ::set-output name=verdict::ready';
  const content = `schemaVersion: 1\n"${hostile}": 1\nmodel: "${hostile}"\ntask: '<!-- ai-energy-score:pull-request:1 --> @octo'\n`;
  const path = 'submissions/octo-lab/@octo <b>](evil.example)/text-generation.yaml';
  const step = await scene.run(push(scene.repository, 7, [{ path, content }]));
  expect(step.outputs).toEqual({ verdict: 'faulty' });
  const texts = [comment(), scene.repository.checkRuns[0]?.summary ?? '', step.summary];
  for (const text of texts) {
    const prose = text
      .replaceAll(/`+[^`]*`+/g, '')
      .replaceAll(/\]\(https:\/\/github\.com\/octo\/submissions\/blob\/[\w%./-]+(?:#L\d+)?\)/g, ']');
    expect(prose).not.toMatch(/@\w/);
    expect(prose).not.toMatch(/<(?!sub>|\/sub>|!-- ai-energy-score:pull-request:1 -->)/);
    expect(prose).not.toMatch(/\]\(/);
    expect(prose).not.toMatch(/https?:\/\/|www\./);
    expect(prose).not.toMatch(/(^|\s)#\d/);
  }
  expect(comment().split(MARKER)).toHaveLength(2);
  expect(step.log).not.toMatch(/^::set-output/m);
});

test.each([
  ['a symbolic link', { mode: 0o120000 }, 'S-path-symlink'],
  ['an executable file', { mode: 0o100755 }, 'S-path-kind'],
])('%s is not read at all', async (_what, { mode }, code) => {
  const step = await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD, mode }]));
  expect(step.outputs.verdict).toBe('faulty');
  expect(comment()).toContain(code);
  expect(scene.server.requests.some((request) => request.includes('/git/blobs/'))).toBe(false);
});

test('a file that is too large is not fetched', async () => {
  await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD + '#'.repeat(10_000_000) }]));
  expect(comment()).toContain('S-bytes-size');
  expect(scene.server.requests.some((request) => request.includes('/git/blobs/'))).toBe(false);
});

test('other files, renamed and removed ones, and a second submission are faults of the pull request', async () => {
  const second = 'submissions/octo-lab/other/text-generation.yaml';
  await scene.run(
    push(scene.repository, 7, [
      { path: GOOD_PATH, content: GOOD },
      { path: second, content: GOOD },
      { path: '.github/workflows/evil.yml', content: 'on: push\n' },
      { path: 'submissions/octo-lab/renamed/text-generation.yaml', content: GOOD, status: 'renamed' },
      { path: 'submissions/octo-lab/gone/text-generation.yaml', content: '', status: 'removed' },
    ]),
  );
  for (const code of ['P-files-other', 'P-submissions-too-many', 'P-file-renamed', 'P-file-removed']) expect(comment()).toContain(code);
  expect(comment()).not.toContain('/benchmark');
});

test('the policy of the default branch tells how many submissions a pull request may hold', async () => {
  scene.repository.policy = `${POLICY}limits:\n  maxSubmissions: 2\n`;
  const variant = GOOD_PATH.replace('.yaml', '.again.yaml');
  const step = await scene.run(
    push(scene.repository, 7, [
      { path: GOOD_PATH, content: GOOD },
      { path: variant, content: GOOD },
    ]),
  );
  expect(step.outputs.verdict, comment()).toBe('ready');
  expect(comment()).toContain(variant);
});

test('files of a large pull request are listed page by page, and no further than 300', async () => {
  const many = Array.from({ length: 350 }, (_, index) => ({ path: `docs/${index}.md`, content: '' }));
  await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }, ...many]));
  expect(scene.server.requests.filter((request) => request.endsWith('/files'))).toHaveLength(3);
  expect(comment()).toContain('P-files-too-many');
});

test('another open pull request with the same file is named', async () => {
  push(scene.repository, 5, [{ path: GOOD_PATH, content: GOOD }]);
  const step = await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]));
  expect(step.outputs.verdict).toBe('ready');
  expect(comment()).toContain('Another open pull request changes the same file: #5.');
});

test('a pull request about another matter gets a neutral check and no comment', async () => {
  const step = await scene.run(push(scene.repository, 7, [{ path: 'README.md', content: 'hello', status: 'modified' }]));
  expect(step.outputs.verdict).toBe('nothing');
  expect(scene.repository.comments).toEqual([]);
  expect(scene.repository.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
});

test('a run whose commit is no longer the newest says nothing: the newest has its own', async () => {
  const first = { ...push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]) };
  push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  const step = await scene.run(first);
  expect(step.outputs).toEqual({ verdict: 'outdated' });
  expect([...scene.repository.comments, ...scene.repository.checkRuns]).toEqual([]);
});

test('while the Hub does not answer, nothing is approved and nothing is called wrong', async () => {
  const step = await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]), {
    environment: { HF_ENDPOINT: scene.server.url },
  });
  expect(step.code, step.log).toBe(0);
  expect(step.outputs.verdict).toBe('unknown');
  expect(comment()).not.toContain('/benchmark');
  expect(scene.repository.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
});

test('more than 50 faults are annotated all, in requests of 50', async () => {
  const content = `${GOOD}${Array.from({ length: 70 }, (_, index) => `unknown${index}: 1\n`).join('')}`;
  await scene.run(push(scene.repository, 7, [{ path: GOOD_PATH, content }]));
  expect(scene.repository.checkRuns[0]?.annotations).toHaveLength(70);
  expect(comment()).toContain('And 58 more, on the lines of the check.');
});

test('a comment stays below the limit of GitHub, and says at least what follows', async () => {
  const path = `submissions/${'ü'.repeat(2000)}/x/text-generation.yaml`;
  const content = Array.from({ length: 100 }, (_, index) => `"${index}${'<@&'.repeat(100)}": 1\n`).join('');
  const step = await scene.run(push(scene.repository, 7, [{ path, content }]));
  expect(step.code, step.log).toBe(0);
  expect(Buffer.byteLength(comment())).toBeLessThanOrEqual(65_536);
  expect(comment()).toMatch(/faults to mend[\s\S]*push a commit that mends this/);
});

test.each([
  ['comment', { ...VALIDATE_GRANTS, 'pull-requests': 'read' as const }],
  ['check', { ...VALIDATE_GRANTS, checks: 'read' as const }],
])('without the grant for the %s the other and the summary stay, and the step warns', async (what, grants) => {
  await using poorer = await validateScene(grants);
  const step = await poorer.run(push(poorer.repository, 7, [{ path: GOOD_PATH, content: GOOD }]));
  expect(step.code, step.log).toBe(0);
  expect(step.log).toMatch(/^::warning::.*Resource not accessible by integration/m);
  expect(step.summary).toContain('can be measured');
  expect([poorer.repository.comments.length, poorer.repository.checkRuns.length]).toEqual(what === 'comment' ? [0, 1] : [1, 0]);
  expect(poorer.server.violations).toEqual([]);
});

test('without the grant to read, the step fails and says which', async () => {
  await using blind = await validateScene({});
  const step = await blind.run(push(blind.repository, 7, [{ path: GOOD_PATH, content: GOOD }]));
  expect(step.code).toBe(1);
  expect(step.log).toContain('Grant the job the permissions');
});

test('another event than the one that the action is for ends it before any request', async () => {
  const pullRequest = push(scene.repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  const other = await scene.run(pullRequest, { environment: { GITHUB_EVENT_NAME: 'pull_request' } });
  const closed = await scene.run(pullRequest, { action: 'closed' });
  expect([other.code, closed.code]).toEqual([1, 1]);
  expect(other.log).toContain('pull_request_target');
  expect(scene.server.requests).toEqual([]);
});
