import { percent, significant } from '../../src/render/numbers.ts';
import { record } from '../data/load.ts';
import type { Row } from '../data/rows.ts';
import { measuredOf, type Pair, pairsOf } from '../data/significance.ts';
import { intervalText } from '../parts/figures.tsx';
import { Loading } from '../parts/loading.tsx';

/** Whether the chosen results differ by more than chance. */
export function Significance({ rows }: { rows: readonly Row[] }) {
  const load = () => Promise.all(rows.map(async (row) => measuredOf(row, row.record === null ? null : await record(row.record))));
  return (
    <section>
      <h2>Is the difference real?</h2>
      <Loading load={load} keys={[rows.map(({ id }) => id).join(' ')]}>
        {(measured) => <Pairs pairs={pairsOf(measured)} />}
      </Loading>
      <p class="quiet">
        Welch's test on the logarithms of the runs' energies. Two results that different sensors read also have to differ by more than ±5 %
        on either side, the sensors' constant error, which no number of runs averages out.
      </p>
    </section>
  );
}

const Pairs = ({ pairs }: { pairs: readonly Pair[] }) => (
  <ul class="pairs">
    {pairs.map((pair) => (
      <li key={`${pair.own.row.id} ${pair.base.row.id}`}>
        <Sentence pair={pair} />
      </li>
    ))}
  </ul>
);

function Sentence({ pair: { own, base, comparison, sameSensors } }: { pair: Pair }) {
  const [less, more] = [<b key="own">{own.row.model}</b>, <b key="base">{base.row.model}</b>];
  const { ratio, interval95, probability, verdict } = comparison;
  if (verdict === 'too few runs')
    return (
      <>
        {more} uses {significant(base.row.wh / own.row.wh)} times as much as {less} by the figures; how sure that is cannot be told, because
        the runs of {own.runs.length >= 2 ? base.row.model : base.runs.length >= 2 ? own.row.model : 'both'} are unknown.
      </>
    );
  const sure = interval95 === null ? '' : `ratio ${significant(ratio)}, 95 % interval ${intervalText(interval95)}; `;
  const chance = probability === null ? '' : probability < 0.0001 ? 'p < 0.0001' : `p = ${significant(probability, 2)}`;
  return (
    <>
      {verdict === 'no difference shown' ? (
        <>
          No difference between {less} and {more} is shown
        </>
      ) : verdict === 'within the sensors’ error' ? (
        <>
          {less} and {more} differ by {percent(1 - Math.min(ratio, 1 / ratio))}, which two sensors could make up
        </>
      ) : (
        <>
          {less} uses {percent(1 - ratio)} less than {more}
        </>
      )}{' '}
      <span class="quiet">
        ({sure}
        {chance}
        {sameSensors ? '; the same sensors' : ''})
      </span>
    </>
  );
}
