import { useMemo, useRef } from 'preact/hooks';
import { hrefOf, modelHref } from '../address.ts';
import type { BoardLines, ShownBoard } from '../data/board-lines.ts';
import type { RowIndex } from '../data/row-index.ts';
import type { Row } from '../data/rows.ts';
import { MOST_PICKED, type SortKey, type TableState } from '../data/table-state.ts';
import { askedOf, counted, Energy, factor, parameters, StateTag } from '../parts/figures.tsx';
import { Stars } from '../parts/stars.tsx';
import { useWindow } from './window.ts';

type Column = {
  key: SortKey;
  title: string;
  short?: string;
  hint?: string;
  number?: true;
  from: 'phone' | 'tablet' | 'desktop' | 'wide';
};

const COLUMNS: readonly Column[] = [
  { key: 'place', title: 'Rank', short: '#', hint: 'by task and rank', number: true, from: 'phone' },
  { key: 'model', title: 'Model', from: 'phone' },
  { key: 'task', title: 'Task', from: 'desktop' },
  { key: 'class', title: 'Class', from: 'desktop' },
  { key: 'wh', title: 'Wh / 1,000', short: 'Wh', hint: 'energy in watt-hours per 1,000 queries', number: true, from: 'phone' },
  { key: 'stars', title: 'Stars', from: 'phone' },
  { key: 'percentile', title: 'Percentile', hint: 'percent of the other models that use more energy', number: true, from: 'tablet' },
  { key: 'best', title: '× best', hint: 'energy over the best of the board', number: true, from: 'tablet' },
  { key: 'median', title: '× median', hint: 'energy over the median of the board', number: true, from: 'desktop' },
  { key: 'parameters', title: 'Parameters', number: true, from: 'wide' },
  { key: 'state', title: 'State', from: 'tablet' },
];

type TableProps = BoardLines & {
  index: RowIndex;
  state: TableState;
  onChange: (change: Partial<TableState>) => void;
};

/** The rows as a table of which only the visible part is in the page, as soon as there are many. */
export function Table({ index, boards, lines, state, onChange }: TableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, last, before, after } = useWindow(body, lines.length);
  const told = useMemo(() => ({ hardware: index.told.hardware, oneTask: state.task !== null || !index.told.tasks }), [index, state.task]);
  const columns = useMemo(() => columnsFor(told, index.told), [told]);
  return (
    <table class="board" aria-rowcount={lines.length + 1}>
      <caption class="hidden">
        {boards.reduce((sum, { rows }) => sum + rows, 0)} of {index.rows.length} rows. The buttons in the head sort.
      </caption>
      <thead>
        <tr aria-rowindex={1}>
          <th class="pick">
            <span class="hidden">Compare</span>
          </th>
          {columns.map((column) => (
            <Head key={column.key} column={column} state={state} onChange={onChange} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <Filler height={before} />}
        {Array.from(lines.subarray(first, last), (line, at) => {
          // Rows are drawn over each other where the order changes: that is faster than moving them.
          const place = first + at;
          if (line < 0) return <BoardHeading key={place} board={boards[~line] as ShownBoard} place={place} />;
          const row = index.rows[line] as Row;
          return <TableRow key={place} row={row} place={place} columns={columns} told={told} state={state} onChange={onChange} />;
        })}
        {after > 0 && <Filler height={after} />}
      </tbody>
    </table>
  );
}

/** What a row need not say, since all rows have it in common. */
type Told = { hardware: boolean; oneTask: boolean };

/** Columns that would be empty, or say the same all the way down, are left out. */
function columnsFor({ oneTask }: Told, told: RowIndex['told']): readonly Column[] {
  const useful: Partial<Record<SortKey, boolean>> = {
    parameters: told.parameters,
    class: oneTask && told.classes,
    task: !oneTask,
    state: told.states,
  };
  return COLUMNS.filter(({ key }) => useful[key] ?? true);
}

/** One cell alone: one that spanned all columns would bring back those that a small screen leaves out. */
const Filler = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
  <tr aria-hidden="true" class="filler" style={{ height: `${height}px` }}>
    <td />
  </tr>
);

/** Names the board of the rows below it. One cell, which is laid over the others' places for the same reason as that of the filler. */
function BoardHeading({ board: { row, rows }, place }: { board: ShownBoard; place: number }) {
  const parts = [row.hardware, row.energy, counted(rows, 'row'), row.starsNote === null ? null : 'too few models for stars'];
  return (
    <tr aria-rowindex={place + 2} class="group">
      <th scope="rowgroup" title={row.starsNote ?? undefined}>
        <span class="over">
          <b>{askedOf(row)}</b> <span>{sentence(parts)}</span>
        </span>
      </th>
    </tr>
  );
}

