import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import type { BoardDocument } from '../../src/domain/leaderboard/board.ts';
import { type Ledger, ledgerPath, ledgerText, openLedger, withEntry } from '../../src/domain/ledger.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { buildLeaderboard, writeLeaderboard } from '../../src/stages/leaderboard.ts';
import { contentOf } from '../support/derived.ts';
import { cpuRecord, recordText } from '../support/records.ts';
import { nthGpuRecord, nthRecord, temporaryFolder } from './repository.ts';

type State = 'official' | 'unofficial' | 'disputed' | 'withdrawn' | 'corrected';

function ledgerOf(record: Result, state: State): Ledger {
  const at = { at: '2026-01-16T00:00:00Z', by: 'test' };
  const verdict = state === 'unofficial' ? 'unofficial' : 'official';
  const ledger = openLedger(record, { verdict, findings: [] }, at);
  return state === verdict ? ledger : withEntry(ledger, { state, reason: `It is ${state}.`, ...at });
}

/** Writes records into a folder, with ledgers where a state is given. */
async function place(folder: string, records: readonly (readonly [Result, State | 'no ledger'])[]): Promise<void> {
  for (const [record, state] of records) {
    const files = [[recordPath(record), recordText(record)]];
    if (state !== 'no ledger') files.push([ledgerPath(recordName(record)), ledgerText(ledgerOf(record, state))]);
    for (const [path = '', text = ''] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
}

const build = (folder: string) => buildLeaderboard(folderSnapshot(folder), defaultPolicy(), { builderVersion: '0.1.0' });
const boardIn = async (folder: string): Promise<BoardDocument> => (await build(folder)).boards[0] as BoardDocument;
const GPU_BOARD = 'text-generation.a.h100-80gb-hbm3.gpu';

describe('the leaderboard', () => {
  it('refuses the figures of a script in a repository for real ones, whatever their ledger says', async () => {
    await using folder = await temporaryFolder();
    const scripted = structuredClone(nthGpuRecord(1));
    scripted.hardware.scripted = true;
    await place(folder.path, [[scripted, 'unofficial']]);
    await expect(build(folder.path)).rejects.toMatchObject({
      code: 'rehearsal-in-repository',
      message: expect.stringContaining(recordPath(scripted)),
    });
    const rehearsal = await buildLeaderboard(
      folderSnapshot(folder.path),
      { ...defaultPolicy(), rehearsal: true },
      { builderVersion: '0.1.0' },
    );
    expect(rehearsal.boards[0]).toMatchObject({ standing: 'rehearsal' });
  });

  it('ranks by energy and gives stars from three models on', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [
      [nthGpuRecord(20), 'official'],
      [nthGpuRecord(0), 'official'],
    ]);
    const two = await boardIn(folder.path);
    expect(two.starsNote).toBe('Stars compare models: this board has 2 of the 3 it needs.');
    expect(two.rows.map(({ rank, stars }) => [rank, stars])).toEqual([
      [1, null],
      [2, null],
    ]);
    await place(folder.path, [[nthGpuRecord(10), 'official']]);
    const three = await boardIn(folder.path);
    expect(three.starsNote).toBeNull();
    expect(three.rows.map(({ model, rank, stars, percentile }) => [model, rank, stars, percentile])).toEqual([
      ['example-org/model-0', 1, 5, 100],
      ['example-org/model-10', 2, 3, 50],
      ['example-org/model-20', 3, 1, 0],
    ]);
    expect(three.rows.map(({ factorToBest, factorToMedian }) => [factorToBest?.toFixed(3), factorToMedian?.toFixed(3)])).toEqual([
      ['1.000', '0.500'],
      ['2.000', '1.000'],
      ['3.000', '1.500'],
    ]);
  });

  it('counts models, not variants, towards the three', async () => {
    await using folder = await temporaryFolder();
    const variant = (name: string, n: number): Result => {
      const record = nthGpuRecord(n);
      return { ...record, plan: { ...record.plan, variant: name, model: { ...record.plan.model, id: 'example-org/one' } } };
    };
    await place(folder.path, [
      [variant('a', 1), 'official'],
      [variant('b', 2), 'official'],
      [variant('c', 3), 'official'],
    ]);
    expect(await boardIn(folder.path)).toMatchObject({ models: 1, starsNote: expect.stringContaining('1 of the 3') });
  });

  it('never mixes boards', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [
      [nthGpuRecord(1), 'official'],
      [nthRecord(2), 'unofficial'],
      [{ ...nthGpuRecord(3), hardware: { ...nthGpuRecord(3).hardware, profile: 'rtx-4090' } }, 'unofficial'],
    ]);
    const { boards } = await build(folder.path);
    expect(boards.map(({ id, rows }) => [id, rows.length])).toEqual([
      [GPU_BOARD, 1],
      ['text-generation.a.rtx-4090.gpu', 1],
      ['text-generation.a.synthetic-processor-4-cores.cpu-estimated-10-w.rows-bc51e9e6', 1],
    ]);
  });

  it('parts estimates under other assumptions, and answers to other queries', async () => {
    await using folder = await temporaryFolder();
    const record = nthRecord(1);
    const frugal = nthRecord(2);
    const other = nthRecord(3);
    const meters = frugal.meters.map((meter) => ({ ...meter, assumption: '0.5 W per busy logical core' }));
    const dataset = { ...other.plan.dataset, rowsSha256: 'ab'.repeat(32) };
    await place(folder.path, [
      [record, 'unofficial'],
      [{ ...frugal, meters }, 'unofficial'],
      [{ ...other, plan: { ...other.plan, dataset } }, 'unofficial'],
    ]);
    const { boards } = await build(folder.path);
    expect(boards.map(({ id }) => id.split('.').slice(3).join('.'))).toEqual([
      'cpu-estimated-0-5-w.rows-bc51e9e6',
      'cpu-estimated-10-w.rows-abababab',
      'cpu-estimated-10-w.rows-bc51e9e6',
    ]);
  });

  it('calls an estimate an estimate and never official, whatever its ledger says', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[cpuRecord(), 'official']]);
    const { boards, files } = await build(folder.path);
    expect(boards[0]).toMatchObject({ energy: 'CPU energy (estimated, 10 W per busy logical core)', standing: 'unofficial' });
    expect(contentOf(files, 'README.md').toString()).toContain('## Unofficial results');
    expect(contentOf(files, 'README.md').toString()).not.toContain('## Official results');
    expect([...files.keys()].filter((path) => path.includes('published'))).toEqual([]);
  });

  it('ranks official results among themselves and lists the others of their board without a rank', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [
      [nthGpuRecord(0), 'unofficial'],
      [nthGpuRecord(1), 'official'],
      [nthGpuRecord(2), 'disputed'],
    ]);
    const board = await boardIn(folder.path);
    expect(board.rows.map(({ model, rank, state }) => [model, rank, state])).toEqual([
      ['example-org/model-1', 1, 'official'],
      ['example-org/model-2', 2, 'disputed'],
      ['example-org/model-0', null, 'unofficial'],
    ]);
  });

  it('keeps withdrawn and corrected results with their reason and without a rank', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [
      [nthGpuRecord(1), 'official'],
      [nthGpuRecord(2), 'withdrawn'],
      [nthGpuRecord(3), 'corrected'],
    ]);
    const { boards, files } = await build(folder.path);
    expect(boards[0]?.rows.map(({ rank, state, reason }) => [rank, state, reason])).toEqual([
      [1, 'official', expect.any(String)],
      [null, 'withdrawn', 'It is withdrawn.'],
      [null, 'corrected', 'It is corrected.'],
    ]);
    expect(contentOf(files, 'README.md').toString()).toContain('withdrawn. It is withdrawn.');
  });

  it('takes a record without a ledger for provisional', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'no ledger']]);
    expect((await boardIn(folder.path)).rows[0]).toMatchObject({ state: 'provisional', verdict: null, rank: 1 });
    expect((await boardIn(folder.path)).standing).toBe('unofficial');
  });

  it('takes no ledger for a record that it does not name', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'unofficial']]);
    const ledger = ledgerOf(nthGpuRecord(1), 'official');
    await writeFile(join(folder.path, 'ledger/000000000000.json'), ledgerText(ledger));
    expect((await boardIn(folder.path)).rows[0]).toMatchObject({ state: 'unofficial' });
  });

  it('shares a rank between equal energies', async () => {
    await using folder = await temporaryFolder();
    const twin = { ...nthGpuRecord(1), nonce: 'e'.repeat(32), plan: nthGpuRecord(2).plan };
    await place(folder.path, [
      [nthGpuRecord(1), 'official'],
      [twin, 'official'],
      [nthGpuRecord(9), 'official'],
    ]);
    expect((await boardIn(folder.path)).rows.map(({ rank, percentile }) => [rank, percentile])).toEqual([
      [1, 50],
      [1, 50],
      [3, 0],
    ]);
  });

  it('gives the published columns in kWh per 1,000 queries, a folder per hardware profile', async () => {
    await using folder = await temporaryFolder();
    await place(
      folder.path,
      [0, 10, 20].map((n) => [nthGpuRecord(n), 'official'] as const),
    );
    const { files } = await build(folder.path);
    expect(contentOf(files, 'leaderboard/published/h100-80gb-hbm3/text_generation.csv').toString()).toBe(
      [
        'model,total_gpu_energy,energy_score,class',
        'example-org/model-0,0.00706666666666667,5,A',
        'example-org/model-10,0.0141333333333333,3,A',
        'example-org/model-20,0.0212,1,A',
        '',
      ].join('\n'),
    );
  });

  it('is the same to the byte whatever the order of the records, the zone and the language', async () => {
    await using folder = await temporaryFolder();
    const records = Array.from({ length: 12 }, (_, n) => [n % 2 === 0 ? nthGpuRecord(n) : nthRecord(n), 'unofficial'] as const);
    await place(folder.path, records);
    const digest = async (environment: Record<string, string>, script: string) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder.path], {
        env: { ...process.env, ...environment },
        cwd: import.meta.dirname,
      });
      return stdout;
    };
    const script = (order: string) => `
      import { createHash } from 'node:crypto';
      import { folderSnapshot } from '../../src/results-repo/folder.ts';
      import { buildLeaderboard } from '../../src/stages/leaderboard.ts';
      import { defaultPolicy } from '../../src/domain/policy.ts';
      const plain = folderSnapshot(process.argv[1]);
      const snapshot = { ...plain, async *readAll(prefix) { yield* (await Array.fromAsync(plain.readAll(prefix))).${order}; } };
      const { files } = await buildLeaderboard(snapshot, defaultPolicy(), { builderVersion: '0.1.0' });
      console.log(createHash('sha256').update(JSON.stringify([...files].map(([path, file]) => [path, file.sealed()]))).digest('hex'));`;
    const forwards = await digest({ TZ: 'UTC', LC_ALL: 'C' }, script('slice()'));
    const backwards = await digest({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, script('reverse()'));
    expect(backwards).toBe(forwards);
    expect(forwards).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('has a manifest of every file below leaderboard/ that names the builder and no time', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    const { files } = await build(folder.path);
    const manifest = JSON.parse(contentOf(files, 'leaderboard/manifest.json').toString());
    expect(Object.keys(manifest)).toEqual(['schemaVersion', 'builder', 'readmeTablesSha256', 'files']);
    const others = [...files.keys()].filter((path) => path !== 'README.md' && path !== 'leaderboard/manifest.json').sort();
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual(others);
    for (const { path, bytes, sha256: digest } of manifest.files) {
      const content = contentOf(files, path);
      expect([content.length, sha256(content)]).toEqual([bytes, digest]);
    }
  });

  it('names every record that cannot be read', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    await writeFile(join(folder.path, 'results/text-generation/broken.json'), '{"schemaVersion":1');
    await writeFile(join(folder.path, 'results/text-generation/empty.json'), '{}');
    const message = expect.stringMatching(/results\/text-generation\/broken\.json: .*results\/text-generation\/empty\.json: /);
    await expect(build(folder.path)).rejects.toMatchObject({ code: 'record-damaged', message });
  });
});

