import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { COLUMNS } from '../../src/domain/leaderboard/columns.ts';
import { ledgerPath, ledgerText, openLedger, withEntry } from '../../src/domain/ledger.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { buildLeaderboard, type Leaderboard, writeLeaderboard } from '../../src/stages/leaderboard.ts';
import { parseSvg, textOf } from '../render/label-svg.ts';
import { contentOf } from '../support/derived.ts';
import { recordText } from '../support/records.ts';
import { nthGpuRecord, nthRecord, temporaryFolder } from './repository.ts';

const PAGES = 'https://example.org/board/';
const POLICY = policyFrom({ schemaVersion: 1, name: 'Results of <us> & "them"', pages: { url: PAGES } });
const PUBLISHED = { at: '2026-01-16T00:00:00Z', by: 'test' };

type Placed = { record: Result; verdict?: 'official' | 'unofficial'; later?: 'withdrawn' | 'disputed'; at?: string };

async function place(folder: string, placed: readonly Placed[]): Promise<void> {
  for (const { record, verdict = 'official', later, at = PUBLISHED.at } of placed) {
    const opened = openLedger(record, { verdict, findings: [] }, { ...PUBLISHED, at });
    const ledger =
      later === undefined ? opened : withEntry(opened, { state: later, reason: `It is ${later}.`, at: '2026-03-01T00:00:00Z', by: 'test' });
    await put(folder, recordPath(record), recordText(record));
    await put(folder, ledgerPath(recordName(record)), ledgerText(ledger));
  }
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const build = (folder: string, policy = POLICY): Promise<Leaderboard> =>
  buildLeaderboard(folderSnapshot(folder), policy, { builderVersion: '0.1.0' });
const three = [0, 10, 20].map((n) => ({ record: nthGpuRecord(n) }));
const textIn = ({ files }: Leaderboard, path: string): string => contentOf(files, path).toString();

test('every JSON document fits the schema that lies beside it, and the index names files that are there', async () => {
  await using folder = await temporaryFolder();
  await place(folder.path, [...three, { record: nthRecord(1), verdict: 'unofficial' }, { record: nthGpuRecord(30), later: 'withdrawn' }]);
  await put(folder.path, 'editions/2025-02.json', await readFile('editions/2025-02.json', 'utf8'));
  const built = await build(folder.path);
  const schema = JSON.parse(textIn(built, 'leaderboard/schema.json'));
  expect(schema).toEqual(JSON.parse(await readFile('schemas/leaderboard.schema.json', 'utf8')));
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  const documents = [...built.files.keys()].filter((path) => /^leaderboard\/.*\.json$/.test(path) && !/schema\.json$|\/pages\//.test(path));
  expect(documents.length).toBeGreaterThan(12);
  for (const path of documents) expect(validate(JSON.parse(textIn(built, path))), `${path} ${JSON.stringify(validate.errors)}`).toBe(true);

  const index = JSON.parse(textIn(built, 'leaderboard/index.json'));
  for (const { json, csv, publishedCsv, labels } of index.boards) {
    for (const path of [json, csv, `leaderboard/verify/${labels}.json`, ...(publishedCsv === null ? [] : [publishedCsv])])
      expect(built.files.has(path), path).toBe(true);
  }
  for (const path of [index.parquet, index.feed, index.citation, `${index.editions[0].publishedCsv}asr.csv`])
    expect(built.files.has(path), path).toBe(true);
  expect(index.editions).toMatchObject([{ name: '2025-02', rows: 166, json: 'editions/2025-02.json' }]);
});

test('the Parquet file holds every row of every board, typed, as the richer CSV files do', async () => {
  await using folder = await temporaryFolder();
  await place(folder.path, [...three, { record: nthRecord(1), verdict: 'unofficial' }]);
  const built = await build(folder.path);
  const bytes = contentOf(built.files, 'leaderboard/results.parquet');
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  expect(rows).toHaveLength(4);
  expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS.map(({ name }) => name));
  expect(rows[0]).toMatchObject({ rank: 1n, stars: 5n, model: 'example-org/model-0', variant: null, state: 'official' });
  const board = built.boards[0];
  expect(rows[0]?.energy_wh_per_1000_queries).toBe(board?.rows[0]?.whPer1000Queries);
  expect(rows[0]?.published_at_utc).toEqual(new Date('2026-01-16T00:00:00Z'));
  const csv = textIn(built, `leaderboard/csv/${board?.id}-full.csv`).trimEnd().split('\n');
  expect(csv[0]).toBe(COLUMNS.map(({ name }) => name).join(','));
  expect(csv).toHaveLength(4);
  expect(sha256(contentOf((await build(folder.path)).files, 'leaderboard/results.parquet'))).toBe(sha256(bytes));
});

test('the per-board file with the published columns has exactly those', async () => {
  await using folder = await temporaryFolder();
  await place(folder.path, three);
  const built = await build(folder.path);
  expect(textIn(built, 'leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu.csv').split('\n').slice(0, 2)).toEqual([
    'model,total_gpu_energy,energy_score,class',
    'example-org/model-0,0.00706666666666667,5,A',
  ]);
});

describe('the feed', () => {
  test('is Atom, the newest first, with stable names and the times of the ledgers, whatever the texts hold', async () => {
    await using folder = await temporaryFolder();
    const hostile = structuredClone(nthGpuRecord(3));
    hostile.hardware.gpus[0] = { ...(hostile.hardware.gpus[0] as object), name: '</entry><script>&\u202e' } as never;
    await place(folder.path, [
      { record: nthGpuRecord(1), at: '2026-01-01T00:00:00Z' },
      { record: hostile, at: '2026-02-01T00:00:00Z' },
      { record: nthGpuRecord(2), at: '2026-01-20T00:00:00Z', later: 'disputed' },
    ]);
    const feed = textIn(await build(folder.path), 'feed.xml');
    const entries = [
      ...feed.matchAll(/<entry>\n<id>([^<]*)<\/id>\n<title>([^<]*)<\/title>\n<published>([^<]*)<\/published>\n<updated>([^<]*)</g),
    ];
    expect(entries.map(([, id, , published, updated]) => [id, published, updated])).toEqual([
      [`tag:ai-energy-score.invalid,2025:${recordPath(hostile)}`, '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z'],
      [`tag:ai-energy-score.invalid,2025:${recordPath(nthGpuRecord(2))}`, '2026-01-20T00:00:00Z', '2026-03-01T00:00:00Z'],
      [`tag:ai-energy-score.invalid,2025:${recordPath(nthGpuRecord(1))}`, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ]);
    expect(entries[0]?.[2]).toBe('example-org/model-3 on Text generation: 9.187 Wh per 1,000 queries');
    expect(feed).toContain('<updated>2026-03-01T00:00:00Z</updated>\n<author><name>Results of &lt;us&gt; &amp; &quot;them&quot;</name>');
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${PAGES}feed.xml"/>`);
    expect(feed).not.toMatch(/<script|\u202e/);
  });

  test('holds fifty at most', async () => {
    await using folder = await temporaryFolder();
    await place(
      folder.path,
      Array.from({ length: 53 }, (_, n) => ({ record: nthGpuRecord(n), at: `2026-01-01T00:00:${String(n).padStart(2, '0')}Z` })),
    );
    const feed = textIn(await build(folder.path), 'feed.xml');
    const published = [...feed.matchAll(/<published>([^<]*)</g)].map(([, at]) => at);
    expect(published).toHaveLength(50);
    expect([published[0], published[49]]).toEqual(['2026-01-01T00:00:52Z', '2026-01-01T00:00:03Z']);
  });
});

describe('the citation', () => {
  test('is of the repository, dated by its newest ledger entry', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [{ record: nthGpuRecord(1), later: 'disputed' }]);
    expect(parse(textIn(await build(folder.path), 'CITATION.cff'))).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: 'Results of <us> & "them": energy of AI models’ inference',
      'date-released': '2026-03-01',
      url: PAGES,
    });
  });

  test('stays as it is where people wrote it', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, three);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    await put(folder.path, 'CITATION.cff', 'cff-version: 1.2.0\ntitle: Ours\n');
    const outcome = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect([...outcome.written, ...outcome.removed]).toEqual(['leaderboard/manifest.json']);
    expect(await readFile(join(folder.path, 'CITATION.cff'), 'utf8')).toContain('title: Ours');
  });
});

