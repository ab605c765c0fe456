import { type Face, widthOf } from './face.ts';

/** A text that fits: its lines, and the size and the line height to set them in. */
export type Fitted = { lines: string[]; size: number; lineHeight: number };

/** A box for a text: its width and height in pixels, and the sizes that may be taken, the best first. */
export type TextBox = { face: Face; width: number; height: number; sizes: readonly number[] };

/** Line height of a size: 18 pixels at 16. */
const LEADING = 1.125;

/** Words end behind what parts names. */
const WORDS = /[^/_\- ]*[/_\- ]?/gu;
const GRAPHEMES = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Breaks a name at / - _ and blanks into the largest size that takes it whole; breaks inside words only where no size does without;
 * leaves out the end, with an ellipsis, only where the smallest size does not take all. The owner stands on a line of its own where there is room.
 */
export function fitName(name: string, box: TextBox): Fitted {
  const plain = name.replace(/\s+/gu, ' ').trim();
  const tries = [ownerApart, (text: string, fits: Fits) => filled(text.match(WORDS) ?? [], fits), brokenAnywhere];
  for (const [index, lay] of tries.entries()) {
    // An owner's own line is a nicety: the smallest sizes are for names that do not fit otherwise.
    const sizes = index === 0 ? box.sizes.slice(0, 2) : box.sizes;
    for (const size of sizes) {
      const lineHeight = size * LEADING;
      const lines = lay(plain, (line) => widthOf(box.face, line.trimEnd(), size) <= box.width);
      if (lines !== null && lines.length * lineHeight <= box.height) return { lines: lines.map((line) => line.trim()), size, lineHeight };
    }
  }
  return cutShort(plain, box);
}

type Fits = (line: string) => boolean;

/** One line if it fits; else the owner up to the slash, and the rest below it. Null where a word is wider than a line. */
function ownerApart(text: string, fits: Fits): string[] | null {
  if (fits(text)) return [text];
  const slash = text.indexOf('/') + 1;
  const [owner, rest] = [text.slice(0, slash), text.slice(slash)];
  if (slash === 0 || !fits(owner)) return null;
  const below = filled(rest.match(WORDS) ?? [], fits);
  return below === null ? null : [owner, ...below];
}

/** Pieces in as few lines as take them in their order; null where a piece is wider than a line. */
function filled(pieces: readonly string[], fits: Fits): string[] | null {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + piece)) lines[lines.length - 1] = last + piece;
    else if (fits(piece)) lines.push(piece);
    else return null;
  }
  return lines;
}

const brokenAnywhere = (text: string, fits: Fits): string[] | null => filled(text.match(GRAPHEMES) ?? [], fits);

function cutShort(text: string, box: TextBox): Fitted {
  const size = box.sizes.at(-1) as number;
  const lineHeight = size * LEADING;
  const most = Math.floor(box.height / lineHeight);
  const fits: Fits = (line) => widthOf(box.face, line, size) <= box.width;
  const lines = brokenAnywhere(text, fits) ?? [];
  return { lines: [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(''), fits)], size, lineHeight };
}

/** One line in the largest size that takes it; cut at its end where none does. */
export function fitLine(text: string, { face, width, sizes }: Omit<TextBox, 'height'>): { text: string; size: number } {
  const whole = sizes.find((size) => widthOf(face, text, size) <= width);
  if (whole !== undefined) return { text, size: whole };
  const size = sizes.at(-1) as number;
  return { text: shortened(text, (line) => widthOf(face, line, size) <= width), size };
}

/** The longest beginning that fits with an ellipsis behind it. */
function shortened(text: string, fits: Fits): string {
  if (fits(text)) return text;
  let kept = '';
  for (const [piece] of text.matchAll(GRAPHEMES)) {
    if (!fits(`${kept}${piece}…`)) break;
    kept += piece;
  }
  return `${kept.trimEnd()}…`;
}
