import { expect, test } from 'vitest';
import { policyFrom, policyFromText } from '../../src/domain/policy.ts';

test('a policy takes any whole character, and refuses half of one with words that say so', () => {
  expect(policyFrom({ schemaVersion: 1, name: '𝄞 \\ud800 as six letters' }).name).toContain('𝄞');
  expect(() => policyFrom({ schemaVersion: 1, name: 'x\ud800' })).toThrow('half of a surrogate pair');
  expect(() => policyFromText('schemaVersion: 1\nname: "x\\udc00y"\n', 'policy.yaml')).toThrow('half of a surrogate pair');
});
