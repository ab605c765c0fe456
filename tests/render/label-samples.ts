import { readFileSync } from 'node:fs';
import { editionFrom } from '../../src/domain/edition.ts';
import type { Label } from '../../src/domain/label.ts';
import { PUBLIC_LEADERBOARD } from '../../src/domain/label.ts';

/** The edition of February 2025. */
export const EDITION = editionFrom(JSON.parse(readFileSync('editions/2025-02.json', 'utf8')));

/** A label of a synthetic model, official unless a test makes it something else. */
export const sampleLabel = (changes: Partial<Label> = {}): Label => ({
  model: 'example-org/synthetic-1b',
  variant: null,
  task: 'text-generation',
  class: 'A',
  hardware: 'NVIDIA H100 80GB HBM3',
  scored: '2026-01',
  energy: 'GPU energy',
  assumption: null,
  whPer1000Queries: 7.0666,
  interval95: { low: 7.0501, high: 7.0831 },
  stars: 4,
  starsNote: null,
  place: { rank: 3, of: 12 },
  edition: '2026-03',
  mark: null,
  link: PUBLIC_LEADERBOARD,
  record: null,
  ...changes,
});

const HOSTILE = [
  '',
  ' ',
  '/',
  'a',
  '</title><script>alert(1)</script>',
  '"><image href="https://example.org/x.png"/>',
  "' onload='alert(1)",
  ']]><!-- & &amp; &#0;',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  'org/\u202Egnp.exe',
  'org/\u0000\u0001\u001b[31m',
  'org/\uD800\uFFFE\uFFFF',
  'org/模型-Ünïcödé-модель',
  'org/👩‍👩‍👧‍👦-🏳️‍🌈',
  `org/${'e\u0301\u0302\u0303'.repeat(30)}`,
  'W'.repeat(96),
  `${'W'.repeat(96)}/${'M'.repeat(96)}`,
  `${'i'.repeat(96)}/${'l'.repeat(96)}`,
  `${'a-'.repeat(48)}/${'b_'.repeat(48)}`,
  'a/'.repeat(96),
  `${'-'.repeat(96)}/${'_'.repeat(96)}`,
  '漢'.repeat(193),
  '\u3000\u00a0\u2003org\u2003/\tmodel\n',
  'ÀÉÎÕÜ/ÇÑŠŽ@|{}~`\\^',
];

const WORDS = ['Meta', 'Llama', 'instruct', 'Qwen', '3.5', '405B', 'fp8', 'a3b', 'distil', 'uncased', 'x', 'whisper', 'patch4', 'window12'];

/** Names as the Hub has them, of many lengths, always the same ones. */
function composedNames(count: number): string[] {
  let state = 20250201;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 1;
    return state % below;
  };
  const part = (words: number) =>
    Array.from({ length: words }, (_, index) => (index === 0 ? '' : '-_.'.charAt(next(3))) + WORDS[next(WORDS.length)])
      .join('')
      .slice(0, 96);
  return Array.from({ length: count }, (_, index) => `${part(1 + (index % 6))}/${part(1 + (index % 17))}`);
}

/** 200 names and more: real ones, composed ones, and ones that mean harm. */
export const NAMES: readonly string[] = [...new Set([...EDITION.rows.map(({ model }) => model), ...HOSTILE, ...composedNames(60)])];
