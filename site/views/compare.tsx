import type { ComponentChildren } from 'preact';
import { hrefOf, modelHref } from '../address.ts';
import type { PageProps } from '../app.tsx';
import { allRows } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import { MOST_PICKED } from '../data/table-state.ts';
import { boardName, counted, Energy, factor, parameters, StateTag } from '../parts/figures.tsx';
import { goTo, useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { Stars } from '../parts/stars.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { Bars } from '../plots/bars.tsx';
import { RowPicker } from './row-picker.tsx';
import { Significance } from './significance.tsx';

/** Up to five models side by side. */
export function Compare({ repo, address }: PageProps) {
  useTitle('Compare · AI Energy Score');
  const ids = [...new Set(address.query.getAll('row'))].slice(0, MOST_PICKED);
  return (
    <>
      <h1>Compare</h1>
      <Loading load={() => allRows(repo)} keys={[repo]}>
        {(all) => <Chosen all={all} ids={ids} />}
      </Loading>
    </>
  );
}

const show = (rows: readonly Row[]): void => goTo(hrefOf(['compare'], new URLSearchParams(rows.map(({ id }) => ['row', id]))));

function Chosen({ all, ids }: { all: readonly Row[]; ids: readonly string[] }) {
  const rows = ids.flatMap((id) => all.find((row) => row.id === id) ?? []);
  const boards = new Set(rows.map(({ board }) => board));
  return (
    <>
      <p>Choose up to {MOST_PICKED} results. What differs is only called a difference where the spread of the runs leaves no doubt.</p>
      <RowPicker rows={all} chosen={rows} most={MOST_PICKED} onAdd={(row) => show([...rows, row])} />
      {rows.length < ids.length && <p class="note">Not here: {counted(ids.length - rows.length, 'result')} of those in the link.</p>}
      {boards.size > 1 && (
        <p class="note">
          These results stand on {boards.size} boards: another task, class, hardware or edition. Their energies are no comparison of the
          models alone.
        </p>
      )}
      {rows.length > 0 && <SideBySide rows={rows} />}
      {rows.length > 1 && <Bars rows={rows} kind="linear" name="Energies of the chosen results" />}
      {rows.length > 1 && <Significance rows={rows} />}
    </>
  );
}

/** What is said of each row; a line that says nothing of any row is left out. */
const LINES: readonly [title: string, cell: (row: Row) => ComponentChildren, tells?: (row: Row) => boolean][] = [
  ['Board', (row) => boardName(row)],
  ['From', (row) => (row.edition === null ? 'current results' : `edition ${row.edition}`)],
  ['Wh per 1,000 queries', (row) => <Energy row={row} />],
  ['Stars', (row) => <Stars stars={row.stars} note={row.starsNote} />],
  ['Rank', (row) => row.rank ?? '–'],
  ['Percentile', (row) => (row.percentile === null ? '–' : row.percentile.toFixed(0))],
  ['× best', (row) => factor(row.factorToBest)],
  ['× median', (row) => factor(row.factorToMedian)],
  ['Parameters', (row) => parameters(row.parameters), (row) => row.parameters !== null],
  ['Precision', (row) => precisionOf(row) || '–', (row) => precisionOf(row) !== ''],
  ['Licence', (row) => row.licence ?? 'not stated', (row) => row.licence !== null],
  ['Hardware', (row) => row.device ?? row.hardware],
  ['State', (row) => <StateTag row={row} />],
];

const precisionOf = (row: Row): string => [row.precision, row.quantization].filter((part) => part !== null).join(', ');

function SideBySide({ rows }: { rows: readonly Row[] }) {
  return (
    <WideTable name="The chosen results side by side" kind="plain compare">
      <thead>
        <tr>
          <td />
          {rows.map((row) => (
            <th key={row.id} scope="col">
              <a href={modelHref(row.model, { row: row.id })}>{row.model}</a>
              <button
                type="button"
                class="second"
                aria-label={`Take out ${row.model}`}
                onClick={() => show(rows.filter((other) => other !== row))}
              >
                Take out
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LINES.filter(([, , tells]) => tells === undefined || rows.some(tells)).map(([title, cell]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {rows.map((row) => (
              <td key={row.id}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
