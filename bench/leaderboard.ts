import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from '../src/domain/generated/result.ts';
import { ledgerPath, ledgerText, openLedger } from '../src/domain/ledger.ts';
import { TASKS } from '../src/domain/tasks.ts';
import { cpuRecord, goodRecord } from '../tests/support/records.ts';

/** One row of the benchmark: `leaderboard build` on a folder of synthetic records, in a process of its own. */
export type LeaderboardBenchmark = {
  records: number;
  megabytes: number;
  boards: number;
  /** From reading the first record to writing the last derived file. */
  seconds: number;
  /** Processor time of the whole process, start included: what stays when other work slows the wall clock. */
  processorSeconds: number;
  recordsPerSecond: number;
  /** Largest resident set of the process. */
  peakMegabytes: number;
};

const SIZES = [1_000, 10_000, 100_000];
const BUDGET = { records: 100_000, seconds: 20, megabytes: 1000 };

const BUILDER = join(import.meta.dirname, 'leaderboard-build.ts');

/** Measures `leaderboard build` for 1,000, 10,000 and 100,000 records. The records are made up. */
export async function benchLeaderboard(sizes: readonly number[] = SIZES): Promise<LeaderboardBenchmark[]> {
  const rows: LeaderboardBenchmark[] = [];
  for (const records of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'energy-bench-'));
    try {
      const bytes = writeRecords(folder, records);
      const { stdout } = await promisify(execFile)(process.execPath, [BUILDER, folder]);
      const { peakBytes, ...built } = JSON.parse(stdout) as {
        seconds: number;
        processorSeconds: number;
        boards: number;
        peakBytes: number;
      };
      rows.push({ records, megabytes: bytes / 1e6, ...built, recordsPerSecond: records / built.seconds, peakMegabytes: peakBytes / 1e6 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

/** Writes so many synthetic records with their ledgers, spread over tasks, organisations and two kinds of hardware; gives their bytes. */
function writeRecords(folder: string, count: number): number {
  const made = new Set<string>();
  let bytes = 0;
  const write = (path: string, text: string) => {
    const parent = join(folder, path, '..');
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  };
  const bases = TASKS.flatMap(({ key }) => [goodRecord(), cpuRecord()].map((base) => ({ ...base, plan: { ...base.plan, task: key } })));
  for (let n = 0; n < count; n += 1) {
    const record = varied(bases[n % bases.length] as Result, n);
    const findings = [{ code: 'R-method-runs', effect: 'unofficial', status: 'fail', message: 'Fewer runs than official.' }] as const;
    const ledger = openLedger(record, { verdict: 'unofficial', findings }, { at: '2026-01-16T00:00:00Z', by: 'bench' });
    write(ledger.record, `${JSON.stringify(record, null, 2)}\n`);
    write(ledgerPath(basename(ledger.record, '.json')), ledgerText(ledger));
  }
  return bytes;
}

function varied(base: Result, n: number): Result {
  // A multiplicative walk over four decades: energies differ, and the bands are as uneven as published ones.
  const factor = 10 ** (((n * 2_654_435_761) % 4_000_037) / 1_000_009);
  return {
    ...base,
    nonce: n.toString(16).padStart(32, '0'),
    plan: {
      ...base.plan,
      model: { ...base.plan.model, id: `org-${n % 997}/model-${n % 20_011}`, class: base.plan.task === 'text-generation' ? 'A' : null },
    },
    energy: base.energy.map((energy) => ({ ...energy, whPer1000Queries: energy.whPer1000Queries * factor })),
    score: { ...base.score, whPer1000Queries: base.score.whPer1000Queries * factor },
  };
}

/** The rows as a table for people, with the budget beside the row it is for. */
export function leaderboardTable(rows: readonly LeaderboardBenchmark[]): string {
  const lines = rows.map((row) => {
    const within = row.seconds <= BUDGET.seconds && row.peakMegabytes <= BUDGET.megabytes;
    const budget = row.records === BUDGET.records ? `${within ? 'within' : 'OVER'} ${BUDGET.seconds} s and ${BUDGET.megabytes} MB` : '';
    const cells = [
      row.records,
      row.megabytes.toFixed(0),
      row.boards,
      row.seconds.toFixed(2),
      row.processorSeconds.toFixed(2),
      row.recordsPerSecond.toFixed(0),
      row.peakMegabytes.toFixed(0),
      budget,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [
    '| records | MB read | boards | seconds | processor s | records/s | peak RSS in MB | budget |',
    '| --: | --: | --: | --: | --: | --: | --: | --- |',
  ];
  return [...head, ...lines].join('\n');
}

if (import.meta.main) console.log(leaderboardTable(await benchLeaderboard()));
