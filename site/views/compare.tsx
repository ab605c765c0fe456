import type { ComponentChildren } from 'preact';
import { hrefOf, modelHref } from '../address.ts';
import type { PageProps } from '../app.tsx';
import { allRows } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import { MOST_PICKED } from '../data/table-state.ts';
import { boardName, Energy, factor, parameters, StateTag, wattHours } from '../parts/figures.tsx';
import { goTo, useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { Stars } from '../parts/stars.tsx';
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
      {rows.length < ids.length && <p class="note">{ids.length - rows.length} of the results in the link are not here.</p>}
      {boards.size > 1 && (
        <p class="note">
          These results stand on {boards.size} boards: another task, class, hardware or edition. Their energies are no comparison of the
          models alone.
        </p>
      )}
      {rows.length > 0 && <SideBySide rows={rows} />}
      {rows.length > 1 && <Bars rows={rows} />}
      {rows.length > 1 && <Significance rows={rows} />}
    </>
  );
}

const LINES: readonly [string, (row: Row) => ComponentChildren][] = [
  ['Board', (row) => boardName(row)],
  ['From', (row) => (row.edition === null ? 'current results' : `edition ${row.edition}`)],
  ['Wh per 1,000 queries', (row) => <Energy row={row} />],
  ['Stars', (row) => <Stars stars={row.stars} note={row.starsNote} />],
  ['Rank', (row) => row.rank ?? '–'],
  ['Percentile', (row) => (row.percentile === null ? '–' : row.percentile.toFixed(0))],
  ['× best', (row) => factor(row.factorToBest)],
  ['× median', (row) => factor(row.factorToMedian)],
  ['Parameters', (row) => parameters(row.parameters)],
  ['Precision', (row) => [row.precision, row.quantization].filter((part) => part !== null).join(', ') || '–'],
  ['Hardware', (row) => row.device ?? row.hardware],
  ['State', (row) => <StateTag row={row} />],
];

function SideBySide({ rows }: { rows: readonly Row[] }) {
  return (
    <div class="scroll">
      <table class="plain compare">
        <caption class="hidden">The chosen results side by side</caption>
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
          {LINES.map(([title, cell]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {rows.map((row) => (
                <td key={row.id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bars({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(...rows.map(({ wh, interval }) => interval?.high ?? wh));
  const place = (wh: number) => Math.max(0.4, (100 * wh) / most);
  return (
    <ol class="bars" aria-label="Energies">
      {rows.map((row) => (
        <li key={row.id}>
          <span title={row.model}>{row.model.split('/').slice(1).join('/')}</span>
          <span class="track">
            <span class={`bar s${row.stars ?? 0}`} style={{ width: `${place(row.wh)}%` }} />
            {row.interval !== null && (
              <span
                class="whisker"
                style={{ left: `${place(row.interval.low)}%`, width: `${place(row.interval.high) - place(row.interval.low)}%` }}
              />
            )}
          </span>
          <span class="value">{wattHours(row.wh)} Wh</span>
        </li>
      ))}
    </ol>
  );
}
