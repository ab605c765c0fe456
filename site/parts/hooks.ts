import { useEffect, useState } from 'preact/hooks';
import { type Address, addressOf } from '../address.ts';

/** Where the reader is; follows links, the buttons of the browser, and goTo. */
export function useAddress(): Address {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return addressOf(hash);
}

/** Goes to an address. Replacing leaves no step in the history: for what is typed letter by letter. */
export function goTo(href: string, how: 'step' | 'replace' = 'step'): void {
  if (href === (location.hash || '#/')) return;
  if (how === 'step') {
    location.hash = href;
    return;
  }
  history.replaceState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'there'; value: T };

/** What a promise gives, once it does; asked again when one of the keys changes. The last value stays until the next one is there. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setLoaded({ state: 'there', value }),
      (thrown: unknown) => current && setLoaded({ state: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) }),
    );
    return () => {
      current = false;
    };
  }, keys);
  return loaded;
}

/** Names the page for the browser's tab and for those who hear it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
