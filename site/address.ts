/** Where a reader is: everything that a view shows follows from it, so that every view can be linked to. */
export type Address = { path: readonly string[]; query: URLSearchParams };

/** The address in the part of a URL that begins with #. */
export function addressOf(hash: string): Address {
  const text = hash.replace(/^#\/?/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)),
  };
}

/** The same address as a link. */
export function hrefOf(path: readonly string[], query: URLSearchParams | Record<string, string> = {}): string {
  // Slashes, colons and commas mean nothing in this part of a URL, and are easier to read as they are.
  const words = new URLSearchParams(query).toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `#/${path.map(encodeURIComponent).join('/')}${words === '' ? '' : `?${words}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page of a model. */
export const modelHref = (model: string, query: Record<string, string> = {}): string => hrefOf(['model', ...model.split('/')], query);
