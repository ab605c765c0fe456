import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Address, hrefOf } from './address.ts';
import { type Repository, repository } from './data/repository.ts';
import { useAddress } from './parts/hooks.ts';
import { Lazy, Loading } from './parts/loading.tsx';
import { ThemeChoice } from './parts/theme.tsx';
import { Leaderboard } from './views/leaderboard.tsx';

/** What every page gets. */
export type PageProps = { repo: Repository; address: Address };

type Page = { title: string; part: () => Promise<ComponentType<PageProps>>; inMenu: boolean };

const PAGES: Readonly<Record<string, Page>> = {
  compare: { title: 'Compare', part: () => import('./views/compare.tsx').then(({ Compare }) => Compare), inMenu: true },
  cost: { title: 'Cost', part: () => import('./views/cost.tsx').then(({ Cost }) => Cost), inMenu: true },
  method: { title: 'Method', part: () => import('./views/method.tsx').then(({ Method }) => Method), inMenu: true },
  data: { title: 'Data', part: () => import('./views/downloads.tsx').then(({ Downloads }) => Downloads), inMenu: true },
  verify: { title: 'Verify', part: () => import('./views/verify.tsx').then(({ Verify }) => Verify), inMenu: true },
  model: { title: 'Model', part: () => import('./views/model.tsx').then(({ Model }) => Model), inMenu: false },
};

/** The whole page. */
export function App() {
  const address = useAddress();
  const main = useRef<HTMLElement>(null);
  const page = address.path.join('/');
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [page]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Header current={address.path[0] ?? ''} />
      <main id="main" tabIndex={-1} ref={main}>
        <Loading load={repository} keys={[]}>
          {(repo) => (
            <>
              <Rehearsal repo={repo} />
              <Shown repo={repo} address={address} />
            </>
          )}
        </Loading>
      </main>
      <footer>
        <p>
          The score is GPU energy of inference. The pages load nothing from elsewhere and follow nobody.{' '}
          <a href={hrefOf(['data'])}>All data</a> is there to download.
        </p>
      </footer>
    </>
  );
}

function Shown({ repo, address }: PageProps) {
  const [name] = address.path;
  if (name === undefined) return <Leaderboard repo={repo} address={address} />;
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  if (page === undefined) return <Missing />;
  return <Lazy key={name} part={page.part} props={{ repo, address }} />;
}

const Missing = () => (
  <div class="note">
    <h1>There is no such page</h1>
    <p>
      The link may be wrong. <a href="#/">To the leaderboard</a>
    </p>
  </div>
);

function Header({ current }: { current: string }) {
  const link = (name: string, title: string) => (
    <li key={name}>
      <a href={hrefOf(name === '' ? [] : [name])} aria-current={name === current ? 'page' : undefined}>
        {title}
      </a>
    </li>
  );
  return (
    <header>
      <a class="brand" href="#/">
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
          <path d="M12 1.8l3 6.6 7.2.8-5.4 4.8 1.5 7.1L12 17.5l-6.3 3.6 1.5-7.1L1.8 9.2 9 8.4z" class="brand-star" />
          <path d="M13 6.5l-4 6.3h2.7l-.7 4.7 4-6.3h-2.7z" class="brand-bolt" />
        </svg>
        <span>AI Energy Score</span>
      </a>
      <nav aria-label="Pages">
        <ul>
          {link('', 'Leaderboard')}
          {Object.entries(PAGES).flatMap(([name, { title, inMenu }]) => (inMenu ? [link(name, title)] : []))}
        </ul>
      </nav>
      <ThemeChoice />
    </header>
  );
}

/** Says of a repository of rehearsals that nothing here was measured. */
function Rehearsal({ repo }: { repo: Repository }) {
  const rehearsed = repo.boards.some(({ standing }) => standing === 'rehearsal') || repo.editions.some(({ rehearsal }) => rehearsal);
  useEffect(() => {
    document.documentElement.classList.toggle('rehearsal', rehearsed);
  }, [rehearsed]);
  if (!rehearsed) return null;
  return (
    <p class="note rehearsal">
      <b>Rehearsal.</b> Scripted hardware gave these figures: they are no measurements.
    </p>
  );
}
