/** Characters that read as something else than they are, or as nothing. A tab and a line feed are not among them. */
export type HostileKind = 'nul' | 'control' | 'bidi' | 'zero-width';

/** Line breaks to some programs and not to others are controls here: a lone carriage return, NEL, U+2028, U+2029. */
const CONTROL = String.raw`\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029`;
const BIDI = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
/** Joiners, fillers, invisible operators, interlinear marks, lone surrogates, tags and the variation selectors that carry hidden text. */
const ZERO_WIDTH = String.raw`\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200D\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uD800-\uDFFF\u{E0000}-\u{E0FFF}`;

const IS_CONTROL = new RegExp(`[${CONTROL}\r]`, 'u');
const IS_BIDI = new RegExp(`[${BIDI}]`, 'u');
const HOSTILE = new RegExp(String.raw`\0|\r(?!\n)|[${CONTROL}${BIDI}${ZERO_WIDTH}]`, 'gu');
const NOT_SHOWN = new RegExp(String.raw`[\0\t\n\r${CONTROL}${BIDI}${ZERO_WIDTH}]`, 'gu');

/** The code point of a character as people write it: U+202E. */
export const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Every hostile character of a text, in order; index in UTF-16 code units. */
export function hostileCharacters(text: string): { index: number; character: string; kind: HostileKind }[] {
  return [...text.matchAll(HOSTILE)].map(({ index, 0: character }) => ({ index, character, kind: kindOf(character) }));
}

function kindOf(character: string): HostileKind {
  if (character === '\0') return 'nul';
  if (IS_CONTROL.test(character)) return 'control';
  return IS_BIDI.test(character) ? 'bidi' : 'zero-width';
}

/** A text with every hostile character, tab and line break written as \u{…}: safe on a terminal, in a log, in a message. */
export const visible = (text: string): string => text.replace(NOT_SHOWN, (character) => `\\u{${codePoint(character).slice(2)}}`);

const QUOTED_LENGTH = 80;

/** A stranger's text inside one of our sentences: visible, in backquotes, at most 80 characters. */
export function quoted(text: string): string {
  const shown = visible(text).replaceAll('`', "'");
  return `\`${shown.length > QUOTED_LENGTH ? `${shown.slice(0, QUOTED_LENGTH).toWellFormed()}…` : shown}\``;
}
