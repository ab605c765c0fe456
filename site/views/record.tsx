import type { Energy, Result } from '../../src/domain/generated/result.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { duration, percent, significant, whole } from '../../src/render/numbers.ts';
import { reproductionFacts } from '../../src/render/reproduce.ts';
import { CHECK_TEXTS } from '../data/checks.ts';
import { ledger, record, urlOf } from '../data/load.ts';
import type { Row } from '../data/rows.ts';
import { Copy } from '../parts/copy.tsx';
import { intervalText, wattHours } from '../parts/figures.tsx';
import { Loading } from '../parts/loading.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { PowerTrace } from './power-trace.tsx';

/** Everything that a record tells of its measurement. */
export function RecordDetails({ row, path }: { row: Row; path: string }) {
  return (
    <Loading load={() => Promise.all([record(path), ledger(nameOf(path))])} keys={[path]}>
      {([result, states]) => <Details row={row} path={path} result={result} states={states} />}
    </Loading>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

type DetailsProps = { row: Row; path: string; result: Result; states: Ledger };

function Details({ row, path, result, states }: DetailsProps) {
  const scored = result.energy.find(({ scope }) => scope === result.score.scope);
  return (
    <>
      {scored !== undefined && <Runs energy={scored} result={result} />}
      {scored !== undefined && <Phases energy={scored} />}
      <PowerTrace name={nameOf(path)} result={result} />
      <Energies result={result} />
      <Checks row={row} states={states} />
      <Hardware result={result} />
      <Reproduce path={path} result={result} />
      <States states={states} />
    </>
  );
}

function Runs({ energy, result }: { energy: Energy; result: Result }) {
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

function Phases({ energy }: { energy: Energy }) {
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

const SCOPES = { gpu: 'GPU', cpu: 'Processor', ram: 'Memory' } as const;

function Energies({ result }: { result: Result }) {
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

function Checks({ row, states }: { row: Row; states: Ledger }) {
  const failed = new Set(states.failed);
  const texts = [...CHECK_TEXTS].sort((a, b) => Number(failed.has(b.code)) - Number(failed.has(a.code)));
  return (
    <section>
      <h2>Checks</h2>
      <p>
        Judged <b>{row.standing === 'rehearsal' ? 'a rehearsal' : states.verdict}</b> when it was published.{' '}
        {failed.size === 0 ? 'No check failed.' : `${failed.size} failed:`}
      </p>
      {failed.size > 0 && (
        <ul>
          {[...failed].map((code) => {
            const text = CHECK_TEXTS.find((check) => check.code === code);
            return (
              <li key={code}>
                <code>{code}</code> {text === undefined ? '' : `${text.title} ${text.why}`}
              </li>
            );
          })}
        </ul>
      )}
      <details>
        <summary>All {texts.length} checks of a result</summary>
        <p class="quiet">Those without a mark passed, or did not apply to this result.</p>
        <ul class="checks">
          {texts.map(({ code, title }) => (
            <li key={code} class={failed.has(code) ? 'failed' : ''}>
              <code>{code}</code> {title}
              {failed.has(code) ? ' – failed' : ''}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Hardware({ result: { hardware, software } }: { result: Result }) {
  const facts: [string, string][] = [
    ...hardware.gpus.map((gpu, index): [string, string] => [
      `GPU ${index}`,
      [
        gpu.name,
        `${Math.round(gpu.memoryBytes / 2 ** 30)} GiB`,
        gpu.powerLimitWatts === null ? null : `limit ${gpu.powerLimitWatts} W`,
        gpu.idleWatts === null ? null : `${significant(gpu.idleWatts)} W at rest`,
        gpu.during.meanWatts === null ? null : `${significant(gpu.during.meanWatts)} W while measured`,
        gpu.temperature.maximumCelsius === null ? null : `up to ${gpu.temperature.maximumCelsius} °C`,
        `driver ${gpu.driver}`,
        gpu.worked ? null : 'did not work',
      ]
        .filter((part) => part !== null)
        .join(', '),
    ]),
    ['Processor', `${hardware.cpu.model}, ${hardware.cpu.logicalCores} logical cores`],
    ['Memory', `${significant(hardware.memoryBytes / 1e9)} GB`],
    ['System', hardware.os],
    ['Software', [software.backend, ...software.runtime].join(', ')],
    ['Isolation', software.isolation],
  ];
  return (
    <section>
      <h2>Hardware</h2>
      <Facts facts={facts} />
    </section>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Reproduce({ path, result }: { path: string; result: Result }) {
  const facts = reproductionFacts({
    record: result,
    recordName: nameOf(path),
    policyName: `sha256:${result.plan.policySha256}`,
    bundlePath: `bundles/${nameOf(path)}/`,
  });
  return (
    <section>
      <h2>How to reproduce</h2>
      <p>
        Measure it again with the same submission on the same kind of hardware, then check the record against its evidence. The record
        itself: <a href={urlOf(path)}>{nameOf(path)}.json</a>
      </p>
      <Copy label="Commands to reproduce" text={`ai-energy-score score ${result.plan.submission.path}\nai-energy-score check ${path}`} />
      <details>
        <summary>Every detail</summary>
        <Facts facts={facts.map(({ name, value }) => [name, value] as const)} />
      </details>
    </section>
  );
}

function States({ states }: { states: Ledger }) {
  return (
    <section>
      <h2>States</h2>
      <ol class="states">
        {states.entries.map(({ state, reason, at, by }) => (
          <li key={`${at}${state}`}>
            <time dateTime={at}>{at.slice(0, 10)}</time> <span class={`tag ${state}`}>{state}</span> {reason}{' '}
            <span class="quiet">by {by}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
