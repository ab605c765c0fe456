import { createHash } from 'node:crypto';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import canonicalize from 'canonicalize';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { openDataset } from '../../src/datasets/open-dataset.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import { hubDatasets } from '../../src/hub/hub-datasets.ts';
import type { DatasetHub } from '../../src/ports/hub.ts';
import { EXAMPLES } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { type HubRepository, startHub } from '../support/hub-server.ts';

const COMMIT = '1234567890abcdef1234567890abcdef12345678';
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const digestOfRows = (rows: object[]): string => sha256(rows.map((row) => sha256(canonicalize(row) ?? '')).join(''));

/** Local data sets never ask the Hub. */
const unasked: DatasetHub = {
  resolve: () => Promise.reject(new Error('The Hub was asked.')),
  open: () => Promise.reject(new Error('The Hub was asked.')),
};

const policyWith = (datasets: Record<string, { path: string }>) => policyFrom({ schemaVersion: 1, name: 'Test', datasets });

async function openLocal(task: TaskKey, files: Record<string, string | Uint8Array>) {
  const folder = await folderOf(files);
  const request = {
    task,
    policy: policyWith({ [task]: { path: 'data/rows.jsonl' } }),
    policyFolder: folder.path,
    cacheFolder: folder.path,
    hub: unasked,
  };
  return { folder, opened: openDataset(request) };
}

describe('a local data set', () => {
  test('is digested row by row, blank rows left out and other columns too', async () => {
    const lines = ['{"text":"Größe","other":1}', '', '{"text":" "}', '{"text":"b"}'].join('\r\n');
    const { folder, opened } = await openLocal('text-generation', { 'data/rows.jsonl': lines });
    await using _ = folder;
    expect(await opened).toEqual({
      file: join(folder.path, 'data/rows.jsonl'),
      id: 'rows.jsonl',
      revision: null,
      split: 'train',
      columns: ['text'],
      rows: 2,
      rowsSha256: digestOfRows([{ text: 'Größe' }, { text: 'b' }]),
      official: false,
    });
  });

  test('has the digest of its images in place of their paths', async () => {
    const files = { 'data/rows.jsonl': '{"image":"deep/a.png"}\n{"image":"b.png"}\n', 'data/deep/a.png': 'one', 'data/b.png': 'two' };
    const { folder, opened } = await openLocal('image-classification', files);
    await using _ = folder;
    expect((await opened).rowsSha256).toBe(digestOfRows([{ image: sha256('one') }, { image: sha256('two') }]));
  });

  test.each([
    ['a missing column', '{"text":"a"}\n{"txt":"b"}', 'dataset-missing-column', /^rows\.jsonl:2: .*"text".*"txt"/],
    ['a line that is no JSON', '{"text":"a"}\n\n{"text":', 'dataset-bad-json', /^rows\.jsonl:3:/],
    ['a line that is no object', '["a"]', 'dataset-not-a-row', /^rows\.jsonl:1:/],
    ['a column that is no string', '{"text":7}', 'dataset-column-type', /^rows\.jsonl:1:/],
    ['half of a surrogate pair', '{"text":"a\\ud800b"}', 'dataset-not-unicode', /^rows\.jsonl:1:/],
    ['no rows', '\n\n', 'dataset-empty', /^rows\.jsonl:1:/],
    ['a key inherited rather than written', '{"toString":"a"}', 'dataset-missing-column', /^rows\.jsonl:1:/],
  ])('with %s is refused at its line', async (_, text, code, message) => {
    const { folder, opened } = await openLocal('text-generation', { 'data/rows.jsonl': text });
    await using _folder = folder;
    await expect(opened).rejects.toMatchObject({ kind: 'input', code, message: expect.stringMatching(message) });
  });

  test.each(['../secret.png', '/etc/hostname', 'a/../../b.png', 'C:\\x.png', './a.png'])('may not name the image %s', async (image) => {
    const { folder, opened } = await openLocal('image-classification', { 'data/rows.jsonl': JSON.stringify({ image }) });
    await using _ = folder;
    await expect(opened).rejects.toMatchObject({
      kind: 'input',
      code: 'dataset-unsafe-path',
      message: expect.stringMatching(/^rows\.jsonl:1:/),
    });
  });

  test('with an image that is not there is refused at its line', async () => {
    const files = { 'data/rows.jsonl': '{"image":"a.png"}\n{"image":"b.png"}\n', 'data/a.png': 'one' };
    const { folder, opened } = await openLocal('image-classification', files);
    await using _ = folder;
    await expect(opened).rejects.toMatchObject({
      kind: 'input',
      code: 'dataset-missing-file',
      message: expect.stringMatching(/^rows\.jsonl:2: .*b\.png/),
    });
  });

  test('may not lead out of its folder through a link', async () => {
    await using folder = await folderOf({ 'data/rows.jsonl': '{"image":"a.png"}\n', 'secret.png': 'secret' });
    await symlink('../secret.png', join(folder.path, 'data/a.png'));
    const policy = policyWith({ 'image-classification': { path: 'data/rows.jsonl' } });
    const opened = openDataset({ task: 'image-classification', policy, policyFolder: folder.path, cacheFolder: folder.path, hub: unasked });
    await expect(opened).rejects.toMatchObject({ kind: 'input', code: 'dataset-unsafe-path' });
  });

  test('that is not there is the fault of the operator', async () => {
    const { folder, opened } = await openLocal('text-generation', {});
    await using _ = folder;
    await expect(opened).rejects.toMatchObject({ kind: 'operator', code: 'dataset-unreadable' });
  });

  test('has the same digest after a move', async () => {
    await using copy = await folderOf();
    await cp(EXAMPLES, copy.path, { recursive: true });
    const task = 'image-classification';
    const policy = policyWith({ [task]: { path: 'datasets/image_classification.jsonl' } });
    const [here, there] = await Promise.all(
      [EXAMPLES, copy.path].map((policyFolder) => openDataset({ task, policy, policyFolder, cacheFolder: policyFolder, hub: unasked })),
    );
    expect(here?.rows).toBe(30);
    expect(here?.rowsSha256).toBe(there?.rowsSha256);
  });
});

