import { safeHref } from './links.ts';
import { escapeMarkdown } from './markdown.ts';

export type LabelPicture = {
  /** Where the picture is; null where there is none yet. */
  url: string | null;
  /** Where it leads; null for nowhere. */
  link: string | null;
  /** Whose label it is, and its figure, plain text. */
  title: string;
  figure: string;
};

/** A label's picture, beside what follows it; empty where there is none. */
export function labelPicture({ url, link, title, figure }: LabelPicture): string {
  const source = url === null ? null : safeHref(url);
  if (source === null) return '';
  const words = escapeMarkdown(`AI Energy Score label of ${title}: ${figure} per 1,000 queries`).replaceAll('"', '&quot;');
  const picture = `<img align="right" width="200" alt="${words}" src="${source}">`;
  const href = link === null ? null : safeHref(link);
  return href === null ? picture : `<a href="${href}">${picture}</a>`;
}
