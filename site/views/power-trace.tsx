import { type Window, windowName } from '../../src/domain/checks/windows.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { bytes, duration } from '../../src/render/numbers.ts';
import { bundleFile, readTrace } from '../data/evidence.ts';
import { urlOf } from '../data/load.ts';
import { type Power, powerOfTrace, spreadIn } from '../data/power.ts';
import { watts } from '../parts/figures.tsx';
import { Lazy, Loading } from '../parts/loading.tsx';
import { WideTable } from '../parts/wide-table.tsx';

const plot = () => import('../plots/power.tsx').then(({ PowerPlot }) => PowerPlot);

/** Whether a bundle is served: `leaderboard serve` names those that lie in its folder; elsewhere there are none. */
const isAtHand = (name: string): boolean => (document.documentElement.dataset.bundles ?? '').split(' ').includes(name);

/** The power over time, where the evidence is at hand; else where to get it. */
export function PowerTrace({ name, result }: { name: string; result: Result }) {
  return (
    <section class="power-trace">
      <h2>Power trace</h2>
      {isAtHand(name) ? <AtHand name={name} result={result} /> : <Elsewhere name={name} result={result} />}
      <MeanPower result={result} />
    </section>
  );
}

type TraceProps = { name: string; result: Result };

const Elsewhere = ({ name, result }: TraceProps) => (
  <p>
    The trace is part of the evidence, {result.bundle.files} files of {bytes(result.bundle.bytes)} together, whose digest the record holds.
    It is a file of the results repository's releases, or lies in <code>bundles/{name}/</code> of the folder where it was measured;{' '}
    <code>ai-energy-score leaderboard serve</code> draws it there.
  </p>
);

const AtHand = ({ name, result }: TraceProps) => (
  <Loading load={() => readTrace(name, result)} keys={[name]}>
    {(trace) =>
      trace.state === 'damaged' ? (
        <div class="note bad" role="status">
          <p>
            <b>This bundle is damaged, so its trace is not drawn.</b> {trace.why}
          </p>
          <p>
            Take the bundle of <code>{name}</code> from the releases of the results repository again, and put it into{' '}
            <code>bundles/{name}/</code>.
          </p>
        </div>
      ) : (
        <Drawn name={name} power={powerOfTrace(result, trace.rows)} />
      )
    }
  </Loading>
);

function Drawn({ name, power }: { name: string; power: Power }) {
  if (power.series.length === 0)
    return <p class="note">The trace holds no sample of the power: no sensor told it while this was measured.</p>;
  return (
    <>
      <Lazy part={plot} props={{ power }} />
      <details>
        <summary>The same as a table</summary>
        <PowerTable power={power} />
      </details>
      <p class="quiet">
        Shaded are the phases that were measured; the rest is loading, warm-up and pauses. It is the trace that the record names, by its
        SHA-256: <a href={urlOf(bundleFile(name, 'trace'))}>trace.jsonl.gz</a>. The score is not made of these samples: it comes from what
        the meters read at the edges of each phase.
      </p>
    </>
  );
}

function PowerTable({ power: { series, windows } }: { power: Power }) {
  return (
    <WideTable name="Power in every measured phase, in watts">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col" class="number">
            Began at
          </th>
          <th scope="col" class="number">
            Took
          </th>
          {series.map(({ label, short }) => (
            <th key={label} scope="col" class="number" title={label}>
              {short}: mean (least to greatest)
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windows.map((window) => (
          <tr key={windowName(window)}>
            <th scope="row">{windowName(window)}</th>
            <td class="number">{duration(window.phase.startSeconds)}</td>
            <td class="number">{duration(window.phase.endSeconds - window.phase.startSeconds)}</td>
            {series.map((one) => (
              <td key={one.label} class="number">
                {spreadText(one, window)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function spreadText(series: Power['series'][number], window: Window): string {
  const spread = spreadIn(series, window);
  return spread === null ? 'no sample' : `${watts(spread.mean)} W (${watts(spread.least)} to ${watts(spread.most)})`;
}

/** What the record itself tells of the power. */
function MeanPower({ result }: { result: Result }) {
  const told = result.hardware.gpus.filter(({ metered, during }) => metered && during.meanWatts !== null);
  if (told.length === 0) return null;
  return <p class="quiet">Mean power while measured: {told.map(({ during }) => `${during.meanWatts?.toFixed(0)} W`).join(', ')}.</p>;
}
