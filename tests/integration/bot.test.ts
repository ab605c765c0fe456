import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { PULL_REQUEST_MARKER } from '../../src/render/validation-comment.ts';
import { type Chapter, liveThrough, type Story } from '../support/bot/story.ts';
import { type BotWorld, botWorld } from '../support/bot/world.ts';
import { whyNoBubblewrap } from '../support/bubblewrap.ts';

/** The published workflows of both repositories, as init writes them, run by act from a stranger's pull request to a published score. */
let world: BotWorld;
let story: Story;
beforeAll(async () => {
  expect(await whyNoBubblewrap()).toBeNull();
  world = await botWorld();
  story = await liveThrough(world);
});
afterAll(() => world?.[Symbol.asyncDispose]());

const CANDIDATE = 'refs/heads/candidates/pr-7';
const MAIN = 'refs/heads/main';

const ended = ({ jobs }: Chapter) => Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));
const logOf = ({ jobs }: Chapter) =>
  Object.values(jobs)
    .map(({ log }) => log)
    .join('\n');
const progress = ({ comments: [comment = ''] }: Chapter) => comment.split('\n').find((line) => line.includes(' → '));

describe('a stranger opens a pull request from a fork', () => {
  test('and is told the fault with its line and the change that mends it', () => {
    const { opened } = story;
    expect(ended(opened), logOf(opened)).toEqual({ validate: 'success' });
    expect(progress(opened)).toMatch(/^❌ validated/);
    expect(opened.comments[0]).toContain('+ task: text-generation');
  });

  test('and the next push gets what will run and the line that starts it, in the same comment', () => {
    const { mended, pullRequest } = story;
    expect(ended(mended), logOf(mended)).toEqual({ validate: 'success' });
    expect(progress(mended)).toMatch(/^✅ validated → ⏳ approved/);
    expect(mended.comments[0]).toContain(`\n/benchmark ${pullRequest.headSha}\n`);
  });

  test('and is answered within six requests of the event', () => {
    for (const chapter of [story.opened, story.mended]) expect(chapter.jobs.validate?.requests.length).toBeLessThanOrEqual(6);
  });
});

test('the command of somebody who may not write starts nothing, and gets a reaction and no comment', () => {
  const { mended, refused } = story;
  expect(ended(refused), logOf(refused)).toEqual({ gate: 'success', benchmark: 'skipped', report: 'skipped', stage: 'skipped' });
  expect(refused.jobs.gate?.steps.gate).toMatchObject({ go: 'false', orders: '[]', matrix: '[]' });
  expect(refused.reactions).toEqual(['-1']);
  expect(refused.comments).toEqual(mended.comments);
  expect(refused.branches).toEqual(mended.branches);
});

