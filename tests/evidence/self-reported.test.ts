import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { PublishedResult } from '../../src/domain/checks/check.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { boardId, boardOf, recordDigest, recordName } from '../../src/domain/identifiers.ts';
import { SELF_REPORTED_CHECKS } from '../../src/domain/imports/self-reported.ts';
import { entryOf } from '../../src/domain/leaderboard/entry.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { importSelfReported, packResult, type SelfReported } from '../../src/stages/self-reported.ts';
import { validateSubmissions } from '../../src/stages/validate.ts';
import { evidenceServer } from '../support/evidence-server.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { MEASURED, resultFolder, submissionWith, URL_OF_EVIDENCE } from './packed-result.ts';

const POLICY = policyFrom({ schemaVersion: 1, name: 'Test', evidence: { hosts: ['files.example.org'], bytes: 1e7, unpackedBytes: 5e7 } });

let folder: Awaited<ReturnType<typeof folderOf>>;
beforeEach(async () => {
  folder = await folderOf();
});
afterEach(() => folder[Symbol.asyncDispose]());

type Way = {
  owner?: Parameters<typeof resultFolder>[1];
  /** The submission that brings the evidence, from its digest. */
  submission?: (digest: string) => string;
  path?: string;
  published?: (packed: Result) => PublishedResult[];
  policy?: typeof POLICY;
};

const NOW = new Date('2026-02-01T10:00:00Z');
const PATH = 'submissions/example-org/synthetic-tiny/text-generation.yaml';

/** An owner packs and uploads a result; somebody else imports it. */
async function goingTheWay({ owner, submission = submissionWith, path = PATH, published, policy = POLICY }: Way = {}) {
  const { folder: results, record: packed } = await resultFolder(join(folder.path, 'owner'), owner);
  const archive = await packResult(results, join(folder.path, 'result.tar.gz'));
  await using root = await folderOf({ [path]: submission(archive.sha256) });
  const [file] = await validateSubmissions({ root: root.path, files: [path], policy, catalogue: null });
  if (file === undefined) throw new Error('There is one file.');
  await using server = await evidenceServer({ [URL_OF_EVIDENCE]: await readFile(archive.file) });
  const request = {
    file,
    policy,
    folder: join(folder.path, 'imported'),
    published: published?.(packed) ?? null,
    now: NOW,
    fetch: server.fetch,
  };
  const outcome = file.valid ? await importSelfReported(request).catch((fault) => fault) : null;
  return { file, packed, archive, outcome };
}

const failed = ({ findings }: SelfReported, effect = 'invalid') =>
  findings.filter((finding) => finding.status === 'fail' && finding.effect === effect).map(({ code }) => code);

describe('a self-reported result', () => {
  test('is its owner’s record, marked by its origin, with its evidence and attestation', async () => {
    const { outcome, packed, archive, file } = await goingTheWay();
    expect(failed(outcome)).toEqual([]);
    expect(outcome.verdict).toBe('unofficial');
    expect(failed(outcome, 'unofficial')).toContain('R-identity-origin');
    const { evidence, origin, ...rest } = outcome.record as Result;
    expect({ ...rest, origin: 'measured' }).toEqual(packed);
    expect(origin).toBe('self-reported');
    expect(evidence).toEqual({
      url: URL_OF_EVIDENCE,
      sha256: archive.sha256,
      submissionSha256: file.sha256,
      packedDigest: recordDigest(packed),
      attestation: { publicSharing: true, dataIntegrity: true, modelRepresentation: true },
    });
    expect(JSON.parse(await readFile(join(outcome.folder, 'result.json'), 'utf8'))).toEqual(outcome.record);
    expect(entryOf(outcome.record, 'results/x.json', null).origin).toBe('self-reported');
  });

  test('recomputes its score from the evidence, as any other', async () => {
    const { outcome } = await goingTheWay();
    const recomputed = outcome.findings.find(({ code }: { code: string }) => code === 'R-energy-recomputed');
    expect(recomputed?.status).toBe('pass');
  });

  test('is published as any other, once, and stands marked on its board', async () => {
    const { outcome } = await goingTheWay();
    const repository = join(folder.path, 'repository');
    const publish = () => runCli(['publish', outcome.folder, '--repo', repository, '--json']);
    const ended = await publish();
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse((await publish()).stdout).results[0].outcome).toBe('already-published');
    const board = await readFile(join(repository, 'leaderboard', `${boardId(boardOf(outcome.record))}.json`), 'utf8');
    expect(JSON.parse(board).rows).toMatchObject([{ origin: 'self-reported', verdict: 'unofficial' }]);
  });

  test('imported twice is one record', async () => {
    const { outcome: first } = await goingTheWay();
    const own = { ...publishedOf(first.record), name: recordName(first.record) };
    await folder[Symbol.asyncDispose]();
    folder = await folderOf({ keep: '' });
    const { outcome: second } = await goingTheWay({ published: () => [own] });
    expect(recordDigest(second.record)).toBe(recordDigest(first.record));
    expect(failed(second)).toEqual([]);
  });
});

