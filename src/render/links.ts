import { escapeMarkdown } from './markdown.ts';

/** A file's place on its repository's pages; nothing in a path can end a link that leads there. */
export function fileUrl(repositoryUrl: string, { commit, path }: { commit: string; path: string }): string {
  const parts = path.split('/').map((part) => unclosed(encodeURIComponent(part.toWellFormed())));
  return `${repositoryUrl}/blob/${commit}/${parts.join('/')}`;
}

/** A link to an address of http or https; the text alone for any other. */
export function linkTo(text: string, address: string): string {
  const href = safeHref(address);
  return href === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${href})`;
}

/** An address as it can stand in Markdown and in HTML; null for one that is no address of a page. */
export function safeHref(address: string): string | null {
  const url = URL.parse(address);
  return url === null || !/^https?:$/.test(url.protocol) ? null : unclosed(url.href).replace(/["<>\\]/g, encodeURIComponent);
}

const unclosed = (text: string): string => text.replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
