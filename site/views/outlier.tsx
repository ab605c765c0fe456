import { useEffect, useRef, useState } from 'preact/hooks';
import { starBands, starsOf } from '../../src/domain/rating.ts';
import { starsText } from '../../src/render/stars.ts';
import { hrefOf } from '../address.ts';
import type { Row } from '../data/rows.ts';
import { Choice } from '../parts/choice.tsx';
import { boardName, wattHours } from '../parts/figures.tsx';
import { goTo } from '../parts/hooks.ts';
import { Stars } from '../parts/stars.tsx';

/** How far a point has to be dragged from its place before it is out, in pixels. */
const OUT = 50;
/** Points that can be told apart. */
const MOST = 60;

/** A board whose models a reader can take out, and what that does to the stars of the others. What is out stands in the URL. */
export function Outlier({ all, query }: { all: readonly Row[]; query: URLSearchParams }) {
  const boards = [...Map.groupBy(all, ({ board }) => board)].filter(([, rows]) => rows.filter(({ stars }) => stars !== null).length > 3);
  const [id, rows] = boards.find(([name]) => name === query.get('board')) ?? telling(boards) ?? ['', []];
  if (rows.length === 0) return <p class="note">No board here has stars yet.</p>;
  const starred = rows.filter(({ stars }) => stars !== null).slice(-MOST);
  const out = new Set(query.getAll('out'));
  const show = (next: ReadonlySet<string>) =>
    goTo(hrefOf(['method'], new URLSearchParams([['board', id], ...[...next].map((name) => ['out', name])])), 'replace');
  const toggle = (row: Row) => show(out.has(row.id) ? new Set([...out].filter((name) => name !== row.id)) : new Set([...out, row.id]));
  return (
    <div class="outlier">
      <div class="plot-head">
        <Choice
          name="board"
          title="Board"
          all={null}
          options={boards.map(([value, [first]]) => ({
            value,
            title: first === undefined ? value : `${boardName(first)}${first.edition === null ? '' : ` (${first.edition})`}`,
          }))}
          value={id}
          onChoose={(board) => goTo(hrefOf(['method'], { board: board ?? '' }), 'replace')}
        />
        {out.size > 0 && (
          <button type="button" onClick={() => show(new Set())}>
            Put all back
          </button>
        )}
      </div>
      <Field rows={starred} out={out} onToggle={toggle} />
      <Moved rows={starred} out={out} />
    </div>
  );
}

/** The board that shows it best: where the largest energy stands farthest from the others. */
function telling(boards: readonly (readonly [string, Row[]])[]): readonly [string, Row[]] | undefined {
  const reach = (rows: readonly Row[]) => {
    const energies = rows.flatMap(({ wh, stars }) => (stars === null ? [] : [wh])).sort((a, b) => b - a);
    return (energies[0] ?? 1) / (energies[1] ?? 1);
  };
  return [...boards].sort(([, a], [, b]) => reach(b) - reach(a))[0];
}

type FieldProps = { rows: readonly Row[]; out: ReadonlySet<string>; onToggle: (row: Row) => void };

