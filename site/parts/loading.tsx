import type { ComponentChildren, ComponentType } from 'preact';
import { useLoaded } from './hooks.ts';

/** Shows what was loaded, or says that it is under way, or why it is not there. */
export function Loading<T>({
  load,
  keys,
  children,
}: {
  load: () => Promise<T>;
  keys: readonly unknown[];
  children: (value: T) => ComponentChildren;
}) {
  const loaded = useLoaded(load, keys);
  if (loaded.state === 'loading') return <p class="quiet loading">Loading…</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} />;
  return <>{children(loaded.value)}</>;
}

/** Says what could not be loaded. */
function Failure({ message }: { message: string }) {
  return (
    <div class="note bad" role="alert">
      <p>{message}</p>
      <p>Reload the page, or look whether the file is where this page is served from.</p>
    </div>
  );
}

/** A part of the page whose code is loaded when it is shown. */
export function Lazy<Props extends object>({ part, props }: { part: () => Promise<ComponentType<Props>>; props: Props }) {
  return (
    <Loading load={part} keys={[part]}>
      {(Part) => <Part {...props} />}
    </Loading>
  );
}
