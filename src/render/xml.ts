import { visible } from '../domain/submission/hostile-characters.ts';

/** Characters that XML cannot hold at all. */
const NOT_XML = /[\uFFFE\uFFFF]/gu;

/** Foreign text inside XML, in an element or an attribute: it reads as it is and does nothing. */
export function xml(text: string): string {
  return visible(text.toWellFormed())
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
