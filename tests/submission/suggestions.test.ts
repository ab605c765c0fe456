import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/submission.schema.json' with { type: 'json' };
import type { LocatedFault } from '../../src/domain/findings.ts';
import { visible } from '../../src/domain/submission/hostile-characters.ts';
import { editDistance, nearest } from '../../src/domain/submission/nearest.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';
import { KNOWN_KEYS, type SchemaNode } from '../../src/domain/submission/schema-places.ts';
import { badCases, FIXTURES, policyWith } from './corpus.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

function faultsOf(name: string): LocatedFault[] {
  const found = badCases.find(([folder]) => folder === name);
  const [path = ''] = Object.keys(found?.[1].errors ?? {});
  return parseSubmission({ path, bytes: readFileSync(join(FIXTURES, 'bad', name, path)), policy: policyWith(found?.[1].policy) }).faults;
}

describe('a fault says what was probably meant', () => {
  test.each([
    ['schema-model-as-address', 'org/model'],
    ['schema-model-as-address-with-revision', 'org/model'],
    ['schema-model-with-revision', 'org/model'],
    ['schema-model-with-backslash', 'org/model'],
    ['schema-model-with-blanks', 'org/model'],
    ['schema-model-without-org', undefined],
    ['schema-model-with-traversal', undefined],
    ['schema-revision-upper-case', SHA],
    ['schema-revision-as-address', SHA],
    ['schema-revision-main', undefined],
    ['yaml-revision-as-number', '"1234567890123456789012345678901234567890"'],
    ['yaml-revision-as-exponent', '"1234567890123456789012345678901234567e10"'],
    ['yaml-endpoint-as-number', '"42"'],
    ['schema-task-asr', 'automatic-speech-recognition'],
    ['schema-task-image-generation', 'text-to-image'],
    ['schema-task-misspelt', 'text-classification'],
    ['schema-task-upper-case', 'text-generation'],
    ['schema-task-unknown', undefined],
    ['schema-precision-fp16', 'float16'],
    ['schema-precision-int8', undefined],
    ['schema-state-capital', 'off'],
    ['schema-state-no', 'off'],
    ['schema-state-false', 'off'],
    ['schema-bits-as-text', '8'],
    ['schema-bits-sixteen', undefined],
    ['schema-backend-onnx', 'embedded'],
    ['schema-version-as-text', '1'],
    ['schema-reasoning-as-word', '{ state: off }'],
    ['schema-misspelt-key', 'revision'],
    ['schema-key-in-snake-case', 'schemaVersion'],
    ['schema-key-of-another-tool', 'precision'],
    ['schema-evidence-http', 'https://example.org/bundle.zip'],
    ['schema-evidence-with-query', 'https://example.org/bundle.zip'],
    ['schema-digest-upper-case', 'a'.repeat(64)],
    ['path-yml', 'submissions/org/model/text-generation.yaml'],
    ['path-task-with-underscore', 'submissions/org/model/text-generation.yaml'],
    ['path-variant-upper-case', 'submissions/org/model/text-generation.bf16.yaml'],
    ['path-other-case', 'org/model'],
    ['policy-reasoning-turned-off', 'on'],
  ])('%s: %s', (name, suggestion) => {
    expect(faultsOf(name)[0]?.suggestion).toBe(suggestion);
  });

  test('and follows a misspelt key into its value, under the name that was written', () => {
    const found = faultsOf('schema-misspelt-nested-keys').map(({ pointer, suggestion }) => [pointer, suggestion]);
    expect(found).toEqual([
      ['/quantisation', 'quantization'],
      ['/quantisation/metod', 'method'],
      ['/quantisation/bit', 'bits'],
    ]);
  });
});

describe('a fault is named in words', () => {
  test.each([
    ['schema-revision-short', "The revision has 7 digits; write all 40 of the commit's id, never a short form."],
    ['schema-revision-main', '`main` is not a commit; write its id, 40 hexadecimal digits, never a branch or a tag, for those move.'],
    ['schema-revision-letter-o', '`o` in the revision is not a hexadecimal digit.'],
    ['schema-model-homoglyph', "The model's id has a character that is not ASCII: `о` (U+043E)."],
    ['schema-nested-key-at-the-top', 'There is no key `effort`. It belongs below `reasoning`.'],
    ['schema-key-without-value', 'The key `model` has no value.'],
    ['bytes-latin-1-in-model', 'Byte 32 (0xE9) is not UTF-8.'],
    ['bytes-bell-and-delete', 'The line has a control character (U+0007), and 1 more of the kind.'],
    ['yaml-unclosed-quote', 'The quote that opens here is never closed.'],
    ['yaml-revision-as-number', 'Without quotes YAML reads this `revision` as a number; put it in quotes.'],
  ])('%s', (name, message) => {
    expect(faultsOf(name)[0]?.message).toBe(message);
  });

  test('and a text from the file is visible and short in it', () => {
    const bytes = Buffer.from(`schemaVersion: 1\nmodel: "a\\u202e\\u001b[2J${'x'.repeat(200)}"\nrevision: ${SHA}\ntask: text-generation\n`);
    const [fault] = parseSubmission({ path: 'submissions/org/model/text-generation.yaml', bytes, policy: policyWith() }).faults;
    expect(visible(fault?.message ?? '')).toBe(fault?.message);
    expect(fault?.message.length).toBeLessThan(200);
  });
});

test('every keyword of the schema that can fail has a sentence', () => {
  const silent = new Set(['$schema', '$id', 'title', 'description', '$ref', '$defs', 'properties']);
  const told = new Set(['type', 'additionalProperties', 'required', 'const', 'enum', 'pattern', 'maxLength', 'dependentRequired']);
  const nodes = (node: SchemaNode): SchemaNode[] => [
    node,
    ...Object.values(node.properties ?? {}).flatMap(nodes),
    ...Object.values(node.$defs ?? {}).flatMap(nodes),
  ];
  const used = new Set(nodes(schema).flatMap((node) => Object.keys(node)));
  expect([...used].filter((keyword) => !silent.has(keyword) && !told.has(keyword))).toEqual([]);
  expect(KNOWN_KEYS).toContain('publicSharing');
});

describe('nearness', () => {
  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['precison', 'precision', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from %s to %s there are %i edits', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
    expect(editDistance(to, from)).toBe(edits);
  });

  test('the nearest word wins, and a far one is no suggestion', () => {
    expect(nearest('float61', ['float32', 'float16', 'bfloat16'])).toBe('float16');
    expect(nearest('banana', ['float32', 'float16'])).toBeNull();
    expect(nearest('x'.repeat(100_000), ['float32'])).toBeNull();
  });
});
