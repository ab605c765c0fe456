import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type HubRepository, startHub } from '../support/hub-server.ts';
import { type QuickExamples, quickExamples, runCli } from '../support/quick-examples.ts';

let examples: QuickExamples;
beforeAll(async () => {
  examples = await quickExamples();
});
afterAll(() => examples[Symbol.asyncDispose]());

/** An example model as it would be on the Hub. */
async function onTheHub(card: unknown): Promise<HubRepository> {
  const { model: id, revision: commit } = parse(await readFile(examples.submission('babbler-27k'), 'utf8'));
  const folder = join('examples/models', id);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const));
  return { kind: 'model', id, commit, files: Object.fromEntries(files), pipelineTag: 'text-generation', card };
}

/** Benchmarks the example as a model of a Hub that tells this of its card, and gives the record. */
async function recordWith(card: unknown, name: string) {
  await using hub = await startHub([await onTheHub(card)]);
  const env = { HF_ENDPOINT: hub.url, HF_TOKEN: '', AI_ENERGY_SCORE_CACHE: examples.beside(`${name}-cache`) };
  const ended = await runCli(['benchmark', examples.submission('babbler-27k'), '--out', examples.beside(name), '--json'], { env });
  expect(ended.code, ended.stderr).toBe(0);
  const { result } = JSON.parse(ended.stdout).results[0];
  return { record: JSON.parse(await readFile(result, 'utf8')), printed: `${ended.stdout}${ended.stderr}` };
}

test('score takes the licence of a local model from its README to the record, its row and its table', async () => {
  const [repository, out] = [examples.beside('results'), examples.beside('out')];
  const ended = await runCli(['score', examples.submission('babbler-27k'), '--repo', repository, '--out', out, '--json']);
  expect(ended.code, ended.stderr).toBe(0);
  const { result, published } = JSON.parse(ended.stdout).results[0];
  for (const path of [result, join(repository, published.path)]) {
    const record = JSON.parse(await readFile(path, 'utf8'));
    expect(record.model.license).toBe('cc0-1.0');
    expect(JSON.stringify(record.plan)).not.toMatch(/licen[cs]e/);
  }
  const index = JSON.parse(await readFile(join(repository, 'leaderboard/index.json'), 'utf8'));
  const board = JSON.parse(await readFile(join(repository, index.boards[0].json), 'utf8'));
  expect(board.rows).toMatchObject([{ license: 'cc0-1.0' }]);
  const [header = '', row = ''] = (await readFile(join(repository, index.boards[0].csv), 'utf8')).split('\n');
  expect([header.split(',').includes('license'), row.includes('cc0-1.0')]).toEqual([true, true]);
});

test('a model of the Hub is measured by the same plan whatever its card states, and a hostile statement is left out', async () => {
  await rename(join(examples.root, 'models'), examples.beside('models'));
  const named = await recordWith({ license: 'other', license_name: 'example-community-1' }, 'named');
  expect(named.record.model.license).toBe('example-community-1');
  const hostile = await recordWith({ license: `mit\u001b]0;gone\u0007\n::set-output name=x::y ${'x'.repeat(10_000)}` }, 'hostile');
  expect(hostile.record.model.license).toBeNull();
  expect(hostile.record.planDigest).toBe(named.record.planDigest);
  for (const piece of ['\u001b]', 'set-output', 'xxxxxxxxxx']) expect(hostile.printed).not.toContain(piece);
});
