import { stripVTControlCharacters } from 'node:util';

/** Columns that a character takes: wide East Asian letters and emoji take two, marks take none. */
function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal; colours take none. */
export const columnsOf = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((sum, character) => sum + widthOf(character), 0);

/** A text in lines of at most so many columns, broken between words; a word that is longer than a line is broken in itself. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number): string[] {
  if (columnsOf(word) <= width) return [word];
  const all: string[] = [''];
  for (const character of word) {
    const last = all.at(-1) as string;
    if (columnsOf(last + character) <= width) all[all.length - 1] = last + character;
    else all.push(character);
  }
  return all;
}

/** Cells in aligned columns, two blanks apart. */
export function columns(rows: readonly (readonly string[])[], aligned: readonly ('left' | 'right')[]): string[] {
  const widths = aligned.map((_side, column) => Math.max(0, ...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows.map((row) =>
    aligned
      .map((side, column) => {
        const cell = row[column] ?? '';
        const blanks = ' '.repeat((widths[column] as number) - columnsOf(cell));
        return side === 'left' ? cell + blanks : blanks + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