describe('an official data set', () => {
  const strings = (name: string, data: string[]) => new Uint8Array(parquetWriteBuffer({ columnData: [{ name, data, type: 'STRING' }] }));
  const repository = (changes: Partial<HubRepository> = {}): HubRepository => ({
    kind: 'dataset',
    id: taskOf('text-generation').dataset.id,
    commit: COMMIT,
    files: {
      'README.md': Buffer.from('# Texts'),
      'data/test-00000-of-00001.parquet': strings('text', ['never']),
      'data/train-00000-of-00002.parquet': strings(
        'text',
        Array.from({ length: 600 }, (_, row) => `first ${row}`),
      ),
      'data/train-00001-of-00002.parquet': strings(
        'text',
        Array.from({ length: 600 }, (_, row) => `second ${row}`),
      ),
    },
    large: ['data/train-00000-of-00002.parquet'],
    ...changes,
  });

  const openOfficial = (task: TaskKey, cacheFolder: string, hubUrl: string) =>
    openDataset({
      task,
      policy: policyWith({}),
      policyFolder: cacheFolder,
      cacheFolder,
      hub: hubDatasets({ cacheFolder: join(cacheFolder, 'hub'), maximumCacheBytes: 1e9 }, { hubUrl }),
    });

  test('gives the first 1,000 rows of its split over all files, at the commit of its branch', async () => {
    await using hub = await startHub([repository()]);
    await using cache = await folderOf();
    const opened = await openOfficial('text-generation', cache.path, hub.url);
    expect(opened).toMatchObject({
      id: taskOf('text-generation').dataset.id,
      revision: COMMIT,
      split: 'train',
      rows: 1000,
      official: true,
    });
    const lines = (await readFile(opened.file, 'utf8')).trim().split('\n');
    expect([lines[0], lines[599], lines[600], lines[999]]).toEqual(
      ['first 0', 'first 599', 'second 0', 'second 399'].map((text) => JSON.stringify({ text })),
    );
    expect(opened.rowsSha256).toBe(digestOfRows(lines.map((line) => JSON.parse(line) as object)));
  });

  test('is written once for each commit', async () => {
    await using hub = await startHub([repository()]);
    await using cache = await folderOf();
    const first = await openOfficial('text-generation', cache.path, hub.url);
    const asked = hub.requests.length;
    expect(await openOfficial('text-generation', cache.path, hub.url)).toEqual(first);
    expect(hub.requests.slice(asked).some((request) => request.includes('.parquet'))).toBe(false);
  });

  test('is written again where somebody changed what was written, and has the same digest', async () => {
    await using hub = await startHub([repository()]);
    await using cache = await folderOf();
    const first = await openOfficial('text-generation', cache.path, hub.url);
    for (const damage of ['{"text":"another"}\n', 'no JSON', '']) {
      await writeFile(first.file, damage);
      expect(await openOfficial('text-generation', cache.path, hub.url)).toEqual(first);
      expect((await readFile(first.file, 'utf8')).startsWith('{"text":"first 0"}\n')).toBe(true);
    }
  });

  test('is written whole where it was opened twice at the same time', async () => {
    await using hub = await startHub([repository()]);
    await using cache = await folderOf();
    const [one, other] = await Promise.all([0, 1].map(() => openOfficial('text-generation', cache.path, hub.url)));
    expect(one).toEqual(other);
    expect(hub.storage.requests).toHaveLength(1);
  });

  test('is found under its organisation’s other name', async () => {
    const { alias } = taskOf('text-generation').dataset;
    await using hub = await startHub([repository({ id: alias })]);
    await using cache = await folderOf();
    expect(await openOfficial('text-generation', cache.path, hub.url)).toMatchObject({ id: alias, revision: COMMIT });
  });

  test('with images has them written beside it', async () => {
    const images = [Buffer.from('first image'), Buffer.from('second image')];
    const parquet = parquetWriteBuffer({
      columnData: [{ name: 'image', data: images.map((bytes, row) => ({ bytes: new Uint8Array(bytes), path: `${row}.jpg` })) }],
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'image', num_children: 2, repetition_type: 'OPTIONAL' },
        { name: 'bytes', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
        { name: 'path', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      ],
    });
    const { id } = taskOf('image-classification').dataset;
    await using hub = await startHub([repository({ id, files: { 'data/train-0.parquet': new Uint8Array(parquet) }, large: [] })]);
    await using cache = await folderOf();
    const opened = await openOfficial('image-classification', cache.path, hub.url);
    expect(opened).toMatchObject({ rows: 2, columns: ['image'] });
    expect(opened.rowsSha256).toBe(digestOfRows(images.map((image) => ({ image: sha256(image) }))));
    await writeFile(join(dirname(opened.file), 'files/image-000002'), 'damaged');
    expect((await openOfficial('image-classification', cache.path, hub.url)).rowsSha256).toBe(opened.rowsSha256);
  });

  test('with an empty cell has a row less', async () => {
    await using hub = await startHub([repository({ files: { 'train.parquet': strings('text', ['a', '', 'b']) }, large: [] })]);
    await using cache = await folderOf();
    expect((await openOfficial('text-generation', cache.path, hub.url)).rows).toBe(2);
  });

  test.each<[string, Partial<HubRepository> | null, string]>([
    ['is nowhere', null, 'dataset-missing'],
    ['has no Parquet files', { files: { 'train.csv': Buffer.from('text') }, large: [] }, 'dataset-no-parquet'],
    ['is no Parquet', { files: { 'train.parquet': Buffer.from('this is not Parquet at all') }, large: [] }, 'dataset-parquet-unreadable'],
    ['is gated', { gated: 'manual' }, 'hub-dataset-closed'],
  ])('that %s is the fault of the operator', async (_, changes, code) => {
    await using hub = await startHub(changes === null ? [] : [repository(changes)]);
    await using cache = await folderOf();
    await expect(openOfficial('text-generation', cache.path, hub.url)).rejects.toMatchObject({ kind: 'operator', code });
  });
});
