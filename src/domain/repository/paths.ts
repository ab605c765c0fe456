import { found, type RepositoryFinding } from './checks.ts';

const RECORD = /^results\/[^/]+\/[^/]+\/[^/]+\/[0-9a-f]{12}\.json$/;
const LEDGER = /^ledger\/[0-9a-f]{12}\.json$/;
const EDITION = /^editions\/[^/]+\.json$/;
/** A file that explains the folder; what an edition was made of lies in a folder of its name. */
const BESIDE_EDITIONS = /^editions\/(?:README\.md|(?<name>\d{4}-\d{2})\/.+)$/s;

/** Whether a path can be a record's. */
export const isRecordPath = (path: string): boolean => RECORD.test(path);

/** Whether a path can be a ledger's. */
export const isLedgerPath = (path: string): boolean => LEDGER.test(path);

/** Whether a path can be an edition's; editions/YYYY-MM/ holds what that edition was made of. */
export const isEditionPath = (path: string): boolean => EDITION.test(path);

/** Looks at paths alone: two that differ in case, and files where only records, ledgers and editions belong. */
export function checkPaths(paths: readonly string[]): RepositoryFinding[] {
  const present = new Set(paths);
  const unknown = paths.filter(
    (path) =>
      (path.startsWith('results/') && !isRecordPath(path)) ||
      (path.startsWith('ledger/') && !isLedgerPath(path)) ||
      (path.startsWith('editions/') && !isEditionPath(path) && !isBesideEdition(path, present)),
  );
  const why = 'No record, no ledger and no edition has such a path.';
  return [...caseCollisions(paths), ...unknown.map((path) => found('C-path-unknown', path, why))];
}

function isBesideEdition(path: string, present: ReadonlySet<string>): boolean {
  const match = BESIDE_EDITIONS.exec(path);
  const name = match?.groups?.name;
  return match !== null && (name === undefined || present.has(`editions/${name}.json`));
}

/** Files and folders that a file system without case takes for one; each is named once, at its highest folder. */
function caseCollisions(paths: readonly string[]): RepositoryFinding[] {
  const first = new Map<string, string>();
  const collisions = new Map<string, string>();
  for (const path of paths) {
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const part = end === -1 ? path : path.slice(0, end);
      const folded = part.normalize('NFC').toLowerCase();
      const other = first.get(folded);
      if (other === undefined) first.set(folded, part);
      else if (other !== part) {
        collisions.set(part, other);
        break;
      }
      if (end === -1) break;
    }
  }
  return [...collisions].map(([path, other]) => found('C-path-case', path, `It differs from ${other} in case alone.`));
}
