import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hubDatasets } from '../../src/hub/hub-datasets.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo } from '../support/hub-requests.ts';
import { type HubRepository, READER_TOKEN, startHub } from '../support/hub-server.ts';
import { COMMIT } from '../support/transformers-models.ts';

const PARQUET = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 251));

const texts = (changes: Partial<HubRepository> = {}): HubRepository => ({
  kind: 'dataset',
  id: 'someone/texts',
  commit: COMMIT,
  files: { 'README.md': Buffer.from('# Texts'), 'data/train.parquet': PARQUET },
  large: ['data/train.parquet'],
  ...changes,
});

const cacheAt = (cacheFolder: string) => ({ cacheFolder, maximumCacheBytes: 1_000_000 });

describe('a data set of the Hub', () => {
  test('is resolved to a commit, downloaded once, verified, and read by ranges', async () => {
    await using hub = await startHub([texts()]);
    await using cache = await folderOf();
    const progress: [string, number][] = [];
    const onProgress = (file: string, { bytes, of }: { bytes: number; of: number }) => progress.push([file, bytes / of]);
    const datasets = hubDatasets({ ...cacheAt(cache.path), onProgress }, accessTo(hub));
    expect(await datasets.resolve('someone/texts')).toEqual({ revision: COMMIT, paths: ['README.md', 'data/train.parquet'] });
    for (let opened = 0; opened < 2; opened++) {
      const file = await datasets.open('someone/texts', COMMIT, 'data/train.parquet');
      expect(file.byteLength).toBe(PARQUET.length);
      expect(Buffer.from(await file.slice(100, 200)).equals(PARQUET.subarray(100, 200))).toBe(true);
      expect(Buffer.from(await file.slice(49_990)).equals(PARQUET.subarray(49_990))).toBe(true);
      expect((await file.slice(49_990, 60_000)).byteLength).toBe(10);
    }
    expect(progress.at(-1)).toEqual(['data/train.parquet', 1]);
    expect(hub.storage.requests).toHaveLength(1);
    expect(await readdir(join(cache.path, 'datasets--someone--texts/snapshots', COMMIT, 'data'))).toEqual(['train.parquet']);
  });

  test('goes on where its download was cut', async () => {
    const broken = { 'data/train.parquet': { kind: 'cut-after', bytes: 20_000, times: 1 } } as const;
    await using hub = await startHub([texts({ broken })]);
    await using cache = await folderOf();
    const file = await hubDatasets(cacheAt(cache.path), accessTo(hub)).open('someone/texts', COMMIT, 'data/train.parquet');
    expect(Buffer.from(await file.slice(0)).equals(PARQUET)).toBe(true);
    expect(hub.storage.ranges).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
  });

  test('that is gated is opened by a token, which stays with the Hub', async () => {
    await using hub = await startHub([texts({ gated: 'auto' })]);
    await using cache = await folderOf();
    const access = accessTo(hub, { accessToken: READER_TOKEN });
    await hubDatasets(cacheAt(cache.path), access).open('someone/texts', COMMIT, 'data/train.parquet');
    expect(hub.storage.tokens).toEqual([undefined]);
  });

  test.each<[string, Partial<HubRepository>, string, string, RegExp]>([
    ['is gated', { gated: 'auto' }, 'data/train.parquet', 'hub-dataset-closed', /someone\/texts/],
    ['lacks the file', {}, 'data/other.parquet', 'hub-dataset-closed', /someone\/texts/],
    [
      'serves other bytes',
      { broken: { 'data/train.parquet': 'altered' } },
      'data/train.parquet',
      'hub-download-differs',
      /data\/train\.parquet/,
    ],
    [
      'serves another size',
      { broken: { 'data/train.parquet': { kind: 'replaced', content: Buffer.alloc(7) } } },
      'data/train.parquet',
      'hub-download-differs',
      /7 bytes/,
    ],
    [
      'is larger than the cache',
      { files: { 'data/train.parquet': Buffer.alloc(1_000_001) } },
      'data/train.parquet',
      'cache-quota',
      /^data\/train\.parquet of the data set someone\/texts needs 1\.0 MB more/,
    ],
  ])('that %s is the fault of the operator', async (_, changes, path, code, message) => {
    await using hub = await startHub([texts(changes)]);
    await using cache = await folderOf();
    await expect(hubDatasets(cacheAt(cache.path), accessTo(hub)).open('someone/texts', COMMIT, path)).rejects.toMatchObject({
      kind: 'operator',
      code,
      message: expect.stringMatching(message),
      mend: expect.any(String),
    });
  });

  test('that the Hub does not know is nothing; one that cannot be asked for is a fault', async () => {
    await using hub = await startHub([texts()]);
    await using cache = await folderOf();
    expect(await hubDatasets(cacheAt(cache.path), accessTo(hub)).resolve('someone/else')).toBeNull();
    const nobody = hubDatasets(cacheAt(cache.path), accessTo(hub, { hubUrl: 'http://127.0.0.1:1' }));
    await expect(nobody.resolve('someone/texts')).rejects.toMatchObject({
      code: 'hub-unreachable',
      message: expect.stringContaining('127.0.0.1:1'),
    });
  });

  test('ends with the reason of its signal', async () => {
    await using hub = await startHub([texts()]);
    await using cache = await folderOf();
    const reason = new Error('interrupted');
    const datasets = hubDatasets(cacheAt(cache.path), accessTo(hub, { signal: AbortSignal.abort(reason) }));
    await expect(datasets.resolve('someone/texts')).rejects.toBe(reason);
    await expect(datasets.open('someone/texts', COMMIT, 'data/train.parquet')).rejects.toBe(reason);
  });
});
