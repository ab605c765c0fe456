import { createHash } from 'node:crypto';
import { lstat, readFile, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesSha256 } from '../../src/hub/folder-digest.ts';
import { readableFolders } from '../../src/hub/hub-cache.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest, TRANSFORMERS } from '../support/hub-requests.ts';
import { startHub } from '../support/hub-server.ts';
import { COMMIT, jsonFile, llama, pipeline, safetensors, shardedLlama } from '../support/transformers-models.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a model for transformers', () => {
  test('is downloaded as safetensors with its configuration, and nothing of other frameworks', async () => {
    const repository = llama();
    await using hub = await startHub([repository]);
    await using cache = await folderOf();
    const progress: number[] = [];
    const onProgress = ({ bytes, of }: { bytes: number; of: number }) => progress.push(bytes / of);
    const model = await hubModel(llamaRequest(cache.path, { onProgress }), accessTo(hub));
    expect(model.files.map(({ path }) => path)).toEqual([
      'additional_chat_templates/tools.jinja',
      'chat_template.jinja',
      'config.json',
      'generation_config.json',
      'model.safetensors',
      'special_tokens_map.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    for (const { path, bytes, sha256: digest } of model.files) {
      const written = await readFile(join(model.folder, path));
      expect([written.length, sha256(written)], path).toEqual([bytes, digest]);
      expect(written.equals(repository.files[path] ?? Buffer.alloc(0)), path).toBe(true);
    }
    expect(model).toMatchObject({ source: 'hub', revision: COMMIT, filesSha256: filesSha256(model.files) });
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    const asked = [...hub.requests, ...hub.storage.requests].join('\n');
    expect(asked).not.toMatch(/pytorch_model|consolidated|original|gguf|h5|msgpack|onnx|fp16/);
  });

  test('has as many parameters as the heads of its files tell, where the Hub tells none', async () => {
    await using hub = await startHub([llama(), { ...llama({ id: 'someone/told' }), parameters: 42 }]);
    await using cache = await folderOf();
    expect((await hubModel(llamaRequest(cache.path), accessTo(hub))).parameters).toBe(2 * 64 * 32);
    expect((await hubModel(llamaRequest(cache.path, { id: 'someone/told' }), accessTo(hub))).parameters).toBe(42);
    const quantised = { ...TRANSFORMERS, quantization: { method: 'awq', bits: 4 } } as const;
    expect((await hubModel(llamaRequest(cache.path, { format: quantised }), accessTo(hub))).parameters).toBeNull();
  });

  test('in shards comes with its index and every shard that it names', async () => {
    await using hub = await startHub([shardedLlama()]);
    await using cache = await folderOf();
    const model = await hubModel(llamaRequest(cache.path, { id: 'someone/sharded' }), accessTo(hub));
    expect(model.files.map(({ path }) => path).filter((path) => path.startsWith('model'))).toEqual([
      'model-00001-of-00002.safetensors',
      'model-00002-of-00002.safetensors',
      'model.safetensors.index.json',
    ]);
    expect(model.parameters).toBe(2 * 64 * 32);
  });

  test('of diffusers comes with the sub-folders that its index names', async () => {
    await using hub = await startHub([pipeline()]);
    await using cache = await folderOf();
    const format = { ...TRANSFORMERS, task: 'text-to-image' } as const;
    const model = await hubModel(llamaRequest(cache.path, { id: 'someone/painter', format }), accessTo(hub));
    expect(model.files.map(({ path }) => path).filter((path) => path.endsWith('.safetensors'))).toEqual([
      'text_encoder/model.safetensors',
      'unet/diffusion_pytorch_model.safetensors',
      'vae/diffusion_pytorch_model.safetensors',
    ]);
    expect(await readFile(join(model.folder, 'unet/config.json'), 'utf8')).toContain('UNet2DConditionModel');
  });

  test('gives its tokenizer and processor alone where it is but the processor of another', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const { files } = await hubModel(llamaRequest(cache.path, { format: { kind: 'processor' } }), accessTo(hub));
    expect(files.map(({ path }) => path)).toContain('tokenizer.json');
    expect(files.some(({ path }) => path.endsWith('.safetensors'))).toBe(false);
  });
});

