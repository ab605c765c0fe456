import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Order } from '../../src/domain/generated/order.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { boardId, boardOf, recordName, recordPath } from '../../src/domain/identifiers.ts';
import { acceptedOf } from '../../src/domain/pull-request/reported.ts';
import { gitIn } from '../../src/results-repo/git.ts';
import { gitSnapshot } from '../../src/results-repo/git-snapshot.ts';
import { checkRepository } from '../../src/stages/check-repo.ts';
import { packResult } from '../../src/stages/self-reported.ts';
import { VERSION } from '../../src/version.ts';
import { resultFolder, submissionWith, URL_OF_EVIDENCE } from '../evidence/packed-result.ts';
import { type Answer, evidenceServer } from '../support/evidence-server.ts';
import { close, stage } from '../support/github/closing.ts';
import type { Measured } from '../support/github/ordered-results.ts';
import { type ReportScene, reportScene } from '../support/github/report-scene.ts';
import { commitTo, type LoopbackPullRequest, mergePullRequest, push } from '../support/github/state.ts';

const PATH = 'submissions/example-org/synthetic-tiny/text-generation.yaml';
const MAINTAINER = { id: 202, login: 'maintainer-mia' };
const policyWith = (evidence: string) => `schemaVersion: 1\nname: AI Energy Score\nbackends: [embedded]\nevidence: ${evidence}\n`;
const ALLOWED = policyWith('{ hosts: [files.example.org] }');

