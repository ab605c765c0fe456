import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/domain/errors.ts';
import type { HubAccess } from '../../src/hub/hub-access.ts';
import { type HubModelRequest, hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest, TRANSFORMERS } from '../support/hub-requests.ts';
import { type Failure, type FileTrouble, type HubRepository, READER_TOKEN, startHub } from '../support/hub-server.ts';
import { COMMIT, jsonFile, llama, pipeline, safetensors, shardedLlama } from '../support/transformers-models.ts';

const OTHER = 'abcdefabcdefabcdefabcdefabcdefabcdefabcd';
const DRAWN = { ...TRANSFORMERS, task: 'text-to-image' } as const;

type Scene = {
  repository?: HubRepository;
  failure?: Failure;
  request?: Partial<HubModelRequest>;
  access?: Partial<HubAccess>;
};

/** What the submitter or the operator gets to read: whose fault, its name, where, and what to do. */
type Told = { kind: 'input' | 'operator'; code: string; message: RegExp; mend: RegExp };

const without = (...paths: string[]): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(llama().files).filter(([path]) => !paths.includes(path)));

const broken = (trouble: FileTrouble, path = 'model.safetensors') => llama({ broken: { [path]: trouble } });

const listed = (path: string, entry: Record<string, unknown>) => llama({ listed: { [path]: entry } });

