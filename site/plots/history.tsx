import { starsText } from '../../src/render/stars.ts';
import { modelHref } from '../address.ts';
import { allRows, type Repository } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import { shortName, wattHours } from '../parts/figures.tsx';
import { Loading } from '../parts/loading.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { Drawing, LeftAxis, StarsLegend } from './frame.tsx';
import { type ScaleKind, scaleOf } from './scale.ts';

const HEIGHT = 360;
const MOST = 60;

/** A model's rows by the column that they stand in: an edition's name, or now. */
type Line = { model: string; cells: Map<string, Row> };

/** How the models of a board stood in every edition, and stand now. */
export function History({ repo, rows, kind }: { repo: Repository; rows: readonly Row[]; kind: ScaleKind }) {
  return (
    <Loading load={() => allRows(repo)} keys={[repo]}>
      {(all) => <Lines lines={linesOf(rows, all)} editions={repo.editions.map(({ name }) => name)} kind={kind} />}
    </Loading>
  );
}

/** Boards whose figures may be shown side by side: the task's GPU energy, of the class; current ones of the one board that is shown. */
function beside(one: Row, other: Row): boolean {
  if (other.task !== one.task || other.class !== one.class || other.energy !== one.energy) return false;
  return other.edition !== null || one.edition !== null ? true : other.board === one.board;
}

function linesOf(rows: readonly Row[], all: readonly Row[]): Line[] {
  const [one] = rows;
  if (one === undefined) return [];
  const others = Map.groupBy(
    all.filter((row) => beside(one, row) && row.rank !== null),
    ({ model }) => model,
  );
  return [...new Set(rows.map(({ model }) => model))].slice(0, MOST).map((model) => {
    const cells = new Map<string, Row>();
    for (const row of others.get(model) ?? []) if (!cells.has(columnOf(row))) cells.set(columnOf(row), row);
    return { model, cells };
  });
}

const NOW = 'now';
const columnOf = (row: Row): string => row.edition ?? NOW;

function Lines({ lines, editions, kind }: { lines: readonly Line[]; editions: readonly string[]; kind: ScaleKind }) {
  const columns = [...editions, NOW].filter((column) => lines.some(({ cells }) => cells.has(column)));
  const shown = lines.filter(({ cells }) => cells.size > 0);
  if (shown.length === 0) return <p class="note">None of these rows has a rank.</p>;
  return (
    <>
      {columns.length > 1 && <StarsLegend rows={shown.flatMap(({ cells }) => [...cells.values()])} />}
      {columns.length > 1 && (
        <Drawing height={HEIGHT} words={`Energy of ${shown.length} models in ${columns.join(', ')}. The table below holds the figures.`}>
          {(width) => <Picture lines={shown} columns={columns} kind={kind} width={width} />}
        </Drawing>
      )}
      {columns.length === 1 && (
        <p class="quiet">These models stand in one edition, or on the board of today alone; the next edition makes this a history.</p>
      )}
      <WideTable name="Energy and stars by edition">
        <thead>
          <tr>
            <th scope="col">Model</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="number">
                {column === NOW ? 'Now' : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ model, cells }) => (
            <tr key={model}>
              <th scope="row">
                <a href={modelHref(model)}>{model}</a>
              </th>
              {columns.map((column) => (
                <td key={column} class="number">
                  <HistoryCell row={cells.get(column)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {columns.length > 1 && (
        <p class="quiet">Between two columns the hardware, the software and the models on the board may have changed too.</p>
      )}
      {lines.length === MOST && <p class="quiet">The first {MOST} models; filters choose others.</p>}
    </>
  );
}

function HistoryCell({ row }: { row: Row | undefined }) {
  if (row === undefined) return <>–</>;
  return (
    <>
      {wattHours(row.wh)} {row.stars !== null && <span class="stars">{starsText(row.stars)}</span>}
    </>
  );
}

/** Least distance of two names, in pixels. */
const NAME_HEIGHT = 14;
/** About how wide a letter of a name is, in pixels. */
const LETTER = 7;

function Picture({ lines, columns, kind, width }: { lines: readonly Line[]; columns: readonly string[]; kind: ScaleKind; width: number }) {
  const energies = lines.flatMap(({ cells }) => [...cells.values()].map(({ wh }) => wh));
  const up = scaleOf(energies, kind, [HEIGHT - 36, 24]);
  const room = Math.min(200, width * 0.34);
  const across = (index: number) => 80 + (index * (width - 90 - room)) / Math.max(1, columns.length - 1);
  const drawn = lines.map(({ model, cells }) => ({
    model,
    points: columns.flatMap((column, index) => {
      const row = cells.get(column);
      return row === undefined ? [] : [{ row, x: across(index), y: up.at(row.wh) }];
    }),
  }));
  return (
    <>
      <LeftAxis scale={up} left={56} right={width - room} title="Wh per 1,000 queries" />
      {columns.map((column, index) => (
        <text key={column} class="axis-word" x={across(index)} y={HEIGHT - 12} text-anchor="middle">
          {column === NOW ? 'Now' : column}
        </text>
      ))}
      {drawn.map(({ model, points }) => (
        <g key={model} class="history-line">
          <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {points.map(({ row, x, y }) => (
            <circle key={row.id} class={`point s${row.stars ?? 0}`} cx={x} cy={y} r={4.5}>
              <title>{`${model}: ${wattHours(row.wh)} Wh`}</title>
            </circle>
          ))}
        </g>
      ))}
      {namesAt(drawn, across(columns.length - 1)).map(({ model, x, y }) => (
        <text key={model} x={x + 9} y={y + 4}>
          {shortName(model, Math.floor((room - 24) / LETTER))}
        </text>
      ))}
    </>
  );
}

type Drawn = { model: string; points: readonly { x: number; y: number }[] };

/** The names beside the last column, of those lines that reach it: no two upon each other. */
function namesAt(lines: readonly Drawn[], right: number): { model: string; x: number; y: number }[] {
  const ends = lines.flatMap(({ model, points }) => points.filter(({ x }) => x === right).map((point) => ({ model, ...point })));
  let above = -Infinity;
  return ends
    .sort((a, b) => a.y - b.y)
    .filter(({ y }) => {
      if (y - above < NAME_HEIGHT) return false;
      above = y;
      return true;
    });
}