function publishedOf(record: Result, changes: Partial<PublishedResult> = {}): PublishedResult {
  return {
    name: '0123456789ab',
    path: 'results/text-generation/example-org/synthetic-tiny/0123456789ab.json',
    nonce: record.nonce,
    model: record.plan.model.id,
    task: record.plan.task,
    planDigest: record.planDigest,
    whPer1000Queries: record.score.whPer1000Queries,
    boardId: boardId(boardOf(record)),
    ...changes,
  };
}

const another = (changes: Record<string, string>) => (digest: string) =>
  Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), submissionWith(digest));

/** For every check of evidence and submission, a way that it must fail. */
const FAILING: Readonly<Record<string, Way>> = {
  'E-record-origin': { owner: { record: (record) => ({ ...record, origin: 'self-reported' }) } },
  'E-record-model': {
    path: 'submissions/example-org/another/text-generation.yaml',
    submission: another({ 'synthetic-tiny': 'another' }),
  },
  'E-record-revision': { submission: (digest) => submissionWith(digest).replace(/revision: .*/, `revision: ${'e'.repeat(40)}`) },
  'E-record-task': {
    path: 'submissions/example-org/synthetic-tiny/summarization.yaml',
    submission: another({ 'task: text-generation': 'task: summarization' }),
  },
  'E-submission-same': { submission: another({ 'precision: float32': 'precision: float16' }) },
  'E-evidence-replay': { published: (packed) => [publishedOf(packed, { nonce: 'f'.repeat(32) })] },
};

