import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { operatorFault } from '../../src/domain/errors.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest } from '../support/hub-requests.ts';
import { type FileTrouble, startHub } from '../support/hub-server.ts';
import { llama, safetensors } from '../support/transformers-models.ts';

const WEIGHTS = safetensors({ weight: { dtype: 'F32', shape: [100, 1000] } });
const HALF = 200_000;

/** The model with a trouble in its weights, which lie in the storage behind the Hub. */
const troubled = (trouble?: FileTrouble, path = 'model.safetensors') =>
  llama({
    files: { ...llama().files, 'model.safetensors': WEIGHTS },
    broken: trouble === undefined ? {} : { [path]: trouble },
  });

const blobsOf = (cacheFolder: string) => join(cacheFolder, 'models--someone--llama/blobs');
const partialsIn = async (cacheFolder: string) =>
  (await readdir(blobsOf(cacheFolder)).catch(() => [])).filter((name) => name.endsWith('.incomplete'));

const bytesOfWeights = async (folder: string) => readFile(join(folder, 'model.safetensors'));

describe('a download that is cut', () => {
  test('goes on from the byte where it was cut', async () => {
    await using hub = await startHub([troubled({ kind: 'cut-after', bytes: HALF, times: 1 })]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    const { folder } = await hubModel(llamaRequest(cache.path), access);
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
    expect(hub.storage.ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
    expect(access.pauses).toEqual([500]);
    expect(await partialsIn(cache.path)).toEqual([]);
  });

  test('is given up after eight tries, and the next run goes on from there', async () => {
    await using hub = await startHub([troubled({ kind: 'cut-after', bytes: 1000, times: 8 })]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    const fault = await hubModel(llamaRequest(cache.path), access).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({
      kind: 'operator',
      code: 'hub-download-incomplete',
      message: expect.stringMatching(
        /^The download of model\.safetensors from 127\.0\.0\.1:\d+ was cut 8 times, at last after \d+ of \d+ bytes: /,
      ),
      mend: expect.stringContaining('goes on from there'),
    });
    expect(access.pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000]);
    const [partial = ''] = await partialsIn(cache.path);
    const kept = (await stat(join(blobsOf(cache.path), partial))).size;
    expect(kept).toBeGreaterThan(0);
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(hub.storage.ranges.at(-1)).toBe(`bytes=${kept}-`);
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
    expect(await partialsIn(cache.path)).toEqual([]);
  });

  test.each(['no-ranges', 'refused-ranges', 'moved-ranges'] as const)('starts again where the server has %s', async (kind) => {
    await using cache = await folderOf();
    {
      await using hub = await startHub([troubled({ kind: 'cut-after', bytes: 1000, times: 8 })]);
      await hubModel(llamaRequest(cache.path), accessTo(hub)).catch(() => null);
      expect(await partialsIn(cache.path)).toHaveLength(1);
    }
    await using hub = await startHub([troubled({ kind })]);
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(hub.storage.ranges[0]).toMatch(/^bytes=\d+-$/);
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
  });

  test('is refused where the parts make another file, and nothing of it is kept', async () => {
    await using hub = await startHub([troubled()]);
    await using cache = await folderOf();
    const { folder, files } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    const digest = files.find(({ path }) => path === 'model.safetensors')?.sha256 ?? '';
    const blob = join(blobsOf(cache.path), digest);
    const wrong = Buffer.from(WEIGHTS.subarray(0, HALF));
    wrong[HALF - 1] = (wrong[HALF - 1] ?? 0) ^ 1;
    await writeFile(`${blob}.incomplete`, wrong);
    await writeFile(blob, 'damaged');
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub))).rejects.toMatchObject({
      kind: 'operator',
      code: 'hub-download-differs',
      message: expect.stringContaining('SHA-256'),
      mend: expect.stringContaining('from the beginning'),
    });
    expect(await partialsIn(cache.path)).toEqual([]);
    await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
  });

  test('starts again where more lies there than the whole file has', async () => {
    await using hub = await startHub([troubled()]);
    await using cache = await folderOf();
    const { folder, files } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    const blob = join(blobsOf(cache.path), files.find(({ path }) => path === 'model.safetensors')?.sha256 ?? '');
    await writeFile(`${blob}.incomplete`, Buffer.alloc(WEIGHTS.length + 1));
    await writeFile(blob, 'damaged');
    await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
  });
});

describe('a server that is short of breath', () => {
  test.each([429, 500, 502, 503, 504])('is asked again after it answered %i for a file', async (status) => {
    await using hub = await startHub([troubled({ kind: 'status', status, error: 'Busy', times: 2 })]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    await expect(hubModel(llamaRequest(cache.path), access)).resolves.toMatchObject({ source: 'hub' });
    expect(access.pauses).toEqual([500, 1000]);
  });

  test('is given the time it asks for, in seconds or as a date', async () => {
    const date = new Date(Date.now() + 100_000).toUTCString();
    for (const [retryAfter, least, most] of [
      ['7', 7000, 7000],
      [date, 50_000, 100_000],
    ] as const) {
      await using hub = await startHub([troubled({ kind: 'status', status: 429, error: 'Slowly', retryAfter, times: 1 })]);
      await using cache = await folderOf();
      const access = accessTo(hub);
      await hubModel(llamaRequest(cache.path), access);
      expect(access.pauses).toHaveLength(1);
      expect(access.pauses[0]).toBeGreaterThanOrEqual(least);
      expect(access.pauses[0]).toBeLessThanOrEqual(most);
    }
  });

  test('is not waited for where it asks for longer than anybody waits, and the message says how long', async () => {
    await using hub = await startHub([troubled({ kind: 'status', status: 429, error: 'Too many requests', retryAfter: '4000' })]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    await expect(hubModel(llamaRequest(cache.path), access)).rejects.toMatchObject({
      kind: 'operator',
      code: 'hub-rate-limited',
      message: expect.stringMatching(/model\.safetensors of someone\/llama.*It asks to wait 4000 s\./),
      mend: expect.stringContaining('HF_TOKEN'),
    });
    expect(access.pauses).toEqual([]);
  });

  test.each<[string, FileTrouble]>([
    ['never answers', { kind: 'silent' }],
    ['falls silent half-way', { kind: 'held', bytes: 1000, until: new Promise(() => undefined) }],
  ])('that %s counts as cut', async (_, trouble) => {
    await using hub = await startHub([troubled(trouble)]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub, { stallMilliseconds: 100 }))).rejects.toMatchObject({
      kind: 'operator',
      code: 'hub-download-incomplete',
      message: expect.stringContaining('nothing came for 0.1 s'),
    });
  });
});

