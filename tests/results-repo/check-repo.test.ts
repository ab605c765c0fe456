import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionDigest, editionText } from '../../src/domain/edition.ts';
import type { Edition } from '../../src/domain/generated/edition.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { type Ledger, ledgerPath, ledgerText } from '../../src/domain/ledger.ts';
import { REPOSITORY_CHECKS, type RepositoryCode } from '../../src/domain/repository/checks.ts';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { goodRecord, recordText, scriptedRecord } from '../support/records.ts';
import {
  checked,
  commitAll,
  PROVEN,
  RECORDS,
  rebuild,
  rewrite,
  soundRepository,
  withBundle,
  writeBundle,
} from './check-repo-repository.ts';
import { git, nthGpuRecord, publish, temporaryRepository } from './repository.ts';

const BOARD = 'leaderboard/text-generation.a.h100-80gb-hbm3.gpu.json';
const LABEL = 'labels/latest/text-generation/example-org/model-30.svg';
const EDITION = 'editions/2026-02.json';
const pathOf = (record: Result) => recordPath(record);
const ledgerOf = (record: Result) => ledgerPath(recordName(record));

const changeLedger = (folder: string, record: Result, change: (ledger: Ledger) => void) =>
  rewrite(folder, ledgerOf(record), (text) => {
    const ledger: Ledger = JSON.parse(text);
    change(ledger);
    return ledgerText(ledger);
  });

/** A changed edition whose digest is right again: as somebody would forge it. */
const forgeEdition = (folder: string, change: (edition: Edition) => void) =>
  rewrite(folder, EDITION, (text) => {
    const edition: Edition = JSON.parse(text);
    change(edition);
    return editionText({ ...edition, digest: editionDigest(edition) });
  });

async function place(folder: string, record: Result, ledger: 'with ledger' | 'alone', path = pathOf(record)): Promise<void> {
  await rewrite(folder, path, () => recordText(record));
  if (ledger === 'alone') return;
  const entry = { state: 'unofficial' as const, reason: 'Put there.', at: '2026-02-01T10:00:00Z', by: 'test' };
  await rewrite(folder, ledgerOf(record), () =>
    ledgerText({ schemaVersion: 1, record: path, verdict: 'unofficial', failed: [], entries: [entry] }),
  );
}

type Damage = {
  /** What is done to a copy of the sound repository. */
  what: string;
  code: RepositoryCode;
  /** Where it has to be found. */
  path: string;
  /** What else follows from the same damage. */
  also?: RepositoryCode[];
  kind?: 'git';
  evidence?: 'check';
  builderVersion?: string;
  make: (folder: string) => Promise<unknown>;
};

const UNPROVED: RepositoryCode[] = ['C-derived-unproved'];

