import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { boardId, boardOf, recordName } from '../../src/domain/identifiers.ts';
import { entryOf } from '../../src/domain/leaderboard/entry.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { acceptedOf } from '../../src/domain/pull-request/reported.ts';
import { PULL_REQUEST_MARKER } from '../../src/render/validation-comment.ts';
import { boardsOf } from '../../src/stages/leaderboard.ts';
import { packResult } from '../../src/stages/self-reported.ts';
import { resultFolder, submissionWith, URL_OF_EVIDENCE } from '../evidence/packed-result.ts';
import { evidenceServer } from '../support/evidence-server.ts';
import { BOT, STRANGER } from '../support/github/accounts.ts';
import { pathOf, submissionOf } from '../support/github/ordered-results.ts';
import { publish, type ReportScene, reportScene } from '../support/github/report-scene.ts';
import { closePullRequest, comment, commitTo, mergePullRequest, push } from '../support/github/state.ts';
import { goodPlan, goodRecord, sealed } from '../support/records.ts';

let scene: ReportScene;
beforeAll(async () => {
  scene = await reportScene();
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(() => scene.forget());

/** Another model's published result, with so many times the energy of the one that is reported. */
function publishedModel(n: number, factor: number): Result {
  const { model, ...plan } = goodPlan();
  const record = goodRecord({
    nonce: n.toString(16).padStart(32, '0'),
    plan: { ...plan, model: { ...model, id: `published/model-${n}` } },
  });
  return { ...record, score: { ...record.score, whPer1000Queries: record.score.whPer1000Queries * factor } };
}

describe('a sound result', () => {
  test('is told in one comment, one check and the summary, and can be staged', async () => {
    const { report, thrown, summary, warnings } = await scene.tell();
    expect([thrown, warnings]).toEqual([null, []]);
    const artifact = report?.submissions[0]?.artifact;
    expect(report && acceptedOf(report)).toEqual([{ artifact, recordDigest: scene.measured.recordDigest }]);
    const [body = '', ...more] = scene.comments();
    expect(more).toEqual([]);
    expect(body.split('\n')[0]).toBe(PULL_REQUEST_MARKER);
    expect(body).toContain('### ✅ Official result: octo-lab/model-7 · Text generation');
    expect(body).toContain('✅ validated → ✅ approved → ✅ measured → ⏳ staged → ▫️ published');
    expect(summary).toContain('Official result');
    expect(scene.two.submissions.checkRuns).toMatchObject([
      { name: 'AI Energy Score: result', headSha: scene.pullRequest.headSha, conclusion: 'success', annotations: [] },
    ]);
    expect(scene.two.server.violations).toEqual([]);
  });

  test('takes five requests from the event to the check, and the comment is the fourth', async () => {
    const { requests } = await scene.tell();
    expect(requests.map((request) => request.replace(/.*\//, ''))).toEqual(['graphql', 'graphql', 'graphql', 'comments', 'check-runs']);
  });

  test('changes the comment that validation wrote, and no other', async () => {
    const theirs = comment(scene.two.submissions, scene.pullRequest, {
      author: STRANGER,
      body: `${PULL_REQUEST_MARKER}\n\n### ✅ Official result: mine`,
    });
    await scene.tell();
    await scene.tell();
    expect(scene.comments()).toHaveLength(1);
    expect(scene.two.submissions.comments.find(({ id }) => id === theirs.id)?.body).toBe(theirs.body);
  });

  test('is told anew where somebody has deleted the comment', async () => {
    await scene.tell();
    const { requests } = await scene.tell({ troubles: [{ at: /PATCH .*comments/, with: { status: 404, message: 'Not Found' } }] });
    expect(requests.filter((request) => request.startsWith('POST') && request.endsWith('/comments'))).toHaveLength(1);
  });
});

describe('a result among others', () => {
  let own: ReportScene;
  beforeAll(async () => {
    own = await reportScene();
    const others = [0.85, 1.1, 1.35, 1.6, 1.85].map((factor, index) => publishedModel(index + 1, factor));
    publish(own.two, others, {
      'editions/2025-02.json': JSON.stringify(edition('2025-02')),
      'editions/2024-12.json': JSON.stringify(edition('2024-12')),
    });
    await own.tell();
  });
  afterAll(() => own[Symbol.asyncDispose]());

  test('has its stars, its neighbours, and a plain sentence that says what they mean', () => {
    const [body = ''] = own.comments();
    expect(body).toMatch(/\*\*\d of 5 stars\*\* · \*\*2nd of 6\*\* on its board/);
    expect(body).toMatch(
      /Answering 1,000 queries took this model 7\.07 Wh of GPU energy, .* times the best and .* times the median of the 6 results on its board; \d of 5 stars mean that this lies in the .* fifth of the range/,
    );
    expect(body).toContain('published/model-3');
    expect(body).toContain('| **2** | **octo-lab/model-7** |');
  });

  test('says what it does to the stars of others in the next edition', () => {
    expect(own.comments()[0]).toMatch(/\*\*In the next edition:\*\* (No other model’s stars change|Stars of others that change)/);
  });

  test('stands beside the newest edition, with the caveat of what another harness measured', () => {
    expect(own.comments()[0]).toContain('Beside edition 2025-02');
    expect(own.comments()[0]).toContain('was measured with another harness and other software');
  });
});

/** An edition whose figures were published elsewhere. */
const edition = (name: string) => ({
  schemaVersion: 1,
  name,
  scope: 'gpu',
  hardware: 'NVIDIA H100 80GB HBM3',
  source: 'https://example.org',
  rows: [5, 3, 1].map((stars, index) => ({
    task: 'text-generation',
    model: `old/model-${index + 1}`,
    class: 'A',
    gpuWhPer1000Queries: 4 * (index + 1),
    stars,
  })),
});

test('a result that is not official is told and not staged where an official one of the same model stands', async () => {
  await using own = await reportScene();
  const official = sealed({ ...own.measured.record, nonce: 'f'.repeat(32) });
  publish(own.two, [official]);
  const policy = 'schemaVersion: 1\nname: AI Energy Score\nbackends: [transformers]\nofficial: { runs: 99 }\n';
  commitTo(own.two.results, { files: { 'policy.yaml': policy } });
  const { report } = await own.tell();
  expect(report && acceptedOf(report)).toEqual([]);
  expect(own.comments()[0]).toContain('`P-standing`');
  expect(own.comments()[0]).toContain(recordName(official));
});

describe('what did not go well', () => {
  test('a run that failed is told with its code and what to do, and its check is red', async () => {
    const artifacts = await scene.artifacts();
    const folder = scene.folderOf(artifacts);
    await rm(join(folder, 'result.tar.gz'));
    await writeFile(
      join(folder, 'failure.json'),
      JSON.stringify({ code: 'backend-memory', message: 'The model does not fit.', mend: 'Use a smaller precision.' }),
    );
    const { report, thrown } = await scene.tell({ artifacts });
    expect([thrown, report && acceptedOf(report)]).toEqual([null, []]);
    expect(scene.comments()[0]).toContain('`backend-memory` **The model does not fit.** Use a smaller precision.');
    expect(scene.comments()[0]).toContain('❌ measured');
    expect(scene.comments()[0]).toContain(`/rerun ${scene.pullRequest.headSha}`);
    expect(scene.two.submissions.checkRuns).toMatchObject([
      { conclusion: 'failure', annotations: [{ path: pathOf(7), start_line: 1, title: 'backend-memory' }] },
    ]);
  });

  test('a run that left nothing is told with its link', async () => {
    const { thrown } = await scene.tell({ artifacts: join(scene.two.folder, 'none') });
    expect(thrown).toBeNull();
    expect(scene.comments()[0]).toContain('**No result came back** from [the run](https://github.com/octo/submissions/actions/runs/5007)');
    expect(scene.two.submissions.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
  });

  test('a newer commit: the result is told, and nothing is staged', async () => {
    await using own = await reportScene();
    const newer = push(own.two.submissions, 7, [{ path: pathOf(7), content: `${submissionOf(7)}precision: float16\n` }]);
    const { report } = await own.tell();
    expect(report && acceptedOf(report)).toEqual([]);
    const [body = ''] = own.comments();
    expect(body).toContain('7.07 Wh per 1,000 queries');
    expect(body).toContain('**Not staged.**');
    expect(body).toContain('`head-moved`');
    expect(body).toContain(`/benchmark ${newer.headSha}`);
    expect(body).toContain('✅ measured → ❌ staged');
    expect(own.two.submissions.checkRuns).toMatchObject([{ headSha: own.measured.order.head, conclusion: 'neutral' }]);
  });

  test.each([
    ['closed', 'pull-request-closed'],
    ['merged', 'pull-request-merged'],
  ])('a pull request that was %s meanwhile: the result is told, and nothing is staged', async (how, code) => {
    await using own = await reportScene();
    const open = own.two.submissions.pullRequests[0];
    if (open === undefined) throw new Error('There is one.');
    if (how === 'closed') closePullRequest(open);
    else mergePullRequest(own.two.submissions, open, { by: STRANGER });
    const { report, thrown } = await own.tell();
    expect([thrown, report && acceptedOf(report)]).toEqual([null, []]);
    expect(own.comments()[0]).toContain(`\`${code}\``);
    expect(own.comments()[0]).toContain('7.07 Wh per 1,000 queries');
  });

  test('an old job that is run again once all is published changes no comment, and stages nothing', async () => {
    await using own = await reportScene();
    publish(own.two, [own.measured.record]);
    const theirs = comment(own.two.submissions, own.pullRequest, { author: BOT, body: `${PULL_REQUEST_MARKER}\n\n### 🎉 Published\n` });
    const { report, thrown } = await own.tell();
    expect([thrown, report && acceptedOf(report)]).toEqual([null, []]);
    expect(own.comments()).toEqual([theirs.body]);
    expect(own.two.submissions.checkRuns).toHaveLength(1);
  });

  test('an order whose blob the commit does not have is not staged', async () => {
    const order = { ...scene.measured.order, blob: '1'.repeat(40) };
    const { report } = await scene.tell({ orders: [order] });
    expect(report?.submissions[0]?.obstacles).toMatchObject([{ code: 'blob-moved' }]);
    expect(report && acceptedOf(report)).toEqual([]);
  });

  test('a submission that today’s policy does not take is not staged', async () => {
    const { submissions } = scene.two;
    const before = submissions.policy;
    submissions.policy = 'schemaVersion: 1\nname: AI Energy Score\nbackends: [transformers]\ndeniedModels: [octo-lab/*]\n';
    const { report } = await scene.tell();
    submissions.policy = before;
    expect(report && acceptedOf(report)).toEqual([]);
    expect(scene.comments()[0]).toContain('`submission-refused`');
  });

  test('a result of scripted hardware goes into no repository of real ones', async () => {
    await using own = await reportScene();
    const measured = await own.two.measure(own.pullRequest, 7, (record) =>
      sealed({ ...record, hardware: { ...record.hardware, scripted: true } }),
    );
    const { report } = await own.tell({ orders: [measured.order] });
    expect(report && acceptedOf(report)).toEqual([]);
    expect(own.comments()[0]).not.toContain('Official result');
  });
});

describe('a token that may not do all', () => {
  test('without the right to comment the check and the summary stand, with a warning', async () => {
    const { thrown, warnings, summary, report } = await scene.tell({
      grants: { contents: 'read', 'pull-requests': 'read', checks: 'write' },
    });
    expect(thrown).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/Cannot comment on the pull request.*The job summary holds the outcome/)]);
    expect(summary).toContain('7.07 Wh');
    expect(report && acceptedOf(report)).toHaveLength(1);
    expect(scene.comments()).toEqual([]);
    expect(scene.two.submissions.checkRuns).toHaveLength(1);
  });

  test('without the right to write checks the comment and the summary stand, with a warning', async () => {
    const { thrown, warnings, report } = await scene.tell({ grants: { contents: 'read', 'pull-requests': 'write' } });
    expect([thrown, warnings.length, report && acceptedOf(report).length]).toEqual([null, 1, 1]);
    expect(scene.comments()).toHaveLength(1);
  });

  test('a results repository that it does not see ends the step with what to do', async () => {
    scene.two.results.private = true;
    const { thrown } = await scene.tell();
    scene.two.results.private = false;
    expect(thrown).toMatchObject({ kind: 'operator', code: 'github-missing' });
    expect(scene.comments()).toEqual([]);
  });
});

describe('orders that do not belong together', () => {
  test.each([
    ['of two commits', { head: '2'.repeat(40) }],
    ['of two pull requests', { pullRequest: 9 }],
    ['given twice', {}],
  ])('%s are refused before anything is asked', async (_what, change) => {
    const { order } = scene.measured;
    const { thrown, requests } = await scene.tell({ orders: [order, { ...order, ...change }] });
    expect(thrown).toMatchObject({ kind: 'operator', code: 'order-damaged' });
    expect(requests).toEqual([]);
  });
});

test('several submissions are told each for itself, and what is sound of them goes on', async () => {
  await using own = await reportScene();
  const { two } = own;
  const files = [1, 2, 3].map((n) => ({ path: pathOf(n), content: submissionOf(n) }));
  const pullRequest = push(two.submissions, 12, files);
  const measured = [];
  for (const n of [1, 2, 3]) measured.push(await two.measure(pullRequest, n));
  const [first, second, third] = measured;
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
  await rm(own.folderOf(first.artifacts, second.order), { recursive: true });
  const failed = own.folderOf(first.artifacts, third.order);
  await rm(failed, { recursive: true });
  await mkdir(failed);
  await writeFile(join(failed, 'failure.json'), JSON.stringify({ code: 'gpu-lost', message: 'The GPU is gone.', mend: 'Look at it.' }));
  const { report, thrown, requests } = await own.tell({ orders: measured.map(({ order }) => order), artifacts: first.artifacts });
  expect(thrown).toBeNull();
  expect(report && acceptedOf(report)).toMatchObject([{ recordDigest: first.recordDigest }]);
  expect(requests).toHaveLength(5);
  const [body = ''] = own.comments();
  expect(body).toContain('### ⚠️ 1 of 3 submissions measured');
  for (const text of [
    'Official result: octo-lab/model-1',
    'No result came back: octo-lab/model-2',
    'No result: octo-lab/model-3',
    '`gpu-lost`',
  ])
    expect(body).toContain(text);
  expect(two.submissions.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
});

describe('what a report costs', () => {
  /** A board of the reported result with so many rows. */
  const boardOfRows = (rows: number): string => {
    const [board] = boardsOf([entryOf(publishedModel(1, 1.5), 'results/a.json', null)], defaultPolicy());
    const [row] = board?.rows ?? [];
    const many = Array.from({ length: rows }, (_, index) => ({
      ...row,
      rank: index + 1,
      verdict: 'official',
      model: `published/model-${index}`,
      whPer1000Queries: 1 + (20 * index) / rows,
      record: `results/text-generation/published/model-${index}/0.json`,
    }));
    return JSON.stringify({ ...board, rows: many });
  };

  test.each([
    [10, 4],
    [100_000, 5],
  ])('with %i results on its board the comment is request %i, of at most 8', async (rows, place) => {
    await using own = await reportScene();
    commitTo(own.two.results, { files: { [`leaderboard/${boardId(boardOf(own.measured.record))}.json`]: boardOfRows(rows) } });
    const { requests, thrown } = await own.tell();
    expect(thrown).toBeNull();
    expect(1 + requests.findIndex((request) => request.endsWith('/comments'))).toBe(place);
    expect(own.comments()[0]).toContain(`of ${rows === 10 ? '11' : '100,001'}`);
  });
});

describe('what its owner measured', () => {
  /** What concerns a field of the submission, and the field's line. */
  const LINES = [
    ['R-identity-origin', 7],
    ['R-identity-public-model', 2],
    ['R-method-precision-official', 5],
  ] as const;

  test('is fetched, checked, and marked as self-reported', async () => {
    await using own = await reportScene();
    const { two } = own;
    two.submissions.policy = 'schemaVersion: 1\nname: AI Energy Score\nbackends: [embedded]\nevidence: { hosts: [files.example.org] }\n';
    const { folder } = await resultFolder(join(two.folder, 'owner'));
    const packed = await packResult(folder, join(two.folder, 'owner.tar.gz'));
    const path = 'submissions/example-org/synthetic-tiny/text-generation.yaml';
    const submission = submissionWith(packed.sha256);
    const pullRequest = push(two.submissions, 21, [{ path, content: submission }]);
    const blob = two.submissions.git.resolve(`${pullRequest.headSha}:${path}`) ?? '';
    const order = { ...own.measured.order, pullRequest: 21, head: pullRequest.headSha, path, blob, submission };
    await using server = await evidenceServer({ [URL_OF_EVIDENCE]: await readFile(packed.file) });
    const { report, thrown } = await own.tell({ orders: [order], artifacts: join(two.folder, 'none'), fetch: server.fetch });
    expect([thrown, report && acceptedOf(report).length]).toEqual([null, 1]);
    const [body = ''] = own.comments();
    expect(body).toContain('### 📨 Self-reported result: example-org/synthetic-tiny');
    expect(body).toContain('recomputed here from the evidence at files.example.org');
    expect(two.submissions.checkRuns).toMatchObject([
      { conclusion: 'neutral', annotations: LINES.map(([title, line]) => ({ path, title, start_line: line })) },
    ]);
  });

  test('is told as failed where its host does not answer, and a rerun completes it', async () => {
    const path = 'submissions/example-org/synthetic-tiny/text-generation.yaml';
    const { submissions } = scene.two;
    const before = submissions.policy;
    submissions.policy = 'schemaVersion: 1\nname: AI Energy Score\nbackends: [embedded]\nevidence: { hosts: [files.example.org] }\n';
    const order = { ...scene.measured.order, path, submission: submissionWith('a'.repeat(64)) };
    const { report, thrown } = await scene.tell({ orders: [order], fetch: () => Promise.reject(new Error('no route')) });
    submissions.policy = before;
    expect([thrown, report && acceptedOf(report)]).toEqual([null, []]);
    expect(scene.comments()[0]).toContain('`evidence-unavailable`');
  });
});
