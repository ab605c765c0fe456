import { parameterCount, significant, whole } from '../../src/render/numbers.ts';
import type { Row } from '../data/rows.ts';

/** Watt-hours per 1,000 queries as people read them. */
export const wattHours = (wh: number): string => significant(wh, wh >= 1000 ? 4 : 3);

/** Watts as people read them, without the unit. */
export const watts = (value: number): string => (value >= 100 ? whole(value) : significant(value));

/** An interval with enough digits to tell its ends apart. */
export function intervalText({ low, high }: { low: number; high: number }): string {
  const apart = Math.abs(high - low) / Math.max(Math.abs(high), Math.abs(low), Number.MIN_VALUE);
  const digits = Math.min(8, Math.max(3, 1 - Math.floor(Math.log10(Math.max(apart, 1e-7)))));
  return `${significant(low, digits)}–${significant(high, digits)}`;
}

/** A factor as 1.3×; null as a dash. */
export const factor = (value: number | null): string => (value === null ? '–' : `${significant(value, value >= 100 ? 4 : 3)}×`);

export const parameters = (count: number | null): string =>
  count === null ? 'unknown' : parameterCount(count).replace(' billion', ' B').replace(' million', ' M').replace(' trillion', ' T');

/** A count with its noun, as in 1 row, 12 rows. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A model's name without its organisation, cut where it is longer than there is room. */
export function shortName(model: string, length: number): string {
  const name = model.split('/').slice(1).join('/');
  return name.length > length ? `${name.slice(0, length).toWellFormed()}…` : name;
}

/** What a board asks its models, as in Text generation, class A. */
export const askedOf = (row: Pick<Row, 'taskTitle' | 'class' | 'queries'>): string =>
  [row.taskTitle, row.class === null ? null : `class ${row.class}`, row.queries === null ? null : `other queries (${row.queries})`]
    .filter((part) => part !== null)
    .join(', ');

/** A row's board for people, as in Text generation, class A, h100-80gb-hbm3. */
export const boardName = (row: Pick<Row, 'taskTitle' | 'class' | 'queries' | 'hardware' | 'energy'>): string =>
  [askedOf(row), row.hardware, row.energy === 'GPU energy' ? null : row.energy].filter((part) => part !== null).join(', ');

/** The energy with its exact value for those who copy it. */
export function Energy({ row }: { row: Pick<Row, 'wh' | 'interval'> }) {
  return (
    <>
      <data value={String(row.wh)} title={`${row.wh} Wh per 1,000 queries`}>
        {wattHours(row.wh)}
      </data>
      {row.interval !== null && <span class="interval">{intervalText(row.interval)}</span>}
    </>
  );
}

const STATE_WORDS: Readonly<Record<Row['state'], string>> = {
  frozen: 'published',
  provisional: 'provisional',
  official: 'official',
  unofficial: 'unofficial',
  disputed: 'disputed',
  corrected: 'corrected',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
};

/** A row's state with its reason, and who measured it where that was not this program. */
export function StateTag({ row }: { row: Pick<Row, 'state' | 'reason' | 'origin' | 'standing'> }) {
  return (
    <span class="tags">
      <span class={`tag ${row.state}`} title={row.reason}>
        {STATE_WORDS[row.state]}
      </span>
      {row.origin !== 'measured' && <span class="tag origin">{row.origin}</span>}
      {row.standing === 'rehearsal' && <span class="tag rehearsal">rehearsal</span>}
    </span>
  );
}
