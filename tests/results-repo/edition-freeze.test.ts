import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionDigest, editionFrom, editionStarsDisagree, editionText } from '../../src/domain/edition.ts';
import type { Edition } from '../../src/domain/generated/edition.ts';
import { recordDigest, recordPath } from '../../src/domain/identifiers.ts';
import { labelOfEditionRow } from '../../src/domain/label-sources.ts';
import { ledgerPath, ledgerText, readLedger, withEntry } from '../../src/domain/ledger.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { ResultsStore } from '../../src/ports/results-store.ts';
import { frozenEdition, writeFrozenEdition } from '../../src/stages/edition-freeze.ts';
import { scriptedRecord } from '../support/records.ts';
import { git, nthGpuRecord, nthRecord, publish, temporaryRepository } from './repository.ts';

const PUBLISHED_AT = '2026-02-01T10:00:00Z';

const freeze = async (store: ResultsStore, options: { cutOff?: string; policy?: Policy; profile?: string } = {}) =>
  frozenEdition({
    snapshot: await store.snapshot(),
    policy: options.policy ?? defaultPolicy(),
    name: '2026-02',
    cutOff: options.cutOff ?? PUBLISHED_AT,
    checker: 'ai-energy-score@0.1.0',
    profile: options.profile ?? null,
  });

async function publishOfficial(store: ResultsStore, numbers: readonly number[]): Promise<void> {
  for (const n of numbers) await publish(store, nthGpuRecord(n), { verdict: 'official' });
}

async function append(store: ResultsStore, n: number, state: 'withdrawn' | 'disputed', at: string): Promise<void> {
  const snapshot = await store.snapshot();
  const path = ledgerPath(recordPath(nthGpuRecord(n)).slice(-17, -5));
  const ledger = readLedger(path, new TextDecoder().decode((await snapshot.read(path)) ?? new Uint8Array()));
  const text = ledgerText(withEntry(ledger, { state, reason: `It is ${state}.`, at, by: 'test' }));
  await store.commit({ expected: snapshot.commit, message: state, changes: new Map([[path, Buffer.from(text)]]) });
}

const models = ({ rows }: Edition) => rows.map(({ model, stars }) => [model.slice(-2), stars]);

describe('freezing an edition', () => {
  it('takes the official rows with the stars of the method, their records and what measured them', async () => {
    await using repository = await temporaryRepository();
    await publishOfficial(repository.store, [10, 20, 30]);
    await publish(repository.store, nthGpuRecord(40));
    await publish(repository.store, nthRecord(50));
    const { edition, path } = await freeze(repository.store);
    expect(path).toBe('editions/2026-02.json');
    expect(models(edition)).toEqual([
      ['10', 5],
      ['20', 3],
      ['30', 1],
    ]);
    const record = nthGpuRecord(10);
    expect(edition.rows[0]).toMatchObject({ record: recordPath(record), recordDigest: recordDigest(record), class: 'A' });
    expect(edition).toMatchObject({ cutOff: PUBLISHED_AT, checker: 'ai-energy-score@0.1.0', workers: [record.software.backend] });
    expect(edition.digest).toBe(editionDigest(edition));
    expect(editionStarsDisagree(edition)).toEqual([]);
    expect(editionFrom(JSON.parse(editionText(edition)))).toEqual(edition);
  });

  it('leaves out what was published after the cut-off, and what was withdrawn at any time', async () => {
    await using repository = await temporaryRepository();
    await publishOfficial(repository.store, [10, 20, 30, 40]);
    await append(repository.store, 40, 'withdrawn', '2026-03-01T00:00:00Z');
    await append(repository.store, 30, 'disputed', '2026-03-01T00:00:00Z');
    expect(models((await freeze(repository.store)).edition).map(([model]) => model)).toEqual(['10', '20', '30']);
    await expect(freeze(repository.store, { cutOff: '2026-02-01T09:59:59Z' })).rejects.toMatchObject({ code: 'edition-empty' });
  });

  it('names boards that have too few models for stars, and freezes nothing without a board', async () => {
    await using repository = await temporaryRepository();
    await publishOfficial(repository.store, [10, 20]);
    await expect(freeze(repository.store)).rejects.toMatchObject({ code: 'edition-empty', kind: 'input' });
    for (const n of [1, 2, 3]) {
      const record = nthGpuRecord(n);
      const plan = { ...record.plan, model: { ...record.plan.model, class: 'B' as const } };
      await publish(repository.store, { ...record, plan }, { verdict: 'official' });
    }
    const { edition, leftOut } = await freeze(repository.store);
    expect(edition.rows.map(({ class: modelClass }) => modelClass)).toEqual(['B', 'B', 'B']);
    expect(leftOut).toEqual([
      { board: 'text-generation.a.h100-80gb-hbm3.gpu', reason: 'Stars compare models: this board has 2 of the 3 it needs.' },
    ]);
  });

  it('never joins two hardware profiles', async () => {
    await using repository = await temporaryRepository();
    await publishOfficial(repository.store, [10, 20, 30]);
    for (const n of [1, 2, 3]) {
      const record = nthGpuRecord(n);
      await publish(repository.store, { ...record, hardware: { ...record.hardware, profile: 'h100-pcie' } }, { verdict: 'official' });
    }
    await expect(freeze(repository.store)).rejects.toMatchObject({ code: 'edition-boards' });
    const { edition } = await freeze(repository.store, { profile: 'h100-pcie' });
    expect(edition.rows).toHaveLength(3);
  });

  it('marks an edition of rehearsals, and its labels with it', async () => {
    await using repository = await temporaryRepository();
    const policy = { ...defaultPolicy(), rehearsal: true };
    const base = scriptedRecord();
    for (const n of [1, 2, 3]) {
      const record = { ...nthGpuRecord(n), hardware: base.hardware };
      await publish(repository.store, record, { verdict: 'rehearsal', policy });
    }
    const { edition } = await freeze(repository.store, { policy });
    expect(edition).toMatchObject({ rehearsal: true, hardware: 'Scripted hardware: no measurements' });
    const [row] = edition.rows;
    expect(row && labelOfEditionRow(edition, row, { link: null }).mark).toBe('rehearsal');
  });

  it('writes the file once: the same again changes nothing, another is refused, and nothing is committed', async () => {
    await using repository = await temporaryRepository();
    await publishOfficial(repository.store, [10, 20, 30]);
    const made = await freeze(repository.store);
    await writeFrozenEdition(repository.path, made);
    await writeFrozenEdition(repository.path, made);
    const other = { ...made, edition: { ...made.edition, hardware: 'Another' } };
    await expect(writeFrozenEdition(repository.path, other)).rejects.toMatchObject({ code: 'edition-frozen' });
    expect(await readFile(join(repository.path, made.path), 'utf8')).toBe(editionText(made.edition));
    expect(await git(repository.path, 'status', '--porcelain', '--untracked-files=all')).toBe('?? editions/2026-02.json\n');
    await git(repository.path, 'add', 'editions');
    await git(repository.path, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'commit', '-qm', 'Edition');
    await writeFile(join(repository.path, made.path), 'gone');
    await expect(freeze(repository.store)).rejects.toMatchObject({ code: 'edition-frozen' });
  });
});
