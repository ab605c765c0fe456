/** Whether `leaderboard serve` shows the pages while they are built: then nothing old may come from a cache. */
const LIVE = document.documentElement.dataset.live !== undefined;

/** Keeps the pages and what they have loaded for a time without a connection. */
export function keepForLater(): void {
  if (LIVE || !('serviceWorker' in navigator) || !isSecureContext) return;
  const keep = async () => {
    await navigator.serviceWorker.register('sw.js');
    const { active } = await navigator.serviceWorker.ready;
    // What was loaded before the worker was there has to be told to it.
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage([...loaded, location.href.replace(/#.*/, '')].filter((url) => url.startsWith(location.origin)));
  };
  // Where it cannot be kept, the pages work with a connection.
  if (document.readyState === 'complete') void keep().catch(() => undefined);
  else addEventListener('load', () => void keep().catch(() => undefined), { once: true });
}
