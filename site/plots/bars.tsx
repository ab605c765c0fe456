import { starsWords } from '../../src/render/stars.ts';
import { modelHref } from '../address.ts';
import type { Row } from '../data/rows.ts';
import { intervalText, wattHours } from '../parts/figures.tsx';
import { type Scale, type ScaleKind, scaleOf } from './scale.ts';

/** Rows as a list of bars over one axis, with their 95 % intervals; on a logarithmic scale, which has no zero, as points. */
export function Bars({ rows, kind, name }: { rows: readonly Row[]; kind: ScaleKind; name: string }) {
  const values = rows.flatMap(({ wh, interval }) => (interval === null || interval.low <= 0 ? [wh] : [wh, interval.low, interval.high]));
  const scale = scaleOf(kind === 'log' ? values : [0, ...values], kind, [0, 100]);
  return (
    <>
      <ol class="bars" aria-label={name}>
        {rows.map((row) => (
          <Bar key={row.id} row={row} kind={kind} scale={scale} />
        ))}
      </ol>
      <Axis scale={scale} />
    </>
  );
}

function Bar({ row, kind, scale }: { row: Row; kind: ScaleKind; scale: Scale }) {
  const place = (value: number) => Math.min(100, Math.max(0.4, scale.at(value)));
  const { interval } = row;
  return (
    <li class={row.rank === null ? 'unranked' : ''}>
      <a href={modelHref(row.model, { row: row.id })} title={row.model}>
        {row.model.split('/').slice(1).join('/')}
        {row.variant === null ? '' : ` ${row.variant}`}
      </a>
      <span class="track">
        {kind === 'log' ? (
          <span class={`dot s${row.stars ?? 0}`} style={{ left: `${place(row.wh)}%` }} />
        ) : (
          <span class={`bar s${row.stars ?? 0}`} style={{ width: `${place(row.wh)}%` }} />
        )}
        {interval !== null && interval.low > 0 && (
          <span class="whisker" style={{ left: `${place(interval.low)}%`, width: `${place(interval.high) - place(interval.low)}%` }} />
        )}
      </span>
      <span class="value">
        {wattHours(row.wh)} Wh
        <span class="hidden">
          {interval === null ? '' : `, 95 % interval ${intervalText(interval)} Wh`}
          {row.stars === null ? '' : `, ${starsWords(row.stars)}`}
        </span>
      </span>
    </li>
  );
}

/** The axis below: those who hear the list hear the figures themselves. */
const Axis = ({ scale }: { scale: Scale }) => (
  <div class="bars-axis" aria-hidden="true">
    <span>Wh per 1,000 queries</span>
    <span class="ticks">
      {scale.ticks.map(({ at, text }) => (
        <span key={text} style={{ left: `${at}%` }}>
          {text}
        </span>
      ))}
    </span>
  </div>
);
