import { type Fact, known } from '../domain/github-settings/settings.ts';
import { isRateLimit } from './client.ts';
import { githubFault, statusOf } from './faults.ts';

const NOT_TOLD = 'The token may not read it.';

/**
 * An answer of GitHub, or that the token is not told. GitHub answers 404 as well as 403 to a token that may not know.
 * @throws Fault of the operator for every other failure
 */
export async function asked<Value>(what: string, request: () => Promise<Value>): Promise<Fact<Value>> {
  try {
    return known(await request());
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status === 404 || (status === 403 && !isRateLimit(thrown as object))) return { known: false, why: NOT_TOLD };
    throw githubFault(thrown, `read ${what}`);
  }
}

/** As asked; null where it is not there. For what everybody may see who sees the repository. */
export async function askedMaybe<Value>(what: string, request: () => Promise<Value>): Promise<Fact<Value | null>> {
  return asked(what, () =>
    request().catch((thrown: unknown) => {
      if (statusOf(thrown) === 404) return null;
      throw thrown;
    }),
  );
}

/** Items of one page. */
export const PAGE = 100;

/** Every item of a list, page by page. */
export async function everyPage<Item>(page: (number: number) => Promise<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for (let number = 1; ; number++) {
    const items = await page(number);
    all.push(...items);
    if (items.length < PAGE) return all;
  }
}
