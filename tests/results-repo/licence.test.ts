import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { validateResult } from '../../src/domain/generated/validators.js';
import { COLUMNS } from '../../src/domain/leaderboard/columns.ts';
import { goodRecord } from '../support/records.ts';
import { checked, commitAll, rebuild, rewrite } from './check-repo-repository.ts';
import { nthGpuRecord, publish, temporaryRepository } from './repository.ts';

const BOARD = 'leaderboard/text-generation.a.h100-80gb-hbm3.gpu.json';
const FULL_CSV = 'leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu-full.csv';
const PUBLISHED_CSV = 'leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu.csv';
const MANIFEST = 'leaderboard/manifest.json';

/** The n-th record, whose model's card states this; undefined for a record of before licences were kept. */
function recordOf(n: number, license: string | null | undefined): Result {
  const record = nthGpuRecord(n);
  return license === undefined ? record : { ...record, model: { ...record.model, license } };
}

describe('a record', () => {
  const withLicence = (license: unknown): unknown => ({ ...goodRecord(), model: { ...goodRecord().model, license } });

  test('without a licence, as earlier versions wrote it, fits the schema', () => {
    expect(goodRecord().model).not.toHaveProperty('license');
    expect(validateResult(goodRecord())).toBe(true);
  });

  test.each(['apache-2.0', 'openrail++', 'mit cc-by-4.0', null])('with the licence %s fits the schema', (license) => {
    expect(validateResult(withLicence(license))).toBe(true);
  });

  test.each(['', ' mit', '=1', '-mit', 'mit\n', '<b>', 'a'.repeat(65), 'mit  mit', 7, ['mit']])(
    'with the licence %j does not',
    (license) => {
      expect(validateResult(withLicence(license))).toBe(false);
    },
  );
});

test('rows, the fuller CSV and Parquet hold the licence of each record; the published columns stay as they are', async () => {
  await using repository = await temporaryRepository();
  const read = (path: string) => readFile(join(repository.path, path));
  const stated = ['apache-2.0', undefined, null, 'mit cc-by-4.0'];
  for (const [n, license] of stated.entries()) await publish(repository.store, recordOf(n, license), { verdict: 'official' });
  const expected = ['apache-2.0', null, null, 'mit cc-by-4.0'];

  const board = JSON.parse(`${await read(BOARD)}`);
  expect(board.rows.map((row: { license: unknown }) => row.license)).toEqual(expected);
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(`${await read('leaderboard/schema.json')}`));
  expect(validate(board), JSON.stringify(validate.errors)).toBe(true);

  const [header = '', ...lines] = `${await read(FULL_CSV)}`.trimEnd().split('\n');
  const column = header.split(',').indexOf('license');
  expect(column).toBe(COLUMNS.findIndex(({ name }) => name === 'license'));
  expect(lines.map((line) => line.split(',').at(column - COLUMNS.length))).toEqual(expected.map((license) => license ?? ''));

  const parquet = await parquetReadObjects({ file: new Uint8Array(await read('leaderboard/results.parquet')).buffer });
  expect(parquet.map(({ license }) => license)).toEqual(expected);

  expect(`${await read(PUBLISHED_CSV)}`.split('\n')[0]).toBe('model,total_gpu_energy,energy_score,class');
  expect(`${await read('leaderboard/data-dictionary.md')}`).toContain('| `rows[].license` | string or null | Licence that');
  expect((await checked(repository.path)).findings).toEqual([]);
});

test('a repository of an earlier version is as sound as it was: its boards are only to be built anew', async () => {
  await using repository = await temporaryRepository();
  for (const n of [0, 1, 2]) await publish(repository.store, recordOf(n, undefined), { verdict: 'official' });
  // As that version wrote them.
  let board = '';
  await rewrite(repository.path, BOARD, (text) => {
    board = text.replaceAll('"license":null,', '');
    return board;
  });
  expect(board).not.toContain('license');
  await rewrite(repository.path, MANIFEST, (text) => {
    const [line = ''] = text.split('\n').filter((each) => each.includes(`"${BOARD}"`));
    const before = JSON.stringify({ path: BOARD, bytes: Buffer.byteLength(board), sha256: sha256(board) });
    return text.replace(line.replace(/,$/, ''), before).replace('"builder":"0.1.0"', '"builder":"0.0.9"');
  });
  await commitAll(repository.path, 'As it was');
  expect((await checked(repository.path)).findings).toMatchObject([{ code: 'C-derived-rebuild', path: MANIFEST }]);
  await rebuild(repository.path);
  await commitAll(repository.path, 'Built anew');
  expect((await checked(repository.path)).findings).toEqual([]);
  expect(JSON.parse(await readFile(join(repository.path, BOARD), 'utf8')).rows).toMatchObject(Array(3).fill({ license: null }));
});
