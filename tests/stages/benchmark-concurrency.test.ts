import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readBundle } from '../../src/bundle/read.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { benchmark } from '../../src/stages/benchmark.ts';
import { checkResult } from '../../src/stages/check.ts';
import { scriptedRun } from './scripted-run.ts';

/** Checks that recompute windows from the bundle, or compare windows with each other. */
const OF_WINDOWS = [
  'R-method-brackets',
  'R-method-phases',
  'R-method-passes',
  'R-method-input-tokens',
  'R-energy-recomputed',
  'R-energy-total',
  'R-energy-windows',
  'R-energy-meters',
  'R-evidence-files',
];

async function measured(concurrency: number | undefined) {
  const run = await scriptedRun();
  if (concurrency !== undefined) run.request.plan.concurrency = concurrency;
  const outcome = await benchmark(run.request, run.ports);
  const evidence = await readBundle(outcome.bundleFolder);
  const text = await readFile(outcome.recordFile, 'utf8');
  const check = (changed = text) =>
    checkResult({ text: changed, policy: defaultPolicy(), evidence, expected: null, published: null, now: new Date() }).findings.filter(
      ({ code }) => OF_WINDOWS.includes(code),
    );
  return { run, record: outcome.record, text, check };
}

test('a plan with a concurrency has one more window after its last run, which no energy holds', async () => {
  const { run, record, check } = await measured(8);
  await using _ = run;
  expect(run.events.filter((event) => event === 'generate')).toHaveLength(4);
  expect(record.runs).toHaveLength(3);
  expect(record.concurrent).toMatchObject({ concurrency: 8, phase: { name: 'generate', failedQueries: 0 } });
  expect(record.concurrent?.phase.startSeconds).toBeGreaterThanOrEqual(record.runs.at(-1)?.phases.at(-1)?.endSeconds ?? Infinity);
  expect(record.energy[0]?.runs).toHaveLength(3);
  expect(check().filter(({ status }) => status !== 'pass')).toEqual([]);
});

test('without one there is no such window', async () => {
  const { run, record, check } = await measured(undefined);
  await using _ = run;
  expect(record.concurrent).toBeUndefined();
  expect(check().filter(({ status }) => status !== 'pass')).toEqual([]);
});

test('a window that was left out, or another one than planned, is found', async () => {
  const { run, record, check } = await measured(8);
  await using _ = run;
  const failed = (changed: object) =>
    check(JSON.stringify({ ...record, ...changed }))
      .filter(({ status }) => status === 'fail')
      .map(({ code }) => code);
  expect(failed({ concurrent: undefined })).toEqual(expect.arrayContaining(['R-method-phases', 'R-method-brackets']));
  expect(failed({ concurrent: { ...record.concurrent, concurrency: 4 } })).toContain('R-method-phases');
  const doubled = structuredClone(record.concurrent);
  for (const entry of doubled?.phase.joules ?? []) entry.joules *= 2;
  expect(failed({ concurrent: doubled })).toContain('R-energy-recomputed');
});

test('a window that is much quicker per query than the runs is no sign of a cache', async () => {
  const { run, record } = await measured(8);
  await using _ = run;
  const slow = structuredClone(record);
  // Answers of a whole minute in the runs: the extra window is then thousands of times as quick.
  for (const { phases } of slow.runs) for (const phase of phases) phase.endSeconds = phase.startSeconds + 60;
  const { findings } = checkResult({
    text: JSON.stringify(slow),
    policy: defaultPolicy(),
    evidence: null,
    expected: null,
    published: null,
    now: new Date(),
  });
  expect(findings.find(({ code }) => code === 'R-method-cached')?.status).toBe('pass');
});

test('a benchmark that ends in the window is resumed there, its runs kept', async () => {
  const planned = { concurrency: 8 };
  const phasesBefore = 1 + 3 * 2;
  await using first = await scriptedRun({ onPhase: (phase) => (phase > phasesBefore ? 'die' : 'answer') });
  Object.assign(first.request.plan, planned);
  const kept = { afterSeconds: 0, onSaved: () => {}, onResume: () => {} };
  const died = benchmark({ ...first.request, checkpoint: { mode: 'keep', ...kept } }, first.ports);
  await expect(died).rejects.toMatchObject({ code: 'backend-ended' });

  await using second = await scriptedRun({}, first.outFolder);
  Object.assign(second.request.plan, planned);
  const { record } = await benchmark({ ...second.request, checkpoint: { mode: 'resume', ...kept } }, second.ports);
  expect(second.events.filter((event) => event === 'generate')).toHaveLength(1);
  expect(record.runs).toHaveLength(3);
  expect(record.concurrent?.concurrency).toBe(8);
  expect(record.pauses).toMatchObject([{ afterRun: 3, reason: 'resumed' }]);
});
