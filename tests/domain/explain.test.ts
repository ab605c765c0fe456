import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { explainCode, nearestCode } from '../../src/domain/explain.ts';
import { FAULT_CODES } from '../../src/domain/fault-codes.ts';
import { PULL_REQUEST_CHECKS } from '../../src/domain/pull-request/checks.ts';

/** Every source of this program, as one text. */
async function sources(): Promise<string> {
  const files = await readdir('src', { recursive: true });
  const texts = files.filter((file) => file.endsWith('.ts') && !/fault-codes|pull-request\/checks/.test(file));
  return (await Promise.all(texts.map((file) => readFile(`src/${file}`, 'utf8')))).join('\n');
}

test('every code that is explained is one that this program gives', async () => {
  const text = await sources();
  const unknown = [...FAULT_CODES, ...PULL_REQUEST_CHECKS].map(({ code }) => code).filter((code) => !text.includes(`'${code}'`));
  expect(unknown).toEqual([]);
});

test('every code of a pull request that this program gives is explained', async () => {
  const given = new Set([...(await sources()).matchAll(/'(P-(?:order|cancel|file|files|submissions)-[a-z-]+)'/g)].map(([, code]) => code));
  expect(given.size).toBeGreaterThan(10);
  for (const code of given) expect(explainCode(code ?? '')?.code).toBe(code);
});

test('a code is found in whatever case, and the nearest one where it is misspelt', () => {
  expect(explainCode('p-ORDER-quota')?.code).toBe('P-order-quota');
  expect(explainCode('P-order-qutoa')).toBeNull();
  expect(nearestCode('P-order-qutoa')).toBe('P-order-quota');
});