describe('a download that is interrupted', () => {
  test('ends with the reason of its signal, leaves what can be continued and nothing else', async () => {
    await using hub = await startHub([troubled({ kind: 'held', bytes: HALF, until: new Promise(() => undefined) })]);
    await using cache = await folderOf();
    const controller = new AbortController();
    const reason = operatorFault('Interrupted by SIGINT.', { code: 'interrupted' });
    const onProgress = ({ bytes }: { bytes: number }) => {
      if (bytes > HALF / 2) controller.abort(reason);
    };
    const access = accessTo(hub, { signal: controller.signal });
    await expect(hubModel(llamaRequest(cache.path, { onProgress }), access)).rejects.toBe(reason);
    const left = await partialsIn(cache.path);
    expect(left).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.incomplete$/)]);
    await expect(stat(join(cache.path, 'models--someone--llama/manifests')).then(({ size }) => size)).resolves.toBeGreaterThan(0);
    expect(await readdir(join(cache.path, 'models--someone--llama/manifests'))).toEqual([]);

    await using again = await startHub([troubled()]);
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(again));
    expect(again.storage.ranges).toEqual([expect.stringMatching(/^bytes=\d+-$/)]);
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
  });

  test('ends in a pause as well', async () => {
    await using hub = await startHub([troubled({ kind: 'status', status: 503, error: 'Busy' })]);
    await using cache = await folderOf();
    const controller = new AbortController();
    const reason = operatorFault('Interrupted by SIGINT.', { code: 'interrupted' });
    const wait = async () => controller.abort(reason);
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub, { wait, signal: controller.signal }))).rejects.toBe(reason);
  });

  test('does not begin where the signal has ended before', async () => {
    await using hub = await startHub([troubled()]);
    await using cache = await folderOf();
    const reason = operatorFault('Interrupted by SIGINT.', { code: 'interrupted' });
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(hub.requests).toEqual([]);
  });
});

/** Downloads the model in a process of its own. */
function otherProcess(cacheFolder: string, hubUrl: string) {
  const program = `
    const { hubModel } = await import(${JSON.stringify(resolve('src/hub/hub-models.ts'))});
    const model = await hubModel(${JSON.stringify(llamaRequest(cacheFolder))}, { hubUrl: ${JSON.stringify(hubUrl)} });
    process.stdout.write(model.filesSha256);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = (async () => {
    let text = '';
    for await (const piece of child.stdout) text += piece;
    return text;
  })();
  return { child, output, ended: once(child, 'exit') };
}

/** Resolves once the partial download of the weights has so many bytes. */
const partialOf = (cacheFolder: string, bytes: number) =>
  vi.waitFor(
    async () => {
      const sizes = (await partialsIn(cacheFolder)).map(async (name) => (await stat(join(blobsOf(cacheFolder), name))).size);
      expect(Math.max(0, ...(await Promise.all(sizes)))).toBe(bytes);
    },
    { timeout: 30_000, interval: 20 },
  );

describe('two processes that download the same model', () => {
  test('do not disturb each other: the second waits, and the weights are fetched once', async () => {
    const held = Promise.withResolvers<void>();
    await using hub = await startHub([troubled({ kind: 'held', bytes: HALF, until: held.promise })]);
    await using cache = await folderOf();
    const other = otherProcess(cache.path, hub.url);
    await partialOf(cache.path, HALF);
    // The first pause of this process is its wait for the other one.
    const wait = async () => {
      held.resolve();
      await sleep(20);
    };
    const model = await hubModel(llamaRequest(cache.path), accessTo(hub, { wait }));
    expect(await other.output).toBe(model.filesSha256);
    expect((await bytesOfWeights(model.folder)).equals(WEIGHTS)).toBe(true);
    expect(hub.storage.requests).toHaveLength(1);
    expect(await partialsIn(cache.path)).toEqual([]);
  });

  test('of which one was killed: the other goes on where it was', async () => {
    await using hub = await startHub([troubled({ kind: 'held', bytes: HALF, until: new Promise(() => undefined) })]);
    await using cache = await folderOf();
    const other = otherProcess(cache.path, hub.url);
    await partialOf(cache.path, HALF);
    other.child.kill('SIGKILL');
    await other.ended;
    await using again = await startHub([troubled()]);
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(again));
    expect(again.storage.ranges).toEqual([`bytes=${HALF}-`]);
    expect((await bytesOfWeights(folder)).equals(WEIGHTS)).toBe(true);
    expect(await partialsIn(cache.path)).toEqual([]);
  });
});
