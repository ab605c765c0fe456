import type { ComponentChildren } from 'preact';
import { significant } from '../../src/render/numbers.ts';
import { hrefOf, modelHref } from '../address.ts';
import type { PageProps } from '../app.tsx';
import { type Cost as CostOf, costOf, type Factors, REGIONS, USUAL_FACTORS } from '../data/cost.ts';
import { allRows } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import { MOST_PICKED } from '../data/table-state.ts';
import { Choice } from '../parts/choice.tsx';
import { boardName, wattHours } from '../parts/figures.tsx';
import { goTo, useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { RowPicker } from './row-picker.tsx';

/** What a reader asks for: all of it stands in the URL. */
type Question = { ids: string[]; queries: number; region: string; factors: Factors };

const NUMBERS = {
  rest: { title: 'Rest of the machine', unit: '% of the GPU energy', scale: 100 },
  pue: { title: 'PUE', unit: 'data centre over machines', scale: 1 },
  gramsPerKilowattHour: { title: 'Carbon', unit: 'g CO₂e per kWh', scale: 1 },
  litresPerKilowattHour: { title: 'Water', unit: 'litres per kWh of the machines', scale: 1 },
} as const;

const usualOf = (region: string): Factors => ({
  ...USUAL_FACTORS,
  gramsPerKilowattHour: REGIONS[region]?.gramsPerKilowattHour ?? USUAL_FACTORS.gramsPerKilowattHour,
});

function questionOf(query: URLSearchParams): Question {
  const number = (name: string, usual: number): number => {
    const value = Number(query.get(name));
    return query.get(name) && Number.isFinite(value) && value >= 0 && value < 1e15 ? value : usual;
  };
  const region = Object.hasOwn(REGIONS, query.get('region') ?? '') ? (query.get('region') as string) : 'world';
  const usual = usualOf(region);
  const factors = Object.fromEntries((Object.keys(NUMBERS) as (keyof Factors)[]).map((name) => [name, number(name, usual[name])]));
  return {
    ids: [...new Set(query.getAll('row'))].slice(0, MOST_PICKED),
    queries: number('queries', 1e6),
    region,
    factors: factors as Factors,
  };
}

function hrefOfQuestion({ ids, queries, region, factors }: Question): string {
  const query = new URLSearchParams(ids.map((id) => ['row', id]));
  if (queries !== 1e6) query.set('queries', String(queries));
  if (region !== 'world') query.set('region', region);
  const usual = usualOf(region);
  for (const name of Object.keys(NUMBERS) as (keyof Factors)[]) if (factors[name] !== usual[name]) query.set(name, String(factors[name]));
  return hrefOf(['cost'], query);
}

/** What a month of queries would cost: energy, carbon, water, as estimates. */
export function Cost({ repo, address }: PageProps) {
  useTitle('What would it cost? · AI Energy Score');
  const question = questionOf(address.query);
  const ask = (change: Partial<Question>, how: 'step' | 'replace' = 'step') => goTo(hrefOfQuestion({ ...question, ...change }), how);
  return (
    <>
      <h1>What would it cost?</h1>
      <p>
        An <b>estimate</b>: the score is GPU energy of one query after another on one kind of hardware. Batches, other lengths and other
        machines change it, often several times over.
      </p>
      <Inputs question={question} ask={ask} />
      <Loading load={() => allRows(repo)} keys={[repo]}>
        {(all) => <Answers all={all} question={question} ask={ask} />}
      </Loading>
      <Sources region={question.region} />
    </>
  );
}

type Ask = (change: Partial<Question>, how?: 'step' | 'replace') => void;

function Inputs({ question, ask }: { question: Question; ask: Ask }) {
  const number = (title: string, value: number, unit: string, set: (value: number) => void): ComponentChildren => (
    <label class="number-input" key={title}>
      <span>{title}</span>
      <input
        type="number"
        min="0"
        step="any"
        value={value}
        onInput={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next) && next >= 0) set(next);
        }}
      />
      <small>{unit}</small>
    </label>
  );
  return (
    <fieldset class="inputs">
      <legend class="hidden">Assumptions</legend>
      {number('Queries', question.queries, 'per month', (queries) => ask({ queries }, 'replace'))}
      <Choice
        name="region"
        title="Electricity of"
        all={null}
        options={Object.entries(REGIONS).map(([value, { title }]) => ({ value, title }))}
        value={question.region}
        onChoose={(region) =>
          ask({
            region: region ?? 'world',
            factors: { ...question.factors, gramsPerKilowattHour: usualOf(region ?? 'world').gramsPerKilowattHour },
          })
        }
      />
      {(Object.entries(NUMBERS) as [keyof Factors, (typeof NUMBERS)[keyof Factors]][]).map(([name, { title, unit, scale }]) =>
        number(title, Number((question.factors[name] * scale).toPrecision(12)), unit, (value) =>
          ask({ factors: { ...question.factors, [name]: value / scale } }, 'replace'),
        ),
      )}
    </fieldset>
  );
}

