import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeRecords } from './leaderboard-records.ts';

/** One row of the benchmark, measured in a process of its own on a folder of records that are made up. */
export type LeaderboardBenchmark = {
  work: string;
  records: number;
  /** Megabytes of records and ledgers. */
  megabytes: number;
  /** From reading the first record to writing the last derived file. */
  seconds: number;
  /** Processor time of the whole process, start included: what stays when other work slows the wall clock. */
  processorSeconds: number;
  /** That part of it that its first thread took: no second core makes the wall clock shorter than this. */
  mainThreadSeconds: number;
  /** Processor time for each record, over that at the size before; null for the first. */
  ratio: number | null;
  /** Largest resident set of the process. */
  peakMegabytes: number;
  /** Files written, or findings. */
  count: number;
};

const SIZES = [1_000, 10_000, 30_000, 100_000];

/** Labels are drawn, and the whole repository is checked, up to this size: those of 100,000 results fill 6 GB. */
const MOST_LABELLED = 10_000;

const BUDGET = { records: 100_000, seconds: 20, megabytes: 1000 };

const BUILDER = join(import.meta.dirname, 'leaderboard-build.ts');

/** Measures `leaderboard build` and `check-repo`; sizes from the environment's SIZES, as in 1000,100000. */
export async function benchLeaderboard(): Promise<LeaderboardBenchmark[]> {
  const sizes = process.env.SIZES?.split(',').map(Number) ?? SIZES;
  const rows: LeaderboardBenchmark[] = [];
  for (const records of sizes) rows.push(...(await benchSize(records, rows)));
  return rows;
}

async function benchSize(records: number, smaller: readonly LeaderboardBenchmark[]): Promise<LeaderboardBenchmark[]> {
  const folder = await mkdtemp(join(tmpdir(), 'energy-bench-'));
  const rows: LeaderboardBenchmark[] = [];
  const megabytes = writeRecords(folder, 0, records) / 1e6;
  const measure = async (work: string, mode: 'tables' | 'labels' | 'check') => {
    const figures = await figuresOf(folder, mode);
    const before = smaller.findLast((row) => row.work === work);
    const ratio = before === undefined ? null : figures.processorSeconds / records / (before.processorSeconds / before.records);
    rows.push({ work, records, megabytes, ratio, ...figures });
    console.error(`${records} records, ${work}: ${figures.seconds.toFixed(1)} s`);
  };
  try {
    await measure('build: tables and data', 'tables');
    await measure('build: nothing has changed', 'tables');
    writeRecords(folder, records, records + 1);
    await measure('build: one record more', 'tables');
    if (records > MOST_LABELLED) return rows;
    await measure('build: all labels drawn', 'labels');
    await measure('build: no label has changed', 'labels');
    await measure('check-repo, labels drawn again', 'check');
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Figures = Pick<LeaderboardBenchmark, 'seconds' | 'processorSeconds' | 'mainThreadSeconds' | 'peakMegabytes' | 'count'>;

async function figuresOf(folder: string, mode: string): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, [BUILDER, folder, mode]);
  const { peakBytes, ...figures } = JSON.parse(stdout) as Omit<Figures, 'peakMegabytes'> & { peakBytes: number };
  return { ...figures, peakMegabytes: peakBytes / 1e6 };
}

/** The rows as a table for people, with the budget beside the row it is for. */
export function leaderboardTable(rows: readonly LeaderboardBenchmark[]): string {
  const lines = rows.map((row) => {
    const cells = [
      row.work,
      row.records,
      row.megabytes.toFixed(0),
      row.seconds.toFixed(1),
      row.processorSeconds.toFixed(1),
      row.mainThreadSeconds.toFixed(1),
      row.ratio === null ? '' : row.ratio.toFixed(2),
      row.peakMegabytes.toFixed(0),
      row.count,
      budgetOf(row),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [
    '| what | records | MB read | seconds | CPU s | of it first thread | CPU per record over the size before | peak RSS in MB | files written, findings | budget |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |',
  ];
  return [...head, ...lines].join('\n');
}

function budgetOf({ records, work, seconds, peakMegabytes }: LeaderboardBenchmark): string {
  if (records !== BUDGET.records || !work.startsWith('build')) return '';
  const [time, memory] = [seconds <= BUDGET.seconds, peakMegabytes <= BUDGET.megabytes].map((within) => (within ? 'within' : 'OVER'));
  return `${time} ${BUDGET.seconds} s, ${memory} ${BUDGET.megabytes} MB`;
}

if (import.meta.main) console.log(leaderboardTable(await benchLeaderboard()));
