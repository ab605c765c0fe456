import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import type { Facet, Facets } from './facets.ts';
import type { Row } from './rows.ts';

/** The names of all rows as one text, a line each: looking through one long text is faster than through many short ones. */
export type SearchText = {
  text: string;
  /** Where each row's line begins, and where the text ends. */
  starts: Uint32Array;
};

/** Rows that are read between two chances to stop. */
const STEP = 2048;

/** The search text of rows, in steps of a few milliseconds. */
export function* searchTextOf(rows: readonly Row[]): Generator<undefined, SearchText> {
  const starts = new Uint32Array(rows.length + 1);
  const texts: string[] = [];
  for (let from = 0; from < rows.length; from += STEP) {
    const lines = rows.slice(from, from + STEP).map(({ model, variant }) => oneLine(variant === null ? model : `${model} ${variant}`));
    const text = `${lines.join('\n')}\n`.toLowerCase();
    const before = starts[from] as number;
    for (let at = 0, end = 0; at < lines.length; at += 1) {
      end = text.indexOf('\n', end) + 1;
      starts[from + at + 1] = before + end;
    }
    texts.push(text);
    yield;
  }
  return { text: texts.join(''), starts };
}

const oneLine = (text: string): string => (text.includes('\n') ? text.replaceAll('\n', ' ') : text);

/** The words of a search, in lower case. */
export const wordsOf = (search: string): string[] => search.toLowerCase().split(/\s+/).filter(Boolean);

/** Marks with 1 every row in which a word stands: in its name, its task, hardware, licence or quantization. */
export function rowsWith(word: string, { text, starts }: SearchText, facets: Facets): Uint8Array {
  const found = new Uint8Array(starts.length - 1);
  let row = 0;
  for (let at = text.indexOf(word); at >= 0 && row < found.length; at = text.indexOf(word, starts[row])) {
    while ((starts[row + 1] as number) <= at) row += 1;
    found[row] = 1;
    row += 1;
  }
  markTold(found, facets.task, (task) => taskOf(task as TaskKey).title, word);
  for (const facet of [facets.hardware, facets.licence, facets.quantization]) markTold(found, facet, (value) => value, word);
  return found;
}

function markTold(found: Uint8Array, { values, codes }: Facet, titleOf: (value: string) => string, word: string): void {
  const told = new Uint8Array([0, ...values.map((value) => Number(titleOf(value).toLowerCase().includes(word)))]);
  if (!told.includes(1)) return;
  for (let at = 0; at < found.length; at += 1) if (told[codes[at] as number] === 1) found[at] = 1;
}
