import { setTimeout as wait } from 'node:timers/promises';
import { PUBLICATION_CHECKS, type PublicationInput } from '../domain/checks/publication.ts';
import { inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Result } from '../domain/generated/result.ts';
import { validateResult } from '../domain/generated/validators.js';
import { recordName, recordPath } from '../domain/identifiers.ts';
import { type BoardDocument, isOfficial } from '../domain/leaderboard/board.ts';
import { competitorKey, type Entry, entryOf, withLedger } from '../domain/leaderboard/entry.ts';
import { type Ledger, ledgerPath, ledgerText, openLedger, RESULT_STATES, readLedger, withEntry } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import type { Changes, ResultsStore, Snapshot } from '../ports/results-store.ts';
import { clearBundleLeftovers, keepBundle } from '../results-repo/bundles.ts';
import { commitInParts } from './commit-in-parts.ts';
import { readKnownEntries } from './known-entries.ts';
import { boardsOf, derivedChanges, leaderboardOf, publishedOf, readSurroundings } from './leaderboard.ts';
import { readStanding, type Standing, standingOn } from './standing.ts';

/** Tries on a head that others keep moving. Each try loses only to somebody who has published. */
const TRIES = 60;

export type PublishRequest = {
  store: ResultsStore;
  /** The record's text, exactly as it is to be kept. */
  recordText: string;
  verdict: Verdict;
  findings: readonly Finding[];
  policy: Policy;
  /** When it is published. */
  now: Date;
  /** Who publishes, for the ledger. */
  by?: string;
  builderVersion: string;
  /** The evidence, and the local results repository it is kept in. */
  bundle?: { folder: string; repository: string };
};

/** Stars of one row before and after. */
export type StarChange = { board: string; model: string; from: number | null; to: number | null };

export type PublishOutcome = {
  kind: 'published' | 'already-published';
  /** The commit that holds the record: the new one, or the head in which it was found. */
  commit: string;
  path: string;
  recordName: string;
  /** Where the bundle is kept now; null where none was given. */
  bundle: string | null;
  /** Other results whose stars are not what they were. */
  changes: StarChange[];
  /** Where it stands now; null where no board tells. */
  standing: Standing | null;
};

/**
 * Publishes a record: record, ledger and derived files in one commit on the newest head. Publishing the same record again changes
 * nothing. An earlier result of the same model, task, variant and board becomes superseded.
 * @throws Fault of the input: record-damaged, invalid-result, and p-path, p-immutable, p-name, p-single-use, p-rehearsal of the publication checks
 * @throws Fault of the operator, code publish-contended, where others kept publishing first
 */
export async function publishRecord(request: PublishRequest): Promise<PublishOutcome> {
  const record = recordOf(request.recordText);
  const path = recordPath(record);
  const name = recordName(record);
  const ledger = openLedger(record, request, { at: utcSeconds(request.now), by: request.by ?? 'ai-energy-score' });

  await using _turn = await request.store.turn?.();
  for (let turn = 1; turn <= TRIES; turn += 1) {
    const snapshot = await request.store.snapshot();
    const present = await snapshot.read(path);
    if (present !== null && Buffer.from(request.recordText).equals(present)) {
      const bundle = await keptBundle(request, name);
      const standing = await readStanding(snapshot, record, request.policy);
      return { kind: 'already-published', commit: snapshot.commit ?? '', path, recordName: name, bundle, changes: [], standing };
    }
    const entries = await readKnownEntries(request.store, snapshot);
    refuseWhatFails(request, { record, path, ledger, present, entries });
    const bundle = await keptBundle(request, name);
    const step = await prepare(snapshot, { request, record, path, ledger, entries });
    const message = `Publish ${record.plan.model.id} on ${record.plan.task}\n\nRecord: ${path}\nState: ${ledger.entries[0].state}\n`;
    const outcome = await commitInParts(request.store, { expected: snapshot.commit, message, changes: step.files });
    if (outcome.kind === 'committed') {
      const { changes, standing } = step;
      return { kind: 'published', commit: outcome.commit, path, recordName: name, bundle, changes, standing };
    }
    await wait(Math.random() * Math.min(10 * 2 ** turn, 500));
  }
  throw operatorFault(`Others published to ${request.store.place} first, ${TRIES} times in a row.`, {
    code: 'publish-contended',
    mend: 'Publish it again: nothing of it was written.',
  });
}

function recordOf(text: string): Result {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw inputFault(`The record is not JSON: ${messageOf(cause)}`, { code: 'record-damaged', cause });
  }
  if (validateResult(value)) return value as Result;
  const faults = (validateResult.errors ?? []).slice(0, 5).map((error) => `${error.instancePath || '/'} ${error.message}`);
  throw inputFault(`The record does not fit its schema: ${faults.join('; ')}.`, {
    code: 'record-damaged',
    mend: 'Compare it with schemas/result.schema.json.',
  });
}

