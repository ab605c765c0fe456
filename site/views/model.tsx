import { starsWords } from '../../src/render/stars.ts';
import { hrefOf, modelHref } from '../address.ts';
import type { PageProps } from '../app.tsx';
import { allRows } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import { boardName, Energy, factor, intervalText, parameters, StateTag, wattHours } from '../parts/figures.tsx';
import { useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { Stars } from '../parts/stars.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { Embed } from './embed.tsx';
import { RecordDetails } from './record.tsx';

/** A model's page: its results, and one of them in full. */
export function Model({ repo, address }: PageProps) {
  const model = address.path.slice(1).join('/');
  useTitle(`${model} · AI Energy Score`);
  return (
    <Loading load={() => allRows(repo)} keys={[repo]}>
      {(all) => <OfModel model={model} all={all} wanted={address.query.get('row')} />}
    </Loading>
  );
}

function OfModel({ model, all, wanted }: { model: string; all: readonly Row[]; wanted: string | null }) {
  const rows = all.filter((row) => row.model === model);
  const row = rows.find(({ id }) => id === wanted) ?? rows[0];
  if (row === undefined)
    return (
      <div class="note">
        <h1>{model}</h1>
        <p>
          No result and no edition here names this model. <a href="#/">To the leaderboard</a>
        </p>
      </div>
    );
  const board = all.filter((other) => other.board === row.board && other.rank !== null);
  const [org, ...name] = model.split('/');
  return (
    <article class="model-page">
      <p class="quiet">{org}/</p>
      <h1>{name.join('/')}</h1>
      {wanted !== null && row.id !== wanted && <p class="note">The result {wanted} is not here; this is another one of the model.</p>}
      <p class="sub">
        {boardName(row)}
        {row.variant === null ? '' : `, variant ${row.variant}`} <StateTag row={row} />
      </p>
      <State row={row} />
      <Cards row={row} of={board.length} />
      <p class="actions">
        <a class="button" href={hrefOf(['compare'], { row: row.id })}>
          Compare with others
        </a>
        <a class="button second" href={hrefOf(['cost'], { row: row.id })}>
          What would it cost?
        </a>
      </p>
      <Neighbours row={row} board={board} />
      {row.record === null ? <NoRecord row={row} /> : <RecordDetails key={row.record} row={row} path={row.record} />}
      <OtherResults rows={rows} shown={row} />
      <Embed row={row} />
    </article>
  );
}

/** What a reader has to know before the figure. */
function State({ row }: { row: Row }) {
  if (row.standing === 'rehearsal')
    return <p class="note rehearsal">Rehearsal: scripted hardware gave this figure. It is no measurement.</p>;
  if (row.state === 'frozen' || row.state === 'official') return null;
  return (
    <p class={`note ${row.state === 'unofficial' || row.state === 'provisional' ? '' : 'bad'}`}>
      <b>{row.state}</b>: {row.reason}
    </p>
  );
}

function Cards({ row, of }: { row: Row; of: number }) {
  return (
    <dl class="cards">
      <div class="main-card">
        <dt>Energy per 1,000 queries</dt>
        <dd>
          <Energy row={{ wh: row.wh, interval: null }} /> <small>Wh</small>
        </dd>
        <dd class="quiet">{row.interval === null ? 'no interval is known' : `95 % interval ${intervalText(row.interval)} Wh`}</dd>
      </div>
      <div>
        <dt>Stars</dt>
        <dd>
          <Stars stars={row.stars} note={row.starsNote} />
        </dd>
        <dd class="quiet">{row.stars === null ? (row.starsNote ?? 'It has no rank.') : starsWords(row.stars)}</dd>
      </div>
      <div>
        <dt>Rank</dt>
        <dd>{row.rank === null ? '–' : `${row.rank} of ${of}`}</dd>
        <dd class="quiet">
          {row.percentile === null ? 'no other to compare with' : `${row.percentile.toFixed(0)} % of the others use more`}
        </dd>
      </div>
      <div>
        <dt>Against the best</dt>
        <dd>{factor(row.factorToBest)}</dd>
        <dd class="quiet">{row.factorToMedian === null ? '' : `${factor(row.factorToMedian)} the median`}</dd>
      </div>
      {row.parameters !== null && (
        <div>
          <dt>Parameters</dt>
          <dd>{parameters(row.parameters)}</dd>
          <dd class="quiet">{[row.precision, row.quantization].filter((part) => part !== null).join(', ')}</dd>
        </div>
      )}
      {row.licence !== null && (
        <div>
          <dt>Licence</dt>
          <dd class="word">{row.licence}</dd>
          <dd class="quiet">as the model card states it</dd>
        </div>
      )}
    </dl>
  );
}

/** The rows right above and below it. */
function Neighbours({ row, board }: { row: Row; board: readonly Row[] }) {
  const place = board.indexOf(row);
  if (place < 0 || board.length < 2) return null;
  const first = Math.max(0, Math.min(place - 2, board.length - 5));
  const query: Record<string, string> = { task: row.task };
  if (row.edition !== null) query.edition = row.edition;
  return (
    <section>
      <h2>Around it</h2>
      <table class="plain">
        <caption class="hidden">The rows around it on its board</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              Rank
            </th>
            <th scope="col">Model</th>
            <th scope="col" class="number">
              Wh
            </th>
            <th scope="col">Stars</th>
          </tr>
        </thead>
        <tbody>
          {board.slice(first, first + 5).map((other) => (
            <tr key={other.id} class={other === row ? 'own' : ''}>
              <td class="number">{other.rank}</td>
              <th scope="row">
                {other === row ? <b>{other.model}</b> : <a href={modelHref(other.model, { row: other.id })}>{other.model}</a>}
              </th>
              <td class="number">{wattHours(other.wh)}</td>
              <td class="stars">
                <Stars stars={other.stars} note={other.starsNote} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={hrefOf([], query)}>The whole board</a>
      </p>
    </section>
  );
}

const NoRecord = ({ row }: { row: Row }) => (
  <section>
    <h2>Runs, phases, power</h2>
    <p class="note">
      Edition {row.edition} took this figure from elsewhere: no record of the measurement is here, so that runs, phases, power, checks and
      hardware are not known, and nothing says how sure the figure is.
    </p>
  </section>
);

function OtherResults({ rows, shown }: { rows: readonly Row[]; shown: Row }) {
  if (rows.length < 2) return null;
  return (
    <section>
      <h2>All results of this model</h2>
      <WideTable name="All results of this model">
        <thead>
          <tr>
            <th scope="col">Board</th>
            <th scope="col">From</th>
            <th scope="col" class="number">
              Wh
            </th>
            <th scope="col">Stars</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class={row === shown ? 'own' : ''}>
              <th scope="row">
                <a href={modelHref(row.model, { row: row.id })} aria-current={row === shown ? 'true' : undefined}>
                  {boardName(row)}
                  {row.variant === null ? '' : `, ${row.variant}`}
                </a>
              </th>
              <td>{row.edition === null ? (row.measuredAt?.slice(0, 10) ?? '') : `edition ${row.edition}`}</td>
              <td class="number">{wattHours(row.wh)}</td>
              <td class="stars">
                <Stars stars={row.stars} note={row.starsNote} />
              </td>
              <td>
                <StateTag row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
