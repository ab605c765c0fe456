import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { artifactName } from '../../src/domain/pull-request/order.ts';
import { figureOf } from '../../src/render/wording.ts';
import { gitIn } from '../../src/results-repo/git.ts';
import { gitSnapshot } from '../../src/results-repo/git-snapshot.ts';
import { checkRepository } from '../../src/stages/check-repo.ts';
import { VERSION } from '../../src/version.ts';
import { close, stage } from '../support/github/closing.ts';
import { type Measured, pathOf, submissionOf, type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { closePullRequest, commitTo, type LoopbackPullRequest, mergePullRequest, push } from '../support/github/state.ts';
import { recordText } from '../support/records.ts';

const MAINTAINER = { id: 202, login: 'maintainer-mia' };

let scene: TwoRepositories;
beforeEach(async () => {
  scene = await twoRepositories();
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const merge = (pullRequest: LoopbackPullRequest, changes: Record<string, string | null> = {}) =>
  mergePullRequest(scene.submissions, pullRequest, { by: MAINTAINER, changes });

const filesOf = (branch: string): string[] => scene.results.git.git(['ls-tree', '-r', '--name-only', branch]).toString().trim().split('\n');
const recordsOf = (branch: string): string[] => filesOf(branch).filter((path) => path.startsWith('results/'));
const candidates = (): string[] =>
  scene.results.git.references('refs/heads/candidates').map(({ name }) => name.slice('refs/heads/'.length));
const textAt = (expression: string): string => scene.results.git.readAt(expression)?.toString() ?? '';
const evidence = (): string[] => scene.results.releases.flatMap(({ assets }) => assets.map(({ name }) => name));
const comments = (): string[] => scene.submissions.comments.map(({ body }) => body);

/** A pull request whose candidate stands. */
async function staged(number = 7, n = number): Promise<{ pullRequest: LoopbackPullRequest; measured: Measured }> {
  const pullRequest = scene.open(number, n);
  const measured = await scene.measure(pullRequest, n);
  expect(await stage(scene, [measured])).toMatchObject({ kind: 'staged' });
  return { pullRequest, measured };
}

/** Puts files onto a candidate by hand, as somebody who got hold of the App could. */
const tamper = (files: Record<string, string | null>) => commitTo(scene.results, { branch: 'candidates/pr-7', files, message: 'Tamper' });

const CODES = /`([a-z][a-z-]+)`/g;
const codesIn = (body = ''): string[] => [...body.matchAll(CODES)].map(([, code = '']) => code).filter((code) => code.includes('-'));

describe('the way from a measurement to a published result', () => {
  test('6. begins an empty results repository, shows the exact change, and publishes it as it was shown', async () => {
    const { pullRequest, measured } = await staged();
    const path = recordPath(measured.record);
    expect(recordsOf('refs/heads/main')).toEqual([]);
    expect(recordsOf('refs/heads/candidates/pr-7')).toEqual([path]);
    expect(evidence()).toEqual([`${recordName(measured.record)}.tar.gz`]);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('/octo/results/compare/main...candidates/pr-7');
    expect(comments()[0]).toContain(`/octo/results/releases/download/bundles-2026-01/${recordName(measured.record)}.tar.gz`);
    expect(comments()[0]).toContain('/octo/results/raw/candidates/pr-7/labels/');
    const shown = scene.results.git.git(['rev-parse', 'refs/heads/candidates/pr-7^{tree}']).toString();

    merge(pullRequest);
    const { publication } = await close(scene, pullRequest);
    expect(publication).toMatchObject({ outcome: 'published', candidate: 'removed' });
    expect(scene.results.git.git(['rev-parse', 'refs/heads/main^{tree}']).toString()).toBe(shown);
    expect(textAt(`refs/heads/main:${path}`)).toBe(recordText(measured.record));
    expect(JSON.parse(textAt(`refs/heads/main:ledger/${recordName(measured.record)}.json`))).toMatchObject({
      verdict: 'official',
      entries: [{ state: 'official', by: 'octo/submissions#7' }],
    });
    expect([candidates(), evidence().length, comments().length]).toEqual([[], 1, 1]);
    expect(comments()[0]).toContain(`/octo/results/blob/main/${path}`);
    expect(comments()[0]).toContain(`## ${figureOf(measured)} per 1,000 queries\n`);
    expect(comments()[0]).toContain('The only result so far on Text generation, class A, h100-80gb-hbm3');
    expect(comments()[0]).toMatch(
      /<img align="right"[^>]* src="[^"]*\/octo\/results\/raw\/main\/labels\/latest\/text-generation\/octo-lab\/model-7\.svg">/,
    );
    expect(comments()[0]).toContain(`[Record ${recordName(measured.record)}]`);
    expect(comments()[0]).toContain('✅ staged → ✅ published');
  });

  test('7. a clone of what was published is proved consistent', async () => {
    for (const number of [7, 8]) {
      const { pullRequest } = await staged(number);
      merge(pullRequest);
      await close(scene, pullRequest);
    }
    const place = await mkdtemp(join(scene.folder, 'clone-'));
    const git = gitIn(place);
    await git.text(['clone', '--quiet', `file://${scene.results.git.path}`, '.']);
    const commit = (await git.text(['rev-parse', 'HEAD'])).trim();
    const report = await checkRepository({ place, snapshot: gitSnapshot(git, commit), git, builderVersion: VERSION, evidence: 'leave' });
    expect(report).toMatchObject({ findings: [], records: 2 });
  });

  test('8. another publication in between is no conflict: both are there', async () => {
    const first = await staged(7);
    const second = await staged(8);
    for (const { pullRequest } of [second, first]) {
      merge(pullRequest);
      expect((await close(scene, pullRequest)).publication.outcome).toBe('published');
    }
    expect(recordsOf('refs/heads/main')).toHaveLength(2);
  });

  test('9. publishing again changes nothing, and says the same', async () => {
    const { pullRequest } = await staged();
    merge(pullRequest);
    await close(scene, pullRequest);
    const head = scene.results.git.commitOf('refs/heads/main');
    expect((await close(scene, pullRequest)).publication).toMatchObject({ outcome: 'already-published' });
    expect(scene.results.git.commitOf('refs/heads/main')).toBe(head);
    expect(comments().map((body) => body.includes('### 🎉 Published'))).toEqual([true]);
  });

  test('10. staging what is published already changes nothing', async () => {
    const { pullRequest, measured } = await staged();
    merge(pullRequest);
    await close(scene, pullRequest);
    Object.assign(pullRequest, { state: 'open', merged: null });
    expect(await stage(scene, [measured])).toEqual({ kind: 'published' });
    expect(candidates()).toEqual([]);
  });

  test('11. several submissions of one pull request are one candidate, and are published together', async () => {
    const files = [7, 8].map((n) => ({ path: pathOf(n), content: submissionOf(n) }));
    const pullRequest = push(scene.submissions, 7, files);
    const measured = [await scene.measure(pullRequest, 7), await scene.measure(pullRequest, 8)];
    await stage(scene, measured);
    expect(recordsOf('refs/heads/candidates/pr-7')).toHaveLength(2);
    merge(pullRequest);
    const { publication } = await close(scene, pullRequest);
    expect(publication.submissions.map(({ kind }) => kind)).toEqual(['published', 'published']);
    expect([recordsOf('refs/heads/main').length, evidence().length, comments().length]).toEqual([2, 2, 1]);
  });

  test('12. a modified submission is measured anew, and the earlier result becomes superseded', async () => {
    const first = await staged(7, 7);
    merge(first.pullRequest);
    await close(scene, first.pullRequest);
    const changed = `${submissionOf(7)}# measured again\n`;
    const pullRequest = push(scene.submissions, 8, [{ path: pathOf(7), content: changed, status: 'modified' }]);
    await stage(scene, [await scene.measure(pullRequest, 7)]);
    merge(pullRequest);
    expect((await close(scene, pullRequest)).publication.outcome).toBe('published');
    expect(recordsOf('refs/heads/main')).toHaveLength(2);
    const earlier = JSON.parse(textAt(`refs/heads/main:ledger/${recordName(first.measured.record)}.json`));
    expect(earlier.entries.map(({ state }: { state: string }) => state)).toEqual(['official', 'superseded']);
  });

  test('13. a deleted submission withdraws nothing: the comment has the command that does', async () => {
    const first = await staged(7, 7);
    merge(first.pullRequest);
    await close(scene, first.pullRequest);
    const head = scene.results.git.commitOf('refs/heads/main');
    const pullRequest = push(scene.submissions, 8, [{ path: pathOf(7), content: '', status: 'removed' }]);
    merge(pullRequest);
    const { publication } = await close(scene, pullRequest);
    expect(publication.withdrawals).toEqual([{ path: pathOf(7), recordName: recordName(first.measured.record) }]);
    expect(scene.results.git.commitOf('refs/heads/main')).toBe(head);
    expect(comments()[1]).toContain(
      `gh workflow run ledger.yml --repo octo/results -f change=withdraw -f result=${recordName(first.measured.record)}`,
    );
  });
});

describe('what is refused when a pull request is merged', () => {
  const refusedFor = async (pullRequest: LoopbackPullRequest, event = {}): Promise<string[]> => {
    const { publication } = await close(scene, pullRequest, { event });
    expect(publication.outcome).toBe('refused');
    expect(recordsOf('refs/heads/main')).toEqual([]);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).not.toContain('🎉');
    return codesIn(comments()[0]);
  };

  test('14. another file than the measured one: the maintainer changed it in the merge', async () => {
    const { pullRequest } = await staged();
    merge(pullRequest, { [pathOf(7)]: `${submissionOf(7)}# changed\n` });
    expect(await refusedFor(pullRequest)).toContain('other-blob');
    expect([candidates(), evidence()]).toEqual([[], []]);
  });

  test('15. another file than the measured one: a commit was pushed after the measurement', async () => {
    const { pullRequest } = await staged();
    scene.open(7, 7, `${submissionOf(7)}# pushed later\n`);
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('other-blob');
  });

  test('16. a measured submission that was taken out again before the merge', async () => {
    const { pullRequest } = await staged();
    push(scene.submissions, 7, [{ path: pathOf(8), content: submissionOf(8) }]);
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toEqual(expect.arrayContaining(['submission-not-merged', 'not-measured']));
    expect([candidates(), evidence()]).toEqual([[], []]);
  });

  test('17. nothing was measured', async () => {
    await staged(9);
    const pullRequest = scene.open(7);
    scene.submissions.comments.length = 0;
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('not-measured');
  });

  test('18. the candidate was deleted by somebody', async () => {
    const { pullRequest } = await staged();
    scene.results.git.git(['update-ref', '-d', 'refs/heads/candidates/pr-7']);
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('not-measured');
  });

  test('19. a merge into another branch than the default one', async () => {
    const { pullRequest } = await staged();
    const commit = merge(pullRequest);
    const merged = { commit, base: 'side', defaultBranch: 'main', by: 'maintainer-mia' };
    expect(await refusedFor(pullRequest, { merged })).toContain('merged-elsewhere');
  });

  test("20. a figure that was changed in the candidate: its name is not its content's", async () => {
    const { pullRequest, measured } = await staged();
    const path = recordPath(measured.record);
    const better = { ...measured.record, score: { ...measured.record.score, whPer1000Queries: 0.001 } };
    tamper({ [path]: recordText(better) });
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('candidate-tampered');
    expect(candidates()).toEqual(['candidates/pr-7']);
  });

  test('21. a changed record under the name of its new content: its evidence does not give it', async () => {
    const { pullRequest, measured } = await staged();
    const better: Result = { ...measured.record, score: { ...measured.record.score, whPer1000Queries: 0.001 } };
    tamper({ [recordPath(measured.record)]: null, [recordPath(better)]: recordText(better) });
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('evidence-missing');
  });

  test('22. the same, with the evidence of the true one under its name: the checks recompute the figure', async () => {
    const { pullRequest, measured } = await staged();
    const better: Result = { ...measured.record, score: { ...measured.record.score, whPer1000Queries: 0.001 } };
    tamper({ [recordPath(measured.record)]: null, [recordPath(better)]: recordText(better) });
    const [release] = scene.results.releases;
    const [asset] = release?.assets ?? [];
    if (asset !== undefined) release?.assets.push({ ...asset, id: 9999, name: `${recordName(better)}.tar.gz` });
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('checks-fail-now');
  });

  test('23. a record of another pull request in the candidate', async () => {
    const other = await staged(8);
    const { pullRequest } = await staged(7);
    scene.submissions.comments.splice(0, 1);
    tamper({ [recordPath(other.measured.record)]: recordText(other.measured.record) });
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('candidate-tampered');
  });

  test('24. the candidate of another submissions repository with the same number', async () => {
    const { pullRequest } = await staged();
    merge(pullRequest);
    expect(await refusedFor(pullRequest, { repositoryId: 700_009 })).toContain('candidate-tampered');
  });

  test('25. something that is no record', async () => {
    const { pullRequest, measured } = await staged();
    tamper({ [recordPath(measured.record)]: '{}' });
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('candidate-tampered');
  });

  test('26. a policy that does not let the result pass any more: what the candidate says of policies is not asked', async () => {
    const { pullRequest } = await staged();
    commitTo(scene.results, { files: { 'policy.yaml': 'schemaVersion: 1\nname: Ours\nofficial:\n  gpus: [Another GPU]\n' } });
    tamper({ 'policy.yaml': 'schemaVersion: 1\nname: Mine\n', 'leaderboard/index.json': '{}', 'README.md': 'mine' });
    merge(pullRequest);
    const { publication } = await close(scene, pullRequest);
    expect(publication.outcome).toBe('published');
    const [path = ''] = recordsOf('refs/heads/main');
    expect(JSON.parse(textAt(`refs/heads/main:ledger/${path.slice(-17)}`))).toMatchObject({ verdict: 'unofficial' });
    expect(textAt('refs/heads/main:policy.yaml')).toContain('name: Ours');
    expect(textAt('refs/heads/main:README.md')).not.toBe('mine');
  });

  test('27. evidence that is gone, until it is there again', async () => {
    const { pullRequest, measured } = await staged();
    const kept = scene.results.releases.flatMap(({ assets }) => assets.splice(0));
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('evidence-missing');
    scene.results.releases[0]?.assets.push(...kept);
    expect((await close(scene, pullRequest)).publication.outcome).toBe('published');
    expect(recordsOf('refs/heads/main')).toEqual([recordPath(measured.record)]);
  });

  test('28. evidence that was replaced', async () => {
    const { pullRequest } = await staged();
    for (const { assets } of scene.results.releases) for (const asset of assets) asset.bytes = Buffer.from('not an archive');
    merge(pullRequest);
    expect(await refusedFor(pullRequest)).toContain('evidence-archive');
  });

  test('29. a results repository that is none of ours is left as it is', async () => {
    const { pullRequest } = await staged();
    commitTo(scene.results, { files: { '.ai-energy-score': null } });
    const head = scene.results.git.commitOf('refs/heads/main');
    merge(pullRequest);
    await expect(close(scene, pullRequest)).rejects.toMatchObject({ code: 'not-a-results-repository' });
    expect(scene.results.git.commitOf('refs/heads/main')).toBe(head);
  });
});

describe('a pull request that is closed without a merge', () => {
  test('30. loses its candidate and its evidence, and is told so', async () => {
    const { pullRequest } = await staged();
    closePullRequest(pullRequest);
    expect((await close(scene, pullRequest)).publication.outcome).toBe('cleaned-up');
    expect([candidates(), evidence(), comments().length]).toEqual([[], [], 1]);
    expect(comments()[0]).toContain('Closed without a merge');
  });

  test('31. keeps everything where it was opened again meanwhile', async () => {
    const { pullRequest } = await staged();
    expect((await close(scene, pullRequest)).publication.outcome).toBe('nothing');
    expect([candidates(), evidence().length]).toEqual([['candidates/pr-7'], 1]);
  });

  test('32. takes no evidence of a published result along', async () => {
    const first = await staged(7);
    merge(first.pullRequest);
    await close(scene, first.pullRequest);
    const second = await staged(8);
    commitTo(scene.results, {
      branch: 'candidates/pr-8',
      files: { [recordPath(first.measured.record)]: recordText(first.measured.record) },
    });
    closePullRequest(second.pullRequest);
    await close(scene, second.pullRequest);
    expect(evidence()).toEqual([`${recordName(first.measured.record)}.tar.gz`]);
  });

  test('33. about another matter gets no word', async () => {
    const pullRequest = push(scene.submissions, 7, [{ path: 'README.md', content: 'better' }]);
    closePullRequest(pullRequest);
    expect((await close(scene, pullRequest)).publication.outcome).toBe('nothing');
    expect(comments()).toEqual([]);
  });
});

describe('what is refused when a result is staged', () => {
  test('34. another artifact than the one that was judged', async () => {
    const pullRequest = scene.open(7);
    const measured = await scene.measure(pullRequest, 7);
    await expect(stage(scene, [{ ...measured, recordDigest: 'f'.repeat(64) }])).rejects.toMatchObject({ code: 'artifact-changed' });
    expect([candidates(), evidence(), comments()]).toEqual([[], [], []]);
  });

  test('35. an artifact that is gone', async () => {
    const pullRequest = scene.open(7);
    const measured = await scene.measure(pullRequest, 7);
    await rm(join(measured.artifacts, artifactName(measured.order)), { recursive: true });
    await expect(stage(scene, [measured])).rejects.toMatchObject({ code: 'artifact-changed' });
    expect(candidates()).toEqual([]);
  });

  test('36. an artifact with another file beside the result', async () => {
    const pullRequest = scene.open(7);
    const measured = await scene.measure(pullRequest, 7);
    await writeFile(join(measured.artifacts, artifactName(measured.order), 'run.sh'), 'echo');
    await expect(stage(scene, [measured])).rejects.toMatchObject({ code: 'artifact-changed' });
  });

  test('37. a pull request with a newer commit, or a closed one', async () => {
    const pullRequest = scene.open(7);
    const measured = await scene.measure(pullRequest, 7);
    scene.open(7, 7, `${submissionOf(7)}# newer\n`);
    expect(await stage(scene, [measured])).toMatchObject({ kind: 'refused', failure: { code: 'head-moved' } });
    closePullRequest(pullRequest);
    expect(await stage(scene, [measured])).toMatchObject({ kind: 'refused', failure: { code: 'pull-request-closed' } });
    expect([candidates(), evidence()]).toEqual([[], []]);
  });

  test('38. a nonce that a published record has used', async () => {
    const first = await staged(7);
    merge(first.pullRequest);
    await close(scene, first.pullRequest);
    const pullRequest = scene.open(8);
    const { nonce } = first.measured.record;
    const measured = await scene.measure(pullRequest, 8, (record) => ({ ...record, nonce }));
    await expect(stage(scene, [measured])).rejects.toMatchObject({ code: 'result-refused' });
    expect(candidates()).toEqual([]);
  });

  test('39. a new measurement takes the place of the earlier candidate, and its evidence that of the earlier one', async () => {
    await staged();
    const pullRequest = scene.open(7, 7, `${submissionOf(7)}# again\n`);
    const measured = await scene.measure(pullRequest, 7);
    await stage(scene, [measured]);
    expect(recordsOf('refs/heads/candidates/pr-7')).toEqual([recordPath(measured.record)]);
    expect(evidence()).toEqual([`${recordName(measured.record)}.tar.gz`]);
  });

  test('40. the evidence that is kept is packed anew: the same result gives the same bytes', async () => {
    const { measured } = await staged();
    const archive = await readFile(join(measured.artifacts, artifactName(measured.order), 'result.tar.gz'));
    const [asset] = scene.results.releases.flatMap(({ assets }) => assets);
    expect(Buffer.from(asset?.bytes ?? []).equals(archive)).toBe(true);
  });
});