test('the data dictionary tells every column and every field', async () => {
  await using folder = await temporaryFolder();
  await place(folder.path, three);
  const built = await build(folder.path);
  const dictionary = textIn(built, 'leaderboard/data-dictionary.md');
  const told = dictionary.split('\n').map((line) => line.split(' | '));
  for (const { name, meaning } of COLUMNS) expect(told.find(([column]) => column === `| \`${name}\``)?.[2]).toBe(`${meaning} |`);
  for (const field of Object.keys(built.boards[0]?.rows[0] ?? {})) expect(dictionary).toContain(`\`rows[].${field}\``);
});

describe('labels', () => {
  const LABEL = 'labels/latest/text-generation/example-org/model-10.svg';
  const describedIn = async (folder: string, path = LABEL) => textOf(parseSvg(await readFile(join(folder, path), 'utf8')), 'desc');

  test('lead to the page that verifies them, hold no rank, and are drawn again only where they say something else', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, three);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    const before = await readFile(join(folder.path, LABEL), 'utf8');
    expect(before).toContain(`href="${PAGES}verify.html?label=latest/text-generation/example-org/model-10"`);
    expect(await describedIn(folder.path)).not.toContain('rank');
    // Between the ends of the range: nobody's stars move.
    await place(folder.path, [{ record: nthGpuRecord(11) }]);
    const { written } = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect(written.filter((path) => /^(?:labels|badges)\//.test(path))).toEqual(
      ['labels/S.svg', 'badges/S.svg', 'badges/S.json'].map((path) => path.replace('S', 'latest/text-generation/example-org/model-11')),
    );
    expect(await readFile(join(folder.path, LABEL), 'utf8')).toBe(before);
    // One beyond the range: stars move.
    await place(folder.path, [{ record: nthGpuRecord(100) }]);
    const moved = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect(moved.written).toContain(LABEL);
  });

  test('stay for what was withdrawn, and say so', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, three);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    await place(folder.path, [{ record: nthGpuRecord(10), later: 'withdrawn' }]);
    const built = await build(folder.path);
    await writeLeaderboard(folder.path, built, 'changed');
    expect(await describedIn(folder.path)).toMatch(/^No longer valid: it was taken back/);
    const { labels } = JSON.parse(textIn(built, 'leaderboard/verify/latest/text-generation.json'));
    expect(labels.find(({ label }: { label: string }) => label === LABEL)).toMatchObject({
      mark: 'withdrawn',
      state: 'withdrawn',
      stars: null,
    });
  });

  test('that somebody changed are mended by a fresh build, and what nobody drew is left alone', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, three);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    const sound = await readFile(join(folder.path, LABEL), 'utf8');
    await writeFile(join(folder.path, LABEL), '<svg/>');
    await put(folder.path, 'labels/ours.svg', '<svg/>');
    expect((await writeLeaderboard(folder.path, await build(folder.path), 'changed')).written).toEqual([]);
    expect((await writeLeaderboard(folder.path, await build(folder.path), 'all')).written).toEqual([LABEL]);
    expect(await readFile(join(folder.path, LABEL), 'utf8')).toBe(sound);
    await rm(join(folder.path, recordPath(nthGpuRecord(10))));
    const { removed } = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect(removed.filter((path) => !path.startsWith('leaderboard/')).sort()).toEqual(
      [LABEL.replace('labels', 'badges').replace('.svg', '.json'), LABEL.replace('labels', 'badges'), LABEL].sort(),
    );
  });

  test('of one model on other hardware, of a variant and of its owner lie apart', async () => {
    await using folder = await temporaryFolder();
    const base = nthGpuRecord(1);
    const other = { ...nthGpuRecord(2), plan: base.plan, hardware: { ...base.hardware, profile: 'rtx-4090' } };
    const variant = { ...nthGpuRecord(3), plan: { ...base.plan, variant: 'eight-bit' } };
    await place(folder.path, [{ record: base }, { record: other, verdict: 'unofficial' }, { record: variant }]);
    expect((await build(folder.path)).labels.map(({ stem }) => stem).sort()).toEqual([
      'latest/text-generation.a.rtx-4090.gpu/example-org/model-1',
      'latest/text-generation/example-org/model-1',
      'latest/text-generation/example-org/model-1@eight-bit',
    ]);
  });

  test('of the edition of February 2025 are 166, with the published figures and stars; a model that stands twice has two', async () => {
    await using folder = await temporaryFolder();
    const edition = JSON.parse(await readFile('editions/2025-02.json', 'utf8'));
    await put(folder.path, 'editions/2025-02.json', JSON.stringify(edition));
    const { labels } = await build(folder.path);
    expect(labels.map(({ label }) => [label.task, label.model, label.whPer1000Queries, label.stars, label.mark])).toEqual(
      edition.rows.map((row: { task: string; model: string; gpuWhPer1000Queries: number; stars: number }) => [
        row.task,
        row.model,
        row.gpuWhPer1000Queries,
        row.stars,
        null,
      ]),
    );
    expect(new Set(labels.map(({ stem }) => stem)).size).toBe(166);
    expect(labels.filter(({ stem }) => stem.includes('detr-resnet-50-dc5')).map(({ stem }) => stem)).toEqual([
      '2025-02/object-detection/facebook/detr-resnet-50-dc5',
      '2025-02/object-detection/facebook/detr-resnet-50-dc5~2',
    ]);
  });

  test('are not drawn at a path that an edition makes up', async () => {
    await using folder = await temporaryFolder();
    const edition = JSON.parse(await readFile('editions/2025-02.json', 'utf8'));
    const rows = ['../../x', 'a/../../b', 'org/name/more', '/etc/passwd', 'org/a\nb'].map((model) => ({ ...edition.rows[0], model }));
    await put(folder.path, 'editions/2025-02.json', JSON.stringify({ ...edition, rows }));
    expect((await build(folder.path)).labels).toEqual([]);
  });
});

test('an edition that cannot be read is named', async () => {
  await using folder = await temporaryFolder();
  await place(folder.path, three);
  await put(folder.path, 'editions/2026-02.json', '{}');
  await expect(build(folder.path)).rejects.toMatchObject({
    code: 'edition-damaged',
    message: expect.stringContaining('editions/2026-02.json'),
  });
});
