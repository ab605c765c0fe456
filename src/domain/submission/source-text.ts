/** A text that was derived from a file's text and still knows where each of its code units came from. */
export type TracedText = {
  text: string;
  /** Offset in the file's text of each code unit, and of the end. */
  origin: Uint32Array;
};

/** The file's text as it is. */
export const traced = (text: string): TracedText => ({ text, origin: Uint32Array.from({ length: text.length + 1 }, (_, index) => index) });

/** Replaces every match of a global pattern; what is put in its place comes from where the match began. */
export function rewrite(source: TracedText, pattern: RegExp, replacement: (match: string, index: number) => string): TracedText {
  const parts: string[] = [];
  const origin: number[] = [];
  let end = 0;
  const keep = (until: number) => {
    parts.push(source.text.slice(end, until));
    for (let index = end; index < until; index += 1) origin.push(source.origin[index] ?? 0);
  };
  for (const match of source.text.matchAll(pattern)) {
    keep(match.index);
    const inserted = replacement(match[0], match.index);
    parts.push(inserted);
    end = match.index + match[0].length;
    for (let index = 0; index < inserted.length; index += 1) origin.push(source.origin[Math.min(match.index + index, end)] ?? 0);
  }
  keep(source.text.length);
  origin.push(source.origin[source.text.length] ?? 0);
  return { text: parts.join(''), origin: Uint32Array.from(origin) };
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, both from 1, columns in UTF-16 code units. */
export function placeOf(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
