import type { ComponentChildren } from 'preact';
import { LABEL_MARKS } from '../../src/domain/label.ts';
import { taskOf } from '../../src/domain/tasks.ts';
import { hrefOf, modelHref } from '../address.ts';
import type { PageProps } from '../app.tsx';
import { type LabelOf, labelNamed } from '../data/labels.ts';
import { urlOf } from '../data/load.ts';
import { wattHours } from '../parts/figures.tsx';
import { goTo, useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { Stars } from '../parts/stars.tsx';

/** Says whether a label is true today: what the repository says of it, not what a copied file says of itself. */
export function Verify({ address }: PageProps) {
  useTitle('Is this label true today? · AI Energy Score');
  const stem = stemIn(address.query.get('label') ?? '');
  return (
    <article class="prose">
      <h1>Is this label true today?</h1>
      <p>
        A label is a file that anybody can copy or change. What counts is what this results repository says of it today. Paste the address
        of a label or badge, or follow the link on it.
      </p>
      <form
        class="verify-form"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('label');
          goTo(hrefOf(['verify'], { label: stemIn(typeof typed === 'string' ? typed : '') }));
        }}
      >
        <label>
          Label
          <input
            name="label"
            key={stem}
            defaultValue={stem}
            placeholder="2025-02/question-answering/org/model"
            spellcheck={false}
            autocomplete="off"
          />
        </label>
        <button type="submit">Verify</button>
      </form>
      {stem !== '' && (
        <Loading load={() => labelNamed(stem)} keys={[stem]}>
          {(label) => (label === null ? <Unknown stem={stem} /> : <Known label={label} />)}
        </Loading>
      )}
    </article>
  );
}

/** A label's name in whatever was pasted: its address, the address of this page, or the name itself. */
function stemIn(pasted: string): string {
  const words = pasted.trim();
  const named = /[?&]label=([^&#]+)/.exec(words)?.[1];
  const path = /(?:labels|badges)\/([^?#]+)\.(?:svg|png|json)/.exec(words)?.[1];
  const found = named ?? path ?? words;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

const Unknown = ({ stem }: { stem: string }) => (
  <div class="note bad" role="status">
    <h2>No</h2>
    <p>This results repository holds no label {stem}. A label that leads here under that name is not one of ours.</p>
  </div>
);

function Known({ label }: { label: LabelOf }) {
  const { mark } = label;
  const isVoid = mark !== null && LABEL_MARKS[mark].figure === 'void';
  return (
    <div class="verified" role="status">
      <div class={`note ${isVoid ? 'bad' : mark === null ? 'good' : ''}`}>
        <h2>{isVoid ? 'No longer' : mark === null ? 'Yes' : 'Yes, as it is marked'}</h2>
        <p>{mark === null ? 'It is an official label, and it says what the repository says today.' : LABEL_MARKS[mark].meaning}</p>
      </div>
      <div class="embed">
        <img src={urlOf(label.label)} width="260" height="364" alt={`Label of ${label.model} as it has to look today`} />
        <dl class="facts">
          <Fact name="Model">
            <a href={modelHref(label.model, label.record === null ? {} : { row: nameOf(label.record) })}>{label.model}</a>
          </Fact>
          <Fact name="Task">
            {taskOf(label.task).title}
            {label.class === null ? '' : `, class ${label.class}`}
          </Fact>
          <Fact name="Energy">{wattHours(label.whPer1000Queries)} Wh per 1,000 queries</Fact>
          <Fact name="Stars">
            {label.stars === null ? 'none' : <Stars stars={label.stars} note={null} />}{' '}
            {label.edition === null ? 'on its board today' : `of edition ${label.edition}`}
          </Fact>
          <Fact name="Scored">{label.scored}</Fact>
          {label.state !== null && <Fact name="State of its result">{label.state}</Fact>}
        </dl>
      </div>
      <p>A copy that looks otherwise, or says another figure, is not true.</p>
    </div>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
