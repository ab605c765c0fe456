import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptDownloads } from '../../src/hub/cache-space.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest } from '../support/hub-requests.ts';
import { startHub } from '../support/hub-server.ts';
import { COMMIT, llama } from '../support/transformers-models.ts';

const blobs = (id: string) => `models--${id.replace('/', '--')}/blobs`;

describe('the room for a download', () => {
  test('is refused beyond the quota: the message tells what lies there, the mend how to remove it', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf({
      [`${blobs('someone/small')}/a`]: Buffer.alloc(1000),
      [`${blobs('someone/large')}/a`]: Buffer.alloc(5_000_000),
      [`${blobs('someone/large')}/b.incomplete`]: Buffer.alloc(1_000_000),
    });
    const request = llamaRequest(cache.path, { maximumCacheBytes: 6_010_000 });
    const large = join(cache.path, 'models--someone--large');
    await expect(hubModel(request, accessTo(hub))).rejects.toMatchObject({
      kind: 'operator',
      code: 'cache-quota',
      message: expect.stringMatching(
        new RegExp(
          `^someone/llama needs \\d+ bytes more; the cache .* holds 6\\.0 MB of the 6\\.0 MB .* There lie ${large} \\(6\\.0 MB\\), `,
        ),
      ),
      mend: expect.stringMatching(new RegExp(`rm -r '${large}'.*limits\\.cacheBytes.*Nothing is removed by itself`)),
    });
    expect(await readdir(join(cache.path, blobs('someone/llama')))).toEqual([]);
    expect((await keptDownloads(cache.path)).map(({ bytes }) => bytes)).toEqual([6_000_000, 1000]);
  });

  test('is not asked for what lies there already', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const { bytes } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    await expect(hubModel(llamaRequest(cache.path, { maximumCacheBytes: bytes ?? 0 }), accessTo(hub))).resolves.toMatchObject({ bytes });
    const anew = llamaRequest(cache.path, { maximumCacheBytes: bytes ?? 0, format: { kind: 'processor' } });
    await expect(hubModel(anew, accessTo(hub))).resolves.toMatchObject({ revision: COMMIT });
  });

  test('is refused where the disk has less, before any weights are fetched', async () => {
    const repository = llama();
    const lfs = { oid: 'a'.repeat(64), size: 1e15, pointerSize: 130 };
    await using hub = await startHub([{ ...repository, listed: { 'model.safetensors': { size: 1e15, lfs } } }]);
    await using cache = await folderOf();
    const request = llamaRequest(cache.path, { maximumBytes: 2e15, maximumCacheBytes: 2e15 });
    await expect(hubModel(request, accessTo(hub))).rejects.toMatchObject({
      kind: 'operator',
      code: 'disk-full',
      message: expect.stringMatching(new RegExp(`^someone/llama needs 1000000\\.0 GB more; the disk of ${cache.path} has .* left\\.$`)),
      mend: expect.stringContaining('AI_ENERGY_SCORE_CACHE'),
    });
    expect(hub.storage.requests).toEqual([]);
  });

  test('is refused where the cache cannot be made', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf({ file: 'not a folder' });
    await expect(hubModel(llamaRequest(join(cache.path, 'file')), accessTo(hub))).rejects.toMatchObject({
      kind: 'operator',
      code: 'cache-refused',
      message: expect.stringContaining(join(cache.path, 'file')),
      mend: expect.stringContaining('AI_ENERGY_SCORE_CACHE'),
    });
  });

  test('counts nothing but downloads', async () => {
    await using cache = await folderOf({ 'notes.txt': 'hello', 'other/blobs/a': 'x' });
    await writeFile(join(cache.path, 'models--a--b'), 'a file of that name');
    expect(await keptDownloads(cache.path)).toEqual([]);
    expect(await keptDownloads(join(cache.path, 'nowhere'))).toEqual([]);
  });
});
