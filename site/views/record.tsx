import type { Result } from '../../src/domain/generated/result.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { significant } from '../../src/render/numbers.ts';
import { reproductionFacts } from '../../src/render/reproduce.ts';
import { CHECK_TEXTS } from '../data/checks.ts';
import { ledger, record, urlOf } from '../data/load.ts';
import type { Row } from '../data/rows.ts';
import { Copy } from '../parts/copy.tsx';
import { Loading } from '../parts/loading.tsx';
import { PowerTrace } from './power-trace.tsx';
import { Energies, Phases, Runs } from './runs.tsx';

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
