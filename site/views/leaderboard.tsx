import { useEffect, useMemo } from 'preact/hooks';
import { type Address, hrefOf } from '../address.ts';
import { linesOf, type ShownBoard } from '../data/board-lines.ts';
import { type Repository, rowsOf, usualEdition } from '../data/repository.ts';
import { indexOf, preparation, type RowIndex, rowsAt, shownPlaces } from '../data/row-index.ts';
import type { Row } from '../data/rows.ts';
import { queryOf, type TableState, tableStateOf } from '../data/table-state.ts';
import { boardName, counted } from '../parts/figures.tsx';
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
  if (source !== null && !repo.editions.some(({ name }) => name === source)) return <NoEdition repo={repo} name={source} />;
  return (
    <Loading load={() => rowsOf(repo, source)} keys={[repo, source]}>
      {(rows) => <Board repo={repo} state={state} rows={rows} source={source} />}
    </Loading>
  );
}

const NoEdition = ({ repo, name }: { repo: Repository; name: string }) => (
  <div class="note">
    <h1>There is no edition {name} here</h1>
    <p>
      The link may be wrong. <a href="#/">To the leaderboard</a>
    </p>
    {repo.editions.length > 0 && (
      <ul>
        {repo.editions.map((edition) => (
          <li key={edition.name}>
            <a href={hrefOf([], { edition: edition.name })}>Edition {edition.name}</a>
          </li>
        ))}
      </ul>
    )}
  </div>
);

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
  const sought = `${queryOf({ ...state, picked: [], show: 'table', board: null })}`;
  usePreparation(index, sought);
  const places = useMemo(() => shownPlaces(index, state), [index, sought]);
  const change = (part: Partial<TableState>) =>
    goTo(hrefOf([], queryOf({ ...state, ...part })), 'search' in part || 'picked' in part ? 'replace' : 'step');
  return (
    <>
      <h1 class="hidden">Leaderboard</h1>
      <div class="board-head">
        <SourceChoice repo={repo} source={source} onChange={change} />
        <TaskTabs index={index} state={state} onChange={change} />
        <Filters index={index} state={state} onChange={change} />
      </div>
      <div class="board-line">
        <p role="status" class="count">
          {places.length === rows.length ? counted(rows.length, 'row') : `${places.length} of ${counted(rows.length, 'row')}`}
        </p>
        <ShowTabs state={state} onChange={change} />
      </div>
      <Shown repo={repo} state={state} index={index} places={places} onChange={change} />
      <Picked picked={state.picked} onChange={change} />
    </>
  );
}

type ShownProps = {
  repo: Repository;
  state: TableState;
  index: RowIndex;
  /** Places of the rows that the filters leave, in the order of the table. */
  places: Uint32Array;
  onChange: (change: Partial<TableState>) => void;
};

const NO_FILTERS = { task: null, class: null, state: null, licence: null, hardware: null, parameters: null, search: '' } as const;

function Shown({ repo, state, index, places, onChange }: ShownProps) {
  if (places.length === 0) {
    return (
      <div class="note">
        <p>No row fits the filters.</p>
        <button type="button" onClick={() => onChange(NO_FILTERS)}>
          Clear the filters
        </button>
      </div>
    );
  }
  if (state.show !== 'table') return <AsPlots repo={repo} state={state} index={index} places={places} onChange={onChange} />;
  return <AsTable index={index} places={places} state={state} onChange={onChange} />;
}

function AsTable({ index, places, state, onChange }: Omit<ShownProps, 'repo'>) {
  const { boards, lines } = useMemo(() => linesOf(index, places, state.sort), [index, places, state.sort]);
  return (
    <>
      <StarsNote boards={boards} />
      <Table index={index} boards={boards} lines={lines} state={state} onChange={onChange} />
      <p class="quiet foot">
        Energy in watt-hours per 1,000 queries, with the 95 % interval of the mean over the runs where it is known. Stars, rank and factors
        compare the models of one board: one task, class, hardware and kind of energy. So boards are sorted apart, each under its heading.{' '}
        <a href={hrefOf(['method'])}>How it is measured</a>
      </p>
    </>
  );
}

function AsPlots({ repo, state, index, places, onChange }: ShownProps) {
  const rows = useMemo(() => rowsAt(index, places), [index, places]);
  return <Lazy part={plots} props={{ repo, state, rows, onChange }} />;
}

/** Why the one board that is shown has no stars; of several, the headings tell. */
function StarsNote({ boards }: { boards: readonly ShownBoard[] }) {
  const [only, ...others] = boards;
  if (only === undefined || others.length > 0 || only.row.starsNote === null) return null;
  return (
    <p class="quiet">
      {boardName(only.row)}: no stars. {only.row.starsNote}
    </p>
  );
}

/** Shorter tables are sorted and searched in no time. */
const LONG = 5000;
/** How long a reader has to have done nothing, how long each piece of work may take, and the pause after it, in milliseconds. */
const STILL = 100;
const PIECE = 5;
const PAUSE = 10;

/** Orders of long tables are made while the reader looks at the first one, and never while something has just been asked for. */
function usePreparation(index: RowIndex, asked: string): void {
  useEffect(() => {
    if (index.rows.length < LONG) return;
    const steps = preparation(index);
    const work = () => {
      for (const end = performance.now() + PIECE; performance.now() < end; ) if (steps.next().done) return;
      timer = setTimeout(work, PAUSE);
    };
    let timer = setTimeout(work, STILL);
    return () => clearTimeout(timer);
  }, [index, asked]);
}
