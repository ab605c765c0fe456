import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleModels } from '../../scripts/examples/models.ts';
import { hubCatalogue } from '../../src/hub/hub-catalogue.ts';
import { type HubModelRequest, hubModel } from '../../src/hub/hub-models.ts';
import { EXAMPLES, expectType, planOf, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { type HubRepository, READER_TOKEN, startHub } from '../support/hub-server.ts';

const COMMIT = '1234567890abcdef1234567890abcdef12345678';
const OTHER = 'abcdefabcdefabcdefabcdefabcdefabcdefabcd';
const FLOAT32 = { kind: 'onnx', precision: 'float32', quantization: null } as const;

let babbler: HubRepository;
beforeAll(() => {
  const files = Object.fromEntries(exampleModels()[0]?.files ?? []);
  babbler = {
    kind: 'model',
    id: 'someone/babbler',
    commit: COMMIT,
    files: {
      ...files,
      'onnx/model_fp16.onnx': Buffer.from([8, 9]),
      'onnx/model_quantized.onnx': Buffer.from([8, 9, 8]),
      'onnx/model_quantized.onnx_data': Buffer.from([1, 2, 3, 4]),
      'pytorch_model.bin': Buffer.from([0x80, 2, 0]),
      'model.safetensors': Buffer.from('not needed'),
    },
    large: ['onnx/model.onnx', 'onnx/model_quantized.onnx', 'onnx/model_quantized.onnx_data'],
    pipelineTag: 'text-generation',
    licence: 'apache-2.0',
    parameters: 26_808,
  };
});

/** Pauses that take no time. */
const wait = async (): Promise<void> => undefined;

const requestFor = (cacheFolder: string, changes: Partial<HubModelRequest> = {}): HubModelRequest => ({
  id: 'someone/babbler',
  revision: COMMIT,
  format: FLOAT32,
  cacheFolder,
  maximumBytes: 10_000_000,
  maximumCacheBytes: 100_000_000,
  ...changes,
});

/** The names of what the snapshots of a cache show, and of whole blobs that nothing shows. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory() && !entry.name.endsWith('.incomplete')).map((entry) => entry.name);
}

describe('a model of the Hub', () => {
  test('is downloaded at its revision: what the run needs and nothing else', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const progress: number[] = [];
    const onProgress = ({ bytes, of }: { bytes: number; of: number }) => progress.push(bytes / of);
    const model = await hubModel(requestFor(cache.path, { onProgress }), { hubUrl: hub.url });
    expect(model).toMatchObject({ source: 'hub', revision: COMMIT, parameters: 26_808 });
    expect(model.files.map(({ path }) => path)).toEqual([
      'config.json',
      'generation_config.json',
      'onnx/model.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    for (const { path, bytes } of model.files) {
      const written = await readFile(join(model.folder, path));
      expect(written.equals(babbler.files[path] ?? Buffer.alloc(0)), path).toBe(true);
      expect(written.length).toBe(bytes);
    }
    expect(model.bytes).toBe(model.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(hub.requests.some((request) => request.includes('pytorch_model.bin'))).toBe(false);
  });

  test('comes with the external data of its ONNX file', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const format = { kind: 'onnx', precision: 'float32', quantization: { method: 'onnx', bits: 8 } } as const;
    const model = await hubModel(requestFor(cache.path, { format }), { hubUrl: hub.url });
    const onnx = model.files.filter(({ path }) => path.startsWith('onnx/')).map(({ path }) => path);
    expect(onnx).toEqual(['onnx/model_quantized.onnx', 'onnx/model_quantized.onnx_data']);
  });

  test('is taken from the cache without asking the Hub, and with the same digest', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const first = await hubModel(requestFor(cache.path), { hubUrl: hub.url });
    const asked = hub.requests.length;
    const again = await hubModel(requestFor(cache.path), { hubUrl: hub.url });
    expect(hub.requests.length).toBe(asked);
    expect(again).toEqual(first);
  });

  test('is downloaded anew where a cached file was changed', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const { folder, filesSha256 } = await hubModel(requestFor(cache.path), { hubUrl: hub.url });
    await writeFile(join(folder, 'config.json'), '{}');
    expect((await hubModel(requestFor(cache.path), { hubUrl: hub.url })).filesSha256).toBe(filesSha256);
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toContain('gpt2');
  });

  test('is loaded by the embedded backend from the snapshot’s links', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const { folder } = await hubModel(requestFor(cache.path), { hubUrl: hub.url });
    await using backend = startEmbedded();
    const datasetFile = join(EXAMPLES, 'datasets', 'text_generation.jsonl');
    const plan = planOf({ task: 'text-generation', columns: ['text'], quantization: null });
    backend.send({ type: 'load', modelFolder: folder, processorFolder: null, datasetFile, plan });
    expect(expectType(await backend.next(), 'ready')).toMatchObject({ parameters: 26_808 });
  });

  test('gives only its tokenizer where it is but the processor of another', async () => {
    await using hub = await startHub([babbler]);
    await using cache = await folderOf();
    const { files } = await hubModel(requestFor(cache.path, { format: { kind: 'processor' } }), { hubUrl: hub.url });
    expect(files.every(({ path }) => path.endsWith('.json'))).toBe(true);
  });
});

describe('a model of the Hub is refused', () => {
  const refused = async (repository: HubRepository, changes: Partial<HubModelRequest> = {}, accessToken?: string) => {
    await using hub = await startHub([repository]);
    await using cache = await folderOf();
    const fault = await hubModel(requestFor(cache.path, changes), { hubUrl: hub.url, accessToken, wait }).then(
      () => {
        throw new Error('The model was not refused.');
      },
      (thrown: unknown) => thrown,
    );
    return { fault, left: await filesBelow(cache.path) };
  };

  test('where it does not exist, with a token and without', async () => {
    const missing = { kind: 'input', code: 'hub-model-missing' };
    expect((await refused(babbler, { id: 'someone/else' })).fault).toMatchObject(missing);
    expect((await refused(babbler, { id: 'someone/else' }, READER_TOKEN)).fault).toMatchObject(missing);
  });

  test('where its revision does not exist', async () => {
    expect((await refused(babbler, { revision: OTHER })).fault).toMatchObject({ kind: 'input', code: 'hub-revision-missing' });
  });

  test('where its revision is a branch that looks like a commit', async () => {
    const { fault } = await refused({ ...babbler, aliases: [OTHER] }, { revision: OTHER });
    expect(fault).toMatchObject({ kind: 'operator', code: 'hub-revision-moved', message: expect.stringContaining(COMMIT) });
  });

  test('where the token is not valid', async () => {
    expect((await refused(babbler, {}, 'hf_wrong')).fault).toMatchObject({ kind: 'operator', code: 'hub-unauthorised' });
  });

  test('where it is gated and nobody may read it, but not for who may', async () => {
    const gated: HubRepository = { ...babbler, gated: 'manual' };
    expect((await refused(gated)).fault).toMatchObject({ kind: 'operator', code: 'hub-gated' });
    await using hub = await startHub([gated]);
    await using cache = await folderOf();
    await expect(hubModel(requestFor(cache.path), { hubUrl: hub.url, accessToken: READER_TOKEN })).resolves.toMatchObject({
      revision: COMMIT,
    });
  });

  test('where the connection is cut, and the snapshot shows no half file', async () => {
    const cut = { kind: 'cut-after', bytes: 1, times: 8 } as const;
    const { fault, left } = await refused({ ...babbler, broken: { 'onnx/model.onnx': cut } });
    expect(fault).toMatchObject({ kind: 'operator', code: 'hub-download-incomplete' });
    expect(left.filter((name) => name.includes('onnx'))).toEqual([]);
  });

  test.each(['onnx/model.onnx', 'tokenizer.json'])('where the bytes of %s are not those announced', async (path) => {
    const { fault, left } = await refused({ ...babbler, broken: { [path]: 'altered' } });
    expect(fault).toMatchObject({ kind: 'operator', code: 'hub-download-differs' });
    expect(left.filter((name) => name.endsWith(path.replace(/.*\//, '')))).toEqual([]);
  });

  test('where its ONNX file is a pickle', async () => {
    const pickled = { ...babbler, files: { ...babbler.files, 'onnx/model.onnx': Buffer.from([0x80, 4, 0x95, 0]) } };
    expect((await refused(pickled)).fault).toMatchObject({ kind: 'input', code: 'model-pickle' });
  });

  test('where a path leads out of the folder', async () => {
    const files = { ...babbler.files, 'onnx/model.onnx_data_/../../../evil': Buffer.from('x') };
    const { fault, left } = await refused({ ...babbler, files });
    expect(fault).toMatchObject({ kind: 'input', code: 'hub-unsafe-path' });
    expect(left).toEqual([]);
  });

  test('where it is larger than allowed, before anything is downloaded', async () => {
    const { fault, left } = await refused(babbler, { maximumBytes: 1000 });
    expect(fault).toMatchObject({ kind: 'input', code: 'model-too-large' });
    expect(left).toEqual([]);
  });

  test('where it has no file of the precision', async () => {
    const files = { 'config.json': Buffer.from('{}'), 'model.safetensors': Buffer.from('x') };
    expect((await refused({ ...babbler, files })).fault).toMatchObject({ kind: 'input', code: 'onnx-file-missing' });
  });
});

describe('the catalogue of the Hub', () => {
  test('tells what is known of a model at its revision', async () => {
    await using hub = await startHub([babbler]);
    const lookup = await hubCatalogue({ hubUrl: hub.url }).lookUp('someone/babbler', COMMIT);
    expect(lookup).toMatchObject({
      kind: 'found',
      model: {
        id: 'someone/babbler',
        revision: COMMIT,
        pipelineTag: 'text-generation',
        licence: 'apache-2.0',
        gated: false,
        parameters: 26_808,
        customCode: false,
      },
    });
    const paths = lookup.kind === 'found' ? lookup.model.files.map(({ path }) => path).sort() : [];
    expect(paths).toEqual(Object.keys(babbler.files).sort());
  });

  test('sees custom code at any depth of the configuration', async () => {
    const config = Buffer.from(JSON.stringify({ vision: { deep: [{ auto_map: { AutoModel: 'modeling.Model' } }] } }));
    await using hub = await startHub([{ ...babbler, files: { 'config.json': config } }]);
    expect(await hubCatalogue({ hubUrl: hub.url }).lookUp('someone/babbler', COMMIT)).toMatchObject({ model: { customCode: true } });
  });

  test.each(['processor_config.json', 'tokenizer_config.json', 'unet/config.json'])('sees custom code in %s', async (path) => {
    const files = { 'config.json': Buffer.from('{}'), [path]: Buffer.from('{"auto_map":{}}') };
    await using hub = await startHub([{ ...babbler, files }]);
    expect(await hubCatalogue({ hubUrl: hub.url }).lookUp('someone/babbler', COMMIT)).toMatchObject({ model: { customCode: true } });
  });

  test('tells missing models, missing revisions, moved revisions and gates apart', async () => {
    await using hub = await startHub([
      { ...babbler, aliases: [OTHER] },
      { ...babbler, id: 'someone/gated', gated: 'auto' },
    ]);
    const { lookUp } = hubCatalogue({ hubUrl: hub.url });
    expect(await lookUp('someone/else', COMMIT)).toEqual({ kind: 'missing' });
    expect(await lookUp('someone/babbler', 'f'.repeat(40))).toEqual({ kind: 'missing-revision' });
    expect(await lookUp('someone/babbler', OTHER)).toEqual({ kind: 'missing-revision' });
    expect(await lookUp('someone/gated', COMMIT)).toEqual({ kind: 'gated' });
  });

  test.each([
    [429, 'hub-rate-limited'],
    [500, 'hub-unavailable'],
    [503, 'hub-unavailable'],
  ])('is a fault of the operator where the Hub answers %i', async (status, code) => {
    await using hub = await startHub([], { status, error: 'Something is wrong' });
    await expect(hubCatalogue({ hubUrl: hub.url, wait }).lookUp('someone/babbler', COMMIT)).rejects.toMatchObject({
      kind: 'operator',
      code,
    });
  });

  test('asks three times where the Hub is short of breath', async () => {
    await using hub = await startHub([babbler], { status: 503, error: 'Busy', times: 2 });
    const pauses: number[] = [];
    const { lookUp } = hubCatalogue({ hubUrl: hub.url, wait: async (milliseconds) => pauses.push(milliseconds) });
    expect(await lookUp('someone/babbler', COMMIT)).toMatchObject({ kind: 'found' });
    expect(pauses).toEqual([500, 3000]);
    expect(new Set(hub.requests.slice(0, 3)).size).toBe(1);
  });

  test('does not ask again where the answer will stay', async () => {
    await using hub = await startHub([babbler]);
    const { lookUp } = hubCatalogue({
      hubUrl: hub.url,
      wait: () => Promise.reject(new Error('There was a pause.')),
    });
    expect(await lookUp('someone/else', COMMIT)).toEqual({ kind: 'missing' });
    expect(hub.requests.length).toBe(1);
  });

  test('is a fault of the operator where nobody answers', async () => {
    const { url } = await (async () => {
      await using hub = await startHub([]);
      return { url: hub.url };
    })();
    await expect(hubCatalogue({ hubUrl: url, wait }).lookUp('someone/babbler', COMMIT)).rejects.toMatchObject({
      kind: 'operator',
      code: 'hub-unreachable',
    });
  });
});