describe('the cache', () => {
  test('holds blobs by digest and a snapshot of relative links, below one folder', async () => {
    const repository = llama();
    await using hub = await startHub([repository]);
    await using cache = await folderOf();
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(folder).toBe(join(cache.path, 'models--someone--llama/snapshots', COMMIT));
    const weights = repository.files['model.safetensors'] ?? Buffer.alloc(0);
    expect(await readlink(join(folder, 'model.safetensors'))).toBe(`../../blobs/${sha256(weights)}`);
    expect(await readlink(join(folder, 'additional_chat_templates/tools.jinja'))).toMatch(/^\.\.\/\.\.\/\.\.\/blobs\/[0-9a-f]{40}$/);
    expect((await lstat(join(cache.path, 'models--someone--llama/refs'))).isDirectory()).toBe(true);
  });

  test('names the folders that a sandbox has to show: every file of the model lies below them', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const model = await hubModel(llamaRequest(cache.path), accessTo(hub));
    const folders = await Promise.all(readableFolders(model).map((folder) => realpath(folder)));
    expect(folders).toContain(await realpath(model.folder));
    for (const { path } of model.files) {
      const file = await realpath(join(model.folder, path));
      expect(
        folders.some((folder) => file.startsWith(`${folder}/`)),
        path,
      ).toBe(true);
    }
    expect(readableFolders({ folder: '/models/a/b', source: 'local' })).toEqual(['/models/a/b']);
    expect(readableFolders({ folder: '', source: 'endpoint' })).toEqual([]);
  });

  test('gives the model again without asking the Hub, also after a move', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const first = await hubModel(llamaRequest(join(cache.path, 'one')), accessTo(hub));
    await rename(join(cache.path, 'one'), join(cache.path, 'two'));
    const asked = hub.requests.length;
    const again = await hubModel(llamaRequest(join(cache.path, 'two')), accessTo(hub));
    expect(hub.requests.length).toBe(asked);
    expect({ ...again, folder: '' }).toEqual({ ...first, folder: '' });
  });

  test('shares what two kinds of run need, and fetches it once', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    await hubModel(llamaRequest(cache.path, { format: { kind: 'processor' } }), accessTo(hub));
    await hubModel(llamaRequest(cache.path), accessTo(hub));
    const tokenizer = hub.requests.filter((request) => request.endsWith('/tokenizer.json'));
    expect(tokenizer).toHaveLength(1);
  });

  test.each(['model.safetensors', 'config.json'])('fetches %s again where it was damaged, and that alone', async (path) => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const first = await hubModel(llamaRequest(cache.path), accessTo(hub));
    await writeFile(join(first.folder, path), 'damaged');
    const asked = hub.requests.length;
    expect(await hubModel(llamaRequest(cache.path), accessTo(hub))).toEqual(first);
    const files = hub.requests.slice(asked).filter((request) => request.includes('/resolve/'));
    expect(files).toEqual([expect.stringContaining(path)]);
    expect(sha256(await readFile(join(first.folder, path)))).toBe(first.files.find((file) => file.path === path)?.sha256);
  });

  test('does not follow a link that leads out of the blobs', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf({ 'elsewhere.json': '' });
    const { folder } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    const config = join(folder, 'config.json');
    const elsewhere = join(cache.path, 'elsewhere.json');
    await writeFile(elsewhere, await readFile(config));
    await rm(config);
    await symlink(elsewhere, config);
    await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(await readlink(config)).toMatch(/^\.\.\/\.\.\/blobs\//);
  });

  test('mends a list of digests that somebody broke', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const first = await hubModel(llamaRequest(cache.path), accessTo(hub));
    const manifest = join(cache.path, `models--someone--llama/manifests/${COMMIT}.transformers-text-generation-float16.json`);
    expect(JSON.parse(await readFile(manifest, 'utf8'))).toMatchObject({ files: first.files });
    await writeFile(manifest, '{"files":[{"path":7}]}');
    expect(await hubModel(llamaRequest(cache.path), accessTo(hub))).toEqual(first);
    expect(JSON.parse(await readFile(manifest, 'utf8'))).toMatchObject({ files: first.files });
  });
});

describe('code of a repository', () => {
  const withFile = (path: string, content: Uint8Array) => llama({ files: { ...llama().files, [path]: content } });
  const autoMap = jsonFile({ deep: [{ auto_map: { AutoProcessor: 'processing.Mine' } }] });

  test.each([
    'config.json',
    'tokenizer_config.json',
    'preprocessor_config.json',
    'processor_config.json',
    'video_preprocessor_config.json',
  ])('is refused where %s asks for it, before any weights are fetched', async (path) => {
    await using hub = await startHub([withFile(path, autoMap)]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub))).rejects.toMatchObject({
      kind: 'input',
      code: 'model-custom-code',
      message: expect.stringContaining(path),
      mend: expect.stringContaining('without code of its own'),
    });
    expect(hub.requests.some((request) => request.includes('.safetensors'))).toBe(false);
  });

  test('is seen in texts that only Python reads, and however it is written', async () => {
    const hidden = Buffer.from('{"rope": NaN, "auto\\u005fmap": {"AutoModel": "modeling.Mine"}}');
    await using hub = await startHub([withFile('config.json', hidden)]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub))).rejects.toMatchObject({ code: 'model-custom-code' });
  });

  test('is not seen in a vocabulary that has the word', async () => {
    await using hub = await startHub([withFile('tokenizer.json', autoMap)]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub))).resolves.toMatchObject({ revision: COMMIT });
  });

  test('is refused in the configuration of a component', async () => {
    const files = { ...pipeline().files, 'unet/config.json': autoMap };
    await using hub = await startHub([pipeline({ files })]);
    await using cache = await folderOf();
    const format = { ...TRANSFORMERS, task: 'text-to-image' } as const;
    await expect(hubModel(llamaRequest(cache.path, { id: 'someone/painter', format }), accessTo(hub))).rejects.toMatchObject({
      code: 'model-custom-code',
      message: expect.stringContaining('unet/config.json'),
    });
  });
});

describe('weights that are no safetensors', () => {
  test.each([
    ['a pickle', Buffer.concat([Buffer.from([0x80, 4, 0x95]), Buffer.alloc(100)]), 'model-pickle'],
    ['an archive of torch', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), 'model-pickle'],
    ['text', Buffer.alloc(100, 'text'), 'model-not-safetensors'],
    ['cut off', safetensors({ a: { dtype: 'F32', shape: [8] } }).subarray(0, -4), 'model-not-safetensors'],
  ])('are refused whatever their name: %s', async (_, content, code) => {
    await using hub = await startHub([llama({ files: { ...llama().files, 'model.safetensors': content } })]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub))).rejects.toMatchObject({
      kind: 'input',
      code,
      message: expect.stringContaining('model.safetensors'),
      mend: expect.stringContaining('safetensors'),
    });
  });
});
