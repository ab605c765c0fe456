import type { Row } from '../data/rows.ts';
import { Bars } from './bars.tsx';
import { StarsLegend } from './frame.tsx';
import type { ScaleKind } from './scale.ts';

/** Bars that are drawn: more than that nobody reads. */
const MOST = 80;

/** Energy by model, the least first, with the 95 % intervals. */
export function EnergyByModel({ rows, kind }: { rows: readonly Row[]; kind: ScaleKind }) {
  const sorted = [...rows].sort((a, b) => a.wh - b.wh);
  const intervals = sorted.some(({ interval }) => interval !== null);
  return (
    <>
      <StarsLegend rows={rows} />
      <Bars rows={sorted.slice(0, MOST)} kind={kind} name="Energy by model" />
      <p class="quiet">
        Energy in watt-hours per 1,000 queries{kind === 'log' ? ' on a logarithmic scale' : ''}, the least first.
        {intervals ? ' The thin dark lines are 95 % intervals of the mean over the runs.' : ' No intervals are known of these figures.'}
        {sorted.length > MOST ? ` The ${MOST} that use least of ${sorted.length}.` : ''}
      </p>
    </>
  );
}
