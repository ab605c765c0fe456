import { type JsonScan, placeText, scanJson } from './json-scan.ts';

export type JsonLimits = {
  /** Largest text, in bytes of UTF-8. */
  readonly bytes: number;
  /** Deepest nesting of objects and arrays. */
  readonly depth: number;
  /** Most members of one object or array. */
  readonly members: number;
  /** Most values in all. */
  readonly values: number;
};

/** Whether a scanned text is JSON of which every reader has the same value, with a canonical form. */
export function isSound(scan: JsonScan, { depth, members, values }: Omit<JsonLimits, 'bytes'>): boolean {
  const isBounded = scan.depth <= depth && scan.members <= members && scan.values <= values;
  return scan.syntax === null && isBounded && scan.duplicateKeys.length + scan.numbers.length + scan.characters.length === 0;
}

/** A stranger's JSON, read within bounds: its value, or why it is not read, in words without a full stop. */
export function readBoundedJson(text: string, limits: JsonLimits): { value: unknown } | { why: string } {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytes) return { why: `it has ${bytes} bytes; the most is ${limits.bytes}` };
  const scan = scanJson(text);
  if (isSound(scan, limits)) return { value: JSON.parse(text) };
  const [place] = [...(scan.syntax === null ? [] : [scan.syntax]), ...scan.numbers, ...scan.characters, ...scan.duplicateKeys];
  if (place !== undefined) return { why: placeText(place) };
  if (scan.depth > limits.depth) return { why: `it is nested ${scan.depth} levels deep; the most is ${limits.depth}` };
  return { why: `it holds more than a file of its kind can: ${scan.values} values` };
}
