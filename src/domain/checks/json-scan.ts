/** Something at a place of a text; line and column count from 1. */
export type Place = { readonly line: number; readonly column: number; readonly message: string };

/** What JSON.parse would hide: it keeps the last of two equal keys, and rounds or zeroes numbers in silence. */
export type JsonScan = {
  /** The first place where the text stops being JSON, or null. */
  readonly syntax: Place | null;
  readonly duplicateKeys: readonly Place[];
  /** Numbers that JSON does not know or that a double cannot hold. */
  readonly numbers: readonly Place[];
  /** Strings and keys whose escapes make half a character, which has no UTF-8 and so no digest. */
  readonly characters: readonly Place[];
  /** Deepest nesting of objects and arrays. */
  readonly depth: number;
  /** Members of the largest object or array. */
  readonly members: number;
  /** Values in all: objects, arrays and scalars. */
  readonly values: number;
};

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings exclude exactly these.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** An escape of one half of a character. */
const HALF = /\\u[dD][89a-fA-F]/;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const FOREIGN_NUMBER = /[+-]?(?:NaN|Infinity)/y;
const LITERAL = /true|false|null/y;

/** Least positive number that a double holds at full precision. */
const LEAST_NORMAL = 2 ** -1022;
/** A double's shortest form has at most 24 characters; more only hides what the number is. */
const LONGEST_NUMBER = 32;
/** Places of one kind that are told; finding a place reads the text up to it, so a hostile text must not have too many. */
const MOST_PLACES = 100;

/** An open object with the keys it has so far, or an open array. */
type Frame = ({ readonly close: '}'; readonly keys: Set<string> } | { readonly close: ']' }) & { members: number };
/** What may come next. */
type Expecting = 'value' | 'value or end' | 'key' | 'key or end' | 'comma or end' | 'end of text';

/** Reads a text as JSON (RFC 8259) without recursion and without building it, and tells what JSON.parse would not. */
export function scanJson(text: string): JsonScan {
  const duplicateKeys: Place[] = [];
  const numbers: Place[] = [];
  const characters: Place[] = [];
  const frames: Frame[] = [];
  let depth = 0;
  let members = 0;
  let values = 0;
  let offset = 0;
  let expecting = 'value' as Expecting;

  const report = (places: Place[], start: number, message: string): void => {
    if (places.length < MOST_PLACES) places.push(placeAt(text, start, message));
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const token = pattern.exec(text)?.[0] ?? null;
    if (token !== null) offset += token.length;
    return token;
  };
  const takeString = (): string | null => {
    const start = offset;
    const written = take(STRING);
    if (written !== null && HALF.test(written) && !(JSON.parse(written) as string).isWellFormed()) {
      report(characters, start, 'a character is only half there');
    }
    return written;
  };
  const skipSpace = () => take(SPACE);
  const takeCharacter = (character: string): boolean => {
    if (text[offset] !== character) return false;
    offset += 1;
    return true;
  };
  const afterValue = (): Expecting => (frames.length === 0 ? 'end of text' : 'comma or end');
  const closes = (): boolean => {
    const frame = frames.at(-1);
    if (frame === undefined || !takeCharacter(frame.close)) return false;
    frames.pop();
    expecting = afterValue();
    return true;
  };
  const countValue = (): void => {
    values += 1;
    const parent = frames.at(-1);
    if (parent !== undefined) members = Math.max(members, ++parent.members);
  };
  const opens = (character: '{' | '['): boolean => {
    if (!takeCharacter(character)) return false;
    countValue();
    frames.push(character === '{' ? { close: '}', keys: new Set(), members: 0 } : { close: ']', members: 0 });
    depth = Math.max(depth, frames.length);
    expecting = character === '{' ? 'key or end' : 'value or end';
    return true;
  };
  const scalar = (): boolean => {
    const start = offset;
    const foreign = take(FOREIGN_NUMBER);
    if (foreign !== null) report(numbers, start, `${foreign} is no JSON number`);
    const number = foreign === null ? take(NUMBER) : null;
    const fault = number === null ? null : numberFault(number);
    if (fault !== null) report(numbers, start, fault);
    const taken = foreign ?? number ?? takeString() ?? take(LITERAL);
    if (taken === null) return false;
    countValue();
    expecting = afterValue();
    return true;
  };
  const key = (): boolean => {
    const start = offset;
    const frame = frames.at(-1);
    const written = takeString();
    if (written === null || frame?.close !== '}') return false;
    const name: string = JSON.parse(written);
    if (frame.keys.has(name)) report(duplicateKeys, start, `the key ${written.slice(0, 80)} stands twice`);
    frame.keys.add(name);
    skipSpace();
    expecting = 'value';
    return takeCharacter(':');
  };
  const comma = (): boolean => {
    if (!takeCharacter(',')) return false;
    expecting = frames.at(-1)?.close === '}' ? 'key' : 'value';
    return true;
  };
  const steps: Readonly<Record<Exclude<Expecting, 'end of text'>, () => boolean>> = {
    value: () => opens('{') || opens('[') || scalar(),
    'value or end': () => closes() || opens('{') || opens('[') || scalar(),
    key,
    'key or end': () => closes() || key(),
    'comma or end': () => closes() || comma(),
  };

  const found = () => ({ duplicateKeys, numbers, characters, depth, members, values });

  for (;;) {
    skipSpace();
    const wanted: Expecting = expecting;
    if (wanted === 'end of text' && offset === text.length) return { syntax: null, ...found() };
    if (wanted !== 'end of text' && steps[wanted]()) continue;
    const there = offset === text.length ? 'the text ends' : `${JSON.stringify(text.slice(offset, offset + 1))} stands`;
    return { syntax: placeAt(text, offset, `${there} where ${wanted} was due`), ...found() };
  }
}

function numberFault(token: string): string | null {
  if (token.length > LONGEST_NUMBER) return `a number of ${token.length} characters is longer than any that is needed`;
  const value = Number(token);
  if (!Number.isFinite(value)) return `${token} is larger than a double holds`;
  if (Object.is(value, -0)) return `${token} is a negative zero`;
  const zero = !/[1-9]/.test(token.replace(/[eE].*$/, ''));
  if (!zero && Math.abs(value) < LEAST_NORMAL) return `${token} is denormal: too small for a double's full precision`;
  if (!/[.eE]/.test(token) && !Number.isSafeInteger(value)) return `${token} is a whole number that a double rounds`;
  return null;
}

function placeAt(text: string, offset: number, message: string): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), message };
}

/** A place for people. */
export const placeText = (place: Place): string => `line ${place.line}, column ${place.column}: ${place.message}`;
