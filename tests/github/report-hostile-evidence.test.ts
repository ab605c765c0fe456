import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardId, boardOf } from '../../src/domain/identifiers.ts';
import { ARTIFACT_RESULT } from '../../src/domain/pull-request/order.ts';
import { acceptedOf } from '../../src/domain/pull-request/reported.ts';
import { packResult } from '../../src/stages/self-reported.ts';
import { fc } from '../support/fast-check.ts';
import { forgeFile } from '../support/forged-bundle.ts';
import { pathOf, submissionOf } from '../support/github/ordered-results.ts';
import { publish, type ReportScene, reportScene, type Told } from '../support/github/report-scene.ts';
import { push } from '../support/github/state.ts';

let scene: ReportScene;
beforeAll(async () => {
  scene = await reportScene();
});
afterAll(() => scene[Symbol.asyncDispose]());

const deepList = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const deepObject = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
const inRows =
  (kind: 'gpu' | 'meter', fields: object) =>
  (text: string): string =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (line.includes(`"${kind}":`) ? `${JSON.stringify({ ...JSON.parse(line), ...fields })}\n` : `${line}\n`))
      .join('');
const inText = (from: string, to: string) => (text: string) => text.replaceAll(from, to);

/** Of a stranger's evidence: the file, what becomes of it, and the check that refuses the result by name. */
const HOSTILE: readonly [what: string, file: string, change: (text: string) => string, code: string][] = [
  ['an infinite number', 'environment.json', () => '{"software":1e999}', 'R-evidence-environment'],
  ['half a character', 'environment.json', () => '{"software":"\\ud800"}', 'R-evidence-environment'],
  ['half a character as a key', 'environment.json', () => '{"software":{"\\udc00":1}}', 'R-evidence-environment'],
  ['lists nested 100,000 deep', 'environment.json', () => `{"software":${deepList}}`, 'R-evidence-environment'],
  ['objects nested 100,000 deep', 'environment.json', () => `{"hardware":${deepObject}}`, 'R-evidence-environment'],
  ['nothing but a list', 'environment.json', () => deepList, 'R-evidence-environment'],
  ['a null', 'environment.json', () => 'null', 'R-evidence-environment'],
  ['watts that add up to infinity', 'trace.jsonl.gz', inRows('gpu', { watts: 1e308 }), 'R-trace-observed'],
  ['seconds beyond every clock', 'trace.jsonl.gz', inRows('gpu', { seconds: -1e308 }), 'R-trace-gpu'],
  ['power too small to draw', 'trace.jsonl.gz', inRows('gpu', { watts: 1e-300 }), 'R-trace-observed'],
  ['reasons that are none', 'trace.jsonl.gz', inRows('gpu', { reasons: ['\ud800'] }), 'R-trace-observed'],
  ['rows that are of a meter and of a GPU', 'trace.jsonl.gz', inRows('meter', { gpu: 0, reasons: 5 }), 'R-trace-gap'],
  ['a row nested 100,000 deep', 'trace.jsonl.gz', () => `${deepList}\n`, 'R-trace-gap'],
  ['a row that is null', 'trace.jsonl.gz', () => 'null\n', 'R-trace-gap'],
  ['counts beyond every meter', 'readings.jsonl', inRows('meter', { count: 1e308 }), 'R-energy-recomputed'],
  ['waits beyond every meter', 'readings.jsonl', inRows('meter', { waitJoules: -1e308, edgeJoules: 1e308 }), 'R-energy-recomputed'],
];

const failedIn = ({ report }: Told): string[] => {
  const outcome = report?.submissions[0]?.outcome;
  return outcome?.kind === 'judged'
    ? outcome.report.findings.filter(({ status, effect }) => status === 'fail' && effect === 'invalid').map(({ code }) => code)
    : [];
};

test.each(HOSTILE)('%s in %s makes the result invalid, by the check that reads it', async (_what, file, change, code) => {
  scene.forget();
  const told = await scene.tell({ artifacts: await scene.forge((folder) => forgeFile(folder, file, change)) });
  expect(told.thrown).toBeNull();
  expect(failedIn(told)).toContain(code);
  expect(scene.comments()).toHaveLength(1);
  expect(scene.comments()[0]).toContain('❌ Invalid result');
  expect(scene.two.submissions.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure']);
  expect(told.warnings).toEqual([]);
});

test('half a character in the record itself makes it unreadable, by the check of its text', async () => {
  scene.forget();
  const told = await scene.tell({
    artifacts: await scene.forge(async (folder) => {
      const file = join(folder, 'result.json');
      await writeFile(file, inText('"os": "', '"os": "\\ud800')(await readFile(file, 'utf8')));
    }),
  });
  expect(told.thrown).toBeNull();
  const outcome = told.report?.submissions[0]?.outcome;
  expect(outcome?.kind).toBe('unreadable');
  expect(scene.comments()[0]).toContain('R-form-text');
});

test('a manifest that names one file a thousand times is told, and its file is read once', async () => {
  scene.forget();
  const told = await scene.tell({
    artifacts: await scene.forge(async (folder) => {
      const file = join(folder, 'bundle/manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8'));
      const named = Array.from({ length: 900 }, () => manifest.files[0]);
      await writeFile(file, JSON.stringify({ ...manifest, files: named }));
    }),
  });
  expect(told.thrown).toBeNull();
  expect(failedIn(told)).toEqual(expect.arrayContaining(['R-evidence-files', 'R-evidence-paths', 'R-evidence-needed']));
});

