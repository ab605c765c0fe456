/** Keeps the pages and the data that a reader has seen, so that they open without a connection. With one, the newest is shown. */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(name: 'message', listener: (event: Extendable & { data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
};

/** The build puts the names of its own files here. */
declare const SHELL: readonly string[];
declare const CACHE: string;

const worker = globalThis as unknown as Worker;
/** Caches of other pages on the same origin have other names. */
const name = `${CACHE} ${new URL('.', worker.location.href).pathname}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => cache.addAll([...SHELL]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => worker.clients.claim()));
});

async function dropOld(): Promise<void> {
  const [program = '', place = ''] = [CACHE.split(' ')[0], new URL('.', worker.location.href).pathname];
  const old = (await caches.keys()).filter((key) => key.startsWith(`${program} `) && key.endsWith(` ${place}`) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
}

worker.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const urls = event.data.filter((url): url is string => typeof url === 'string' && url.startsWith(worker.location.origin));
  event.waitUntil(keepAll(urls));
});

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  for (const url of new Set(urls)) {
    if ((await cache.match(url)) === undefined) await cache.add(url).catch(() => undefined);
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.location.origin)) return;
  event.respondWith(newestOrKept(request));
});

async function newestOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  // The digest of a file's content stands in its name: such a file never changes.
  const unchanging = /\/leaderboard\/pages\/[^/]+-[\w-]{8}\.(js|css)$/.test(new URL(request.url).pathname);
  if (unchanging) {
    const kept = await cache.match(request);
    if (kept !== undefined) return kept;
  }
  try {
    const fresh = await fetch(request);
    if (fresh.ok && fresh.status === 200) await cache.put(request, fresh.clone());
    return fresh;
  } catch (thrown) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept !== undefined) return kept;
    throw thrown;
  }
}
