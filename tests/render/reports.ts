import type { Finding } from '../../src/domain/findings.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import { boardDocument } from '../../src/domain/leaderboard/board.ts';
import { bytesOf } from '../../src/domain/leaderboard/derived-file.ts';
import { entryOf } from '../../src/domain/leaderboard/entry.ts';
import { leaderboardFiles } from '../../src/domain/leaderboard/files.ts';
import { openLedger } from '../../src/domain/ledger.ts';
import { defaultPolicy, policyFrom } from '../../src/domain/policy.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Snapshot } from '../../src/ports/results-store.ts';
import { buildReport } from '../../src/stages/report.ts';
import { cpuRecord, goodRecord } from '../support/records.ts';

const finding = (code: string, status: Finding['status'], message: string, effect: Finding['effect'] = 'unofficial'): Finding => ({
  code,
  status,
  effect,
  message,
});

export const PASSED: Finding[] = [
  finding('R-energy-cv', 'pass', 'The runs vary by 0.3 %.', 'unofficial'),
  finding('R-method-batch', 'pass', 'Every call held one query.', 'invalid'),
];

const UNOFFICIAL: Finding[] = [
  ...PASSED,
  finding('R-hardware-sku', 'fail', 'No GPU was metered: an official score is GPU energy on an H100 80GB.'),
  finding('R-method-runs', 'fail', '3 runs; an official score takes 10.'),
  finding('R-hardware-foreign', 'skip', 'The process ids of the host cannot be seen.'),
  finding('R-energy-drift', 'warn', 'The last run used 2.8 % more than the first.', 'warn'),
];

const INVALID: Finding[] = [...UNOFFICIAL, finding('R-method-failed', 'fail', '17 of 1,000 queries failed.', 'invalid')];

/** A record whose every energy is a multiple of the good one's, as another model. */
export function scaled(record: Result, model: string, factor: number): Result {
  return {
    ...record,
    nonce: Buffer.from(model).toString('hex').padEnd(32, '0').slice(-32),
    plan: { ...record.plan, model: { ...record.plan.model, id: model } },
    energy: record.energy.map((energy) => ({ ...energy, whPer1000Queries: energy.whPer1000Queries * factor })),
    score: { ...record.score, whPer1000Queries: record.score.whPer1000Queries * factor },
  };
}

/** A results repository that holds the given records' derived files, and nothing else. */
export function boardsOf(records: readonly Result[], verdict: 'official' | 'unofficial'): Snapshot {
  const policy = defaultPolicy();
  const entries = records.map((record) => {
    const ledger = openLedger(record, { verdict, findings: [] }, { at: '2026-01-16T00:00:00Z', by: 'test' });
    return entryOf(record, recordPath(record), ledger);
  });
  const boards = [...Map.groupBy(entries, ({ boardId }) => boardId).values()].map((own) => boardDocument(own, policy.board));
  const files = leaderboardFiles(boards, [], defaultPolicy());
  return {
    commit: null,
    list: async (prefix = '') => [...files.keys()].filter((path) => path.startsWith(prefix)).sort(),
    read: async (path) => {
      const file = files.get(path);
      return file === undefined ? null : bytesOf(file);
    },
    async *readAll(prefix) {
      for (const [path, file] of files) if (path.startsWith(prefix)) yield { path, bytes: bytesOf(file) };
    },
  };
}

const COMMANDS = {
  reproduce: 'npm run score -- submissions/example-org/synthetic-tiny/text-generation.yaml',
  check: 'npm run cli -- check energy-out/bundle',
};

const PLACE = { place: 'energy-results', commit: '0123456789abcdef0123456789abcdef01234567' };

/** An estimated CPU result among four others on its board. */
export async function cpuReport(record: Result = cpuRecord()): Promise<Report> {
  const others = [0.5, 0.9, 1.7, 2.6].map((factor, index) => scaled(cpuRecord(), `example-org/other-${index + 1}`, factor));
  return buildReport({
    record,
    verdict: 'unofficial',
    findings: UNOFFICIAL,
    snapshot: boardsOf(others, 'unofficial'),
    policy: defaultPolicy(),
    bundlePath: 'energy-out/bundle',
    published: { ...PLACE, path: 'results/text-generation/example-org/synthetic-tiny/0123456789ab.json' },
    commands: COMMANDS,
  });
}

/** An official GPU result among six others. */
export async function gpuReport(): Promise<Report> {
  const others = [0.4, 0.8, 0.95, 1.2, 2.2, 3.1].map((factor, index) => scaled(goodRecord(), `example-org/other-${index + 1}`, factor));
  return buildReport({
    record: goodRecord(),
    verdict: 'official',
    findings: PASSED,
    snapshot: boardsOf(others, 'official'),
    policy: defaultPolicy(),
    bundlePath: null,
    published: null,
    commands: COMMANDS,
  });
}

/** A result that is alone on its board. */
export const loneReport = (): Promise<Report> =>
  buildReport({
    record: cpuRecord(),
    verdict: 'unofficial',
    findings: UNOFFICIAL,
    snapshot: boardsOf([], 'unofficial'),
    policy: defaultPolicy(),
    bundlePath: null,
    published: null,
  });

export const invalidReport = (): Promise<Report> =>
  buildReport({
    record: goodRecord(),
    verdict: 'invalid',
    findings: INVALID,
    snapshot: null,
    policy: defaultPolicy(),
    bundlePath: null,
    published: null,
  });

export const rehearsalReport = (): Promise<Report> => {
  const record = goodRecord();
  return buildReport({
    record: { ...record, hardware: { ...record.hardware, scripted: true } },
    verdict: 'rehearsal',
    findings: PASSED,
    snapshot: boardsOf([], 'unofficial'),
    policy: policyFrom({ schemaVersion: 1, name: 'Rehearsal', rehearsal: true }),
    bundlePath: null,
    published: null,
  });
};
