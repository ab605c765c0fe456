import { expect, test } from 'vitest';
import { digestOf } from '../../src/domain/canonical.ts';
import { policyFrom, policyFromText } from '../../src/domain/policy.ts';
import { policyDigest } from '../../src/domain/policy-digest.ts';

test('a policy takes any whole character, and refuses half of one with words that say so', () => {
  expect(policyFrom({ schemaVersion: 1, name: '𝄞 \\ud800 as six letters' }).name).toContain('𝄞');
  expect(() => policyFrom({ schemaVersion: 1, name: 'x\ud800' })).toThrow('half of a surrogate pair');
  expect(() => policyFromText('schemaVersion: 1\nname: "x\\udc00y"\n', 'policy.yaml')).toThrow('half of a surrogate pair');
});

test('two policies that differ in what the bot may spend and where pages are have one digest, and no others', () => {
  const rules = { schemaVersion: 1, name: 'Ours', run: { runs: 5 } };
  const digest = policyDigest(policyFrom(rules));
  expect(digest).toBe(digestOf(policyFrom(rules)));
  expect(policyDigest(policyFrom({ ...rules, bot: { runner: ['self-hosted', 'h100'] } }))).toBe(digest);
  expect(policyDigest(policyFrom({ ...rules, pages: { url: 'https://example.org/results/' } }))).toBe(digest);
  expect(policyDigest(policyFrom({ ...rules, run: { runs: 6 } }))).not.toBe(digest);
});
