import { starsWords } from '../../src/render/stars.ts';
import { hrefOf, modelHref } from '../address.ts';
import { type LabelOf, labelOf } from '../data/labels.ts';
import { urlOf } from '../data/load.ts';
import type { Row } from '../data/rows.ts';
import { Copy } from '../parts/copy.tsx';
import { intervalText, wattHours } from '../parts/figures.tsx';
import { Loading } from '../parts/loading.tsx';

/** The page's own address without what comes after #. */
const here = (): string => location.href.replace(/[^/]*(\?.*)?(#.*)?$/, '');

/** Labels and lines to paste elsewhere. */
export function Embed({ row }: { row: Row }) {
  return (
    <section>
      <h2>Quote and embed</h2>
      <Copy label="Sentence to quote" text={sentenceOf(row)} />
      <Loading load={() => labelOf(row)} keys={[row.id]}>
        {(label) => (label === null ? <WordsAlone row={row} /> : <WithLabel row={row} label={label} />)}
      </Loading>
    </section>
  );
}

const pageOf = (row: Row): string => `${here()}${modelHref(row.model, { row: row.id })}`;

/** What may stand between Markdown's brackets. */
const plain = (text: string): string => text.replace(/[^\w ./:,-]/g, '');

const wordsOf = (row: Row): string =>
  `${plain(row.model)}: ${wattHours(row.wh)} Wh per 1,000 queries${row.stars === null ? '' : `, ${row.stars} of 5 stars`}`;

/** The figure with everything that it needs to stand alone. */
function sentenceOf(row: Row): string {
  const energy = row.energy === 'GPU energy' ? 'GPU energy' : `energy (${row.energy})`;
  const facts = [
    row.interval === null ? null : `95 % interval ${intervalText(row.interval)} Wh`,
    row.stars === null ? null : starsWords(row.stars),
    row.state === 'frozen' || row.state === 'official' ? null : row.state,
  ].filter((fact) => fact !== null);
  const when = row.edition === null ? `measured on ${row.measuredAt?.slice(0, 10)}` : `edition ${row.edition}`;
  return `${row.model} used ${wattHours(row.wh)} Wh of ${energy} for 1,000 queries of ${row.taskTitle.toLowerCase()} on ${row.device ?? row.hardware}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}; AI Energy Score, ${when}. ${pageOf(row)}`;
}

function WordsAlone({ row }: { row: Row }) {
  return <Copy label="Markdown link" text={`[${wordsOf(row)}](${pageOf(row)})`} />;
}

function WithLabel({ row, label }: { row: Row; label: LabelOf }) {
  const page = `${here()}${hrefOf(['verify'], { label: label.stem })}`;
  const alt = wordsOf(row);
  return (
    <div class="embed">
      <a href={hrefOf(['verify'], { label: label.stem })}>
        <img src={urlOf(label.label)} width="260" height="364" alt={`Label of ${row.model}: ${alt}`} loading="lazy" />
      </a>
      <div>
        <h3>Label</h3>
        <Copy label="Markdown for the label" text={`[![${alt}](${here()}${urlOf(label.label)})](${page})`} />
        <Copy
          label="HTML for the label"
          text={`<a href="${page}"><img src="${here()}${urlOf(label.label)}" width="260" height="364" alt="${alt}"></a>`}
        />
        <h3>Badge</h3>
        <p>
          <img src={urlOf(label.badge)} alt={`Badge of ${row.model}`} height="20" loading="lazy" />
        </p>
        <Copy label="Markdown for the badge" text={`[![${alt}](${here()}${urlOf(label.badge)})](${page})`} />
        <p>
          The same for shields' endpoint: <a href={urlOf(label.shields)}>JSON</a>.{' '}
          <a href={hrefOf(['verify'], { label: label.stem })}>Is this label true today?</a>
        </p>
      </div>
    </div>
  );
}