/** What a click makes of the order: first the way that one expects of the column, then the other way, then the usual order. */
function nextSort(column: Column, state: TableState): Pick<TableState, 'sort' | 'direction'> {
  const first = column.key === 'stars' || column.key === 'percentile' ? 'descending' : 'ascending';
  if (state.sort !== column.key) return { sort: column.key, direction: first };
  if (column.key !== 'place' && state.direction === first)
    return { sort: column.key, direction: first === 'ascending' ? 'descending' : 'ascending' };
  return { sort: 'place', direction: 'ascending' };
}

function Head({ column, state, onChange }: { column: Column } & Pick<TableProps, 'state' | 'onChange'>) {
  const sorted = state.sort === column.key ? state.direction : 'none';
  return (
    <th scope="col" aria-sort={sorted} class={`${column.key} from-${column.from}${column.number ? ' number' : ''}`}>
      <button
        type="button"
        title={`Sort by ${column.hint ?? column.title.toLowerCase()}`}
        onClick={() => onChange(nextSort(column, state))}
      >
        {column.short === undefined ? (
          column.title
        ) : (
          <>
            <span class="long">{column.title}</span>
            <span class="short">{column.short}</span>
          </>
        )}
        <span class="arrow" aria-hidden="true">
          {sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : ''}
        </span>
      </button>
    </th>
  );
}

type RowProps = { row: Row; place: number; columns: readonly Column[]; told: Told } & Pick<TableProps, 'state' | 'onChange'>;

function TableRow({ row, place, columns, told, state, onChange }: RowProps) {
  const picked = state.picked.includes(row.id);
  const pick = () => onChange({ picked: picked ? state.picked.filter((id) => id !== row.id) : [...state.picked, row.id] });
  return (
    <tr aria-rowindex={place + 2} class={`${row.state}${row.rank === null ? ' unranked' : ''}${picked ? ' picked' : ''}`}>
      <td class="pick">
        <input
          type="checkbox"
          aria-label={`Compare ${row.model}, ${row.taskTitle}`}
          checked={picked}
          disabled={!picked && state.picked.length >= MOST_PICKED}
          onChange={pick}
        />
      </td>
      {columns.map((column) => (
        <td key={column.key} class={`${column.key} from-${column.from}${column.number ? ' number' : ''}`}>
          <Cell column={column.key} row={row} told={told} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ column, row, told }: { column: SortKey; row: Row; told: Told }) {
  switch (column) {
    case 'place':
      return <>{row.rank ?? '–'}</>;
    case 'model':
      return <ModelCell row={row} told={told} />;
    case 'task':
      return <>{row.class === null ? row.taskTitle : `${row.taskTitle}, ${row.class}`}</>;
    case 'class':
      return <>{row.class ?? ''}</>;
    case 'wh':
      return <Energy row={row} />;
    case 'stars':
      return <Stars stars={row.stars} note={row.starsNote} />;
    case 'percentile':
      return <>{row.percentile === null ? '–' : row.percentile.toFixed(0)}</>;
    case 'best':
      return <>{factor(row.factorToBest)}</>;
    case 'median':
      return <>{factor(row.factorToMedian)}</>;
    case 'parameters':
      return <>{parameters(row.parameters)}</>;
    case 'hardware':
      return <>{row.energy === 'GPU energy' ? row.hardware : `${row.hardware}, ${row.energy}`}</>;
    case 'state':
      return <StateTag row={row} />;
    case 'measured':
      return <>{row.measuredAt?.slice(0, 10) ?? ''}</>;
  }
}

function ModelCell({ row, told }: { row: Row; told: Told }) {
  const [org, ...name] = row.model.split('/');
  const state = row.state === 'frozen' || row.state === 'official' ? null : row.state;
  const ofClass = row.class === null ? null : `class ${row.class}`;
  const board = told.oneTask ? ofClass : [row.taskTitle, row.class].filter((part) => part !== null).join(', ');
  const elsewhere = told.hardware ? [row.energy === 'GPU energy' ? null : row.energy, row.hardware] : [];
  return (
    <a class="model" href={modelHref(row.model, { row: row.id })} title={row.model}>
      <span class="org">{org}/</span>
      <b>{name.join('/')}</b>
      {row.variant !== null && <i> {row.variant}</i>}
      <span class="small-only">{sentence([state, board, ...elsewhere])}</span>
      {told.hardware && <span class="board-part">{sentence(elsewhere)}</span>}
    </a>
  );
}

const sentence = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

/** What was chosen to compare, and where to go with it. */
export function Picked({ picked, onChange }: { picked: readonly string[]; onChange: TableProps['onChange'] }) {
  if (picked.length === 0) return null;
  const query = new URLSearchParams(picked.map((id) => ['row', id]));
  return (
    <section class="picked-bar" aria-label="Chosen rows">
      <span>
        {picked.length} of {MOST_PICKED} chosen
      </span>
      <a class="button" href={hrefOf(['compare'], query)}>
        Compare
      </a>
      <a class="button second" href={hrefOf(['cost'], query)}>
        What would it cost?
      </a>
      <button type="button" class="second" onClick={() => onChange({ picked: [] })}>
        Clear
      </button>
    </section>
  );
}