const ALONE: Damage[] = [
  { what: 'a lost marker', code: 'C-marker', path: '.ai-energy-score', also: UNPROVED, make: (at) => rm(join(at, '.ai-energy-score')) },
  {
    what: 'a policy of nonsense',
    code: 'C-policy',
    path: 'policy.yaml',
    also: UNPROVED,
    make: (at) => rewrite(at, 'policy.yaml', () => 'x: 1'),
  },
  {
    what: 'two folders that differ in case',
    code: 'C-path-case',
    path: 'results/text-generation/example-org',
    also: ['C-ledger-missing', 'C-record-path', 'C-record-nonce', ...UNPROVED],
    make: (at) => place(at, RECORDS.first, 'alone', pathOf(RECORDS.first).replace('example-org', 'Example-org')),
  },
  {
    what: 'a note among the records',
    code: 'C-path-unknown',
    path: 'results/text-generation/notes.txt',
    make: (at) => rewrite(at, 'results/text-generation/notes.txt', () => 'x'),
  },
  {
    what: 'half a record',
    code: 'C-record-schema',
    path: pathOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => rewrite(at, pathOf(RECORDS.unofficial), (text) => text.slice(0, text.length / 2)),
  },
  {
    what: 'a figure that stands twice in a record',
    code: 'C-record-schema',
    path: pathOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => rewrite(at, pathOf(RECORDS.unofficial), (text) => text.replace('{', '{"origin":"measured",')),
  },
  {
    what: 'a record that holds more than this version knows',
    code: 'C-record-newer',
    path: pathOf({ ...RECORDS.unofficial, climate: 'mild' } as Result),
    also: UNPROVED,
    make: (at) => place(at, { ...RECORDS.unofficial, climate: 'mild' } as Result, 'with ledger'),
  },
  {
    what: 'a flipped digit in a record',
    code: 'C-record-digest',
    path: pathOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => rewrite(at, pathOf(RECORDS.unofficial), (text) => text.replace(/"whPer1000Queries": (\d)/g, '"whPer1000Queries": 1$1')),
  },
  {
    what: 'a record in another folder',
    code: 'C-record-path',
    path: pathOf(RECORDS.unofficial).replace('model-50', 'model-51'),
    also: ['C-ledger-missing', 'C-ledger-orphan', ...UNPROVED],
    make: async (at) => {
      const to = join(at, pathOf(RECORDS.unofficial).replace('model-50', 'model-51'));
      await mkdir(dirname(to), { recursive: true });
      await rename(join(at, pathOf(RECORDS.unofficial)), to);
    },
  },
  {
    what: 'a nonce that was used before',
    code: 'C-record-nonce',
    path: [RECORDS.first, { ...nthGpuRecord(77), nonce: RECORDS.first.nonce }].map(pathOf).sort().at(-1) as string,
    also: UNPROVED,
    make: (at) => place(at, { ...nthGpuRecord(77), nonce: RECORDS.first.nonce }, 'with ledger'),
  },
  {
    what: 'a script’s figures beside real ones',
    code: 'C-record-rehearsal',
    path: pathOf({ ...scriptedRecord(), nonce: 'a'.repeat(32) }),
    also: ['C-ledger-verdict', 'C-ledger-rivals', ...UNPROVED],
    make: (at) => place(at, { ...scriptedRecord(), nonce: 'a'.repeat(32) }, 'with ledger'),
  },
  {
    what: 'a removed ledger',
    code: 'C-ledger-missing',
    path: pathOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => rm(join(at, ledgerOf(RECORDS.unofficial))),
  },
  {
    what: 'a removed record',
    code: 'C-ledger-orphan',
    path: ledgerOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => rm(join(at, pathOf(RECORDS.unofficial))),
  },
  {
    what: 'an unknown state',
    code: 'C-ledger-schema',
    path: ledgerOf(RECORDS.unofficial),
    also: ['C-ledger-missing', ...UNPROVED],
    make: (at) =>
      rewrite(at, ledgerOf(RECORDS.unofficial), (text) => text.replace('"unofficial",\n      "reason"', '"splendid",\n      "reason"')),
  },
  {
    what: 'an empty reason',
    code: 'C-ledger-schema',
    path: ledgerOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => changeLedger(at, RECORDS.unofficial, ({ entries }) => void Object.assign(entries[0], { reason: ' ' })),
  },
  {
    what: 'a state that may not follow',
    code: 'C-ledger-transition',
    path: ledgerOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => changeLedger(at, RECORDS.unofficial, ({ entries }) => void entries.push({ ...entries[0], state: 'provisional' })),
  },
  {
    what: 'official without the verdict',
    code: 'C-ledger-verdict',
    path: ledgerOf(RECORDS.unofficial),
    also: UNPROVED,
    make: (at) => changeLedger(at, RECORDS.unofficial, ({ entries }) => void Object.assign(entries[0], { state: 'official' })),
  },
  {
    what: 'a replacement that is not there',
    code: 'C-ledger-superseded',
    path: ledgerOf(RECORDS.replaced),
    also: UNPROVED,
    make: (at) =>
      changeLedger(at, RECORDS.replaced, ({ entries }) => void Object.assign(entries[1] ?? {}, { reason: 'Replaced by 000000000000.' })),
  },
  {
    what: 'two results that replaced each other',
    code: 'C-ledger-superseded',
    path: ledgerOf(RECORDS.replaced),
    also: ['C-ledger-superseded', ...UNPROVED],
    make: (at) =>
      changeLedger(
        at,
        RECORDS.again,
        ({ entries }) => void entries.push({ ...entries[0], state: 'superseded', reason: `Replaced by ${recordName(RECORDS.replaced)}.` }),
      ),
  },
  {
    what: 'two results of one model that both hold',
    code: 'C-ledger-rivals',
    path: [RECORDS.replaced, RECORDS.again]
      .map((record) => [pathOf(record), ledgerOf(record)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))[1]?.[1] as string,
    also: UNPROVED,
    make: (at) => changeLedger(at, RECORDS.replaced, ({ entries }) => void entries.pop()),
  },
  {
    what: 'a bundle of nobody',
    code: 'C-bundle-orphan',
    path: 'bundles/000000000000',
    make: (at) => mkdir(join(at, 'bundles/000000000000')),
  },
  {
    what: 'another manifest of a bundle',
    code: 'C-bundle-manifest',
    path: `bundles/${recordName(PROVEN.record)}`,
    make: (at) => rewrite(at, `bundles/${recordName(PROVEN.record)}/manifest.json`, (text) => `${text}\n`),
  },
  {
    what: 'a reading less in a bundle',
    code: 'C-bundle-files',
    path: `bundles/${recordName(PROVEN.record)}`,
    make: (at) => rewrite(at, `bundles/${recordName(PROVEN.record)}/readings.jsonl`, (text) => text.slice(1)),
  },
  {
    what: 'a changed reading in the evidence',
    code: 'C-evidence',
    path: pathOf(PROVEN.record),
    evidence: 'check',
    make: (at) => rewrite(at, `bundles/${recordName(PROVEN.record)}/readings.jsonl`, (text) => text.replace('"count":1', '"count":2')),
  },
  {
    what: 'an edition of nonsense',
    code: 'C-edition-schema',
    path: EDITION,
    also: UNPROVED,
    make: (at) => rewrite(at, EDITION, () => '{}'),
  },
  {
    what: 'an edition under another name',
    code: 'C-edition-schema',
    path: 'editions/2026-03.json',
    also: UNPROVED,
    make: (at) => cp(join(at, EDITION), join(at, 'editions/2026-03.json')),
  },
  {
    what: 'an edited edition',
    code: 'C-edition-digest',
    path: EDITION,
    also: UNPROVED,
    make: (at) => rewrite(at, EDITION, (text) => text.replace('"hardware": "', '"hardware": "The best ')),
  },
  {
    what: 'a star too many in an edition, digest and all',
    code: 'C-edition-stars',
    path: EDITION,
    also: UNPROVED,
    make: (at) => forgeEdition(at, ({ rows }) => void Object.assign(rows.at(-1) ?? {}, { stars: 5 })),
  },
  {
    what: 'a figure in an edition that is not its record’s, digest and all',
    code: 'C-edition-record',
    path: EDITION,
    also: UNPROVED,
    make: (at) =>
      forgeEdition(
        at,
        ({ rows }) => void Object.assign(rows[0] ?? {}, { gpuWhPer1000Queries: (rows[0]?.gpuWhPer1000Queries ?? 0) * 0.999 }),
      ),
  },
  {
    what: 'a result in an edition that was published after the cut-off',
    code: 'C-edition-record',
    path: EDITION,
    also: ['C-edition-record', 'C-edition-record', 'C-edition-record', ...UNPROVED],
    make: (at) => forgeEdition(at, (edition) => void Object.assign(edition, { cutOff: '2026-01-01T00:00:00Z' })),
  },
  { what: 'a missing derived file', code: 'C-derived-missing', path: BOARD, make: (at) => rm(join(at, BOARD)) },
  {
    what: 'a forged board',
    code: 'C-derived-forged',
    path: BOARD,
    make: (at) => rewrite(at, BOARD, (text) => text.replace('"stars":1', '"stars":5')),
  },
  {
    what: 'a forged row in the README',
    code: 'C-derived-forged',
    path: 'README.md',
    make: (at) => rewrite(at, 'README.md', (text) => text.replace('★☆☆☆☆', '★★★★★')),
  },
  {
    what: 'a board that nobody built',
    code: 'C-derived-extra',
    path: 'leaderboard/other.json',
    make: (at) => rewrite(at, 'leaderboard/other.json', () => '{}'),
  },
  {
    what: 'a label with a star more',
    code: 'C-derived-forged',
    path: LABEL,
    make: (at) => rewrite(at, LABEL, (text) => text.replace('&quot;stars&quot;:1', '&quot;stars&quot;:5')),
  },
  {
    what: 'a missing badge of an edition',
    code: 'C-derived-missing',
    path: 'badges/2025-02/image-to-text/Salesforce/blip2-flan-t5-xxl.json',
    make: (at) => rm(join(at, 'badges/2025-02/image-to-text/Salesforce/blip2-flan-t5-xxl.json')),
  },
  {
    what: 'a label that nobody drew',
    code: 'C-derived-extra',
    path: 'labels/latest/text-generation/example-org/best.svg',
    make: (at) => rewrite(at, 'labels/latest/text-generation/example-org/best.svg', () => '<svg/>'),
  },
  {
    what: 'a forged entry in the feed',
    code: 'C-derived-forged',
    path: 'feed.xml',
    make: (at) => rewrite(at, 'feed.xml', (text) => text.replace('official', 'unofficial')),
  },
  {
    what: 'a forged table for programs',
    code: 'C-derived-forged',
    path: 'leaderboard/results.parquet',
    make: (at) => rewrite(at, 'leaderboard/results.parquet', (text) => `${text} `),
  },
  {
    what: 'another version’s build',
    code: 'C-derived-rebuild',
    path: 'leaderboard/manifest.json',
    builderVersion: '0.2.0',
    make: async () => {},
  },
  {
    what: 'a forged board under another version',
    code: 'C-derived-forged',
    path: BOARD,
    also: ['C-derived-rebuild'],
    builderVersion: '0.2.0',
    make: (at) => rewrite(at, BOARD, (text) => text.replace('"stars":1', '"stars":5')),
  },
  {
    what: 'that nothing can be built anew of damaged ledgers',
    code: 'C-derived-unproved',
    path: 'leaderboard/manifest.json',
    also: ['C-ledger-missing'],
    make: (at) => rm(join(at, ledgerOf(RECORDS.unofficial))),
  },
  {
    what: 'a forged board beside a damaged ledger',
    code: 'C-derived-forged',
    path: BOARD,
    also: ['C-ledger-missing', ...UNPROVED],
    make: async (at) => {
      await rm(join(at, ledgerOf(RECORDS.unofficial)));
      await rewrite(at, BOARD, (text) => text.replace('"stars":1', '"stars":5'));
    },
  },
];