describe('writing the leaderboard into a folder', () => {
  it('leaves what it did not make: other files in leaderboard/, and a README without a place for tables', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    await mkdir(join(folder.path, 'leaderboard'), { recursive: true });
    await writeFile(join(folder.path, 'leaderboard/index.html'), '<html>');
    await writeFile(join(folder.path, 'README.md'), '# Thesis\n');
    const built = await build(folder.path);
    expect(built.files.has('README.md')).toBe(false);
    expect((await writeLeaderboard(folder.path, built, 'changed')).removed).toEqual([]);
    expect(await readFile(join(folder.path, 'leaderboard/index.html'), 'utf8')).toBe('<html>');
    expect(await readFile(join(folder.path, 'README.md'), 'utf8')).toBe('# Thesis\n');
    expect(await writeLeaderboard(folder.path, await build(folder.path), 'changed')).toEqual({ written: [], removed: [] });
  });

  it('removes no file for a manifest that cannot be read', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    await mkdir(join(folder.path, 'leaderboard'), { recursive: true });
    await writeFile(join(folder.path, 'leaderboard/manifest.json'), '{"files":[null]}');
    await writeFile(join(folder.path, 'leaderboard/notes.json'), '{}');
    expect((await writeLeaderboard(folder.path, await build(folder.path), 'changed')).removed).toEqual([]);
  });

  it('writes what differs, removes what it made before and leaves the rest of the README', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    await writeFile(join(folder.path, 'README.md'), '# Ours\n\n<!-- leaderboard:begin -->\nold\n<!-- leaderboard:end -->\n\nThe end.\n');
    await mkdir(join(folder.path, 'leaderboard'), { recursive: true });
    await writeFile(join(folder.path, 'leaderboard/gone.json'), '{}');
    const made = { files: [{ path: 'leaderboard/gone.json' }, { path: 'ledger/other.json' }, { path: 'leaderboard/../README.md' }] };
    await writeFile(join(folder.path, 'leaderboard/manifest.json'), JSON.stringify(made));
    const first = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect(first.removed).toEqual(['leaderboard/gone.json']);
    expect(first.written).toContain('README.md');
    const readme = await readFile(join(folder.path, 'README.md'), 'utf8');
    expect(readme).toMatch(/^# Ours\n\n<!-- leaderboard:begin -->\n\n## Official results.*<!-- leaderboard:end -->\n\nThe end\.\n$/s);
    const second = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    expect(second).toEqual({ written: [], removed: [] });
  });

  it('makes a file whole that was cut off, has more at its end, another byte within, or is empty', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    const at = join(folder.path, `leaderboard/${GPU_BOARD}.json`);
    const sound = await readFile(at);
    const changed = Buffer.from(sound);
    changed[100] = 0;
    for (const wrong of [sound.subarray(0, 50), Buffer.concat([sound, Buffer.from('\n')]), changed, Buffer.alloc(0)]) {
      await writeFile(at, wrong);
      const { written } = await writeLeaderboard(folder.path, await build(folder.path), 'changed');
      expect(written).toEqual([`leaderboard/${GPU_BOARD}.json`]);
      expect((await readFile(at)).equals(sound)).toBe(true);
    }
  });

  it('goes back to the same bytes when a record goes', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, [[nthGpuRecord(1), 'official']]);
    const before = (await build(folder.path)).files;
    await place(folder.path, [[nthRecord(2), 'unofficial']]);
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    await rm(join(folder.path, recordPath(nthRecord(2))));
    await writeLeaderboard(folder.path, await build(folder.path), 'changed');
    const after = await Array.fromAsync(folderSnapshot(folder.path).readAll('leaderboard/'));
    const expected = [...before]
      .filter(([path]) => path.startsWith('leaderboard/'))
      .map(([path, file]) => `${path} ${file.sealed().sha256}`);
    expect(after.map(({ path, bytes }) => `${path} ${sha256(bytes)}`)).toEqual(expected.sort());
  });
});