function Field({ rows, out, onToggle }: FieldProps) {
  const inside = rows.filter(({ id }) => !out.has(id));
  const energies = inside.map(({ wh }) => wh);
  const [low, high] = [Math.min(...energies), Math.max(...energies)];
  const place = (wh: number) => (high === low ? 50 : 3 + (94 * (wh - low)) / (high - low));
  const bands = energies.length === 0 ? [] : starBands(energies);
  const levels = new Map<number, number>();
  const levelOf = (x: number) => {
    const column = Math.round(x / 1.6);
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return level % 9;
  };
  return (
    <div class="field">
      {high > low &&
        bands.slice(1).map((edge, index) => (
          <div
            key={5 - index}
            class={`field-band s${5 - index}`}
            aria-hidden="true"
            style={{ left: `${place(bands[index] as number)}%`, width: `${place(edge) - place(bands[index] as number)}%` }}
          >
            <span class="long">{starsText(5 - index)}</span>
            <span class="short">{5 - index}★</span>
          </div>
        ))}
      <ul>
        {rows.map((row) => {
          const isOut = out.has(row.id);
          const x = isOut ? 0 : place(row.wh);
          return <Point key={row.id} row={row} isOut={isOut} x={x} level={isOut ? 0 : levelOf(x)} onToggle={() => onToggle(row)} />;
        })}
      </ul>
      <p class="field-ends quiet" aria-hidden="true">
        <span>{energies.length === 0 ? '' : `${wattHours(low)} Wh`}</span>
        <span>per 1,000 queries</span>
        <span>{energies.length === 0 ? 'all are out' : `${wattHours(high)} Wh`}</span>
      </p>
    </div>
  );
}

type PointProps = { row: Row; isOut: boolean; x: number; level: number; onToggle: () => void };

/** A model: dragged out of the field or pressed, it is out; pressed again, it is back. */
function Point({ row, isOut, x, level, onToggle }: PointProps) {
  const button = useRef<HTMLButtonElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const [shift, setShift] = useState({ x: 0, y: 0 });
  useEffect(() => setShift({ x: 0, y: 0 }), [isOut]);
  const far = Math.hypot(shift.x, shift.y) > OUT;
  const end = (event: PointerEvent) => {
    if (from.current === null) return;
    button.current?.releasePointerCapture(event.pointerId);
    from.current = null;
    if (far) onToggle();
    setShift({ x: 0, y: 0 });
  };
  return (
    <li class={isOut ? 'is-out' : ''} style={isOut ? {} : { left: `${x}%`, bottom: `${8 + level * 15}px` }}>
      <button
        ref={button}
        type="button"
        class={`field-point${far ? ' far' : ''}`}
        aria-pressed={isOut}
        aria-label={`${row.model}, ${wattHours(row.wh)} Wh: ${isOut ? 'out' : 'take out'}`}
        title={`${row.model}: ${wattHours(row.wh)} Wh`}
        style={{ transform: `translate(${shift.x}px, ${shift.y}px)` }}
        onPointerDown={(event) => {
          if (isOut) return;
          from.current = { x: event.clientX, y: event.clientY };
          dragged.current = false;
          button.current?.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (from.current === null) return;
          const next = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
          if (Math.hypot(next.x, next.y) > 4) dragged.current = true;
          setShift(next);
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={() => {
          if (!dragged.current) onToggle();
          dragged.current = false;
        }}
      >
        {isOut ? row.model : ''}
      </button>
    </li>
  );
}

/** What the stars were and what they are without those that are out. */
function Moved({ rows, out }: { rows: readonly Row[]; out: ReadonlySet<string> }) {
  const before = starsOf(rows.map(({ wh }) => wh));
  const inside = rows.filter(({ id }) => !out.has(id));
  const after = starsOf(inside.map(({ wh }) => wh));
  const moves = inside.flatMap((row, index) => {
    const [from, to] = [before[rows.indexOf(row)] as number, after[index] as number];
    return from === to ? [] : [{ row, from, to }];
  });
  const fives = (stars: readonly number[]) => stars.filter((count) => count === 5).length;
  return (
    <>
      <p role="status">
        {out.size === 0 || inside.length === rows.length
          ? `${fives(before)} of ${rows.length} models have five stars.`
          : `Without ${rows.length - inside.length}, ${fives(after)} of ${inside.length} have five stars; ${moves.length} models have other stars than before.`}
      </p>
      {moves.length > 0 && (
        <ul class="moves">
          {moves.map(({ row, from, to }) => (
            <li key={row.id}>
              <b>{row.model}</b> <Stars stars={from} note={null} /> <span aria-hidden="true">→</span>
              <span class="hidden">becomes</span> <Stars stars={to} note={null} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
