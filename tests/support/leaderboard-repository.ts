/** A results repository with something of everything that the pages show. Models and figures are made up; the edition is the published one. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plan } from '../../src/domain/generated/plan.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { ledgerPath, ledgerText, openLedger, type ResultState, withEntry } from '../../src/domain/ledger.ts';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import { type BundleKind, withBundle } from './bundles.ts';
import { cpuRecord, goodPlan, goodRecord, recordText } from './records.ts';

type Sample = {
  model: string;
  factor: number;
  parameters: number | null;
  task?: TaskKey;
  state?: ResultState;
  origin?: Result['origin'];
  scripted?: boolean;
  licence?: string;
  /** Whether its evidence lies in bundles/. */
  bundle?: BundleKind;
};

/** A name that would be a script, a spreadsheet formula and a picture, if it were more than text. */
export const HOSTILE_REASON = '<img src=x onerror="document.title=\'broken\'"><script>alert(1)</script> =cmd|calc @everyone';

export const SAMPLES: readonly Sample[] = [
  { model: 'example-org/feather-160m', factor: 0.11, parameters: 160e6, licence: 'apache-2.0', bundle: 'damaged' },
  { model: 'example-org/wren-1b', factor: 0.42, parameters: 1.1e9, licence: 'mit', bundle: 'without power' },
  { model: 'example-org/wren-1b-instruct', factor: 0.424, parameters: 1.1e9, state: 'disputed' },
  { model: 'example-labs/heron-3b', factor: 1, parameters: 3.2e9, licence: 'apache-2.0' },
  { model: 'example-labs/heron-7b', factor: 2.1, parameters: 7.3e9, licence: 'apache-2.0', bundle: 'whole' },
  { model: 'example-labs/heron-7b-chat', factor: 2.2, parameters: 7.3e9, state: 'withdrawn' },
  { model: 'another-org/albatross-13b-with-a-name-that-goes-on-for-quite-a-while', factor: 3.7, parameters: 13e9 },
  { model: 'another-org/crane-20b', factor: 5.9, parameters: 20e9, state: 'unofficial' },
  { model: 'another-org/self-told-9b', factor: 2.6, parameters: null, origin: 'self-reported' },
  { model: 'example-org/feather-160m', factor: 0.3, parameters: 160e6, task: 'question-answering' },
  { model: 'example-org/wren-1b', factor: 0.9, parameters: 1.1e9, task: 'question-answering' },
];

/** A record of a sample: every energy of the synthetic one, times a factor. */
export function sampleRecord(sample: Sample, n: number): Result {
  const task = taskOf(sample.task ?? 'text-generation');
  const whole = goodPlan({ task: task.key, phases: [...task.phases] });
  const plan: Plan = {
    ...whole,
    model: { ...whole.model, id: sample.model, parameters: sample.parameters, class: task.classes === 'single' ? null : 'A' },
  };
  const base = task.key === 'text-generation' ? goodRecord({ plan }) : { ...goodRecord(), plan };
  return scaled({ ...base, nonce: n.toString(16).padStart(32, '0'), origin: sample.origin ?? 'measured' }, sample);
}

function scaled(record: Result, { factor, parameters, scripted, licence }: Sample): Result {
  const times = (value: number) => value * factor;
  return {
    ...record,
    hardware: { ...record.hardware, scripted: scripted ?? false },
    model: { ...record.model, parameters, ...(licence === undefined ? {} : { license: licence }) },
    energy: record.energy.map((energy) => ({
      ...energy,
      whPer1000Queries: times(energy.whPer1000Queries),
      runs: energy.runs.map(times),
      standardDeviation: energy.standardDeviation === null ? null : times(energy.standardDeviation),
      interval95: energy.interval95 === null ? null : { low: times(energy.interval95.low), high: times(energy.interval95.high) },
      phases: energy.phases.map((phase) => ({ ...phase, whPer1000Queries: times(phase.whPer1000Queries) })),
    })),
    score: { ...record.score, whPer1000Queries: times(record.score.whPer1000Queries) },
  };
}

function ledgerOf(record: Result, state: ResultState): string {
  const at = { at: '2026-01-16T00:00:00Z', by: 'the maintainers' };
  const unofficial = state === 'unofficial' || record.origin !== 'measured';
  const findings = unofficial
    ? [{ code: 'R-method-runs', effect: 'unofficial', status: 'fail', message: '3 runs; an official score takes 10.' } as const]
    : [];
  const ledger = openLedger(record, { verdict: unofficial ? 'unofficial' : 'official', findings }, at);
  if (ledger.entries[0].state === state || state === 'official') return ledgerText(ledger);
  return ledgerText(withEntry(ledger, { state, reason: HOSTILE_REASON, at: '2026-02-01T00:00:00Z', by: 'the maintainers' }));
}

export type SampleRepository = {
  records?: readonly Sample[];
  edition?: 'published' | 'none';
  rehearsal?: boolean;
};

/** Writes a results repository into a folder: records with ledgers, the policy, the published edition. Gives the records' names by model. */
export async function writeSampleRepository(
  folder: string,
  { records = SAMPLES, edition = 'published', rehearsal = false }: SampleRepository = {},
): Promise<Map<string, string>> {
  const write = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const names = new Map<string, string>();
  await write('.ai-energy-score', 'layout: 1\n');
  await write('policy.yaml', `schemaVersion: 1\nname: Sample policy\n${rehearsal ? 'rehearsal: true\n' : ''}`);
  for (const name of ['results', 'bundles']) await mkdir(join(folder, name), { recursive: true });
  for (const [index, sample] of records.entries()) {
    const alone = sampleRecord(rehearsal ? { ...sample, scripted: true } : sample, index + 1);
    const record = sample.bundle === undefined ? alone : await withBundle(folder, alone, sample.bundle);
    names.set(`${sample.model} ${record.plan.task}`, recordName(record));
    await write(recordPath(record), recordText(record));
    await write(ledgerPath(recordName(record)), ledgerOf(record, rehearsal ? 'unofficial' : (sample.state ?? 'official')));
  }
  if (records.length > 3) {
    const laptop = cpuRecord();
    await write(recordPath(laptop), recordText(laptop));
    await write(ledgerPath(recordName(laptop)), ledgerOf(laptop, 'unofficial'));
  }
  if (edition === 'published') await write('editions/2025-02.json', await readFile('editions/2025-02.json'));
  return names;
}
