import type { Energy, Result } from '../../src/domain/generated/result.ts';
import { duration, percent, significant, whole } from '../../src/render/numbers.ts';
import { intervalText, wattHours } from '../parts/figures.tsx';
import { WideTable } from '../parts/wide-table.tsx';

/** The energy of every run, and how far they lie apart. */
export function Runs({ energy, result }: { energy: Energy; result: Result }) {
  const [low, high] = [Math.min(...energy.runs), Math.max(...energy.runs)];
  const place = (wh: number) => (high === low ? 50 : 4 + (92 * (wh - low)) / (high - low));
  return (
    <section>
      <h2>Runs</h2>
      <p>
        {energy.runs.length === 1 ? 'One run' : `${energy.runs.length} runs`} of {whole(result.dataset.rows)} queries.{' '}
        {energy.coefficientOfVariation === null
          ? 'One run tells nothing of the spread.'
          : `They differ by ${percent(energy.coefficientOfVariation)} (standard deviation over mean).`}{' '}
        {energy.interval95 !== null && `95 % interval of the mean: ${intervalText(energy.interval95)} Wh.`}
      </p>
      {energy.runs.length > 1 && (
        <>
          <div class="run-strip" aria-hidden="true">
            {energy.interval95 !== null && (
              <span
                class="run-interval"
                style={{
                  left: `${Math.max(0, place(energy.interval95.low))}%`,
                  width: `${Math.min(100, place(energy.interval95.high)) - Math.max(0, place(energy.interval95.low))}%`,
                }}
              />
            )}
            {energy.runs.map((wh, index) => (
              <span key={index} class="run-dot" style={{ left: `${place(wh)}%` }} title={`Run ${index + 1}: ${wh} Wh`} />
            ))}
          </div>
          <p class="strip-ends quiet" aria-hidden="true">
            <span>{significant(low, 5)} Wh</span>
            <span>a point for each run; shaded: the interval</span>
            <span>{significant(high, 5)} Wh</span>
          </p>
        </>
      )}
      <details>
        <summary>Every run</summary>
        <WideTable name="Every run">
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col" class="number">
                Wh per 1,000
              </th>
              <th scope="col" class="number">
                Time
              </th>
              <th scope="col" class="number">
                Queries
              </th>
              <th scope="col" class="number">
                New tokens
              </th>
            </tr>
          </thead>
          <tbody>
            {result.runs.map((run, index) => (
              <tr key={run.index}>
                <th scope="row">{run.index}</th>
                <td class="number">{significant(energy.runs[index] ?? 0, 6)}</td>
                <td class="number">{duration(run.phases.reduce((sum, phase) => sum + phase.endSeconds - phase.startSeconds, 0))}</td>
                <td class="number">{whole(run.phases.at(-1)?.queries ?? 0)}</td>
                <td class="number">{tokensOf(run)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </section>
  );
}

function tokensOf({ phases }: Result['runs'][number]): string {
  const tokens = phases.map(({ outputTokens }) => outputTokens).filter((count) => count !== null);
  return tokens.length === 0 ? '–' : whole(tokens.reduce((sum, count) => sum + count, 0));
}

/** The energy of every phase, as a mean over the runs. */
export function Phases({ energy }: { energy: Energy }) {
  const most = Math.max(...energy.phases.map(({ whPer1000Queries }) => whPer1000Queries));
  return (
    <section>
      <h2>Phases</h2>
      <p class="quiet">Energy in watt-hours per 1,000 queries.</p>
      <ol class="bars words" aria-label="Phases">
        {energy.phases.map(({ name, whPer1000Queries, scored }) => (
          <li key={name}>
            <span>
              {name}
              {scored ? '' : isPart(name, energy) ? ' (part of generate)' : ' (not scored)'}
            </span>
            <span class="track">
              <span class={`bar ${scored ? 's5' : 's0'}`} style={{ width: `${Math.max(0.4, (100 * whPer1000Queries) / most)}%` }} />
            </span>
            <span class="value">{wattHours(whPer1000Queries)} Wh</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isPart = (name: string, { phases }: Energy): boolean =>
  (name === 'prefill' || name === 'decode') && phases.some((phase) => phase.name === 'generate' && phase.scored);

/** The energy of every scope with the errors that are known. */
const SCOPES = { gpu: 'GPU', cpu: 'Processor', ram: 'Memory' } as const;

export function Energies({ result }: { result: Result }) {
  return (
    <section>
      <h2>Energies and their error</h2>
      <WideTable name="Energies and their error">
        <thead>
          <tr>
            <th scope="col">Energy</th>
            <th scope="col" class="number">
              Wh per 1,000
            </th>
            <th scope="col" class="number">
              ± over the runs
            </th>
            <th scope="col" class="number">
              ± at the edges
            </th>
            <th scope="col" class="number">
              ± of the sensor
            </th>
          </tr>
        </thead>
        <tbody>
          {result.energy.map((energy) => (
            <tr key={energy.scope}>
              <th scope="row">
                {SCOPES[energy.scope]}, {energy.quality}
                {energy.scope === result.score.scope ? ' (scored)' : ''}
              </th>
              <td class="number">{wattHours(energy.whPer1000Queries)}</td>
              <td class="number">
                {energy.interval95 === null ? '–' : significant((energy.interval95.high - energy.interval95.low) / 2, 2)}
              </td>
              <td class="number">{energy.edgeWhPer1000Queries === null ? '–' : significant(energy.edgeWhPer1000Queries, 2)}</td>
              <td class="number">{energy.systematicFraction === null ? '–' : percent(energy.systematicFraction)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
