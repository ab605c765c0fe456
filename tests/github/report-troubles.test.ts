import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { acceptedOf } from '../../src/domain/pull-request/reported.ts';
import { type ReportScene, reportScene } from '../support/github/report-scene.ts';
import { EVERY_TROUBLE } from '../support/github/troubles.ts';

let scene: ReportScene;
beforeAll(async () => {
  scene = await reportScene();
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(() => scene.forget());

/** The requests of a report, in their order. */
const REQUESTS = {
  'question about the pull request': { at: /POST \/graphql$/ },
  'question about the policy of the results repository': { at: /POST \/graphql$/, skip: 1 },
  'question about the board': { at: /POST \/graphql$/, skip: 2 },
  comment: { at: /POST .*\/comments$/ },
  check: { at: /POST .*\/check-runs$/ },
} as const;

const ALL = Object.entries(REQUESTS).flatMap(([name, at]) =>
  Object.entries(EVERY_TROUBLE).map(([trouble, what]) => ({ name, trouble, ...at, ...what })),
);

test.each(ALL)('$trouble at the $name ends in the right state, or in a clear failure that a rerun completes', async (given) => {
  const { name: _name, trouble: _trouble, ...trouble } = given;
  const first = await scene.tell({ troubles: [{ ...trouble, times: 1 }] });
  if (first.thrown !== null)
    expect(first.thrown).toMatchObject({ kind: 'operator', code: expect.stringMatching(/^github-/), mend: expect.stringMatching(/\w/) });
  const last = first.thrown === null ? first : await scene.tell();
  expect(last.thrown).toBeNull();
  expect(last.report && acceptedOf(last.report)).toHaveLength(1);
  expect(scene.comments()).toHaveLength(1);
  expect(scene.comments()[0]).toContain('Official result');
  expect(scene.two.submissions.checkRuns.at(-1)).toMatchObject({ conclusion: 'success' });
});

const LASTING = Object.entries(REQUESTS).flatMap(([name, at]) => [
  { name, at, what: 'a 503', trouble: { with: { status: 503 } }, code: 'github-unavailable' } as const,
  { name, at, what: 'silence', trouble: { with: 'silence' }, code: 'github-timeout' } as const,
]);

test.each(LASTING)(
  '$what that stays at the $name fails clearly, keeps the summary of what is known, and a rerun completes it',
  async ({ name, at, trouble, code }) => {
    const { thrown, summary } = await scene.tell({ troubles: [{ ...at, ...trouble }] });
    expect(thrown).toMatchObject({ kind: 'operator', code, mend: expect.stringContaining('Rerun') });
    expect(scene.comments().length).toBeLessThanOrEqual(1);
    if (name === 'comment' || name === 'check') expect(summary).toContain('Official result');
    expect((await scene.tell()).thrown).toBeNull();
    expect(scene.comments()).toHaveLength(1);
  },
);

test('a report that is made again changes the one comment', async () => {
  await scene.tell();
  await scene.tell();
  expect(scene.comments()).toHaveLength(1);
});