describe("a maintainer's command", () => {
  test('is ordered, measured, reported and staged', () => {
    const { approved } = story;
    expect(ended(approved), logOf(approved)).toEqual({ gate: 'success', benchmark: 'success', report: 'success', stage: 'success' });
    expect(approved.reactions).toEqual(['eyes', 'rocket']);
    expect(progress(approved)).toBe('✅ validated → ✅ approved → ✅ measured → ✅ staged → ⏳ published');
    expect(approved.comments[0]).toMatch(/## [\d.]+ Wh per 1,000 queries/);
    expect(approved.comments[0]).toContain('REHEARSAL: scripted hardware, not a measurement.');
  });

  test('has the model measured in bubblewrap, by a job that asks nothing of GitHub', () => {
    const { benchmark } = story.approved.jobs;
    expect(benchmark?.requests).toEqual([]);
    expect(benchmark?.log).toMatch(/Isolation\s+bubblewrap/);
    expect(benchmark?.log).toMatch(/Hardware\s+NVIDIA H100 80GB HBM3/);
    expect(benchmark?.steps.benchmark).toMatchObject({ verdict: 'rehearsal', scope: 'gpu' });
    expect(benchmark?.steps.benchmark?.reasons).not.toContain('R-identity');
  });

  test('is reported within eight requests', () => {
    const { requests = [] } = story.approved.jobs.report ?? {};
    expect(requests).toContain(`PATCH /repos/octo/submissions/issues/comments/${world.submissions.comments[0]?.id}`);
    expect(requests.length).toBeLessThanOrEqual(8);
  });

  test('leaves a candidate beside the results, its exact change to look at, and its evidence to fetch', () => {
    const { approved, mended } = story;
    const { server, results } = world;
    expect(approved.branches[MAIN]).toBe(mended.branches[MAIN]);
    expect(results.git.git(['rev-parse', `${approved.branches[CANDIDATE]}~1`]).trim()).toBe(approved.branches[MAIN]);
    expect(approved.comments[0]).toContain(`(${server.url}/octo/results/compare/main...candidates/pr-7)`);
    expect(results.releases.flatMap(({ assets }) => assets.map(({ name }) => name))).toEqual([`${recordName()}.tar.gz`]);
  });
});

describe('the merge', () => {
  test('publishes what was measured, by the App, and removes the candidate', () => {
    const { merged, approved } = story;
    const { git } = world.results;
    expect(ended(merged), logOf(merged)).toEqual({ publish: 'success' });
    expect(Object.keys(merged.branches)).toEqual([MAIN]);
    const before = git.readAt(`${approved.branches[CANDIDATE]}:${recordPath()}`);
    expect(git.readAt(`${merged.branches[MAIN]}:${recordPath()}`)).toEqual(before);
    expect(world.server.changes.filter(({ what }) => what === 'createCommitOnBranch').map(({ by }) => by)).toContain('energy-results[bot]');
    expect(progress(merged)).toBe('✅ validated → ✅ approved → ✅ measured → ✅ staged → ✅ published');
    expect(merged.comments[0]).toMatch(/babbler-27k · Text generation: [\d.]+ Wh per 1,000 queries/);
    expect(merged.comments[0]).toContain('REHEARSAL: scripted hardware, not a measurement.');
  });

  test('is of the submission that was approved', () => {
    const { git } = world.results;
    const record = JSON.parse(git.readAt(`${MAIN}:${recordPath()}`)?.toString() ?? '') as Result;
    expect(record.identity).toMatchObject({ kind: 'pull-request', pullRequest: 7, head: story.pullRequest.headSha });
    expect(record.hardware.scripted).toBe(true);
  });
});

describe('all the way', () => {
  const chapters = () => [story.opened, story.mended, story.refused, story.approved, story.merged, story.checked];

  test('there is one comment of the bot with one marker, and nobody is called by it', () => {
    for (const { comments } of chapters()) {
      expect(comments).toHaveLength(1);
      expect(comments[0]?.split(PULL_REQUEST_MARKER)).toHaveLength(2);
      expect(comments[0]?.startsWith(PULL_REQUEST_MARKER)).toBe(true);
      expect(comments[0]).not.toMatch(/(?<![\w/`])@\w/);
    }
  });

  test('no job needs more than its workflow grants it, and GitHub knows every request', () => {
    const { server } = world;
    // git asks without its token first, and gives it when it is asked.
    const asked = server.exchanges.filter(({ by }) => by !== 'nobody');
    expect(asked.filter(({ status }) => status === 401 || status === 403)).toEqual([]);
    expect(server.violations).toEqual([]);
  });
});

describe('the results repository', () => {
  test('clones with git, and is consistent', () => {
    const { checkRepo } = story.clone;
    expect(checkRepo.code, checkRepo.said).toBe(0);
  });

  test('shows the score in its README', async () => {
    expect(await readFile(join(story.clone.folder, 'README.md'), 'utf8')).toContain('ai-energy-score-examples/babbler-27k');
  });

  test('is told so by its own workflow', () => {
    expect(ended(story.checked), logOf(story.checked)).toEqual({ check: 'success' });
    expect(story.checked.jobs.check?.log).toContain('consistent=true');
  });
});

/** Path of the one record that was published. */
function recordPath(): string {
  const [record, ...more] = world.results.git.files(MAIN).filter(({ path }) => /^results\/.*\/[0-9a-f]{12}\.json$/.test(path));
  expect(more).toEqual([]);
  return record?.path ?? '';
}

const recordName = (): string => recordPath().slice(-17, -5);
