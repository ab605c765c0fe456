import type { Edition } from '../../src/domain/generated/edition.ts';
import { taskOf } from '../../src/domain/tasks.ts';
import type { PageProps } from '../app.tsx';
import { edition, urlOf } from '../data/load.ts';
import { Copy } from '../parts/copy.tsx';
import { counted } from '../parts/figures.tsx';
import { useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';

type Download = { path: string; title: string; about: string };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Every file that others can use, and how to put the table on another page. */
export function Downloads({ repo }: PageProps) {
  useTitle('Data · AI Energy Score');
  const { files } = repo;
  const everything: Download[] = [
    { path: 'leaderboard/index.json', title: 'Index', about: 'every board and edition, and where its files lie (JSON)' },
    ...optional(files.parquet, 'All results', 'every row of every board (Parquet)'),
    ...optional(files.feed, 'Feed', 'new results and changed states (Atom)'),
    ...optional(files.citation, 'Citation', 'how to cite the results (CFF)'),
    { path: 'leaderboard/data-dictionary.md', title: 'Data dictionary', about: 'what every column means' },
    { path: 'leaderboard/schema.json', title: 'Schema', about: 'of the JSON files' },
    { path: 'leaderboard/manifest.json', title: 'Manifest', about: 'the digest of every derived file' },
  ];
  return (
    <article class="prose">
      <h1>Data</h1>
      <p>Everything that these pages show is made of these files, and of nothing else. Take them.</p>
      <h2>Everything</h2>
      <List files={everything} />
      {repo.boards.length > 0 && <h2>Boards</h2>}
      {repo.boards.map((board) => (
        <section key={board.id}>
          <h3>{board.title}</h3>
          <p class="quiet">
            {counted(board.rows, 'row')}, {board.energy}, {board.standing}
          </p>
          <List
            files={[
              { path: `leaderboard/${board.id}.json`, title: 'JSON', about: 'every column' },
              ...optional(board.csv, 'CSV', 'every column'),
              ...optional(board.publishedCsv, 'CSV as published', 'the columns of the public leaderboard, in kWh'),
            ]}
          />
        </section>
      ))}
      {repo.editions.length > 0 && <h2>Editions</h2>}
      {repo.editions.map(({ name, hardware, rows, publishedCsv }) => (
        <section key={name}>
          <h3>Edition {name}</h3>
          <p class="quiet">
            {counted(rows, 'row')}, {hardware}
          </p>
          <Loading load={() => edition(name)} keys={[name]}>
            {(frozen) => (
              <List
                files={[
                  { path: `editions/${name}.json`, title: 'JSON', about: 'the frozen edition' },
                  ...publishedOf(frozen, publishedCsv),
                ]}
              />
            )}
          </Loading>
        </section>
      ))}
      <Embedding />
    </article>
  );
}

const optional = (path: unknown, title: string, about: string): Download[] =>
  text(path) === null ? [] : [{ path: path as string, title, about }];

function publishedOf({ rows }: Edition, folder: string): Download[] {
  const names = [...new Set(rows.map(({ task }) => taskOf(task).publishedFile))];
  return names.map((name) => ({ path: `${folder}${name}.csv`, title: `${name}.csv`, about: 'as published, in kWh' }));
}

const List = ({ files }: { files: readonly Download[] }) => (
  <ul class="downloads">
    {files.map(({ path, title, about }) => (
      <li key={path}>
        <a href={urlOf(path)} download={path.split('/').at(-1)}>
          {title}
        </a>{' '}
        <span class="quiet">{about}</span>
      </li>
    ))}
  </ul>
);

function Embedding() {
  const here = location.href.replace(/[^/]*(\?.*)?(#.*)?$/, '');
  return (
    <>
      <h2>Embed</h2>
      <p>
        Labels and badges stand on every model's page, ready to paste. A view of these pages, with its filters, can stand in another page:
        its address tells everything.
      </p>
      <Copy
        label="HTML to embed a view"
        text={`<iframe src="${here}#/?task=question-answering" title="AI Energy Score" width="100%" height="600" loading="lazy"></iframe>`}
      />
      <Copy
        label="Python to read a board"
        text={`import json, urllib.request\nindex = json.load(urllib.request.urlopen("${here}leaderboard/index.json"))\nprint([board["title"] for board in index["boards"]])`}
      />
    </>
  );
}