describe('the checks of evidence and submission', () => {
  test('have codes of their own, texts that are sentences, and a failing fixture each', () => {
    expect(Object.keys(FAILING).sort()).toEqual(SELF_REPORTED_CHECKS.map(({ code }) => code).sort());
    for (const check of SELF_REPORTED_CHECKS) {
      expect(check.code).toMatch(/^E(?:-[a-z]+)+$/);
      for (const text of [check.title, check.why, check.mend]) expect(text).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test.each(Object.entries(FAILING))('%s fails', async (code, way) => {
    const { outcome, file } = await goingTheWay(way);
    expect(file.errors).toEqual([]);
    expect(failed(outcome)).toContain(code);
    expect(outcome.verdict).toBe('invalid');
  });

  test.each(SELF_REPORTED_CHECKS.map(({ code }) => code))('%s passes where all is well', async (code) => {
    const { outcome } = await goingTheWay({ published: () => [] });
    expect(outcome.findings.find((finding: { code: string }) => finding.code === code)).toMatchObject({ status: 'pass' });
  });
});

describe('what is invalid', () => {
  test.each([
    [
      'a record whose score was lowered',
      { record: (record: Result) => ({ ...record, score: { ...record.score, whPer1000Queries: 0.001 } }) },
      'R-energy-score',
    ],
    ['a bundle with another reading', { files: { 'readings.jsonl': '' } }, 'R-evidence-files'],
    ['a bundle with another manifest', { files: { 'manifest.json': '{"schemaVersion":1,"files":[]}' } }, 'R-evidence-manifest'],
    ['a bundle whose submission was exchanged', { files: { 'submission.yaml': MEASURED.replace('32', '16') } }, 'R-evidence-files'],
    ['a plan that was changed', { record: (record: Result) => ({ ...record, plan: { ...record.plan, runs: 2 } }) }, 'R-identity-plan'],
    ['a record that is no record', { record: () => ({ nonce: 1 }) as unknown as Result }, 'R-form-schema'],
    [
      'a record of a pull request',
      {
        record: (record: Result): Result => ({
          ...record,
          identity: {
            kind: 'pull-request',
            repositoryId: 1,
            pullRequest: 1,
            head: 'a'.repeat(40),
            blob: 'b'.repeat(40),
            runId: 1,
            attempt: 1,
          },
        }),
      },
      'E-record-origin',
    ],
    ['a bundle without a readable submission', { submission: 'schemaVersion: 1\n' }, 'E-submission-same'],
  ] as const)('%s', async (_, owner, code) => {
    const { outcome } = await goingTheWay({ owner });
    expect(failed(outcome)).toContain(code);
    expect(outcome.verdict).toBe('invalid');
  });

  test('evidence whose nonce was used before, by anybody', async () => {
    const { outcome } = await goingTheWay({
      published: (packed) => [publishedOf(packed, { whPer1000Queries: 1, planDigest: sha256('') })],
    });
    expect(failed(outcome)).toEqual(expect.arrayContaining(['R-identity-single-use', 'E-evidence-replay']));
  });

  test('a plan that names another submission of the same model', async () => {
    const { outcome } = await goingTheWay({ path: 'submissions/example-org/synthetic-tiny/text-generation.small.yaml' });
    expect(failed(outcome)).toContain('E-record-task');
  });
});

describe('what is refused before anything is fetched or kept', () => {
  const codesOf = async (submission: (digest: string) => string) => (await goingTheWay({ submission })).file.errors.map(({ code }) => code);

  test('evidence without an attestation', async () => {
    expect(await codesOf((digest) => submissionWith(digest).replace(/attestation:[\s\S]*/, ''))).toEqual(['S-policy-attestation']);
  });

  test('an attestation with a statement that is not confirmed, or missing', async () => {
    expect(await codesOf((digest) => submissionWith(digest).replace('dataIntegrity: true', 'dataIntegrity: false'))).toEqual([
      'S-schema-attestation',
    ]);
    expect((await codesOf((digest) => submissionWith(digest).replace(/ {2}dataIntegrity: true\n/, ''))).length).toBeGreaterThan(0);
  });

  test('a submission without evidence', async () => {
    const { outcome } = await goingTheWay({ submission: () => MEASURED });
    expect(outcome).toMatchObject({ kind: 'input', code: 'evidence-none', mend: expect.stringContaining('ai-energy-score pack') });
  });

  test('evidence at a host that the policy no longer lists', async () => {
    const { file, outcome } = await goingTheWay({ policy: policyFrom({ schemaVersion: 1, name: 'Later', evidence: { hosts: [] } }) });
    expect(file.errors.map(({ code }) => code)).toEqual(['S-policy-evidence-host']);
    expect(outcome).toBeNull();
  });

  test('evidence that was changed after its digest was written down', async () => {
    const { outcome } = await goingTheWay({ submission: () => submissionWith('d'.repeat(64)) });
    expect(outcome).toMatchObject({ kind: 'input', code: 'evidence-digest' });
  });

  test('evidence beyond the policy’s bounds, packed or unpacked', async () => {
    const small = (evidence: object) =>
      policyFrom({ schemaVersion: 1, name: 'Small', evidence: { hosts: ['files.example.org'], ...evidence } });
    expect((await goingTheWay({ policy: small({ bytes: 100 }) })).outcome).toMatchObject({ code: 'evidence-too-large' });
  });

  test('evidence that unpacks beyond the policy’s bound', async () => {
    const policy = policyFrom({ schemaVersion: 1, name: 'Small', evidence: { hosts: ['files.example.org'], unpackedBytes: 1000 } });
    expect((await goingTheWay({ policy })).outcome).toMatchObject({ code: 'evidence-too-large' });
  });
});
