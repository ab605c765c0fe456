import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import { inputFault } from '../../src/domain/errors.ts';
import type { ModelCatalogue } from '../../src/ports/hub.ts';
import { validateSubmissions, validationJson } from '../../src/stages/validate.ts';
import { catalogueOf, policyWith } from './corpus.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const textOf = (model: string, task = 'text-generation') => `schemaVersion: 1\nmodel: ${model}\nrevision: ${SHA}\ntask: ${task}\n`;
const pathOf = (model: string, task = 'text-generation') => `submissions/${model}/${task}.yaml`;

let root = '';
const put = async (path: string, content: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
};
const validate = (files: string[], more: Partial<Parameters<typeof validateSubmissions>[0]> = {}) =>
  validateSubmissions({ root, files, policy: policyWith(), catalogue: null, ...more });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'validate-'));
  const made = root;
  onTestFinished(() => rm(made, { recursive: true }));
});

describe('which files are meant', () => {
  test('a folder stands for every .yaml and .yml below it, sorted, but not for hidden folders and the policy', async () => {
    await put(pathOf('b/model'), textOf('b/model'));
    await put(pathOf('a/model'), textOf('a/model'));
    await put('submissions/a/model/summarization.yml', textOf('a/model', 'summarization'));
    await put('submissions/a/model/README.md', '# a');
    await put('policy.yaml', 'name: x\n');
    await put('.github/workflows/ci.yml', 'on: push\n');
    await put('node_modules/x/y.yaml', 'a: 1\n');
    const found = await validate([root]);
    expect(found.map(({ path, valid }) => [relative(root, path), valid])).toEqual([
      ['submissions/a/model/summarization.yml', false],
      [pathOf('a/model'), true],
      [pathOf('b/model'), true],
    ]);
  });

  test('a path that is not in the current folder is looked for below the root', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    const [file] = await validate([pathOf('org/model')]);
    expect(file).toMatchObject({ path: pathOf('org/model'), valid: true });
  });

  test('a file that is told twice is validated once', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    expect(await validate([join(root, pathOf('org/model')), `${root}/`, join(root, 'submissions')])).toHaveLength(1);
  });

  test('a folder without submissions is a fault of the input', async () => {
    await mkdir(join(root, 'submissions'));
    await expect(validate([root])).rejects.toMatchObject({ kind: 'input', code: 'submissions-none' });
  });

  test('a linked folder is not walked into', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    await symlink(join(root, 'submissions/org'), join(root, 'submissions/link'));
    expect(await validate([root])).toHaveLength(1);
  });
});

test('a valid file tells its submission, its place, its size and its digest', async () => {
  const text = textOf('org/model').replaceAll('\n', '\r\n');
  await put('submissions/org/model/text-generation.fast.yaml', text);
  const [file] = await validate([root]);
  expect(file).toMatchObject({
    valid: true,
    errors: [],
    submission: { schemaVersion: 1, model: 'org/model', revision: SHA, task: 'text-generation' },
    location: { org: 'org', name: 'model', task: 'text-generation', variant: 'fast' },
    bytes: text.length,
    sha256: sha256(text),
    source: text,
  });
});

test('a file too large is never read whole, and still told with its size and its path', async () => {
  await put('submissions/org/model/llm.yaml', 'x'.repeat(20_000));
  const [file] = await validate([root]);
  expect(file).toMatchObject({ valid: false, bytes: 20_000, sha256: null, source: '' });
  expect(file?.errors.map(({ code }) => code)).toEqual(['S-bytes-size', 'S-path-task']);
});

test('a file below another root is told which root would fit', async () => {
  await put(`team/${pathOf('org/model')}`, textOf('org/model'));
  const [file] = await validate([`${root}/team/${pathOf('org/model')}`]);
  expect(file?.errors).toMatchObject([{ code: 'S-path-root', suggestion: `--root ${root}/team` }]);
  expect(await validate([join(root, 'team')], { root: join(root, 'team') })).toMatchObject([{ valid: true }]);
});

describe('with a catalogue', () => {
  const model = {
    id: 'org/model',
    revision: SHA,
    pipelineTag: null,
    licence: 'mit',
    gated: false,
    parameters: null,
    files: [{ path: 'onnx/model_fp16.onnx', bytes: null }],
    customCode: false,
  };

  test('a model that nothing speaks against is valid, and one repository is asked for once', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    await put('submissions/org/model/text-generation.again.yaml', textOf('org/model'));
    const catalogue = catalogueOf({ 'org/model': { kind: 'found', model } });
    expect((await validate([root], { catalogue })).map(({ valid }) => valid)).toEqual([true, true]);
    expect(catalogue.asked).toEqual([`org/model@${SHA}`]);
  });

  test('a submission with evidence of its own is not asked for: nobody else can get the model', async () => {
    const evidence = `evidence: { url: 'https://example.org/a', sha256: ${'a'.repeat(64)} }\n`;
    const attestation = 'attestation: { publicSharing: true, dataIntegrity: true, modelRepresentation: true }\n';
    await put(pathOf('org/model'), textOf('org/model') + evidence + attestation);
    const catalogue = catalogueOf({});
    const policy = policyWith({ evidence: { hosts: ['example.org'] } });
    expect(await validate([root], { catalogue, policy })).toMatchObject([{ valid: true }]);
    expect(catalogue.asked).toEqual([]);
  });

  test('a model whose files are refused is the fault of its own submission, and of no other', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    await put(pathOf('org/other'), textOf('org/other'));
    const catalogue: ModelCatalogue = {
      async lookUp(id) {
        if (id === 'org/model') throw inputFault('vocab.txt is not a plain file.', { code: 'model-folder-link', mend: 'Put it there.' });
        return { kind: 'missing' };
      },
    };
    const files = await validate([root], { catalogue });
    expect(files.map(({ errors }) => errors.map(({ code }) => code))).toEqual([['S-hub-files'], ['S-hub-model']]);
    expect(files[0]?.errors[0]).toMatchObject({ message: expect.stringContaining('vocab.txt'), line: expect.any(Number) });
  });

  test('a misspelt revision asks nothing', async () => {
    await put(pathOf('org/model'), textOf('org/model').replace(SHA, 'main'));
    const catalogue = catalogueOf({});
    expect((await validate([root], { catalogue }))[0]?.errors.map(({ code }) => code)).toEqual(['S-schema-revision']);
    expect(catalogue.asked).toEqual([]);
  });

  test('a catalogue that cannot answer is not a fault of the submission', async () => {
    await put(pathOf('org/model'), textOf('org/model'));
    const catalogue = { lookUp: () => Promise.reject(new Error('no network')) };
    await expect(validate([root], { catalogue })).rejects.toThrow('no network');
  });
});

test('the JSON form holds path, validity and located errors, and a suggestion only where there is one', async () => {
  await put(pathOf('org/model'), textOf('org/model').replace('task: text-generation', 'task: asr').replace(SHA, 'main'));
  const json = validationJson(await validate([pathOf('org/model')]));
  const keys = ['code', 'message', 'line', 'column', 'pointer'];
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json.files.map(({ path, valid }) => [path, valid])).toEqual([[pathOf('org/model'), false]]);
  expect(json.files[0]?.errors.map((error) => Object.keys(error))).toEqual([keys, [...keys, 'suggestion']]);
  expect(json.files[0]?.errors[1]).toMatchObject({ code: 'S-schema-enum', line: 4, column: 7, pointer: '/task' });
});
