import { starsWords } from '../../src/render/stars.ts';
import { modelHref } from '../address.ts';
import type { Row } from '../data/rows.ts';
import { intervalText, wattHours } from '../parts/figures.tsx';
import { type ScaleKind, scaleOf } from './scale.ts';

/** Bars that are drawn: more than that nobody reads. */
const MOST = 80;

/** Energy by model, the least first, with the 95 % intervals: a list of bars. */
export function EnergyByModel({ rows, kind }: { rows: readonly Row[]; kind: ScaleKind }) {
  const sorted = [...rows].sort((a, b) => a.wh - b.wh);
  const shown = sorted.slice(0, MOST);
  const values = shown.flatMap(({ wh, interval }) => (interval === null || interval.low <= 0 ? [wh] : [wh, interval.low, interval.high]));
  const scale = scaleOf(kind === 'log' ? values : [0, ...values], kind, [0, 100]);
  const place = (value: number) => Math.min(100, Math.max(0.4, scale.at(value)));
  return (
    <>
      <ol class="bars">
        {shown.map((row) => (
          <li key={row.id} class={row.rank === null ? 'unranked' : ''}>
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
              {row.interval !== null && row.interval.low > 0 && (
                <span
                  class="whisker"
                  style={{ left: `${place(row.interval.low)}%`, width: `${place(row.interval.high) - place(row.interval.low)}%` }}
                />
              )}
            </span>
            <span class="value">
              {wattHours(row.wh)} Wh
              <span class="hidden">
                {row.interval === null ? '' : `, 95 % interval ${intervalText(row.interval)} Wh`}
                {row.stars === null ? '' : `, ${starsWords(row.stars)}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p class="quiet">
        Watt-hours per 1,000 queries{kind === 'log' ? ' on a logarithmic scale' : ''}; the thin lines are 95 % intervals of the mean over
        the runs.
        {sorted.length > MOST ? ` The ${MOST} that use least of ${sorted.length}.` : ''}
      </p>
    </>
  );
}
