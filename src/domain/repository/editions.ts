import { editionDigest, editionFrom, editionStarsDisagree } from '../edition.ts';
import { messageOf } from '../errors.ts';
import type { Edition } from '../generated/edition.ts';
import { found, type RepositoryFinding } from './checks.ts';
import type { KnownRecord } from './records.ts';

type Row = Edition['rows'][number];

/**
 * Looks at one edition's file.
 * @param records every record by its path
 */
export function checkEdition(
  path: string,
  text: string,
  { records, rehearsal }: { records: ReadonlyMap<string, KnownRecord>; rehearsal: boolean },
): RepositoryFinding[] {
  let edition: Edition;
  try {
    edition = editionFrom(JSON.parse(text));
  } catch (thrown) {
    return [found('C-edition-schema', path, messageOf(thrown))];
  }
  const findings: RepositoryFinding[] = [];
  if (path !== `editions/${edition.name}.json`)
    findings.push(found('C-edition-schema', path, `It says that it is edition ${edition.name}.`));
  if (edition.rehearsal === true && !rehearsal) findings.push(found('C-record-rehearsal', path, 'It is an edition of scripted hardware.'));
  if (!isSealed(edition)) findings.push(found('C-edition-digest', path, 'Its content has not the digest that it names.'));
  for (const { row, computed } of editionStarsDisagree(edition))
    findings.push(found('C-edition-stars', path, `${row.model} on ${row.task} has ${row.stars} stars; its figures give ${computed}.`));
  return [...findings, ...edition.rows.flatMap((row) => rowFindings(path, row, { edition, records }))];
}

/** Editions of figures that were published elsewhere need no digest; history and stars vouch for them. */
function isSealed(edition: Edition): boolean {
  if (edition.digest !== undefined) return edition.digest === editionDigest(edition);
  return edition.rows.every(({ record }) => record === undefined);
}

function rowFindings(
  path: string,
  row: Row,
  { edition, records }: { edition: Edition; records: ReadonlyMap<string, KnownRecord> },
): RepositoryFinding[] {
  if (row.record === undefined) return [];
  const known = records.get(row.record);
  const why = known === undefined ? 'which is not there or cannot be read' : whyNotItsRow(row, known, edition);
  return why === null ? [] : [found('C-edition-record', path, `${row.model} on ${row.task} is ${row.record}, ${why}.`)];
}

function whyNotItsRow(row: Row, { entry, ledger, digest }: KnownRecord, { rehearsal, cutOff }: Edition): string | null {
  if (row.recordDigest !== digest) return 'whose content has another digest';
  const { model, board, whPer1000Queries } = entry;
  if (row.model !== model || row.task !== board.task || row.class !== board.class) return 'which measures another model, task or class';
  if (row.gpuWhPer1000Queries !== whPer1000Queries || board.scope !== 'gpu') return `which says ${whPer1000Queries} Wh of ${board.scope}`;
  if ((rehearsal === true) !== (entry.verdict === 'rehearsal')) return 'and only one of the two is a rehearsal';
  const then = ledger?.entries.filter(({ at }) => cutOff === undefined || at <= cutOff).at(-1)?.state;
  if (then === undefined) return 'which was not published at the cut-off';
  if (rehearsal !== true && then !== 'official' && then !== 'disputed') return `which was ${then} at the cut-off`;
  return null;
}
