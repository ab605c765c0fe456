import type { Entry } from '../domain/leaderboard/entry.ts';
import { ledgerPath } from '../domain/ledger.ts';
import type { ResultsStore, Snapshot } from '../ports/results-store.ts';
import { readEntries } from './leaderboard.ts';

/** More files than this are read all at once, with everything that is known already. */
const FEW = 200;

/** What was read of one repository: entries by record, and the identities of the files that they were read of. */
type Known = { entries: ReadonlyMap<string, Entry>; files: ReadonlyMap<string, string> };

const memory = new WeakMap<ResultsStore, Known>();

/**
 * Every record's entry by its path, as readEntries() gives them. Of a store that was read before, only files are read whose bytes are
 * others than then: records never change, and whoever loses to another publisher reads what that one has added.
 * @throws Fault, as readEntries
 */
export async function readKnownEntries(store: ResultsStore, snapshot: Snapshot): Promise<Map<string, Entry>> {
  if (snapshot.identities === undefined) return readEntries(snapshot);
  const files = new Map([...(await snapshot.identities('results/')), ...(await snapshot.identities('ledger/'))]);
  const known = memory.get(store);
  const changed = new Set([...files].flatMap(([path, identity]) => (known?.files.get(path) === identity ? [] : [path])));
  const entries =
    known === undefined || changed.size > FEW ? await readEntries(snapshot) : await readChanged(snapshot, { files, changed, known });
  memory.set(store, { entries: new Map(entries), files });
  return entries;
}

async function readChanged(
  snapshot: Snapshot,
  { files, changed, known }: { files: ReadonlyMap<string, string>; changed: ReadonlySet<string>; known: Known },
): Promise<Map<string, Entry>> {
  // An entry is made of its record and of the ledger that bears the record's name.
  const isSame = (path: string) => {
    const ledger = ledgerPath(path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
    return known.entries.has(path) && !changed.has(path) && known.files.get(ledger) === files.get(ledger);
  };
  const records = [...files.keys()].filter((path) => path.startsWith('results/') && path.endsWith('.json'));
  const others = records.filter((path) => !isSame(path));
  const ledgers = others.map((path) => ledgerPath(path.slice(path.lastIndexOf('/') + 1, -'.json'.length)));
  const read = await readEntries(among(snapshot, new Set([...others, ...ledgers, ...changed])));
  return new Map(records.map((path) => [path, read.get(path) ?? (known.entries.get(path) as Entry)]));
}

/** A snapshot of a few files of another. */
function among(snapshot: Snapshot, paths: ReadonlySet<string>): Snapshot {
  const below = async (prefix = '') => [...paths].filter((path) => path.startsWith(prefix)).sort();
  return {
    commit: snapshot.commit,
    list: below,
    read: async (path) => (paths.has(path) ? snapshot.read(path) : null),
    async *readAll(prefix) {
      for (const path of await below(prefix)) {
        const bytes = await snapshot.read(path);
        if (bytes !== null) yield { path, bytes };
      }
    },
  };
}
