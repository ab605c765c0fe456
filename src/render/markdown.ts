/** Everything GitHub takes in one comment. */
export const COMMENT_BYTES = 65_536;
/** Everything GitHub takes as a check's summary, in characters; bytes are never fewer. */
export const CHECK_BYTES = 65_535;
/** Everything GitHub takes in one step's summary. */
export const SUMMARY_BYTES = 1_048_576;

/** Longest piece of foreign text that is shown, in code points. */
const LONGEST = 300;

/** Nothing that can be seen: controls, bidi and other format characters, private use, zero width and fillers. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** More marks on one letter than any language writes. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Foreign text as one line of visible characters. Text is cleaned here, and for blocks of code in visibleLine, and nowhere else. */
export function plain(text: string, longest: number = LONGEST): string {
  const visible = text.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(PILED_MARKS, '$1').replace(/\s+/gu, ' ').trim();
  const points = [...visible];
  return points.length <= longest ? visible : `${points.slice(0, longest - 1).join('')}…`;
}

/** Characters that can begin HTML, Markdown, a table's cell, a formula or a link. */
const ACTIVE = /[&<>`*_[\]|~\\$]/g;

const entity = (character: string): string => `&#${character.codePointAt(0)};`;

/** What keeps GitHub, which looks at the rendered text, from making a link of it. The escape is ours: foreign ones are gone by now. */
const APART = '&#8203;';

/**
 * Foreign text for any place in Markdown: a paragraph, a list item, a heading, a table's cell, inside HTML of ours. It renders as
 * the characters it has and does nothing: no HTML, no emphasis, no mention, no link to an issue or a page, no emoji by name.
 */
export const escapeMarkdown = (text: string): string => inert(plain(text));

/**
 * A sentence, foreign or not, that may hold code between backticks, as in: Write `key: value`. Code is shown as code, and everything
 * else as escapeMarkdown shows it.
 */
export const prose = (text: string): string =>
  plain(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : inert(part)))
    .join('');

/** Visible characters that do nothing. */
function inert(visible: string): string {
  return visible
    .replace(ACTIVE, entity)
    .replace(/^[-+=]/, entity)
    .replace(/^(\d+)([.)])/, (_all, digits: string, mark: string) => digits + entity(mark))
    .replace(/@/g, `@${APART}`)
    .replace(/(?<!&)#/g, (sign, at: number) => (at === 0 ? `&#35;${APART}` : `${sign}${APART}`))
    .replace(/(gh)-(?=\d)/gi, `$1-${APART}`)
    .replace(/:(?=\/\/|[\w+-]*[a-z][\w+-]*:)/gi, `:${APART}`)
    .replace(/(www)\./gi, `$1${APART}.`)
    .replace(/(mailto|xmpp):/gi, `$1:${APART}`);
}

/** Foreign text as code in a paragraph or a list item. Not for tables: there a bar would end the cell. */
export function code(text: string): string {
  // What only looks like the beginning of a comment: the bot finds its own by one.
  const line = plain(text).replaceAll('|', '¦').replaceAll('<!--', '<!\u2011\u2011');
  const fence = '`'.repeat(longestRun(line) + 1);
  const edge = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return `${fence}${edge}${line}${edge}${fence}`;
}

/** Longest line of a block of code, in code points. */
const LONGEST_LINE = 2000;

/** A foreign line as visible characters, blanks kept: how far a line is indented can be part of what it says. */
function visibleLine(text: string): string {
  const visible = text.toWellFormed().replace(/\s/gu, ' ').replace(INVISIBLE, '').replace(PILED_MARKS, '$1').trimEnd();
  const points = [...visible];
  return points.length <= LONGEST_LINE ? visible : `${points.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** Foreign lines as a block of code. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.split(/\r\n|[\n\r]/).map(visibleLine);
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** A column's head; a colon aligns its numbers to the right. */
export type Column = { head: string; align: 'left' | 'right' };

/** A table of cells that are Markdown already. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'right' ? '--:' : '---'));
  return [line(columns.map(({ head }) => head)), line(rule), ...rows.map(line)].join('\n');
}

/** A part that the reader opens. Summary and body are Markdown (or HTML) already. */
export const folded = (summary: string, body: string): string => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** One part of a text. Those with the largest number go first when space is short; 0 stays always. */
export type Section = { importance: number; text: string };

const SHORTENED = '_Some parts were left out to fit the size limit._';

/** The sections, one blank line between them, in at most so many bytes of UTF-8: the least important ones are dropped whole. */
export function withinBytes(sections: readonly Section[], limit: number): string {
  const present = sections.filter(({ text }) => text !== '');
  const whole = joined(present);
  if (size(whole) <= limit) return whole;
  const levels = [...new Set(present.map(({ importance }) => importance))].sort((a, b) => b - a);
  for (const level of levels) {
    const shorter = joined([...present.filter(({ importance }) => importance < level), { importance: 0, text: SHORTENED }]);
    if (level > 0 && size(shorter) <= limit) return shorter;
  }
  return cut(joined(present.filter(({ importance }) => importance === 0)), limit);
}

const joined = (sections: readonly Section[]): string => `${sections.map(({ text }) => text).join('\n\n')}\n`;
const size = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The longest beginning of whole lines that fits. */
function cut(text: string, limit: number): string {
  let used = 0;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    used += size(line) + 1;
    if (used > limit) break;
    kept.push(line);
  }
  return `${kept.join('\n').trimEnd()}\n`;
}
