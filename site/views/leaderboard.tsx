import { useEffect, useMemo } from 'preact/hooks';
import { type Address, hrefOf } from '../address.ts';
import { type Repository, rowsOf, usualEdition } from '../data/repository.ts';
import { indexOf, orderOf, type RowIndex, shownRows, textsOf } from '../data/row-index.ts';
import type { Row } from '../data/rows.ts';
import { queryOf, type TableState, tableStateOf } from '../data/table-state.ts';
import { counted } from '../parts/figures.tsx';
import { goTo, useTitle } from '../parts/hooks.ts';
import { Lazy, Loading } from '../parts/loading.tsx';
import { Filters, SourceChoice, TaskTabs } from './filters.tsx';
import { ShowTabs } from './show-tabs.tsx';
import { Picked, Table } from './table.tsx';

const plots = () => import('../plots/plots.tsx').then(({ Plots }) => Plots);

/** The leaderboard: what is shown follows from the address alone. */
export function Leaderboard({ repo, address }: { repo: Repository; address: Address }) {
  const state = tableStateOf(address.query);
  const edition = state.edition ?? usualEdition(repo);
  useTitle('Leaderboard · AI Energy Score');
  if (repo.boards.length === 0 && repo.editions.length === 0) return <Nothing />;
  const source = edition === 'current' ? null : edition;
  return (
    <Loading load={() => sourceRows(repo, source)} keys={[repo, source]}>
      {(rows) => <Board repo={repo} state={state} rows={rows} source={source} />}
    </Loading>
  );
}

async function sourceRows(repo: Repository, name: string | null): Promise<Row[]> {
  if (name !== null && !repo.editions.some((edition) => edition.name === name)) throw new Error(`There is no edition ${name} here.`);
  return rowsOf(repo, name);
}

const Nothing = () => (
  <div class="note">
    <h1>No results yet</h1>
    <p>
      This results repository holds no record and no edition. The first published result, or an edition in <code>editions/</code>, appears
      here.
    </p>
  </div>
);

type BoardProps = { repo: Repository; state: TableState; rows: readonly Row[]; source: string | null };

function Board({ repo, state, rows, source }: BoardProps) {
  const index = useMemo(() => indexOf(rows), [rows]);
  useWarmth(index);
  const sought = `${queryOf({ ...state, picked: [], show: 'table', board: null })}`;
  const shown = useMemo(() => shownRows(index, state), [index, sought]);
  const change = (part: Partial<TableState>) =>
    goTo(hrefOf([], queryOf({ ...state, ...part })), 'search' in part || 'picked' in part ? 'replace' : 'step');
  return (
    <>
      <h1 class="hidden">Leaderboard</h1>
      <div class="board-head">
        <SourceChoice repo={repo} source={source} onChange={change} />
        <TaskTabs rows={rows} state={state} onChange={change} />
        <Filters rows={rows} state={state} onChange={change} />
      </div>
      <div class="board-line">
        <p role="status" class="count">
          {shown.length === rows.length ? counted(rows.length, 'row') : `${shown.length} of ${counted(rows.length, 'row')}`}
        </p>
        <ShowTabs state={state} onChange={change} />
      </div>
      <Shown repo={repo} state={state} index={index} rows={shown} onChange={change} />
      <Picked picked={state.picked} onChange={change} />
    </>
  );
}

type ShownProps = {
  repo: Repository;
  state: TableState;
  rows: readonly Row[];
  index: RowIndex;
  onChange: (change: Partial<TableState>) => void;
};

function Shown({ repo, state, rows, index, onChange }: ShownProps) {
  if (rows.length === 0) {
    const cleared = { task: null, class: null, state: null, licence: null, hardware: null, parameters: null, search: '' };
    return (
      <div class="note">
        <p>No row fits the filters.</p>
        <button type="button" onClick={() => onChange(cleared)}>
          Clear the filters
        </button>
      </div>
    );
  }
  if (state.show !== 'table') return <Lazy part={plots} props={{ repo, state, rows, onChange }} />;
  return (
    <>
      <StarsNotes index={index} state={state} />
      <Table index={index} rows={rows} state={state} onChange={onChange} />
      <p class="quiet foot">
        Energy in watt-hours per 1,000 queries, with the 95 % interval of the mean over the runs where it is known. Stars, rank and factors
        compare the models of one board: one task, class and hardware. <a href={hrefOf(['method'])}>How it is measured</a>
      </p>
    </>
  );
}

/** Why boards have no stars, where they have none. */
function StarsNotes({ index, state }: { index: RowIndex; state: TableState }) {
  const notes = [...index.withoutStars].filter(([board]) => state.task === null || board.startsWith(`${state.task}.`));
  const [first] = notes;
  if (first === undefined) return null;
  return (
    <p class="quiet">
      {notes.length === 1 ? first[1] : `Stars compare models: ${notes.length} boards here have too few of them for stars.`}
    </p>
  );
}

/** Orders of long tables are made while the reader looks at the first one. */
function useWarmth(index: RowIndex): void {
  useEffect(() => {
    if (index.rows.length < 5000) return;
    const steps = [
      () => textsOf(index),
      ...(['wh', 'model', 'stars', 'percentile', 'best', 'median', 'parameters', 'state', 'hardware', 'task'] as const).map(
        (key) => () => orderOf(index, key, 'ascending'),
      ),
    ];
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      steps.shift()?.();
      if (steps.length > 0) timer = setTimeout(next, 30);
    };
    timer = setTimeout(next, 200);
    return () => clearTimeout(timer);
  }, [index]);
}
