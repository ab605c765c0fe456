import { expect, test } from 'vitest';
import { Fault } from '../../src/domain/errors.ts';
import { openGitHub } from '../../src/github/client.ts';
import { validatePullRequest } from '../../src/stages/validate-pull-request.ts';
import { GOOD, GOOD_PATH, MODEL, POLICY } from '../support/github/scene.ts';
import { startGitHub, type Trouble } from '../support/github/server.ts';
import { emptyRepository, push } from '../support/github/state.ts';
import { BOT, VALIDATE_GRANTS } from '../support/github/tokens.ts';

/** A pull request validated while something goes wrong; pauses are noted and not waited for. */
async function validated(...troubles: Trouble[]) {
  const repository = emptyRepository('octo', 'submissions');
  repository.policy = POLICY;
  const { headSha } = push(repository, 7, [{ path: GOOD_PATH, content: GOOD }]);
  await using server = await startGitHub(repository, { 'job-token': { ...BOT, grants: VALIDATE_GRANTS } });
  server.troubles.push(...troubles);
  const [pauses, warnings]: [number[], string[]] = [[], []];
  const outcome = await validatePullRequest({
    event: { action: 'opened', owner: 'octo', repository: 'submissions', number: 7, headSha },
    github: openGitHub({
      token: 'job-token',
      apiUrl: server.url,
      wait: async (milliseconds) => pauses.push(milliseconds),
      timeLimit: server.timeLimit,
    }),
    catalogue: { lookUp: async () => ({ kind: 'found', model: FOUND }) },
    place: { repositoryUrl: 'https://github.com/octo/submissions' },
    policyFolder: '.',
    warn: (text) => warnings.push(text),
  }).catch((thrown: unknown) => thrown);
  expect(server.violations).toEqual([]);
  return { outcome, repository, pauses, warnings, requests: server.requests };
}

const FOUND = {
  id: MODEL.id,
  revision: MODEL.revision,
  pipelineTag: 'text-generation',
  licence: 'mit',
  gated: false,
  parameters: 1e9,
  files: [{ path: 'model.safetensors', bytes: 2e9 }],
  customCode: false,
};

const REQUESTS = {
  'list of files': /\/files$/,
  question: /\/graphql$/,
  blob: /\/blobs\//,
  comment: /POST .*\/comments$/,
  check: /\/check-runs$/,
} as const;
const each = Object.entries(REQUESTS);

test.each(each)('a 502 at the %s is tried again, and there is one comment', async (_name, at) => {
  const { outcome, repository } = await validated({ at, times: 1, with: { status: 502 } });
  expect(outcome).toMatchObject({ hubTrouble: null });
  expect([repository.comments.length, repository.checkRuns.length]).toEqual([1, 1]);
});

test.each(each)('a connection cut at the %s is tried again, and there is one comment', async (_name, at) => {
  const { repository } = await validated({ at, times: 1, with: 'cut' });
  expect([repository.comments.length, repository.checkRuns.length]).toEqual([1, 1]);
});

test.each(each)('an answer that breaks off at the %s is tried again, and there is one comment', async (_name, at) => {
  const { repository } = await validated({ at, times: 1, with: 'half', done: at === REQUESTS.comment });
  expect([repository.comments.length, repository.checkRuns.length]).toEqual([1, 1]);
});

test.each([
  ['502', { status: 502 }],
  ['cut connection', 'cut'],
] as const)('a comment that was written in spite of a %s is found, and not written twice', async (_name, with_) => {
  const { repository, requests } = await validated({ at: REQUESTS.comment, times: 1, done: true, with: with_ });
  expect(repository.comments).toHaveLength(1);
  expect(requests.filter((request) => /POST .*comments$/.test(request))).toHaveLength(1);
});

test.each(each)('a request that is never answered is given up and made again: %s', async (_name, at) => {
  for (const done of [false, true]) {
    const { repository } = await validated({ at, times: 1, with: 'silence', done });
    expect(repository.comments).toHaveLength(1);
  }
});

test.each([
  ['a 429', { status: 429, headers: { 'retry-after': '7' } }],
  ['a secondary limit', { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '7' } }],
])('%s is waited out as long as it asks for, at every request', async (_name, limit) => {
  for (const at of Object.values(REQUESTS)) {
    const { repository, pauses, warnings } = await validated({ at, times: 1, with: limit });
    expect(pauses).toEqual([7000]);
    expect([repository.comments.length, repository.checkRuns.length, warnings.length]).toEqual([1, 1, 0]);
  }
});

test('a limit that asks for an hour ends the step with what to do', async () => {
  const hour = {
    status: 403,
    message: 'API rate limit exceeded',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' },
  };
  const { outcome, pauses } = await validated({ at: REQUESTS.question, with: hour });
  expect(outcome).toBeInstanceOf(Fault);
  expect(outcome).toMatchObject({ kind: 'operator', code: 'github-rate-limited' });
  expect(pauses).toEqual([]);
});

test.each([
  ['github-unavailable', { status: 503 }, 4],
  ['github-unreachable', 'cut', 4],
  ['github-timeout', 'silence', 4],
  ['github-refused', { status: 422 }, 1],
  ['github-missing', { status: 404 }, 1],
  ['github-unauthorised', { status: 401 }, 1],
] as const)('trouble that stays ends as %s, after a bounded number of tries', async (code, with_, tries) => {
  const { outcome, requests, repository } = await validated({ at: REQUESTS['list of files'], with: with_ });
  expect(outcome).toMatchObject({ kind: 'operator', code });
  expect(requests).toHaveLength(tries);
  expect(repository.comments).toEqual([]);
});

test('a token is not sent along a redirect', async () => {
  const { outcome, requests } = await validated({
    at: REQUESTS['list of files'],
    with: { status: 302, headers: { location: '/elsewhere' } },
  });
  expect(outcome).toBeInstanceOf(Fault);
  expect(requests.some((request) => request.includes('elsewhere'))).toBe(false);
});

test('a comment that was deleted in the meantime is written anew', async () => {
  const { repository } = await validated({ at: /PATCH .*comments/, with: { status: 404 } });
  expect(repository.comments).toHaveLength(1);
});