function Answers({ all, question, ask }: { all: readonly Row[]; question: Question; ask: Ask }) {
  const rows = question.ids.flatMap((id) => all.find((row) => row.id === id) ?? []);
  return (
    <>
      <RowPicker rows={all} chosen={rows} most={MOST_PICKED} onAdd={(row) => ask({ ids: [...question.ids, row.id] })} />
      {rows.length === 0 && <p class="note">Add a model to see what its queries would cost.</p>}
      {rows.map((row) => (
        <Answer key={row.id} row={row} question={question} onRemove={() => ask({ ids: question.ids.filter((id) => id !== row.id) })} />
      ))}
      {rows.length > 1 && <Difference rows={rows} question={question} />}
    </>
  );
}

function Answer({ row, question, onRemove }: { row: Row; question: Question; onRemove: () => void }) {
  const cost = costOf(row.wh, question.queries, question.factors);
  const region = REGIONS[question.region];
  return (
    <section class="cost-card">
      <div class="cost-head">
        <h2>
          <a href={modelHref(row.model, { row: row.id })}>{row.model}</a>
        </h2>
        <button type="button" class="second" aria-label={`Take out ${row.model}`} onClick={onRemove}>
          Take out
        </button>
      </div>
      <p class="quiet">
        {boardName(row)}; {wattHours(row.wh)} Wh per 1,000 queries, {significant(question.queries, 15)} queries a month
      </p>
      <Amounts cost={cost} />
      {region !== undefined && (
        <p class="quiet">
          {region.primaryMegajoules !== null && `Primary energy ${significant(cost.kilowattHours * region.primaryMegajoules)} MJ. `}
          {region.antimonyPerKilowattHour !== null &&
            `Abiotic resources ${significant(cost.kilowattHours * region.antimonyPerKilowattHour * 1e6)} mg Sb eq.`}
        </p>
      )}
    </section>
  );
}

function Amounts({ cost }: { cost: CostOf }) {
  return (
    <dl class="cards">
      <div class="main-card">
        <dt>Electricity a month</dt>
        <dd>
          {significant(cost.kilowattHours)} <small>kWh</small>
        </dd>
      </div>
      <div>
        <dt>Carbon a month</dt>
        <dd>
          {significant(cost.kilogramsCo2e)} <small>kg CO₂e</small>
        </dd>
      </div>
      <div>
        <dt>Water a month</dt>
        <dd>
          {significant(cost.litres)} <small>litres</small>
        </dd>
      </div>
    </dl>
  );
}

function Difference({ rows, question }: { rows: readonly Row[]; question: Question }) {
  const costs = rows.map((row) => ({ row, cost: costOf(row.wh, question.queries, question.factors) }));
  costs.sort((a, b) => a.cost.kilowattHours - b.cost.kilowattHours);
  const [least, largest] = [costs[0], costs.at(-1)];
  if (least === undefined || largest === undefined) return null;
  return (
    <p class="note">
      Between {least.row.model} and {largest.row.model} lie {significant(largest.cost.kilowattHours - least.cost.kilowattHours)} kWh and{' '}
      {significant(largest.cost.kilogramsCo2e - least.cost.kilogramsCo2e)} kg CO₂e a month.
    </p>
  );
}

const Sources = ({ region }: { region: string }) => (
  <section>
    <h2>How it is computed</h2>
    <p>
      Electricity = energy per query × queries × (1 + rest of the machine) × PUE. Carbon = electricity × carbon intensity. Water = energy of
      the machines × litres per kWh, at the site alone: what power plants use is not in it.
    </p>
    <ul>
      <li>Rest of the machine: 0 % unless you know better, since the score holds the GPU alone.</li>
      <li>PUE 1.56: average of the data centres in Uptime Institute's survey of 2024. Large new ones reach 1.1 to 1.2.</li>
      <li>
        Carbon ({REGIONS[region]?.title ?? 'the region'}):{' '}
        {REGIONS[region]?.carbonFrom === 'table'
          ? 'average of 2023, life cycle, Ember by Our World in Data.'
          : 'an approximation for 2023, not taken from a table; name your own figure where it matters.'}{' '}
        The hour and the place matter more.
      </li>
      <li>
        Water 1.8 litres per kWh: data centres of the USA in 2014 (Shehabi and others, 2016). Later estimates are far lower, about 0.4.
      </li>
      <li>Primary energy and abiotic resources per kWh: ADEME.</li>
    </ul>
  </section>
);