const FAULTS: readonly [string, Scene, Told][] = [
  [
    'the Hub does not know the model',
    { request: { id: 'someone/else' } },
    { kind: 'input', code: 'hub-model-missing', message: /^The Hub has no model someone\/else/, mend: /spelling.*token/ },
  ],
  [
    'the model is private, and there is no token',
    { repository: llama({ private: true }) },
    {
      kind: 'input',
      code: 'hub-model-missing',
      message: /someone\/llama, or does not show it/,
      mend: /private model needs an access token/,
    },
  ],
  [
    'the Hub does not know the revision',
    { request: { revision: OTHER } },
    { kind: 'input', code: 'hub-revision-missing', message: new RegExp(`no revision ${OTHER} of someone/llama`), mend: /commits\/main/ },
  ],
  [
    'the revision is a branch that moves',
    { repository: llama({ aliases: [OTHER] }), request: { revision: OTHER } },
    { kind: 'operator', code: 'hub-revision-moved', message: new RegExp(`${OTHER} of someone/llama to ${COMMIT}`), mend: /Pin the commit/ },
  ],
  [
    'the model is gated',
    { repository: llama({ gated: 'manual' }) },
    { kind: 'operator', code: 'hub-gated', message: /^someone\/llama is gated/, mend: /Accept its conditions.*HF_TOKEN/ },
  ],
  [
    'the token is not valid',
    { access: { accessToken: 'hf_wrong' } },
    { kind: 'operator', code: 'hub-unauthorised', message: /refuses the access token for someone\/llama/, mend: /Set HF_TOKEN/ },
  ],
  [
    'the Hub limits the rate of requests',
    { failure: { status: 429, error: 'Too many requests.', retryAfter: '300' } },
    {
      kind: 'operator',
      code: 'hub-rate-limited',
      message: /someone\/llama.*: Too many requests\.$/,
      mend: /Wait some minutes/,
    },
  ],
  [
    'the Hub has trouble of its own',
    { failure: { status: 503, error: 'Maintenance' } },
    {
      kind: 'operator',
      code: 'hub-unavailable',
      message: /answered 503 for someone\/llama at .*: Maintenance\.$/,
      mend: /Try again later/,
    },
  ],
  [
    'the Hub’s words are endless',
    { failure: { status: 500, error: 'x'.repeat(200_000) } },
    { kind: 'operator', code: 'hub-unavailable', message: /^.{1,400}$/, mend: /Try again later/ },
  ],
  [
    'nobody answers',
    { access: { hubUrl: 'http://127.0.0.1:1' } },
    { kind: 'operator', code: 'hub-unreachable', message: /^127\.0\.0\.1:1 cannot be reached: .+/, mend: /network.*--offline/ },
  ],
  [
    'the storage denies a file that the Hub sends to',
    { repository: broken({ kind: 'status', status: 403, error: 'Expired' }) },
    {
      kind: 'operator',
      code: 'hub-unavailable',
      message: /^127\.0\.0\.1:\d+, to which the Hub sends for model\.safetensors, answered 403/,
      mend: /proxy/,
    },
  ],
  [
    'a file is listed and then denied',
    { repository: broken({ kind: 'status', status: 404, error: 'Entry not found' }, 'config.json') },
    { kind: 'operator', code: 'hub-file-denied', message: /lists config\.json of someone\/llama and then/, mend: /mirror/ },
  ],
  [
    'the storage serves a file of another size',
    { repository: broken({ kind: 'replaced', content: Buffer.alloc(10) }) },
    {
      kind: 'operator',
      code: 'hub-download-differs',
      message: /^model\.safetensors has 10 bytes at 127\.0\.0\.1:\d+, not the \d+ the Hub announced/,
      mend: /Try again.*something between here and the Hub/,
    },
  ],
  [
    'the storage serves other bytes',
    { repository: broken('altered') },
    { kind: 'operator', code: 'hub-download-differs', message: /^model\.safetensors does not have the SHA-256/, mend: /Try again/ },
  ],
  [
    'the Hub serves another text',
    { repository: broken('altered', 'chat_template.jinja') },
    { kind: 'operator', code: 'hub-download-differs', message: /^chat_template\.jinja is not the blob/, mend: /Try again/ },
  ],
  [
    'a connection is cut again and again',
    { repository: broken({ kind: 'cut-after', bytes: 1, times: 8 }, 'tokenizer_config.json') },
    {
      kind: 'operator',
      code: 'hub-download-incomplete',
      message: /tokenizer_config\.json from 127\.0\.0\.1:\d+ was cut/,
      mend: /goes on from there/,
    },
  ],
  [
    'the listing has no size',
    { repository: listed('config.json', { size: -1 }) },
    { kind: 'operator', code: 'hub-listing-unreadable', message: /"config\.json" of someone\/llama without a size/, mend: /HF_ENDPOINT/ },
  ],
  [
    'the listing’s digest would lead elsewhere',
    { repository: listed('config.json', { oid: '../../../etc/passwd' }) },
    { kind: 'operator', code: 'hub-listing-unreadable', message: /"config\.json".*digest that can be checked/, mend: /mirror/ },
  ],
  [
    'the listing has two sizes',
    { repository: listed('model.safetensors', { size: 1 }) },
    { kind: 'operator', code: 'hub-listing-unreadable', message: /"model\.safetensors"/, mend: /Try again/ },
  ],
  [
    'a path leads out of the folder',
    { repository: llama({ files: { ...llama().files, 'additional_chat_templates/..\\..\\evil.jinja': Buffer.from('x') } }) },
    { kind: 'input', code: 'hub-unsafe-path', message: /unsafe path: "additional_chat_templates/, mend: /Rename the file/ },
  ],
  [
    'the model is larger than the policy takes',
    { request: { maximumBytes: 1000 } },
    { kind: 'input', code: 'model-too-large', message: /^someone\/llama needs \d+ bytes; 1000 are allowed/, mend: /limits\.modelBytes/ },
  ],
  [
    'the configuration is no configuration',
    { repository: listed('tokenizer.json', { size: 200_000_000 }), request: { maximumBytes: 1e9 } },
    { kind: 'input', code: 'model-configuration-too-large', message: /^tokenizer\.json has 200000000 bytes/, mend: /Submit/ },
  ],
  [
    'the weights are pickles alone',
    { repository: llama({ files: without('model.safetensors', 'model.fp16.safetensors', 'consolidated.safetensors') }) },
    { kind: 'input', code: 'model-pickle-only', message: /pytorch_model\.bin/, mend: /Convert them to safetensors.*pin the commit/ },
  ],
  [
    'the weights are of another precision alone',
    { repository: llama({ files: without('model.safetensors') }), request: { format: { ...TRANSFORMERS, precision: 'bfloat16' } } },
    { kind: 'input', code: 'safetensors-missing', message: /at bfloat16.*model\.fp16\.safetensors/, mend: /declare the precision/ },
  ],
  [
    'the weights are no safetensors',
    { repository: llama({ files: { ...llama().files, 'model.safetensors': Buffer.alloc(64, 'x') } }) },
    { kind: 'input', code: 'model-not-safetensors', message: /^model\.safetensors is no safetensors file/, mend: /Save the weights again/ },
  ],
  [
    'a shard is missing',
    {
      repository: shardedLlama({
        files: {
          ...shardedLlama().files,
          'model.safetensors.index.json': jsonFile({ weight_map: { a: 'model-00003-of-00003.safetensors' } }),
        },
      }),
      request: { id: 'someone/sharded' },
    },
    { kind: 'input', code: 'safetensors-shard-missing', message: /"model-00003-of-00003\.safetensors"/, mend: /every shard/ },
  ],
  [
    'the model brings code',
    { repository: llama({ files: { ...llama().files, 'config.json': jsonFile({ auto_map: {} }) } }) },
    { kind: 'input', code: 'model-custom-code', message: /^config\.json names code of the repository/, mend: /without code of its own/ },
  ],
  [
    'text-to-image has no pipeline',
    { request: { format: DRAWN } },
    { kind: 'input', code: 'diffusers-index-missing', message: /no model_index\.json/, mend: /layout of diffusers/ },
  ],
  [
    'a pipeline’s component is not there',
    {
      repository: pipeline({ files: { 'model_index.json': pipeline().files['model_index.json'] ?? Buffer.alloc(0) } }),
      request: { id: 'someone/painter', format: DRAWN },
    },
    { kind: 'input', code: 'diffusers-component-missing', message: /the component scheduler/, mend: /whole pipeline/ },
  ],
];

describe('what a download tells where', () => {
  test.each(FAULTS)('%s', async (_, { repository = llama(), failure, request, access }, told) => {
    await using hub = await startHub([repository], failure);
    await using cache = await folderOf();
    const fault = await hubModel(llamaRequest(cache.path, request), accessTo(hub, access)).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(fault).toBeInstanceOf(Fault);
    const { kind, code, message, mend } = fault as Fault;
    expect({ kind, code }).toEqual({ kind: told.kind, code: told.code });
    expect(message).toMatch(told.message);
    expect(mend).toMatch(told.mend);
    expect(message).not.toContain(READER_TOKEN);
  });
});

describe('large-file storage', () => {
  test('gives files whose names need escaping', async () => {
    const name = 'additional_chat_templates/tool use (v1).jinja';
    const repository = llama({ files: { ...llama().files, [name]: Buffer.from('{{ tool }}') }, large: [name] });
    await using hub = await startHub([repository]);
    await using cache = await folderOf();
    const { files } = await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(files.map(({ path }) => path)).toContain(name);
  });

  test('gives files without a byte', async () => {
    const files = { ...llama().files, 'vocab.txt': Buffer.alloc(0), 'model.safetensors': safetensors({}) };
    await using hub = await startHub([llama({ files })]);
    await using cache = await folderOf();
    const model = await hubModel(llamaRequest(cache.path), accessTo(hub));
    expect(model.files.find(({ path }) => path === 'vocab.txt')).toMatchObject({ bytes: 0 });
  });
});
