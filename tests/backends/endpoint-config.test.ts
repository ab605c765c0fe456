import { describe, expect, test } from 'vitest';
import { endpointFor, endpointNamed, endpointsFromText } from '../../src/domain/endpoints.ts';

const REVISION = '0123456789abcdef0123456789abcdef01234567';
const LAB = `  lab-vllm:
    url: http://127.0.0.1:8000/v1
    server: vllm
    model: example-org/synthetic-1b
    revision: ${REVISION}
    gpus: []
`;
const FILE = `schemaVersion: 1\nendpoints:\n${LAB}`;
const read = (text: string) => endpointsFromText(text, 'endpoints.yaml');

describe("the operator's endpoints", () => {
  test('are read with their defaults', () => {
    expect(read(FILE).get('lab-vllm')).toEqual({
      alias: 'lab-vllm',
      url: 'http://127.0.0.1:8000/v1',
      server: 'vllm',
      model: 'example-org/synthetic-1b',
      servedName: 'example-org/synthetic-1b',
      revision: REVISION,
      parameters: null,
      keyVariable: null,
      gpus: [],
      privateAddress: false,
      limits: { answerBytes: 67_108_864, firstTokenSeconds: 120, querySeconds: 600 },
    });
  });

  const faults: [string, string, string, string][] = [
    [
      'a kind of server that nobody knows',
      FILE.replace('vllm\n', 'ollama\n'),
      'endpoints-schema',
      'endpoints.yaml:5:13: endpoints.lab-vllm.server',
    ],
    ['a key in the file', `${FILE}    key: sk-123\n`, 'endpoints-schema', 'endpoints.yaml:9:10: endpoints.lab-vllm.key is no field'],
    [
      'a name in the address',
      FILE.replace('http://', 'http://me:secret@'),
      'endpoints-schema',
      'endpoints.yaml:4:10: endpoints.lab-vllm.url',
    ],
    ['a query in the address', FILE.replace('/v1', '/v1?token=1'), 'endpoints-schema', 'endpoints.yaml:4:10'],
    ['another protocol', FILE.replace('http:', 'file:'), 'endpoints-schema', 'endpoints.yaml:4:10'],
    [
      'an address that is none',
      FILE.replace('127.0.0.1:8000', '127.0.0.1:99999999'),
      'endpoints-schema',
      'endpoints.yaml:4:10: lab-vllm.url',
    ],
    ['a missing list of GPUs', FILE.replace('    gpus: []\n', ''), 'endpoints-schema', 'endpoints.yaml:4:5: endpoints.lab-vllm must have'],
    ['an alias with capitals', FILE.replace('lab-vllm', 'Lab'), 'endpoints-schema', 'Lab is no field of this format, or no alias'],
    ['an alias that is there twice', FILE + LAB, 'endpoints-yaml', 'endpoints.yaml:9:3: Map keys must be unique'],
    ['broken YAML', 'schemaVersion: [1\n', 'endpoints-yaml', 'endpoints.yaml:'],
    ['YAML aliases', 'schemaVersion: &one 1\nendpoints: *one\n', 'endpoints-yaml', 'endpoints.yaml'],
    ['nothing', '', 'endpoints-schema', 'endpoints.yaml:1:1'],
  ];
  test.each(faults)("%s is the operator's fault, with its place", (_, text, code, words) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ kind: 'operator', code, message: expect.stringContaining(words) }));
  });
});

describe('a submission', () => {
  const endpoints = read(FILE);
  const submission = { model: 'example-org/synthetic-1b', revision: REVISION, endpoint: 'lab-vllm' };

  test('gets the endpoint that it names', () => {
    expect(endpointFor(endpoints, submission).url).toBe('http://127.0.0.1:8000/v1');
  });

  test('that names an unknown one is told a near name', () => {
    const unknown = { kind: 'input', code: 'endpoint-unknown', mend: 'Did you mean lab-vllm?' };
    expect(() => endpointNamed(endpoints, 'lab-vlm')).toThrow(expect.objectContaining(unknown));
    expect(() => endpointNamed(endpoints, 'http://169.254.169.254/')).toThrow(expect.objectContaining({ code: 'endpoint-unknown' }));
  });

  test.each([{ model: 'example-org/other' }, { revision: '1'.repeat(40) }])('for another model than it serves is refused: %o', (change) => {
    const fault = { kind: 'input', code: 'endpoint-other-model' };
    expect(() => endpointFor(endpoints, { ...submission, ...change })).toThrow(expect.objectContaining(fault));
  });

  test('without an endpoint is told to name one', () => {
    const { endpoint: _, ...without } = submission;
    expect(() => endpointFor(endpoints, without)).toThrow(expect.objectContaining({ kind: 'input', code: 'endpoint-missing' }));
  });
});
