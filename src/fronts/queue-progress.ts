/** Several benchmarks on one screen: a line for each that redraws itself on a terminal, lines that name their model elsewhere. */
export type ProgressBoard = {
  /** Puts a line in the place of what this label had before; an empty one takes it away. */
  redraw(label: string, line: string): void;
  /** Writes a benchmark's words above the lines that redraw themselves, each line with its name. */
  tell(label: string, text: string): void;
  /** Writes words that are about all. */
  tellAll(text: string): void;
};

/** @param write takes what goes to standard error, a terminal where lines are redrawn */
export function progressBoard(write: (text: string) => void): ProgressBoard {
  const lines = new Map<string, string>();
  let drawn = 0;
  const erased = () => (drawn === 0 ? '' : `\x1b[${drawn}A\r\x1b[J`);
  const draw = (above: string) => {
    const before = erased();
    drawn = lines.size;
    write(`${before}${above}${[...lines.values()].map((line) => `${line}\n`).join('')}`);
  };
  return {
    redraw(label, line) {
      if (line === '' && !lines.delete(label)) return;
      if (line !== '') lines.set(label, line);
      draw('');
    },
    tell: (label, text) => draw(namedLines(label, text)),
    tellAll: draw,
  };
}

const namedLines = (label: string, text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${label}: ${line.trim()}\n`)
    .join('');