const WITH_HISTORY: Damage[] = [
  {
    what: 'a rewritten record',
    code: 'C-record-changed',
    path: pathOf(RECORDS.first),
    make: async (at) => {
      await rewrite(at, pathOf(RECORDS.first), (text) => `${text}\n`);
      await commitAll(at, 'Rewrite');
    },
  },
  {
    what: 'a deleted record, its ledger and its rows gone with it',
    code: 'C-record-deleted',
    path: pathOf(RECORDS.unofficial),
    also: ['C-ledger-deleted'],
    make: async (at) => {
      await rm(join(at, pathOf(RECORDS.unofficial)));
      await rm(join(at, ledgerOf(RECORDS.unofficial)));
      await rebuild(at);
      await commitAll(at, 'Silence');
    },
  },
  {
    what: 'a deleted ledger',
    code: 'C-ledger-deleted',
    path: ledgerOf(RECORDS.first),
    also: ['C-ledger-missing', 'C-edition-record', ...UNPROVED],
    make: async (at) => {
      await git(at, 'rm', '-q', ledgerOf(RECORDS.first));
      await commitAll(at, 'Remove');
    },
  },
  {
    what: 'a ledger whose reason was rewritten',
    code: 'C-ledger-changed',
    path: ledgerOf(RECORDS.first),
    make: async (at) => {
      await changeLedger(at, RECORDS.first, ({ entries }) => void Object.assign(entries[0], { reason: 'Bought.' }));
      await rebuild(at);
      await commitAll(at, 'Rewrite');
    },
  },
  {
    what: 'an edition frozen twice',
    code: 'C-edition-changed',
    path: EDITION,
    make: async (at) => {
      await forgeEdition(at, (edition) => void Object.assign(edition, { hardware: 'Another' }));
      await rebuild(at);
      await commitAll(at, 'Freeze again');
    },
  },
  {
    what: 'a merge',
    code: 'C-git-linear',
    path: '.',
    make: async (at) => {
      await git(at, 'checkout', '-qb', 'side', 'HEAD~1');
      await rewrite(at, 'NOTES.md', () => 'x');
      await commitAll(at, 'Notes');
      await git(at, 'checkout', '-q', 'main');
      await git(at, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'merge', '-q', '--no-edit', 'side');
    },
  },
  {
    what: 'a link in the place of nothing',
    code: 'C-path-kind',
    path: 'results/link.json',
    make: async (at) => {
      await symlink('../policy.yaml', join(at, 'results/link.json'));
      await commitAll(at, 'Link');
    },
  },
  {
    what: 'an edit that nobody committed',
    code: 'C-git-dirty',
    path: 'README.md',
    make: (at) => rewrite(at, 'README.md', (text) => `${text}x`),
  },
  {
    what: 'a file that git does not know',
    code: 'C-git-dirty',
    path: 'results/new.json',
    make: (at) => writeFile(join(at, 'results/new.json'), '{}'),
  },
  {
    what: 'a record that its policy does not call official',
    code: 'C-evidence-verdict',
    path: pathOf(fewRuns().record),
    evidence: 'check',
    make: async (at) => {
      await publish(await openGitStore(at), fewRuns().record, { verdict: 'official' });
      await writeBundle(at, fewRuns());
    },
  },
  {
    what: 'a clone without the older commits',
    code: 'C-git-shallow',
    path: '.',
    make: async (at) => {
      await git(at, 'clone', '-q', '--depth=1', `file://${at}`, `${at}-shallow`);
      await rm(at, { recursive: true });
      await rename(`${at}-shallow`, at);
    },
  },
];

