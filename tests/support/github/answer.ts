import type { App } from './app.ts';
import type { LoopbackRepository } from './repository.ts';
import type { Need, Token } from './tokens.ts';

export type Answer = {
  status: number;
  /** Bytes are sent as they are, everything else as JSON; nothing where left out. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** All that a loopback GitHub holds. */
export type World = {
  repositories: LoopbackRepository[];
  tokens: Record<string, Token>;
  app: App | null;
  organisations: LoopbackOrganisation[];
};

/** What an organisation has set for its runners. */
export type LoopbackOrganisation = {
  login: string;
  runnerGroups: {
    id: number;
    name: string;
    visibility: string;
    allows_public_repositories: boolean;
    restricted_to_workflows?: boolean;
    selected_workflows?: string[];
    repositories: string[];
    runners: object[];
  }[];
  runners: object[];
};

/** A request that fits GitHub's description. */
export type RestRequest = {
  world: World;
  /** Its path parameters, decoded. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  bytes: Buffer;
  headers: Record<string, string | string[] | undefined>;
  /** Where the server is, as in http://127.0.0.1:1234, and the request's whole path there. */
  origin: string;
  url: string;
};

export type RepositoryRequest = RestRequest & { repository: LoopbackRepository; token: Token };

/** How an operation is answered, and what a token has to be granted for it: any one of the needs. */
export type Operation =
  | { of: 'repository'; needs: readonly Need[]; answer(request: RepositoryRequest): Answer }
  | { of: 'account'; needs: readonly Need[]; answer(request: RestRequest & { token: Token }): Answer }
  | { of: 'app'; answer(request: RestRequest & { app: App }): Answer };

/** Operations by their names, as in "GET /repos/{owner}/{repo}/pulls". */
export type Operations = Readonly<Record<string, Operation>>;

/** An operation on a repository; a token needs any one of the grants. */
export const inRepository = (needs: readonly Need[], answer: (request: RepositoryRequest) => Answer): Operation => ({
  of: 'repository',
  needs,
  answer,
});

/** An operation that is about no repository. */
export const forAccount = (needs: readonly Need[], answer: (request: RestRequest & { token: Token }) => Answer): Operation => ({
  of: 'account',
  needs,
  answer,
});

/** An operation that an App does with a JSON web token of its own key. */
export const asApp = (answer: (request: RestRequest & { app: App }) => Answer): Operation => ({ of: 'app', answer });

export const refusal = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

export const missing = (): Answer => refusal(404, 'Not Found');

/** One page of a list, with links to the others as GitHub gives them. */
function page<Item>(
  { query, url }: Pick<RestRequest, 'query' | 'url'>,
  items: readonly Item[],
): { shown: Item[]; headers: Record<string, string> } {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, name: string) => {
    const there = new URLSearchParams(query);
    there.set('page', String(to));
    return `<${url}?${there}>; rel="${name}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    shown: items.slice((number - 1) * size, number * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

/** A page of a bare list. */
export function listed<Item>(request: RestRequest, items: readonly Item[], show: (item: Item) => unknown = (item) => item): Answer {
  const { shown, headers } = page(request, items);
  return { status: 200, body: shown.map(show), headers };
}

/** A page of a list that tells its length beside it. */
export function counted<Item>(
  request: RestRequest,
  name: string,
  items: readonly Item[],
  show: (item: Item) => unknown = (item) => item,
): Answer {
  const { shown, headers } = page(request, items);
  return { status: 200, body: { total_count: items.length, [name]: shown.map(show) }, headers };
}
