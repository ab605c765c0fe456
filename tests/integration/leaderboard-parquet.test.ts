import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { recordPath } from '../../src/domain/identifiers.ts';
import { COLUMNS } from '../../src/domain/leaderboard/columns.ts';
import { entryOf } from '../../src/domain/leaderboard/entry.ts';
import { openLedger } from '../../src/domain/ledger.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { boardsOf, leaderboardOf } from '../../src/stages/leaderboard.ts';
import { nthRecord, temporaryFolder } from '../results-repo/repository.ts';
import { contentOf } from '../support/derived.ts';
import { pythonWith } from '../support/python.ts';
import { cpuRecord, goodRecord } from '../support/records.ts';

const READER = `
import duckdb, json, sys
con = duckdb.connect()
con.execute("set timezone = 'UTC'")
schema = con.execute("describe select * from read_parquet(?)", [sys.argv[1]]).fetchall()
rows = con.execute("select board, rank, stars, model, energy_wh_per_1000_queries, interval95_low_wh_per_1000_queries, parameters, variant, epoch_ms(published_at_utc) from read_parquet(?)", [sys.argv[1]]).fetchall()
best = con.execute("select model from read_parquet(?) where energy_scope = 'gpu' and rank = 1", [sys.argv[1]]).fetchall()
csv = con.execute("select count(*), max(energy_wh_per_1000_queries) from read_csv(?, header=true)", [sys.argv[2]]).fetchall()
print(json.dumps({"schema": [[c[0], c[1]] for c in schema], "rows": rows, "best": best, "csv": csv}))
`;

const KINDS = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', time: 'TIMESTAMP WITH TIME ZONE' };

test('duckdb reads every row of the Parquet file, with types, and the CSV files', async () => {
  await using folder = await temporaryFolder();
  const bases = [goodRecord(), cpuRecord()];
  // More rows than one row group holds.
  const entries = Array.from({ length: 10_500 }, (_, n) => {
    const record = nthRecord(n, bases[n % 2]);
    const ledger = openLedger(record, { verdict: 'unofficial', findings: [] }, { at: '2026-01-16T00:00:00Z', by: 'test' });
    return entryOf(record, recordPath(record), ledger);
  });
  const policy = defaultPolicy();
  const { files } = await leaderboardOf(entries, { policy, builderVersion: '0.1.0', readme: null, citation: null, editions: [] });
  const boards = boardsOf(entries, policy);
  const [parquet, csv] = [join(folder.path, 'results.parquet'), join(folder.path, 'board.csv')];
  await writeFile(parquet, contentOf(files, 'leaderboard/results.parquet'));
  await writeFile(csv, contentOf(files, `leaderboard/csv/${boards[0]?.id}-full.csv`));

  const python = await pythonWith('duckdb==2.0.0');
  const { stdout } = await promisify(execFile)(python, ['-c', READER, parquet, csv], { maxBuffer: 1 << 26 });
  const read = JSON.parse(stdout);
  expect(read.schema).toEqual(COLUMNS.map(({ name, kind }) => [name, KINDS[kind]]));
  const published = Date.parse('2026-01-16T00:00:00Z');
  const expected = boards.flatMap((board) =>
    board.rows.map((row) => [
      board.id,
      row.rank,
      row.stars,
      row.model,
      row.whPer1000Queries,
      row.interval95?.low ?? null,
      row.parameters,
      row.variant,
      published,
    ]),
  );
  expect(read.rows[0]).toEqual(expected[0]);
  expect(JSON.stringify(read.rows) === JSON.stringify(expected)).toBe(true);
  expect(read.best).toEqual([['example-org/model-0']]);
  const first = boards[0];
  expect(read.csv).toEqual([[first?.rows.length, Math.max(...(first?.rows ?? []).map(({ whPer1000Queries }) => whPer1000Queries))]]);
});