const IN_GIT: Damage[] = WITH_HISTORY.map((damage) => ({ ...damage, kind: 'git' }));

function fewRuns() {
  const good = goodRecord();
  return withBundle({ ...good, nonce: 'b'.repeat(32), plan: { ...good.plan, variant: 'few', runs: 4 }, runs: good.runs.slice(0, 4) });
}

let sound: Awaited<ReturnType<typeof soundRepository>>;
beforeAll(async () => {
  sound = await soundRepository();
}, 120_000);
afterAll(() => sound[Symbol.asyncDispose]());

describe('check-repo', () => {
  it('finds nothing in a sound repository, its evidence included, nor in a copy without its history', async () => {
    const whole = await checked(sound.path, { evidence: 'check' });
    expect(whole.findings).toEqual([]);
    expect(whole).toMatchObject({ records: 7, editions: 2, bundles: 1, evidence: 1 });
    expect((await checked(await sound.copy('plain'))).findings).toEqual([]);
  });

  it('finds nothing in a repository that was just made', async () => {
    await using repository = await temporaryRepository();
    expect((await checked(repository.path)).findings).toEqual([]);
  });

  it.each([...ALONE, ...IN_GIT])('names $what: $code', async ({ code, path, also = [], kind, evidence, builderVersion, make }) => {
    const folder = await sound.copy(kind ?? 'plain');
    await make(folder);
    const options = { ...(evidence === undefined ? {} : { evidence }), ...(builderVersion === undefined ? {} : { builderVersion }) };
    const { findings } = await checked(folder, options);
    expect(findings).toContainEqual(expect.objectContaining({ code, path, mend: REPOSITORY_CHECKS[code].mend }));
    expect(findings.map((finding) => finding.code).sort()).toEqual([code, ...also].sort());
  });

  it('has a damage for every code', () => {
    // The form of a record is told as a note: check-repo-repaired.test.ts.
    const named: RepositoryCode[] = ['C-record-form', ...[...ALONE, ...IN_GIT].map(({ code }) => code)];
    expect([...new Set(named)].sort()).toEqual(Object.keys(REPOSITORY_CHECKS).sort());
  });

  it('names every damage of many at once', async () => {
    const folder = await sound.copy('git');
    await rewrite(folder, pathOf(RECORDS.unofficial), (text) => text.replace('"measured"', '"measuree"'));
    await rm(join(folder, ledgerOf(RECORDS.third)));
    await rewrite(folder, BOARD, (text) => text.replace('"stars":1', '"stars":5'));
    await place(folder, RECORDS.first, 'alone', pathOf(RECORDS.first).replace('example-org', 'Example-org'));
    await commitAll(folder, 'Much');
    const { findings } = await checked(folder);
    expect(new Set(findings.map(({ code }) => code))).toEqual(
      new Set([
        'C-path-case',
        'C-record-schema',
        'C-record-path',
        'C-record-nonce',
        'C-record-changed',
        'C-ledger-missing',
        'C-ledger-deleted',
        'C-edition-record',
        'C-derived-forged',
        'C-derived-unproved',
      ]),
    );
  });

  it('is no check of somebody else’s folder', async () => {
    const folder = await sound.copy('plain');
    for (const part of ['results', 'ledger', '.ai-energy-score']) await rm(join(folder, part), { recursive: true });
    await expect(checked(folder)).rejects.toMatchObject({ code: 'not-a-results-repository', kind: 'operator' });
  });
});
