import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { type Ledger, ledgerPath, ledgerText } from '../../src/domain/ledger.ts';
import { checked, commitAll, RECORDS, rewrite, soundRepository } from './check-repo-repository.ts';
import { git } from './repository.ts';

const RECORD = recordPath(RECORDS.first);
const LEDGER = ledgerPath(recordName(RECORDS.first));
const EDITION = 'editions/2026-02.json';

let sound: Awaited<ReturnType<typeof soundRepository>>;
beforeAll(async () => {
  sound = await soundRepository();
}, 120_000);
afterAll(() => sound[Symbol.asyncDispose]());

const head = async (folder: string) => (await git(folder, 'rev-parse', 'HEAD')).trim();

const revert = async (folder: string) => {
  await git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'revert', '--no-edit', 'HEAD');
};

const changeLedger = (folder: string, change: (ledger: Ledger) => void) =>
  rewrite(folder, LEDGER, (text) => {
    const ledger: Ledger = JSON.parse(text);
    change(ledger);
    return ledgerText(ledger);
  });

const DAMAGES = [
  { what: 'a record with a blank more', path: RECORD, code: 'C-record-changed', make: (at: string) => appendFile(join(at, RECORD), ' ') },
  { what: 'a deleted record', path: RECORD, code: 'C-record-deleted', make: (at: string) => rm(join(at, RECORD)) },
  {
    what: 'a ledger with another reason',
    path: LEDGER,
    code: 'C-ledger-changed',
    make: (at: string) => changeLedger(at, ({ entries }) => void Object.assign(entries[0], { reason: 'Bought.' })),
  },
  { what: 'a deleted ledger', path: LEDGER, code: 'C-ledger-deleted', make: (at: string) => rm(join(at, LEDGER)) },
  {
    what: 'an edition with a blank more',
    path: EDITION,
    code: 'C-edition-changed',
    make: (at: string) => appendFile(join(at, EDITION), ' '),
  },
  { what: 'a deleted edition', path: EDITION, code: 'C-edition-changed', make: (at: string) => rm(join(at, EDITION)) },
];

describe('what was damaged and put back', () => {
  it.each(DAMAGES)('$what is a note that names both commits, and no fault', async ({ path, code, make }) => {
    const folder = await sound.copy('git');
    await make(folder);
    await commitAll(folder, 'Damage');
    const broke = await head(folder);
    expect((await checked(folder)).findings).toContainEqual(expect.objectContaining({ code, path }));
    await revert(folder);
    const mended = await head(folder);
    const { findings, notes } = await checked(folder);
    expect(findings).toEqual([]);
    expect(notes).toEqual([expect.objectContaining({ code, path, message: expect.stringContaining(`Commit ${broke} `) })]);
    expect(notes[0]?.message).toContain(`commit ${mended} put it back`);
  });

  it('counts only with the very bytes that were published first', async () => {
    const folder = await sound.copy('git');
    await rm(join(folder, RECORD));
    await commitAll(folder, 'Delete');
    const deleted = await head(folder);
    const text = await git(folder, 'show', `HEAD~1:${RECORD}`);
    await rewrite(folder, RECORD, () => `${text}\n`);
    await commitAll(folder, 'Almost');
    const almost = await head(folder);
    const { findings } = await checked(folder);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['C-record-changed', `Commit ${almost} changed it.`],
      ['C-record-deleted', `Commit ${deleted} deleted it.`],
    ]);
  });

  it('is a fault again where it is damaged again, and names that commit alone', async () => {
    const folder = await sound.copy('git');
    await appendFile(join(folder, RECORD), ' ');
    await commitAll(folder, 'Damage');
    await revert(folder);
    await appendFile(join(folder, RECORD), '\n');
    await commitAll(folder, 'Damage again');
    const { findings, notes } = await checked(folder);
    expect(findings).toEqual([expect.objectContaining({ code: 'C-record-changed', message: `Commit ${await head(folder)} changed it.` })]);
    expect(notes.map(({ code }) => code)).toEqual(['C-record-form', 'C-record-changed']);
  });

  it('of a ledger is whole only with every entry that was ever published', async () => {
    const folder = await sound.copy('git');
    const entry = { state: 'disputed' as const, reason: 'In doubt.', at: '2026-02-02T10:00:00Z', by: 'test' };
    await changeLedger(folder, ({ entries }) => void entries.push(entry));
    await commitAll(folder, 'Dispute');
    await git(folder, 'checkout', '-q', 'HEAD~1', '--', LEDGER);
    await commitAll(folder, 'Forget the dispute');
    const { findings } = await checked(folder);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'C-ledger-changed', message: expect.stringContaining(`Commit ${await head(folder)} `) }),
    );
    await changeLedger(folder, ({ entries }) => void entries.push(entry, { ...entry, state: 'official', at: '2026-02-03T10:00:00Z' }));
    await commitAll(folder, 'Remember it and go on');
    expect((await checked(folder)).findings.map(({ code }) => code)).not.toContain('C-ledger-changed');
  });

  it('is nothing where it never was a record', async () => {
    const folder = await sound.copy('git');
    await rewrite(folder, 'results/text-generation/notes.txt', () => 'x');
    await commitAll(folder, 'Notes');
    await revert(folder);
    expect(await checked(folder)).toMatchObject({ findings: [], notes: [] });
  });
});

describe('the history of check-repo', () => {
  it('is the one that was pushed, whatever git is told to replace or to graft', async () => {
    const folder = await sound.copy('git');
    const good = await head(folder);
    await appendFile(join(folder, RECORD), ' ');
    await commitAll(folder, 'Damage');
    const damaged = await head(folder);
    await git(folder, 'replace', '--graft', 'HEAD');
    expect((await checked(folder)).findings).toContainEqual(expect.objectContaining({ code: 'C-record-changed', path: RECORD }));
    await git(folder, 'replace', '-d', 'HEAD');
    await git(folder, 'replace', 'HEAD', good);
    expect((await checked(folder)).findings).toContainEqual(expect.objectContaining({ code: 'C-record-changed', path: RECORD }));
    await git(folder, 'replace', '-d', 'HEAD');
    await rewrite(folder, '.git/info/grafts', () => `${damaged}\n`);
    expect((await checked(folder)).findings).toContainEqual(expect.objectContaining({ code: 'C-record-changed', path: RECORD }));
  });
});
