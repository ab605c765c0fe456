import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { explainCode, nearestCode } from '../../src/domain/explain.ts';
import { FAULTS } from '../../src/domain/faults/index.ts';
import { PULL_REQUEST_CHECKS } from '../../src/domain/pull-request/checks.ts';
import { givenCodes } from '../support/given-codes.ts';

const given = await givenCodes();

/** Every source of this program and its worker, as one text. */
async function sources(): Promise<string> {
  const inFolder = async (folder: string) =>
    (await readdir(folder, { recursive: true })).filter((file) => /\.(?:ts|py)$/.test(file)).map((file) => `${folder}/${file}`);
  const files = [...(await inFolder('src')), ...(await inFolder('worker/ai_energy_score_worker'))];
  const texts = files.filter((file) => !/domain\/faults\/|pull-request\/checks/.test(file));
  return (await Promise.all(texts.map((file) => readFile(file, 'utf8')))).join('\n');
}

test('every code that any source gives is explained: what happened or has to hold, why, and what to do', () => {
  expect(given.size).toBeGreaterThan(600);
  const unexplained = [...given].filter(([code]) => explainCode(code) === null).map(([code, files]) => `${code} (${files.join(', ')})`);
  expect(unexplained).toEqual([]);
  for (const code of given.keys()) {
    const { code: named, title = '', why = '', mend = '' } = explainCode(code) ?? {};
    expect(named?.toLowerCase()).toBe(code.toLowerCase());
    for (const sentence of [title, why, mend]) expect(sentence, code).toMatch(/^\S.{8,}/);
  }
});

test.each([
  ['the gate', ['P-order-command', 'P-order-head', 'P-cancel-none']],
  ['validation', ['S-yaml-syntax', 'P-files-other']],
  ['the report', ['head-moved', 'blob-moved', 'artifact-refused', 'failure-unreadable', 'already-published', 'submission-refused']],
  ['staging', ['artifact-changed', 'result-refused', 'candidate-contended', 'branch-protected']],
  ['publishing', ['other-blob', 'not-measured', 'candidate-tampered', 'checks-fail-now', 'p-single-use', 'not-published']],
  ['the ledger', ['ledger-transition', 'state-reason', 'edition-name']],
  ['a run', ['backend-ended', 'out-of-memory', 'gpu-mig', 'sandbox-required', 'nvml-42']],
  ['its inputs', ['input-results-token', 'input-orders']],
  ['the repositories', ['C-record-digest', 'G-approval']],
])('codes of %s are explained', (_what, codes) => {
  expect(codes.filter((code) => explainCode(code) === null)).toEqual([]);
});

test('every code that is explained is one that this program gives, once', async () => {
  const text = await sources();
  const explained = [...FAULTS, ...PULL_REQUEST_CHECKS].map(({ code }) => code);
  expect(explained.filter((code) => !new RegExp(`['"]${code}['"]`).test(text))).toEqual([]);
  expect(explained.filter((code, at) => explained.indexOf(code) !== at)).toEqual([]);
});

test('a check says what has to hold, a fault what happened', () => {
  expect(explainCode('R-energy-cv')?.kind).toBe('check');
  expect(explainCode('P-order-head')?.kind).toBe('check');
  expect(explainCode('head-moved')?.kind).toBe('fault');
});

test('a code is found in whatever case, and the nearest one where it is misspelt or told by half', () => {
  expect(explainCode('p-ORDER-quota')?.code).toBe('P-order-quota');
  expect(explainCode('P-order-qutoa')).toBeNull();
  expect(nearestCode('P-order-qutoa')).toBe('P-order-quota');
  expect(nearestCode('head-movd')).toBe('head-moved');
  expect(nearestCode('energy-cv')).toBe('R-energy-cv');
  expect(nearestCode('nothing-of-the-kind-at-all')).toBeNull();
});
