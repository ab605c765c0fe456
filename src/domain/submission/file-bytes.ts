import type { LocatedFault } from '../findings.ts';
import { counted } from '../plural.ts';
import { codePoint, type HostileKind, hostileCharacters } from './hostile-characters.ts';
import { lineStarts, placeOf, rewrite, type TracedText, traced } from './source-text.ts';

/** What the bytes say before any YAML is read. */
export type ReadBytes = {
  /** The file's text; bytes that are not UTF-8 are U+FFFD in it. */
  text: string;
  /** The text without byte order mark and hostile characters, for the layers after this; null where reading on makes no sense. */
  clean: TracedText | null;
  faults: LocatedFault[];
};

const whole = { line: 1, column: 1, pointer: '' };

/** The fault of a file that is too large to be a submission. */
export const sizeFault = (bytes: number, limit: number): LocatedFault => ({
  code: 'S-bytes-size',
  message: `The file has ${counted(bytes, 'byte')}; a submission has at most ${limit}.`,
  ...whole,
});

/** Reads a submission's bytes: size, encoding, and characters that have no place in it. */
export function readBytes(bytes: Uint8Array, limit: number): ReadBytes {
  if (bytes.length > limit) return { text: '', clean: null, faults: [sizeFault(bytes.length, limit)] };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const wide = utf16Fault(bytes);
  if (wide !== null) return { text, clean: null, faults: [wide] };

  const starts = lineStarts(text);
  const faults = [...encodingFaults(bytes, starts), ...characterFaults(text, starts)];
  // What is invisible is taken out and a lone carriage return is read as the line break it was on old systems,
  // so that the layers after this one speak of what people see.
  return { text, clean: withoutHostile(traced(text)), faults };
}

function withoutHostile(source: TracedText): TracedText {
  const hostile = new Set(hostileCharacters(source.text).map(({ index }) => index));
  if (hostile.size === 0) return source;
  return rewrite(source, /[^\t\n\x20-\x7e]/gu, (character, index) => {
    if (!hostile.has(index)) return character;
    return character === '\r' ? '\n' : '';
  });
}

function utf16Fault(bytes: Uint8Array): LocatedFault | null {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!marked) return null;
  return { code: 'S-bytes-utf8', message: 'The file is UTF-16; a submission is UTF-8.', ...whole };
}

function encodingFaults(bytes: Uint8Array, starts: readonly number[]): LocatedFault[] {
  const bad = firstBadByte(bytes);
  if (bad === null) return [];
  const value = (bytes[bad.offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return [
    {
      code: 'S-bytes-utf8',
      message: `Byte ${bad.offset + 1} (0x${value}) is not UTF-8.`,
      ...placeOf(starts, bad.textOffset),
      pointer: '',
    },
  ];
}

/**
 * Where the first byte lies that no UTF-8 text has: its offset in the bytes and in the decoded text.
 * A stream decoder keeps an unfinished sequence back, so the longest prefix it takes ends right before the fault.
 */
function firstBadByte(bytes: Uint8Array): { offset: number; textOffset: number } | null {
  const prefix = (length: number): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      // Fatal decoders throw for a bad sequence: this is the answer, not an error.
      return null;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (prefix(middle) === null) high = middle - 1;
    else low = middle;
  }
  const good = prefix(low) ?? '';
  const offset = new TextEncoder().encode(good).length;
  return offset === bytes.length ? null : { offset, textOffset: good.length };
}

const NAMES: Record<HostileKind, string> = {
  nul: 'a NUL character',
  control: 'a control character',
  bidi: 'a character that turns the direction of writing',
  'zero-width': 'an invisible character',
};

/** One fault per kind and line: ten of them in a row are one slip. */
function characterFaults(text: string, starts: readonly number[]): LocatedFault[] {
  const found = new Map<string, { fault: LocatedFault; more: number }>();
  for (const { index, character, kind } of hostileCharacters(text)) {
    const isMark = index === 0 && character === '\uFEFF';
    const code = isMark ? 'S-bytes-bom' : `S-bytes-${kind}`;
    const place = placeOf(starts, index);
    const earlier = found.get(`${code} ${place.line}`);
    if (earlier !== undefined) {
      earlier.more += 1;
      continue;
    }
    const message = isMark ? 'The file begins with a byte order mark' : `The line has ${nameOf(character, kind)}`;
    found.set(`${code} ${place.line}`, { fault: { code, message, ...place, pointer: '' }, more: 0 });
  }
  return [...found.values()].map(({ fault, more }) => ({
    ...fault,
    message: more === 0 ? `${fault.message}.` : `${fault.message}, and ${more} more of the kind.`,
  }));
}

const nameOf = (character: string, kind: HostileKind): string => {
  if (character === '\r') return 'a carriage return without a line feed';
  return kind === 'nul' ? NAMES.nul : `${NAMES[kind]} (${codePoint(character)})`;
};