let scene: ReportScene;
beforeEach(async () => {
  scene = await reportScene();
  scene.two.submissions.policy = ALLOWED;
  commitTo(scene.two.results, { files: { '.ai-energy-score': 'layout: 1\n' } });
});
afterEach(async () => {
  expect(scene.two.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** A pull request whose submission names evidence, as the gate ordered it. */
type Reported = { pullRequest: LoopbackPullRequest; order: Order; archive: Uint8Array };

type Owner = Parameters<typeof resultFolder>[1];

async function opened(number = 21, owner: Owner = {}, submission = submissionWith): Promise<Reported> {
  const { submissions, folder } = scene.two;
  const own = join(folder, `owner-${number}`);
  const packed = await packResult((await resultFolder(own, owner)).folder, `${own}.tar.gz`);
  const text = submission(packed.sha256);
  const pullRequest = push(submissions, number, [{ path: PATH, content: text }]);
  const blob = submissions.git.resolve(`${pullRequest.headSha}:${PATH}`) ?? '';
  const order: Order = {
    ...scene.measured.order,
    pullRequest: number,
    head: pullRequest.headSha,
    path: PATH,
    blob,
    submission: text,
    policy: ALLOWED,
    nonce: sha256(`nonce ${number}`).slice(0, 32),
  };
  return { pullRequest, order, archive: await readFile(packed.file) };
}

/** Report, with what its host answers. */
async function report({ order, archive }: Reported, answer: Answer = archive) {
  await using server = await evidenceServer({ [URL_OF_EVIDENCE]: answer });
  const told = await scene.tell({ orders: [order], artifacts: join(scene.two.folder, 'none'), fetch: server.fetch });
  return { ...told, accepted: told.report === null ? [] : acceptedOf(told.report) };
}

/** Stage, with what report accepted. */
async function stageReported({ order, archive }: Reported, recordDigest: string, answer: Answer = archive) {
  await using server = await evidenceServer({ [URL_OF_EVIDENCE]: answer });
  const accepted: Measured = { order, recordDigest, record: scene.measured.record, artifacts: join(scene.two.folder, 'none') };
  return await stage(scene.two, [accepted], { fetch: server.fetch });
}

async function staged(reported: Reported) {
  const { accepted, thrown } = await report(reported);
  expect([thrown, accepted.length]).toEqual([null, 1]);
  const digest = accepted[0]?.recordDigest ?? '';
  expect(await stageReported(reported, digest)).toMatchObject({ kind: 'staged' });
  return digest;
}

const { parse } = JSON;
const textAt = (expression: string): string => scene.two.results.git.readAt(expression)?.toString() ?? '';
const recordsOn = (branch: string): string[] =>
  scene.two.results.git.references(`refs/heads/${branch}`).length === 0
    ? []
    : scene.two.results.git
        .files(`refs/heads/${branch}`)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('results/'));
const merge = ({ pullRequest }: Reported, changes: Record<string, string> = {}) =>
  mergePullRequest(scene.two.submissions, pullRequest, { by: MAINTAINER, changes });

describe('a result that its owner measured', () => {
  test('goes the whole way marked by its origin, never official, and the results repository proves consistent', async () => {
    const reported = await opened();
    await staged(reported);
    expect(scene.comments()[0]).toContain('### 📨 Self-reported result');
    const [path = ''] = recordsOn('candidates/pr-21');
    expect(parse(textAt(`refs/heads/candidates/pr-21:${path}`))).toMatchObject({
      origin: 'self-reported',
      evidence: { url: URL_OF_EVIDENCE },
    });
    merge(reported);
    const { publication } = await close(scene.two, reported.pullRequest);
    expect(publication).toMatchObject({ outcome: 'published', candidate: 'removed', submissions: [{ kind: 'published', path: PATH }] });
    expect(scene.comments()[0]).toContain('### 🎉 Published');
    expect(scene.comments()[0]).toContain('Self-reported: measured by the model’s owner');
    const record: Result = parse(textAt(`refs/heads/main:${path}`));
    expect([record.origin, recordPath(record)]).toEqual(['self-reported', path]);
    expect(parse(textAt(`refs/heads/main:ledger/${recordName(record)}.json`))).toMatchObject({
      verdict: 'unofficial',
      failed: expect.arrayContaining(['R-identity-origin']),
      entries: [{ state: 'unofficial' }],
    });
    expect(parse(textAt(`refs/heads/main:leaderboard/${boardId(boardOf(record))}.json`)).rows).toMatchObject([
      { origin: 'self-reported', verdict: 'unofficial' },
    ]);
    expect(scene.two.results.releases.flatMap(({ assets }) => assets.map(({ name }) => name))).toEqual([`${recordName(record)}.tar.gz`]);
    const place = await scene.two.scratch();
    const git = gitIn(place);
    await git.text(['clone', '--quiet', `file://${scene.two.results.git.path}`, '.']);
    const commit = (await git.text(['rev-parse', 'HEAD'])).trim();
    const proved = await checkRepository({ place, snapshot: gitSnapshot(git, commit), git, builderVersion: VERSION, evidence: 'leave' });
    expect(proved).toMatchObject({ findings: [], records: 1 });
  });

  test('is published once: again is nothing new, and the same evidence in another pull request is a replay', async () => {
    const reported = await opened();
    const digest = await staged(reported);
    merge(reported);
    await close(scene.two, reported.pullRequest);
    expect((await close(scene.two, reported.pullRequest)).publication.outcome).toBe('already-published');
    expect(await stageReported(reported, digest)).toMatchObject({ kind: 'published' });
    const again = await opened(22, {}, (sum) => `${submissionWith(sum)}# once more\n`);
    const { accepted, report: told } = await report(again);
    expect(accepted).toEqual([]);
    expect(JSON.stringify(told)).toContain('"code":"E-evidence-replay","effect":"invalid","status":"fail"');
    expect(recordsOn('main')).toHaveLength(1);
  });

  test('is not published where another text was merged than the one that brought the evidence', async () => {
    const reported = await opened();
    await staged(reported);
    merge(reported, { [PATH]: `${reported.order.submission}# changed on the way\n` });
    expect((await close(scene.two, reported.pullRequest)).publication).toMatchObject({
      outcome: 'refused',
      candidate: 'removed',
      submissions: [{ kind: 'refused', failure: { code: 'other-blob' } }],
    });
    expect([recordsOn('main'), scene.two.results.releases.flatMap(({ assets }) => assets)]).toEqual([[], []]);
  });
});

describe('what the policy forbids goes no further', () => {
  test.each([
    ['takes no evidence at all', policyWith('{ hosts: [] }'), 'submission-refused'],
    ['takes it from another host', policyWith('{ hosts: [others.example.org] }'), 'submission-refused'],
    ['takes less of it', policyWith('{ hosts: [files.example.org], bytes: 100 }'), 'evidence-too-large'],
  ])('a policy that %s since the order: report tells it, and stage refuses it', async (_what, policy, code) => {
    const reported = await opened();
    const { accepted } = await report(reported);
    scene.two.submissions.policy = policy;
    scene.forget();
    const later = await report(reported);
    expect([later.thrown, later.accepted]).toEqual([null, []]);
    expect(scene.comments()[0]).toContain(`\`${code}\``);
    const refused = stageReported(reported, accepted[0]?.recordDigest ?? '');
    await expect(refused).rejects.toMatchObject({ kind: 'input', code, mend: expect.stringMatching(/\w/) });
    expect([recordsOn('main'), recordsOn('candidates/pr-21')]).toEqual([[], []]);
  });

  test('scripted hardware is a rehearsal, and no leaderboard takes it', async () => {
    const { accepted } = await report(
      await opened(21, { record: (record) => ({ ...record, hardware: { ...record.hardware, scripted: true } }) }),
    );
    expect(accepted).toEqual([]);
    expect(scene.comments()[0]).toMatch(/P-rehearsal|R-/);
  });

  test('a record that says it was ordered by a gate is another result shown again', async () => {
    const { accepted, report: told } = await report(
      await opened(21, { record: (record) => ({ ...record, identity: scene.measured.record.identity }) }),
    );
    expect(accepted).toEqual([]);
    expect(JSON.stringify(told)).toContain('"code":"E-record-origin","effect":"invalid","status":"fail"');
  });

  test.each([
    ['larger than', 'bytes: 100', 'evidence-too-large'],
    ['unpacked larger than', 'unpackedBytes: 1000', 'evidence-too-large'],
  ])(
    'evidence that is %s the results repository takes by the day of the merge is refused, and kept for another try',
    async (_what, limit, code) => {
      const reported = await opened();
      await staged(reported);
      merge(reported);
      commitTo(scene.two.results, { files: { 'policy.yaml': `schemaVersion: 1\nname: AI Energy Score\nevidence: { ${limit} }\n` } });
      expect((await close(scene.two, reported.pullRequest)).publication).toMatchObject({
        outcome: 'refused',
        candidate: 'kept',
        submissions: [{ kind: 'refused', failure: { code } }],
      });
      expect(recordsOn('main')).toEqual([]);
    },
  );
});

describe('evidence that its owner changes between report and stage', () => {
  test.each<[string, Answer | null, string, string]>([
    ['another file', Buffer.from('another'), 'evidence-digest', 'input'],
    ['nothing any more', (response) => void response.writeHead(404).end(), 'evidence-missing', 'input'],
    ['an error for now', (response) => void response.writeHead(503).end(), 'evidence-unavailable', 'operator'],
  ])('%s: nothing is staged, the fault names it, and a rerun goes on once it is back', async (_what, answer, code, kind) => {
    const reported = await opened();
    const { accepted } = await report(reported);
    const digest = accepted[0]?.recordDigest ?? '';
    await expect(stageReported(reported, digest, answer ?? undefined)).rejects.toMatchObject({
      kind,
      code,
      mend: expect.stringMatching(/\w/),
    });
    expect(recordsOn('candidates/pr-21')).toEqual([]);
    expect(await stageReported(reported, digest)).toMatchObject({ kind: 'staged' });
    expect([recordsOn('candidates/pr-21').length, scene.comments().length]).toEqual([1, 1]);
  });
});
