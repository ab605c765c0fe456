import { hostileCharacters, visible } from '../domain/submission/hostile-characters.ts';

const TAB = 4;
/** Cells of a terminal that a line is given; a longer one is cut around the place that matters. */
const WIDTH = 120;
/** Code units looked at on each side of the place that matters: a file of one endless line must not be laid out whole for each fault. */
const REACH = 400;

/** Scripts and symbols that take two cells (East Asian wide and full-width forms, emoji). */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]|^\p{Emoji_Presentation}|\uFE0F/u;
const ONLY_MARKS = /^[\p{M}]+$/u;

/** One character as people see it: its place in the line, what is printed for it, and how many cells that takes. */
type Cell = { index: number; text: string; cells: number };

/** A line of a source made fit for a terminal, with the cells before the mark and under it. */
export type ShownLine = { text: string; before: number; carets: number };

/**
 * Shows a line and where its column (from 1, in UTF-16 code units) lies in it.
 * Tabs become blanks, hostile characters \u{…}; the mark covers the word that begins at the column.
 */
export function shownLine(line: string, column: number): ShownLine {
  const from = Math.max(0, column - 1 - REACH);
  const near = line.slice(from, column - 1 + REACH).toWellFormed();
  const start = column - 1 - from;
  const cells = cellsOf(near);
  const end = start + wordLength(near, start);
  const before = widthOf(cells.filter(({ index }) => index < start));
  const carets = Math.max(1, widthOf(cells.filter(({ index }) => index >= start && index < end)));
  return cut(cells, { before, carets, isCut: { left: from > 0, right: from + near.length < line.length } });
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.cells, 0);

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    for (const cell of cellsOfSegment(segment, index, column)) {
      cells.push(cell);
      column += cell.cells;
    }
  }
  return cells;
}

function cellsOfSegment(segment: string, index: number, column: number): Cell[] {
  if (segment === '\t') {
    const cells = TAB - (column % TAB);
    return [{ index, text: ' '.repeat(cells), cells }];
  }
  if (hostileCharacters(segment).length === 0 && segment !== '\r') {
    // A mark without a letter to sit on would sit on the gutter.
    const text = ONLY_MARKS.test(segment) ? `\u25CC${segment}` : segment;
    return [{ index, text, cells: WIDE.test(segment) ? 2 : 1 }];
  }
  let at = index;
  return [...segment].map((character) => {
    const text = visible(character);
    const cell = { index: at, text, cells: text.length };
    at += character.length;
    return cell;
  });
}

/** Length of what stands at a place: a quoted text, a word of visible characters, or one character. */
function wordLength(line: string, start: number): number {
  const rest = line.slice(start);
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
  if (hostileCharacters(first).length > 0) return first.length;
  const quote = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  const word = quote ?? /^[^\s,{}[\]"'#:]+(?::(?=\S)[^\s,{}[\]"']+)*/.exec(rest)?.[0];
  return word?.length ?? first.length;
}

type Mark = { before: number; carets: number; isCut: { left: boolean; right: boolean } };

/** Cuts a long line to the part around its mark. */
function cut(cells: readonly Cell[], { before, carets, isCut }: Mark): ShownLine {
  const width = widthOf(cells);
  const from = width <= WIDTH ? 0 : Math.max(0, Math.min(before - WIDTH / 4, width - WIDTH));
  let at = 0;
  let dropped = 0;
  const kept: Cell[] = [];
  for (const cell of cells) {
    if (at < from) dropped += cell.cells;
    else if (at + cell.cells <= from + WIDTH) kept.push(cell);
    at += cell.cells;
  }
  const shown = widthOf(kept);
  const head = dropped > 0 || isCut.left ? '…' : '';
  const tail = dropped + shown < width || isCut.right ? '…' : '';
  const marked = before - dropped;
  const text = `${head}${kept.map((cell) => cell.text).join('')}${tail}`;
  return { text, before: marked + head.length, carets: Math.max(1, Math.min(carets, shown - marked)) };
}
