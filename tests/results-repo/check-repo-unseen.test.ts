import { appendFile, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { ledgerPath } from '../../src/domain/ledger.ts';
import { recordText } from '../support/records.ts';
import { checked, commitAll, PROVEN, RECORDS, rewrite, soundRepository } from './check-repo-repository.ts';
import { git } from './repository.ts';

const LABEL = 'labels/latest/text-generation/example-org/model-30.svg';
const MANIFEST = 'leaderboard/manifest.json';
const BUNDLE = `bundles/${recordName(PROVEN.record)}`;

let sound: Awaited<ReturnType<typeof soundRepository>>;
beforeAll(async () => {
  sound = await soundRepository();
}, 120_000);
afterAll(() => sound[Symbol.asyncDispose]());

const namedIn = async (folder: string, options?: Parameters<typeof checked>[1]) =>
  (await checked(folder, options)).findings.map(({ code, path }) => `${code} ${path}`).sort();

describe('check-repo looks where it is told not to', () => {
  it('names forged derived files where their manifest is gone, and a fresh build mends them', async () => {
    const folder = await sound.copy('plain');
    await rm(join(folder, MANIFEST));
    await rewrite(folder, LABEL, (text) => `${text} `);
    const { findings } = await checked(folder);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([`C-derived-missing ${MANIFEST}`, `C-derived-forged ${LABEL}`]);
    for (const { mend } of findings) expect(mend).toContain('leaderboard build --fresh');
  });

  it('names a foreign label beside a damaged ledger', async () => {
    const folder = await sound.copy('plain');
    await rm(join(folder, ledgerPath(recordName(RECORDS.unofficial))));
    await rewrite(folder, 'labels/x.svg', () => '<svg/>');
    expect((await namedIn(folder)).filter((line) => line.startsWith('C-derived-extra'))).toEqual(['C-derived-extra labels/x.svg']);
  });

  it('names what lies among the editions and is none, and leaves what one was made of', async () => {
    const folder = await sound.copy('plain');
    const strange = ['editions/2025-02.JSON.bak', 'editions/notes.txt', 'editions/sub/2025-02.json'];
    for (const path of [...strange, 'editions/README.md', 'editions/2025-02/image-to-text.csv']) await rewrite(folder, path, () => 'x');
    expect(await namedIn(folder)).toEqual(strange.map((path) => `C-path-unknown ${path}`));
  });

  it('sees edits that the index, an ignore list or a setting hides', async () => {
    const folder = await sound.copy('git');
    const [assumed, skipped, gone] = [RECORDS.first, RECORDS.second, RECORDS.third].map(recordPath) as [string, string, string];
    await git(folder, 'update-index', '--assume-unchanged', assumed);
    await git(folder, 'update-index', '--skip-worktree', skipped, gone, 'README.md');
    await appendFile(join(folder, assumed), ' ');
    await appendFile(join(folder, skipped), ' ');
    await rm(join(folder, gone));
    await rewrite(folder, '.git/info/exclude', () => 'hidden.json\n');
    await rewrite(folder, 'results/hidden.json', () => '{}');
    expect(await namedIn(folder)).toEqual([assumed, skipped, gone, 'results/hidden.json'].sort().map((path) => `C-git-dirty ${path}`));
  });

  it('holds the files of a bundle by name and size, and names links', async () => {
    const folder = await sound.copy('plain');
    await rename(join(folder, BUNDLE, 'log.txt'), join(folder, BUNDLE, 'log.old'));
    await rename(join(folder, BUNDLE, 'plan.json'), join(folder, 'plan.json'));
    await symlink('../../plan.json', join(folder, BUNDLE, 'plan.json'));
    const { findings, bundles } = await checked(folder);
    expect(findings).toEqual([expect.objectContaining({ code: 'C-bundle-files', path: BUNDLE })]);
    expect(findings[0]?.message).toBe('log.txt is missing. plan.json is a link. "log.old" is not in the manifest.');
    expect(bundles).toBe(0);
  });
});

describe('check-repo says no more than it knows', () => {
  it('of a newer version’s record asks for a newer version, and leaves its bundle and its ledgers alone', async () => {
    const folder = await sound.copy('plain');
    const newer = { ...PROVEN.record, climate: 'mild' } as Result;
    await rewrite(folder, recordPath(newer), () => recordText(newer));
    await rewrite(folder, ledgerPath(recordName(newer)), () => '');
    await rm(join(folder, ledgerPath(recordName(newer))));
    await rename(join(folder, BUNDLE), join(folder, 'bundles', recordName(newer)));
    const { findings } = await checked(folder);
    expect(findings.map(({ code }) => code)).toEqual(['C-record-newer', 'C-derived-unproved']);
    expect(findings[0]).toMatchObject({
      path: recordPath(newer),
      message: expect.stringContaining('newer version'),
      mend: expect.stringContaining('newest version'),
    });
  });

  it('trusts no unknown field in a record that is not named after its content', async () => {
    const folder = await sound.copy('plain');
    await rewrite(folder, recordPath(RECORDS.unofficial), (text) => text.replace('{', '{"climate":"mild",'));
    expect(await namedIn(folder)).toContain(`C-record-schema ${recordPath(RECORDS.unofficial)}`);
  });

  it('notes a record that is written in another form, and fails nothing for it', async () => {
    const folder = await sound.copy('plain');
    const path = recordPath(RECORDS.unofficial);
    await rewrite(folder, path, (text) => text.replaceAll('\n', '\r\n'));
    expect(await checked(folder)).toMatchObject({ findings: [], notes: [{ code: 'C-record-form', path }] });
  });

  it('names the size of a ledger that is too large', async () => {
    const folder = await sound.copy('plain');
    const path = ledgerPath(recordName(RECORDS.unofficial));
    await writeFile(join(folder, path), ' '.repeat(2 ** 20 + 1));
    const { findings } = await checked(folder);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'C-ledger-schema', path, message: 'It has 1048577 bytes; the most is 1048576.' }),
    );
  });

  it('tells of evidence that does not hold only why it does not', async () => {
    const folder = await sound.copy('git');
    const readings = join(folder, BUNDLE, 'readings.jsonl');
    await writeFile(readings, (await readFile(readings, 'utf8')).replace('"count":1', '"count":2'));
    await rewrite(folder, 'policy.yaml', (text) => `${text}official:\n  runs: 50\n`);
    await commitAll(folder, 'More runs');
    const { findings } = await checked(folder, { evidence: 'check' });
    const [evidence] = findings.filter(({ code }) => code === 'C-evidence');
    expect(evidence?.message).toContain('R-');
    expect(evidence?.message).not.toContain('R-method-runs');
  });
});
