import type { ServerResponse } from 'node:http';
import type { Content } from './content.ts';

/** Addresses that only `leaderboard serve` has. */
export const CHANGES = '-/changes';
export const LIVE_SCRIPT = '-/live.js';

/** What a page runs that is shown while it is built: it loads itself again when something has changed. */
export const LIVE_SCRIPT_TEXT = `const changes = new EventSource(new URL('changes', import.meta.url));
changes.addEventListener('changed', () => location.reload());
`;

/** The page as it is served: it learns which bundles are at hand, and follows changes where they are watched. */
export function servedPage(html: string, { bundles }: Pick<Content, 'bundles'>, watched: 'watched' | 'as it is'): string {
  const live = watched === 'watched';
  const attributes = `${live ? ' data-live' : ''}${bundles.length === 0 ? '' : ` data-bundles="${bundles.join(' ')}"`}`;
  const script = live ? `    <script type="module" src="${LIVE_SCRIPT}"></script>\n` : '';
  return html.replace('<html lang="en">', `<html lang="en"${attributes}>`).replace('  </head>', `${script}  </head>`);
}

/** Pages that wait to hear of changes. */
export type Listeners = { add(response: ServerResponse): void; tell(): void; close(): void };

export function listeners(): Listeners {
  const open = new Set<ServerResponse>();
  return {
    add: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    tell: () => {
      for (const response of open) response.write('event: changed\ndata:\n\n');
    },
    close: () => {
      for (const response of open) response.end();
    },
  };
}
