import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordPath } from '../../src/domain/identifiers.ts';
import { nthRecord } from '../results-repo/repository.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { cpuRecord, goodRecord, recordText, sealed } from '../support/records.ts';
import { filledStars, parseSvg, textOf } from './label-svg.ts';

const ROW = ['label', '--edition', 'editions/2025-02.json', '--model', 'distilbert/distilgpt2', '--task', 'text-generation'];

let folder: Awaited<ReturnType<typeof folderOf>>;
const at = (name: string) => join(folder.path, name);
beforeAll(async () => {
  folder = await folderOf();
});
afterAll(() => folder[Symbol.asyncDispose]());

describe('label of a row of an edition', () => {
  test('prints the same bytes in every process, place and time zone', async () => {
    const [here, there] = await Promise.all([
      runCli(ROW),
      runCli(ROW, { env: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } }),
    ]);
    expect(here.code, here.stderr).toBe(0);
    expect(there.stdout).toBe(here.stdout);
    expect(filledStars(parseSvg(here.stdout))).toBe(5);
    expect(here.stderr).toBe('');
  });

  test('writes a PNG at 1x and 2x, and tells of it as JSON', async () => {
    for (const scale of [1, 2]) {
      const out = at(`deep/label-${scale}.png`);
      const { stdout, stderr } = await runCli([...ROW, '--png', '--scale', String(scale), '--out', out, '--json']);
      const told = JSON.parse(stdout);
      const png = await readFile(out);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], stderr).toEqual([260 * scale, 364 * scale]);
      expect(told).toMatchObject({
        form: 'label',
        scale,
        path: out,
        bytes: png.length,
        label: { stars: 5, official: true, whPer1000Queries: 1.313333 },
      });
    }
  });

  test('makes the badge, the stars and the document for shields', async () => {
    const [badge, stars, shields] = await Promise.all(['badge', 'stars', 'shields'].map((form) => runCli([...ROW, '--form', form])));
    expect(parseSvg(badge?.stdout ?? '').attributes.height).toBe('20');
    expect(stars?.stdout).toContain('<a href="https://huggingface.co/spaces/AIEnergyScore/Leaderboard">');
    expect(JSON.parse(shields?.stdout ?? '')).toEqual({
      schemaVersion: 1,
      label: 'AI Energy Score',
      message: '★★★★★ 1.31 Wh',
      color: '1a7341',
    });
  });

  test('asks which one where a model was published twice', async () => {
    const twice = ['label', '--edition', 'editions/2025-02.json', '--task', 'object-detection', '--model', 'facebook/detr-resnet-50-dc5'];
    const open = await runCli(twice);
    expect(open.code).toBe(1);
    expect(open.stderr).toContain('edition-row-ambiguous');
    const [one, two, three] = await Promise.all(['1', '2', '3'].map((row) => runCli([...twice, '--row', row])));
    expect(textOf(parseSvg(one?.stdout ?? ''), 'desc')).not.toBe(textOf(parseSvg(two?.stdout ?? ''), 'desc'));
    expect(three?.code).toBe(1);
  });

  test.each([
    [[], 2, 'There is no result'],
    [['--edition', 'editions/2025-02.json'], 2, '--model and --task'],
    [['--edition', 'editions/2025-02.json', '--model', 'a/b', '--task', 'chess'], 2, 'There is no task "chess"'],
    [
      ['--edition', 'editions/2025-02.json', '--model', 'distilbert/distilgpt', '--task', 'text-generation'],
      1,
      'Did you mean distilbert/distilgpt2?',
    ],
    [
      ['--edition', 'editions/2025-02.json', '--model', 'distilbert/distilgpt2', '--task', 'summarization'],
      1,
      'It has that model for text-generation.',
    ],
    [['--edition', 'package.json', '--model', 'a/b', '--task', 'reasoning'], 1, 'edition-schema'],
    [[...ROW.slice(1), '--png'], 2, 'A PNG needs a file'],
    [[...ROW.slice(1), '--out', 'x.png'], 2, 'Add --png'],
    [[...ROW.slice(1), '--scale', '2'], 2, '--scale is for a PNG'],
    [[...ROW.slice(1), '--png', '--scale', '3', '--out', 'x.png'], 2, '--scale takes 1, 2'],
    [[...ROW.slice(1), '--form', 'sticker'], 2, '--form takes label, badge, stars, shields'],
    [[...ROW.slice(1), '--form', 'shields', '--png', '--out', 'x.png'], 2, 'cannot be a PNG'],
    [[...ROW.slice(1), '--form', 'badge', '--theme', 'dark'], 2, '--theme is for label and stars'],
    [[...ROW.slice(1), '--form', 'shields', '--theme', 'light'], 2, '--theme is for label and stars'],
    [[...ROW.slice(1), '--link', 'javascript:alert(1)'], 2, 'label-link'],
    [[...ROW.slice(1), '--repo', '.'], 2, 'either --edition FILE or --repo DIR'],
    [['result.json', '--model', 'a/b'], 2, '--model is for a row of an edition'],
    [['missing.json', '--edition', 'editions/2025-02.json'], 1, 'file-missing'],
    [['/proc/version', '--edition', 'editions/2025-02.json'], 1, 'result-invalid'],
  ])('%j is told as what it is', async (args, code, words) => {
    const ended = await runCli(['label', ...args]);
    expect(ended.stderr).toContain(words);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toBe('');
    expect(existsSync('x.png')).toBe(false);
  });
});

describe('label of a result', () => {
  const record = sealed(nthRecord(0, goodRecord()));

  test('says that a result which no repository lists is not published, or not in the edition', async () => {
    await writeFile(at('result.json'), recordText(record));
    const alone = await runCli(['label', at('result.json')]);
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('--repo DIR');
    const { stdout, stderr } = await runCli(['label', at('result.json'), '--edition', 'editions/2025-02.json', '--json']);
    expect(JSON.parse(stdout).label).toMatchObject({ official: false, edition: '2025-02', link: null });
    expect(stderr).toContain('Unofficial');
  });

  test('takes its stars and its state from the board that lists it', async () => {
    const repository = at('results-repository');
    const others = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => {
        await writeFile(at(`${n}.json`), recordText(sealed(nthRecord(n, cpuRecord()))));
        return at(`${n}.json`);
      }),
    );
    const published = await runCli(['publish', ...others, '--repo', repository]);
    expect(published.code, published.stderr).toBe(0);
    const [path = ''] = [1].map((n) => join(repository, recordPath(sealed(nthRecord(n, cpuRecord())))));
    const lying = await runCli(['label', path, '--json']);
    expect(lying.code, lying.stderr).toBe(0);
    const named = await runCli(['label', at('1.json'), '--repo', repository, '--json']);
    expect(named.stdout).toBe(lying.stdout);
    expect(JSON.parse(lying.stdout).label).toMatchObject({
      mark: 'unofficial',
      stars: 5,
      energy: 'CPU energy (estimated)',
      official: false,
      edition: null,
    });
    expect(JSON.parse(lying.stdout).content).toContain('UNOFFICIAL');
    const snippet = await runCli(['label', path, '--snippet']);
    expect(snippet.stdout).toContain('text-generation.jsonl, 200 queries, which is not the official data set.');
    expect(snippet.stdout).not.toMatch(/EnergyStarAI|model-index/);
    const stars = await runCli(['label', path, '--form', 'stars']);
    expect(stars.code).toBe(1);
    expect(stars.stderr).toContain('label-link-missing');
    const led = await runCli(['label', path, '--form', 'stars', '--link', 'https://example.org/board']);
    expect(led.stdout).toContain('<a href="https://example.org/board">');
  });
});
