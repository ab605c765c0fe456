import { createHash } from 'node:crypto';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderRevision } from '../../src/hub/folder-digest.ts';
import { localCatalogue, localModel } from '../../src/hub/local-models.ts';
import type { ModelFormat } from '../../src/hub/needed-files.ts';
import { folderOf } from '../support/folders.ts';
import { safetensors } from '../support/transformers-models.ts';

const card = '---\nlicense: mit\npipeline_tag: text-generation\n---\n# Model\n';
const modelFiles = {
  'org/model/README.md': card,
  'org/model/config.json': '{"model_type":"gpt2"}',
  'org/model/onnx/model.onnx': 'weights',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pairs = [
  ['README.md', sha256(card)],
  ['config.json', sha256('{"model_type":"gpt2"}')],
  ['onnx/model.onnx', sha256('weights')],
];
const revision = sha256(JSON.stringify(pairs)).slice(0, 40);

describe('a local model', () => {
  test.runIf(process.platform === 'linux')('with a name that is not UTF-8 is refused with words that say so', async () => {
    await using folder = await folderOf(modelFiles);
    await writeFile(Buffer.concat([Buffer.from(join(folder.path, 'org/model/')), Buffer.from([0x61, 0xff, 0xfe])]), 'x');
    await expect(localModel(folder.path, 'org/model', revision)).rejects.toMatchObject({ kind: 'input', code: 'model-folder-name' });
  });

  test('has the digest of its files as its revision, whatever their order', () => {
    const files = pairs.map(([path = '', digest = '']) => ({ path, sha256: digest }));
    expect(folderRevision(files)).toBe(revision);
    expect(folderRevision(files.toReversed())).toBe(revision);
  });

  test('is found by its revision, with what its card tells', async () => {
    await using folder = await folderOf(modelFiles);
    expect(await localCatalogue(folder.path).lookUp('org/model', revision)).toEqual({
      kind: 'found',
      model: {
        id: 'org/model',
        revision,
        pipelineTag: 'text-generation',
        licence: 'mit',
        gated: false,
        parameters: null,
        files: [
          { path: 'README.md', bytes: card.length },
          { path: 'config.json', bytes: 21 },
          { path: 'onnx/model.onnx', bytes: 7 },
        ],
        customCode: false,
      },
    });
    const model = await localModel(folder.path, 'org/model', revision);
    expect(model).toMatchObject({ folder: join(folder.path, 'org/model'), source: 'local', bytes: card.length + 28 });
    expect(model.filesSha256?.slice(0, 40)).toBe(revision);
  });

  test('is not found by another id, nor by one that leads elsewhere', async () => {
    await using folder = await folderOf(modelFiles);
    const { lookUp } = localCatalogue(join(folder.path, 'org'));
    expect(await localCatalogue(folder.path).lookUp('org/other', revision)).toEqual({ kind: 'missing' });
    expect(await lookUp('../org', revision)).toEqual({ kind: 'missing' });
    await expect(localModel(folder.path, 'org/other', revision)).rejects.toMatchObject({ kind: 'input', code: 'local-model-missing' });
  });

  test('is refused once a file has changed, and the fault names the right revision', async () => {
    await using folder = await folderOf({ ...modelFiles, 'org/model/config.json': '{"model_type":"llama"}' });
    expect(await localCatalogue(folder.path).lookUp('org/model', revision)).toEqual({ kind: 'missing-revision' });
    const fault = (await localModel(folder.path, 'org/model', revision).catch((thrown: unknown) => thrown)) as { mend: string };
    expect(fault).toMatchObject({ kind: 'input', code: 'local-revision-differs' });
    const right = /revision: ([0-9a-f]{40})/.exec(fault.mend)?.[1] ?? '';
    await expect(localModel(folder.path, 'org/model', right)).resolves.toMatchObject({ revision: right });
  });

  test('keeps its revision where the system adds hidden files', async () => {
    await using folder = await folderOf({ ...modelFiles, 'org/model/.DS_Store': 'x', 'org/model/.git/HEAD': 'x' });
    await expect(localModel(folder.path, 'org/model', revision)).resolves.toMatchObject({ revision });
  });

  test('may not hold links', async () => {
    await using folder = await folderOf(modelFiles);
    await symlink('/etc/hostname', join(folder.path, 'org/model/tokenizer.json'));
    await expect(localModel(folder.path, 'org/model', revision)).rejects.toMatchObject({ kind: 'input', code: 'model-folder-link' });
  });

  test('is looked at as a download is, where its format is told', async () => {
    const transformers = { kind: 'transformers', task: 'text-generation', precision: 'float16', quantization: null } as const;
    const opened = async (files: Record<string, string | Uint8Array>, format: ModelFormat) => {
      await using folder = await folderOf(files);
      const fault = (await localModel(folder.path, 'org/model', '0'.repeat(40)).catch((thrown: unknown) => thrown)) as { mend: string };
      const right = /revision: ([0-9a-f]{40})/.exec(fault.mend)?.[1] ?? '';
      return await localModel(folder.path, 'org/model', right, format).catch((thrown: unknown) => thrown);
    };
    const weights = safetensors({ w: { dtype: 'F16', shape: [3, 4] } });
    const config = { 'org/model/config.json': '{}' };
    expect(await opened({ ...config, 'org/model/model.safetensors': weights }, transformers)).toMatchObject({ parameters: 12 });
    expect(await opened(modelFiles, { kind: 'onnx', precision: 'float32', quantization: null })).toMatchObject({ parameters: null });
    const pickled = { ...config, 'org/model/pytorch_model.bin': 'pickle' };
    expect(await opened(pickled, transformers)).toMatchObject({ kind: 'input', code: 'model-pickle-only' });
    const text = { ...config, 'org/model/model.safetensors': 'these are no weights' };
    expect(await opened(text, transformers)).toMatchObject({ kind: 'input', code: 'model-not-safetensors' });
    const code = { 'org/model/tokenizer_config.json': '{"auto_map":{}}', 'org/model/model.safetensors': weights };
    expect(await opened(code, transformers)).toMatchObject({ kind: 'input', code: 'model-custom-code' });
  });

  test('brings code where any of its configurations says so', async () => {
    const files = { ...modelFiles, 'org/model/processor_config.json': '{"a":[{"auto_map":{}}]}' };
    await using folder = await folderOf(files);
    const fault = (await localModel(folder.path, 'org/model', revision).catch((thrown: unknown) => thrown)) as { mend: string };
    const right = /revision: ([0-9a-f]{40})/.exec(fault.mend)?.[1] ?? '';
    expect(await localCatalogue(folder.path).lookUp('org/model', right)).toMatchObject({ model: { customCode: true } });
  });
});