/** Two submissions of one pull request, both measured. */
async function twoMeasured(number: number) {
  const { two } = scene;
  const pullRequest = push(
    two.submissions,
    number,
    [1, 2].map((n) => ({ path: pathOf(n), content: submissionOf(n) })),
  );
  const [first, second] = [await two.measure(pullRequest, 1), await two.measure(pullRequest, 2)];
  const folderOf = (n: number) => join(two.folder, `result-${number}-${n}-${first.order.head.slice(0, 7)}`);
  return { first, second, folderOf };
}

test('one forged environment takes nothing from the other result of the same pull request', async () => {
  scene.forget();
  const { first, second, folderOf } = await twoMeasured(12);
  await forgeFile(folderOf(1), 'environment.json', () => '{"software":1e999}');
  const artifact = join(scene.folderOf(first.artifacts, first.order), ARTIFACT_RESULT);
  await rm(artifact);
  await packResult(folderOf(1), artifact);
  const told = await scene.tell({ orders: [first.order, second.order], artifacts: first.artifacts });
  expect(told.thrown).toBeNull();
  expect(failedIn(told)).toContain('R-evidence-environment');
  expect(told.report === null ? [] : acceptedOf(told.report).map(({ recordDigest }) => recordDigest)).toEqual([second.recordDigest]);
});

test('where judging one result fails as nobody foresaw, it is told as such with its stack, and the others are judged', async () => {
  scene.forget();
  const { two } = scene;
  const pullRequest = push(
    two.submissions,
    13,
    [1, 2].map((n) => ({ path: pathOf(n), content: submissionOf(n) })),
  );
  const elsewhere = await two.measure(pullRequest, 1, (record) => ({ ...record, hardware: { ...record.hardware, profile: 'broken' } }));
  const sound = await two.measure(pullRequest, 2);
  const broken = boardId(boardOf(elsewhere.record));
  // A board that no release of this program writes: its only row is none.
  publish(two, [], { [`leaderboard/${broken}.json`]: JSON.stringify({ id: broken, rows: [null] }) });
  const told = await scene.tell({ orders: [elsewhere.order, sound.order], artifacts: sound.artifacts });
  expect(told.thrown).toBeNull();
  expect(told.report?.submissions.map(({ outcome }) => outcome.kind)).toEqual(['failed', 'judged']);
  expect(told.report === null ? [] : acceptedOf(told.report)).toHaveLength(1);
  expect(scene.comments()[0]).toContain('result-not-judged');
  expect(scene.comments()[0]).not.toContain('gather-report.ts');
  expect(two.submissions.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure']);
  expect(told.warnings).toHaveLength(1);
  expect(told.warnings[0]).toMatch(/text-generation\.yaml: TypeError[\s\S]*at /);
});

test('whatever the values in a bundle are, nothing is thrown, and a comment is written', async () => {
  const value = fc.constantFrom<unknown>(1e308, -1e308, 1e-320, 1e16, null, '\ud800', '__proto__', {}, ['\ud800'], 7, 'x'.repeat(5000));
  const files = fc.constantFrom('environment.json', 'readings.jsonl', 'trace.jsonl.gz');
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.nat(), value, async (file, line, place, put) => {
      scene.forget();
      const artifacts = await scene.forge((folder) => forgeFile(folder, file, (text) => withValue(text, { file, line, place, put })));
      const told = await scene.tell({ artifacts });
      expect(told.thrown).toBeNull();
      expect(told.report?.submissions[0]?.outcome.kind).toBe('judged');
      expect(scene.comments()).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
}, 240_000);

/** A bundle's file with one value put elsewhere: at one place of environment.json, or of one line and all that follow it. */
function withValue(text: string, { file, line, place, put }: { file: string; line: number; place: number; put: unknown }): string {
  if (file === 'environment.json') return JSON.stringify(putAt(JSON.parse(text), place, put));
  const rows = text.split('\n').filter((row) => row !== '');
  const from = line % rows.length;
  return rows.map((row, at) => `${at < from ? row : JSON.stringify(putAt(JSON.parse(row), place, put))}\n`).join('');
}

function putAt(value: Record<string, unknown>, place: number, put: unknown): Record<string, unknown> {
  const keys = Object.keys(value);
  const key = keys[place % keys.length] ?? '';
  const within = value[key];
  const isObject = typeof within === 'object' && within !== null && !Array.isArray(within) && place % 3 > 0;
  return { ...value, [key]: isObject ? putAt(within as Record<string, unknown>, Math.floor(place / 3), put) : put };
}
