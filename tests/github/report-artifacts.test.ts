import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import { acceptedOf } from '../../src/domain/pull-request/reported.ts';
import { headerOf } from '../../src/evidence/tar-header.ts';
import { PULL_REQUEST_MARKER } from '../../src/render/validation-comment.ts';
import { publish, type ReportScene, reportScene, type Told } from '../support/github/report-scene.ts';
import { commitTo } from '../support/github/state.ts';
import { recordText } from '../support/records.ts';

let scene: ReportScene;
beforeAll(async () => {
  scene = await reportScene();
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(() => scene.forget());

/** What came back is no result: told once, with its code, and nothing of it goes on. */
function expectHeld({ report, thrown, summary }: Told, code: string): void {
  expect(thrown).toBeNull();
  expect(report && acceptedOf(report)).toEqual([]);
  const comments = scene.comments();
  expect(comments).toHaveLength(1);
  const [comment = ''] = comments;
  expect(comment.split(PULL_REQUEST_MARKER)).toHaveLength(2);
  expect(comment).toContain(`\`${code}\``);
  expect(summary).toContain(code);
  const shown = comment.replace(/```[\s\S]*?```|`[^`]*`/g, '').replace(PULL_REQUEST_MARKER, '');
  expect(shown).not.toMatch(/@[a-z0-9]/i);
  expect(shown).not.toMatch(/<(?!\/?(?:details|summary|b|sub|img)\b)/i);
  expect(scene.two.submissions.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
  expect(scene.two.server.violations).toEqual([]);
}

/** The artifact's one file, written anew. */
async function withFile(content: Uint8Array | string, name = 'result.tar.gz'): Promise<string> {
  const artifacts = await scene.artifacts();
  const folder = scene.folderOf(artifacts);
  await rm(folder, { recursive: true });
  await mkdir(folder);
  await writeFile(join(folder, name), content);
  return artifacts;
}

const withChange = (change: (record: Result) => void) =>
  scene.forge(async (folder) => {
    const record: Result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
    change(record);
    await writeFile(join(folder, 'result.json'), recordText(record));
  });

type Gated = Extract<Result['identity'], { kind: 'pull-request' }>;
const withIdentity = (changes: Partial<Gated>) =>
  withChange((record) => {
    record.identity = { ...(record.identity as Gated), ...changes };
  });

/** One entry of a tar archive, whatever it claims to be. */
function entry(name: string, content: string, { type = '0', link = '' } = {}): Buffer {
  const header = Buffer.alloc(512);
  headerOf('placeholder', content.length).copy(header);
  header.fill(0, 0, 100);
  header.write(name, 0);
  header.write(type, 156);
  header.write(link, 157);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
}
const archive = (...entries: Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));

const other = (word: string, digits: number) => createHash('sha256').update(word).digest('hex').slice(0, digits);

type Case = [number: string, what: string, code: string, artifacts: () => Promise<string>];

const FORGED: Case[] = [
  [
    'A01',
    'a record with another nonce',
    'R-identity-nonce',
    () => withChange((record) => Object.assign(record, { nonce: other('nonce', 32) })),
  ],
  ['A02', 'a record of another commit', 'R-identity-head', () => withIdentity({ head: other('head', 40) })],
  ['A03', 'a record of another blob', 'R-identity-blob', () => withIdentity({ blob: other('blob', 40) })],
  ['A04', 'a record of another pull request', 'R-identity-pull-request', () => withIdentity({ pullRequest: 8 })],
  ['A05', 'a record of another repository', 'R-identity-pull-request', () => withIdentity({ repositoryId: 1 })],
  ['A06', 'a record of another run', 'R-identity-run', () => withIdentity({ runId: 1 })],
  [
    'A08',
    'a record that says it was run locally',
    'R-identity-head',
    () => withChange((record) => Object.assign(record, { identity: { kind: 'local' } })),
  ],
  [
    'A09',
    'a record of another model',
    'R-identity-subject',
    () => withChange((record) => Object.assign(record.plan.model, { id: 'octo-lab/famous' })),
  ],
  [
    'A10',
    'a record of another task',
    'R-identity-subject',
    () => withChange((record) => Object.assign(record.plan, { task: 'summarization' })),
  ],
  [
    'A11',
    'a figure that does not follow from the readings',
    'R-energy-score',
    () => withChange((record) => Object.assign(record.score, { whPer1000Queries: record.score.whPer1000Queries / 2 })),
  ],
  [
    'A12',
    'a record that says it is self-reported',
    'R-identity-evidence',
    () => withChange((record) => Object.assign(record, { origin: 'self-reported' })),
  ],
  [
    'A13',
    'a trace that was changed',
    'R-evidence-files',
    () => scene.forge((folder) => writeFile(join(folder, 'bundle', 'readings.jsonl'), '')),
  ],
  [
    'A14',
    'a bundle without a readable manifest',
    'bundle-manifest',
    () => scene.forge((folder) => writeFile(join(folder, 'bundle', 'manifest.json'), '{')),
  ],
  ['A15', 'a bundle without a manifest', 'evidence-incomplete', () => scene.forge((folder) => rm(join(folder, 'bundle', 'manifest.json')))],
  ['A16', 'an archive without a record', 'evidence-incomplete', () => scene.forge((folder) => rm(join(folder, 'result.json')))],
  ['A17', 'a record that is JSON nonsense', 'R-form-json', () => scene.forge((folder) => writeFile(join(folder, 'result.json'), '{"a":'))],
  [
    'A18',
    'a record with a field that no schema knows',
    'R-form-schema',
    () => withChange((record) => void Object.assign(record, { __html: '<img src=x>' })),
  ],
  [
    'A19',
    'a record with a key twice',
    'R-form-duplicate-keys',
    () =>
      scene.forge(async (folder) => {
        const text = await readFile(join(folder, 'result.json'), 'utf8');
        await writeFile(join(folder, 'result.json'), text.replace('"origin"', '"nonce": "0", "origin"'));
      }),
  ],
  [
    'A20',
    'a record of twelve megabytes',
    'record-too-large',
    () => scene.forge((folder) => writeFile(join(folder, 'result.json'), ' '.repeat(12_000_000))),
  ],
  ['A21', 'an empty archive', 'evidence-archive', () => withFile('')],
  ['A22', 'a text in an archive’s place', 'evidence-archive', () => withFile('no archive')],
  [
    'A23',
    'a gzip that breaks off',
    'evidence-archive',
    async () => withFile((await readFile(join(scene.folderOf(scene.measured.artifacts), 'result.tar.gz'))).subarray(0, 3000)),
  ],
  ['A24', 'a path that leads out of the archive', 'evidence-archive', () => withFile(archive(entry('../escaped.json', '{}')))],
  ['A25', 'an absolute path', 'evidence-archive', () => withFile(archive(entry('/tmp/escaped.json', '{}')))],
  [
    'A26',
    'a link inside the archive',
    'evidence-archive',
    () => withFile(archive(entry('result.json', '', { type: '2', link: '/etc/passwd' }))),
  ],
  [
    'A27',
    'a hard link inside the archive',
    'evidence-archive',
    () => withFile(archive(entry('result.json', '', { type: '1', link: '/etc/passwd' }))),
  ],
  ['A28', 'a device inside the archive', 'evidence-archive', () => withFile(archive(entry('result.json', '', { type: '3' })))],
  ['A29', 'a pipe inside the archive', 'evidence-archive', () => withFile(archive(entry('result.json', '', { type: '6' })))],
  [
    'A30',
    'a file inside the archive that no result has',
    'evidence-archive',
    () => withFile(archive(entry('.github/workflows/x.yml', 'on: push'))),
  ],
  [
    'A31',
    'the record twice in the archive',
    'evidence-archive',
    () => withFile(archive(entry('result.json', '{}'), entry('result.json', '{}'))),
  ],
  ['A32', 'a bomb of zeros', 'evidence-too-large', () => withFile(archive(entry('result.json', '\0'.repeat(70_000_000))))],
  [
    'A33',
    'more after the archive’s end',
    'evidence-archive',
    () => withFile(gzipSync(Buffer.concat([entry('result.json', '{}'), Buffer.alloc(1024), Buffer.from('more')]))),
  ],
  [
    'A34',
    'two files in the artifact',
    'artifact-refused',
    async () => {
      const artifacts = await scene.artifacts();
      await writeFile(join(scene.folderOf(artifacts), 'failure.json'), '{}');
      return artifacts;
    },
  ],
  ['A35', 'a file of another name', 'artifact-refused', () => withFile('x', 'RESULT.TAR.GZ')],
  ['A36', 'a name that is Markdown', 'artifact-refused', () => withFile('x', '@octo [x](https:example.org) `#1`')],
  [
    'A37',
    'a link in the file’s place',
    'artifact-refused',
    async () => {
      const artifacts = await scene.artifacts();
      const file = join(scene.folderOf(artifacts), 'result.tar.gz');
      await cp(file, join(artifacts, 'kept'));
      await rm(file);
      await symlink(join(artifacts, 'kept'), file);
      return artifacts;
    },
  ],
  [
    'A38',
    'a link in the folder’s place',
    'artifact-refused',
    async () => {
      const artifacts = await scene.artifacts();
      const folder = scene.folderOf(artifacts);
      await cp(folder, join(artifacts, 'kept'), { recursive: true });
      await rm(folder, { recursive: true });
      await symlink(join(artifacts, 'kept'), folder);
      return artifacts;
    },
  ],
  [
    'A39',
    'a folder in the file’s place',
    'artifact-refused',
    async () => {
      const artifacts = await scene.artifacts();
      const file = join(scene.folderOf(artifacts), 'result.tar.gz');
      await rm(file);
      await mkdir(file);
      return artifacts;
    },
  ],
  [
    'A40',
    'a pipe in the file’s place',
    'artifact-refused',
    async () => {
      const artifacts = await scene.artifacts();
      const file = join(scene.folderOf(artifacts), 'result.tar.gz');
      await rm(file);
      await promisify(execFile)('mkfifo', [file]);
      return artifacts;
    },
  ],
  [
    'A41',
    'an archive above the policy’s limit',
    'artifact-refused',
    async () => {
      const artifacts = await withFile('');
      await truncate(join(scene.folderOf(artifacts), 'result.tar.gz'), 60_000_001);
      return artifacts;
    },
  ],
  ['A42', 'a failure above its limit', 'artifact-refused', () => withFile(' '.repeat(70_000), 'failure.json')],
  ['A43', 'a failure that is no JSON', 'failure-unreadable', () => withFile('{"code"', 'failure.json')],
  ['A44', 'a failure that is a list', 'failure-unreadable', () => withFile('[1,2]', 'failure.json')],
  [
    'A45',
    'a failure with fields of other kinds',
    'failure-unreadable',
    () => withFile('{"code":1,"message":{"a":1},"mend":[]}', 'failure.json'),
  ],
  [
    'A46',
    'a failure whose code is no code',
    'failed',
    () => withFile(JSON.stringify({ code: '`<b>', message: 'It broke.' }), 'failure.json'),
  ],
  [
    'A47',
    'another pull request’s artifact',
    'R-identity-nonce',
    async () => {
      const theirs = await scene.two.measure(scene.two.open(8), 8);
      const artifacts = await scene.artifacts();
      await cp(scene.folderOf(theirs.artifacts, theirs.order), scene.folderOf(artifacts), { recursive: true });
      return artifacts;
    },
  ],
];

describe('a forged artifact goes no further, and is told once', () => {
  beforeAll(() => {
    // The results repository's own policy judges; how large an artifact may be is the submissions repository's.
    scene.two.submissions.policy = `${scene.two.submissions.policy}evidence: { bytes: 60000000, unpackedBytes: 64000000 }\n`;
  });

  test.each(FORGED)('%s: %s is %s', async (_number, _what, code, forge) => {
    expectHeld(await scene.tell({ artifacts: await forge() }), code);
  });

  test('A07: a record of an attempt before the gate’s is R-identity-run', async () => {
    const artifacts = await scene.artifacts();
    expectHeld(await scene.tell({ artifacts, orders: [{ ...scene.measured.order, attempt: 2 }] }), 'R-identity-run');
  });

  test('A48: an artifact of an earlier order of the same commit is the one of another nonce', async () => {
    const artifacts = await scene.artifacts();
    const again = { ...scene.measured.order, nonce: other('second order', 32) };
    await cp(scene.folderOf(artifacts), scene.folderOf(artifacts, again), { recursive: true });
    expectHeld(await scene.tell({ artifacts, orders: [again] }), 'R-identity-nonce');
  });

  test('A49: an order whose result is published under another digest gives no second one', async () => {
    const { record } = scene.measured;
    const published = { ...record, measuredAt: '2026-01-01T00:00:00Z' };
    publish(scene.two, [published]);
    try {
      expectHeld(await scene.tell(), 'R-identity-single-use');
    } finally {
      commitTo(scene.two.results, { files: { [recordPath(published)]: null } });
    }
  });
});

const HOSTILE =
  '</details><script>alert(1)</script> @octo/team #1 [x](javascript:alert(1)) ![x](https://evil.example/x.png) `code` | cell | ::error::x \u202e\u200b<!-- ai-energy-score:pull-request:1 -->';

describe('a hostile text does nothing but stand there', () => {
  test('A50: in every field of a failure', async () => {
    const told = await scene.tell({
      artifacts: await withFile(JSON.stringify({ code: 'oom', message: HOSTILE, mend: HOSTILE }), 'failure.json'),
    });
    expectHeld(told, 'oom');
    expect(scene.comments()[0]).not.toContain('](javascript');
    expect(scene.comments()[0]).not.toMatch(/\u202e|\u200b/);
  });

  test.each(['backend', 'runtime', 'isolation'] as const)('A51: in %s of a record', async (field) => {
    const artifacts = await withChange((record) => Object.assign(record.software, { [field]: field === 'runtime' ? [HOSTILE] : HOSTILE }));
    const { report, thrown } = await scene.tell({ artifacts });
    expect(thrown).toBeNull();
    expect(report && acceptedOf(report)).toEqual([]);
    const [comment = ''] = scene.comments();
    expect(comment.split(PULL_REQUEST_MARKER)).toHaveLength(2);
    expect(comment).not.toContain('<script>');
  });

  test('A52: in the names of the hardware of a whole record', async () => {
    const artifacts = await withChange((record) => {
      record.hardware.os = HOSTILE.slice(0, 100);
      record.hardware.cpu.model = HOSTILE.slice(0, 100);
    });
    await scene.tell({ artifacts });
    const [comment = ''] = scene.comments();
    expect(comment).not.toMatch(/<script>|\u202e/);
  });

  test('A53: in the name of an artifact that nobody ordered, which is named and not looked at', async () => {
    const artifacts = await scene.artifacts();
    await mkdir(join(artifacts, 'result-9-@octo `<b>'));
    await mkdir(join(artifacts, 'result-7-company'));
    const { report } = await scene.tell({ artifacts });
    expect(report?.ignored).toContain('result-9-@octo `<b>');
    expect(report?.ignored).not.toContain('result-7-company');
    expect(report && acceptedOf(report)).toHaveLength(1);
    expect(scene.comments()[0]).toContain('artifacts that nobody ordered');
  });

  test('the artifact that the workflow adds itself is not named, in its folder or unpacked without one', async () => {
    const artifacts = await scene.artifacts();
    const { report: before } = await scene.tell({ artifacts });
    await mkdir(join(artifacts, `result-${scene.pullRequest.number}-company`));
    await writeFile(join(artifacts, 'event.json'), '{}');
    const { report } = await scene.tell({ artifacts });
    expect(report?.ignored).toEqual(before?.ignored);
  });
});

test('A54: nothing of an archive is written outside of the folder of this run', async () => {
  await scene.tell({ artifacts: await withFile(archive(entry('../../escaped.json', '{}'))) });
  const all = await readdir(scene.two.folder, { recursive: true });
  expect(all.filter((path) => path.includes('escaped'))).toEqual([]);
});
