import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardId, boardOf } from '../../src/domain/identifiers.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { publishRecord } from '../../src/stages/publish.ts';
import { cpuRecord, goodRecord, recordText } from '../support/records.ts';
import { git, nthGpuRecord, nthRecord, publish, temporaryFolder, temporaryRepository } from './repository.ts';

const ledgerIn = async (repository: { path: string }, name: string): Promise<Ledger> =>
  JSON.parse(await readFile(join(repository.path, `ledger/${name}.json`), 'utf8'));

describe('publishing a record', () => {
  it('puts record, ledger and derived files into one commit and gives its id', async () => {
    await using repository = await temporaryRepository();
    const record = cpuRecord();
    const outcome = await publish(repository.store, record);
    expect(outcome.kind).toBe('published');
    expect(await git(repository.path, 'rev-parse', 'HEAD')).toBe(`${outcome.commit}\n`);
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('2\n');
    const changed = (await git(repository.path, 'show', '--name-only', '--format=', 'HEAD')).split('\n').filter(Boolean);
    const board = 'text-generation.a.synthetic-processor-4-cores.cpu-estimated-10-w.rows-bc51e9e6';
    const pages = /^(index\.html|verify\.html|sw\.js|leaderboard\/pages\/.+)$/;
    expect(changed.filter((path) => pages.test(path))).toEqual(expect.arrayContaining(['index.html', 'verify.html', 'sw.js']));
    expect(changed.filter((path) => !pages.test(path)).sort()).toEqual(
      [
        'CITATION.cff',
        'README.md',
        `badges/latest/${board}/example-org/synthetic-tiny.json`,
        `badges/latest/${board}/example-org/synthetic-tiny.svg`,
        'feed.xml',
        `labels/latest/${board}/example-org/synthetic-tiny.svg`,
        `leaderboard/csv/${board}-full.csv`,
        'leaderboard/data-dictionary.md',
        'leaderboard/index.json',
        'leaderboard/manifest.json',
        'leaderboard/results.parquet',
        'leaderboard/schema.json',
        `leaderboard/verify/latest/${board}.json`,
        `leaderboard/${board}.json`,
        `ledger/${outcome.recordName}.json`,
        outcome.path,
      ].sort(),
    );
    expect(await readFile(join(repository.path, outcome.path), 'utf8')).toBe(recordText(record));
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('twice is publishing once', async () => {
    await using repository = await temporaryRepository();
    const first = await publish(repository.store, cpuRecord());
    const second = await publish(repository.store, cpuRecord());
    expect(second).toMatchObject({ kind: 'already-published', commit: first.commit, path: first.path });
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('2\n');
  });

  it('twice at the same time is publishing once', async () => {
    await using repository = await temporaryRepository();
    const outcomes = await Promise.all([1, 2, 3].map(() => publish(repository.store, cpuRecord())));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-published', 'already-published', 'published']);
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('2\n');
  });

  it('keeps its reasons in the ledger', async () => {
    await using repository = await temporaryRepository();
    const { recordName, path } = await publish(repository.store, cpuRecord());
    expect(await ledgerIn(repository, recordName)).toEqual({
      schemaVersion: 1,
      record: path,
      verdict: 'unofficial',
      failed: ['R-method-runs'],
      entries: [{ state: 'unofficial', reason: 'Checks that failed: R-method-runs.', at: '2026-02-01T10:00:00Z', by: 'ai-energy-score' }],
    });
  });

  it('supersedes the earlier result of the same model, which keeps its row without a rank', async () => {
    await using repository = await temporaryRepository();
    const earlier = await publish(repository.store, cpuRecord());
    const later = await publish(repository.store, cpuRecord({ nonce: 'f'.repeat(32) }));
    const ledger = await ledgerIn(repository, earlier.recordName);
    expect(ledger.entries.map(({ state }) => state)).toEqual(['unofficial', 'superseded']);
    expect(ledger.entries[1]?.reason).toBe(`Replaced by ${later.recordName}.`);
    const board = JSON.parse(await readFile(join(repository.path, `leaderboard/${boardId(boardOf(cpuRecord()))}.json`), 'utf8'));
    expect(board.rows.map(({ recordName, rank, state }: Record<string, unknown>) => [recordName, rank, state])).toEqual([
      [later.recordName, 1, 'unofficial'],
      [earlier.recordName, null, 'superseded'],
    ]);
  });

  it('lets no result that is not official take the place of an official one', async () => {
    await using repository = await temporaryRepository();
    const official = await publish(repository.store, goodRecord(), { verdict: 'official' });
    const before = await git(repository.path, 'rev-parse', 'HEAD');
    const lesser = publish(repository.store, goodRecord({ nonce: 'f'.repeat(32) }), { verdict: 'unofficial' });
    await expect(lesser).rejects.toMatchObject({ code: 'p-standing', message: expect.stringContaining(official.recordName) });
    expect(await git(repository.path, 'rev-parse', 'HEAD')).toBe(before);
    const next = await publish(repository.store, goodRecord({ nonce: 'e'.repeat(32) }), { verdict: 'official' });
    expect((await ledgerIn(repository, official.recordName)).entries.at(-1)?.reason).toBe(`Replaced by ${next.recordName}.`);
  });

  it('leaves a result of another variant or board as it is', async () => {
    await using repository = await temporaryRepository();
    const cpu = cpuRecord();
    await publish(repository.store, cpu);
    await publish(repository.store, cpuRecord({ nonce: '1'.repeat(32), plan: { ...cpu.plan, variant: 'eight-bit' } }));
    await publish(repository.store, goodRecord({ nonce: '2'.repeat(32) }), { verdict: 'official' });
    const index = JSON.parse(await readFile(join(repository.path, 'leaderboard/index.json'), 'utf8'));
    expect(index.boards.map(({ id, rows, standing }: Record<string, unknown>) => [id, rows, standing])).toEqual([
      ['text-generation.a.h100-80gb-hbm3.gpu', 1, 'official'],
      ['text-generation.a.synthetic-processor-4-cores.cpu-estimated-10-w.rows-bc51e9e6', 2, 'unofficial'],
    ]);
  });

  it('tells whose stars change', async () => {
    await using repository = await temporaryRepository();
    for (const n of [0, 1, 2]) await publish(repository.store, nthGpuRecord(n), { verdict: 'official' });
    const outcome = await publish(repository.store, nthGpuRecord(20), { verdict: 'official' });
    const board = 'text-generation.a.h100-80gb-hbm3.gpu';
    expect(outcome.changes).toEqual([
      { board, model: 'example-org/model-1', from: 3, to: 5 },
      { board, model: 'example-org/model-2', from: 1, to: 5 },
    ]);
  });

  it('refuses other bytes at the path of a record', async () => {
    await using repository = await temporaryRepository();
    const { path } = await publish(repository.store, cpuRecord());
    const text = `${recordText(cpuRecord())}\n`;
    const again = publishRecord({
      store: repository.store,
      recordText: text,
      verdict: 'unofficial',
      findings: [],
      policy: policyFrom({ schemaVersion: 1, name: 'Test' }),
      now: new Date(0),
      builderVersion: '0.1.0',
    });
    await expect(again).rejects.toMatchObject({
      code: 'p-immutable',
      kind: 'input',
      message: expect.stringContaining(`P-immutable: ${path}`),
    });
  });

  it('refuses a nonce that another record has used', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    const copied = { ...nthRecord(2), nonce: nthRecord(1).nonce };
    await expect(publish(repository.store, copied)).rejects.toMatchObject({
      code: 'p-single-use',
      kind: 'input',
      message: expect.stringContaining('P-single-use'),
    });
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('2\n');
  });

  it('keeps no bundle of what it refuses', async () => {
    await using repository = await temporaryRepository();
    await using bundle = await temporaryFolder();
    await writeFile(join(bundle.path, 'manifest.json'), '{}');
    const publishing = publishRecord({
      store: repository.store,
      recordText: recordText({ ...goodRecord(), hardware: { ...goodRecord().hardware, scripted: true } }),
      verdict: 'rehearsal',
      findings: [],
      policy: policyFrom({ schemaVersion: 1, name: 'Test' }),
      now: new Date(),
      builderVersion: '0.1.0',
      bundle: { folder: bundle.path, repository: repository.path },
    });
    await expect(publishing).rejects.toMatchObject({ code: 'p-rehearsal' });
    await expect(readdir(join(repository.path, 'bundles'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('never publishes what is invalid, nor a rehearsal where the policy takes none', async () => {
    await using repository = await temporaryRepository();
    const scripted = { ...goodRecord(), hardware: { ...goodRecord().hardware, scripted: true } };
    await expect(publish(repository.store, cpuRecord(), { verdict: 'invalid' })).rejects.toMatchObject({ code: 'invalid-result' });
    await expect(publish(repository.store, cpuRecord(), { verdict: 'rehearsal' })).rejects.toMatchObject({ code: 'p-rehearsal' });
    // Scripted hardware is a rehearsal even where somebody calls it official.
    await expect(publish(repository.store, scripted, { verdict: 'official' })).rejects.toMatchObject({ code: 'p-rehearsal' });
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('1\n');
  });

  it('marks a rehearsal as one where the policy takes them, and never as official', async () => {
    await using repository = await temporaryRepository();
    const policy = policyFrom({ schemaVersion: 1, name: 'Rehearsal', rehearsal: true });
    const scripted = { ...goodRecord(), hardware: { ...goodRecord().hardware, scripted: true } };
    const { recordName } = await publish(repository.store, scripted, { verdict: 'official', policy });
    expect(await ledgerIn(repository, recordName)).toMatchObject({
      verdict: 'rehearsal',
      entries: [{ state: 'unofficial', reason: 'Rehearsal on scripted hardware.' }],
    });
    const readme = await readFile(join(repository.path, 'README.md'), 'utf8');
    expect(readme).toContain('Scripted hardware. These are not measurements.');
    expect(readme).not.toContain('## Official results');
  });

  it('refuses a text that is no record', async () => {
    await using repository = await temporaryRepository();
    const request = { store: repository.store, verdict: 'unofficial', findings: [], now: new Date(0), builderVersion: '0.1.0' } as const;
    const policy = policyFrom({ schemaVersion: 1, name: 'Test' });
    await expect(publishRecord({ ...request, policy, recordText: '{' })).rejects.toMatchObject({ code: 'record-damaged' });
    await expect(publishRecord({ ...request, policy, recordText: '{}' })).rejects.toMatchObject({ code: 'record-damaged' });
  });

  it('keeps the bundle beside the repository, whole and out of git', async () => {
    await using repository = await temporaryRepository();
    const folder = join(repository.path, '..', 'bundle');
    await mkdir(join(folder, 'deep'), { recursive: true });
    await writeFile(join(folder, 'manifest.json'), '{}');
    await writeFile(join(folder, 'deep', 'trace.jsonl'), 'x'.repeat(100_000));
    const record = cpuRecord();
    const request = {
      store: repository.store,
      recordText: recordText(record),
      verdict: 'unofficial',
      findings: [],
      policy: policyFrom({ schemaVersion: 1, name: 'Test' }),
      now: new Date(),
      builderVersion: '0.1.0',
      bundle: { folder, repository: repository.path },
    } as const;
    const first = await publishRecord(request);
    const second = await publishRecord(request);
    expect(second.bundle).toBe(first.bundle);
    expect(await readdir(join(repository.path, 'bundles'))).toEqual([first.recordName]);
    expect((await readdir(first.bundle ?? '', { recursive: true })).sort()).toEqual(['deep', 'deep/trace.jsonl', 'manifest.json']);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('keeps its page readable where a device has a hostile name', async () => {
    await using repository = await temporaryRepository();
    const record = cpuRecord();
    const cpu = { model: '=cmd|"<img src=x>", @everyone\u202e', logicalCores: 4 };
    const hostile = { ...record, hardware: { ...record.hardware, cpu } };
    await publish(repository.store, hostile);
    const csv = await readFile(join(repository.path, `leaderboard/csv/${boardId(boardOf(hostile))}-full.csv`), 'utf8');
    expect(csv.split('\n')).toHaveLength(3);
    expect(csv).toContain(`"'=cmd|""<img src=x>"", @everyone`);
  });
});