async function keptBundle({ bundle, now }: PublishRequest, name: string): Promise<string | null> {
  if (bundle === undefined) return null;
  await clearBundleLeftovers(bundle.repository, now);
  return keepBundle(bundle.repository, name, bundle.folder);
}

/**
 * Runs the publication checks.
 * @throws Fault of the input whose code is the first failed check's, in small letters
 */
function refuseWhatFails(
  request: PublishRequest,
  { record, path, ledger, present, entries }: Omit<Step, 'request'> & { present: Uint8Array | null },
): void {
  const replaced = supersededBy(entryOf(record, path, ledger), entries);
  const input: PublicationInput = {
    record,
    verdict: request.verdict,
    text: request.recordText,
    path,
    present: present === null ? null : new TextDecoder().decode(present),
    published: publishedOf(entries.values()),
    replaces: replaced.map((entry) => ({ name: entry.recordName, isOfficial: isOfficial(entry) })),
    policy: request.policy,
  };
  const failed = PUBLICATION_CHECKS.map((check) => ({ check, ...check.run(input) })).filter(({ status }) => status === 'fail');
  const [first] = failed;
  if (first === undefined) return;
  const reasons = failed.map(({ check, message }) => `${check.code}: ${message}`).join(' ');
  throw inputFault(`Record ${recordName(record)} is not published. ${reasons}`, {
    code: first.check.code.toLowerCase(),
    mend: first.check.mend,
  });
}

type Step = { request: PublishRequest; record: Result; path: string; ledger: Ledger; entries: Map<string, Entry> };

/** Everything that one commit on this head has to change. */
async function prepare(snapshot: Snapshot, step: Step): Promise<{ files: Changes; changes: StarChange[]; standing: Standing | null }> {
  const { request, record, path, ledger, entries } = step;
  const own = entryOf(record, path, ledger);
  const before = boardsOf([...entries.values()], request.policy);

  const files = new Map<string, Uint8Array | null>([
    [path, Buffer.from(request.recordText)],
    [ledgerPath(own.recordName), Buffer.from(ledgerText(ledger))],
  ]);
  for (const earlier of supersededBy(own, entries)) {
    const closed = await superseded(snapshot, earlier, { own, at: ledger.entries[0] });
    files.set(ledgerPath(earlier.recordName), Buffer.from(ledgerText(closed)));
    entries.set(earlier.record, withLedger(earlier, closed));
  }
  entries.set(path, own);
  const { policy, builderVersion } = request;
  const after = await leaderboardOf([...entries.values()], { policy, builderVersion, ...(await readSurroundings(snapshot)) });
  for (const [derived, bytes] of await derivedChanges(snapshot, after, 'changed')) files.set(derived, bytes);
  return { files, changes: starChanges(before, after.boards), standing: standingOn(after.boards, after.labels, record) };
}

/** Earlier results that the own one replaces, whatever order they were measured in: what is published last holds. */
const supersededBy = (own: Entry, entries: ReadonlyMap<string, Entry>): Entry[] =>
  [...entries.values()].filter((entry) => competitorKey(entry) === competitorKey(own) && RESULT_STATES[entry.state].ranks);

const reasonOf = (own: Entry): string => `Replaced by ${own.recordName}.`;

async function superseded(snapshot: Snapshot, earlier: Entry, by: { own: Entry; at: Ledger['entries'][0] }): Promise<Ledger> {
  const path = ledgerPath(earlier.recordName);
  const bytes = await snapshot.read(path);
  const entry = { state: 'superseded', reason: reasonOf(by.own), at: by.at.at, by: by.at.by } as const;
  if (bytes !== null) return withEntry(readLedger(path, new TextDecoder().decode(bytes)), entry);
  const unjudged = { state: earlier.state, reason: earlier.reason, at: earlier.measuredAt, by: by.at.by };
  return { schemaVersion: 1, record: earlier.record, verdict: 'unofficial', failed: [], entries: [unjudged, entry] };
}

/** Results that had a row before and have other stars after; a row that lost its rank is not among them. */
export function starChanges(before: readonly BoardDocument[], after: readonly BoardDocument[]): StarChange[] {
  const known = new Map(before.flatMap((board) => board.rows.map((row) => [row.record, row] as const)));
  return after.flatMap((board) =>
    board.rows.flatMap((row) => {
      const earlier = known.get(row.record);
      if (earlier === undefined || earlier.stars === row.stars || row.rank === null) return [];
      return [{ board: board.id, model: row.model, from: earlier.stars, to: row.stars }];
    }),
  );
}

const utcSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
