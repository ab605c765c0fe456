import { BOLD_GLYPHS, BOLD_KERNING } from './inter-bold.ts';
import { MEDIUM_GLYPHS, MEDIUM_KERNING } from './inter-medium.ts';

/** Units of one em in the tables. */
const EM = 512;

type Glyph = { advance: number; startX: number; startY: number; outline: string };

/** One weight of the labels' typeface. */
export type Face = {
  glyphs: ReadonlyMap<string, Glyph>;
  /** Units by which the second of two characters moves, by both. */
  kerning: ReadonlyMap<string, number>;
};

/** Stands for every character that the typeface has not: an empty box. */
const REPLACEMENT: Glyph = { advance: 360, startX: 45, startY: -380, outline: 'h270v380h-270zm35 35v310h200v-310z' };

const character = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));
const linesOf = (table: string): string[] => table.split('\n').filter((line) => line !== '');

function glyphsOf(table: string): Map<string, Glyph> {
  return new Map(
    linesOf(table).map((line) => {
      const [code = '', advance, startX = 0, startY = 0, ...outline] = line.split(' ');
      return [character(code), { advance: Number(advance), startX: Number(startX), startY: Number(startY), outline: outline.join(' ') }];
    }),
  );
}

function kerningOf(table: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const line of linesOf(table)) {
    const [left = '', ...groups] = line.split(' ');
    for (const group of groups) {
      const [units, rights = ''] = group.split(':');
      for (const right of rights.split(',')) pairs.set(character(left) + character(right), Number(units));
    }
  }
  return pairs;
}

/** Inter Medium. */
export const MEDIUM: Face = { glyphs: glyphsOf(MEDIUM_GLYPHS), kerning: kerningOf(MEDIUM_KERNING) };
/** Inter Bold. */
export const BOLD: Face = { glyphs: glyphsOf(BOLD_GLYPHS), kerning: kerningOf(BOLD_KERNING) };

type Placed = { glyph: Glyph; x: number };

/** Letters with their marks, each one piece: what the typeface has not is one box and not one for every mark. */
const PIECES = /\P{M}\p{M}*|\p{M}+/gu;

/** The glyphs of a line with their places, tracking units farther apart, and where the next one would stand, all in units. */
function placed(face: Face, text: string, tracking: number): { glyphs: Placed[]; advance: number } {
  const glyphs: Placed[] = [];
  let x = 0;
  let before = '';
  for (const [piece] of text.normalize('NFC').matchAll(PIECES)) {
    x += face.kerning.get(before + piece) ?? 0;
    const glyph = face.glyphs.get(piece) ?? REPLACEMENT;
    glyphs.push({ glyph, x });
    x += glyph.advance + tracking;
    before = piece;
  }
  return { glyphs, advance: Math.max(0, x - tracking) };
}

/** Width of a line in pixels at a size in pixels. */
export const widthOf = (face: Face, text: string, size: number): number => (placed(face, text, 0).advance * size) / EM;

/** A line of text and where it stands. */
export type TextLine = {
  text: string;
  face: Face;
  /** In pixels. */
  size: number;
  /** Its left edge, its middle or its right edge, in pixels. */
  x: number;
  /** Its baseline, in pixels. */
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  /** How much farther apart its letters stand, in em. */
  tracking?: number;
  fill: string;
};

const LEFT_OF = { start: 0, middle: 0.5, end: 1 } as const;

/** A line of text as an SVG path; nothing where there is nothing to see. */
export function textPath({ text, face, size, x, y, anchor = 'start', tracking = 0, fill }: TextLine): string {
  const { glyphs, advance } = placed(face, text, tracking * EM);
  const path = glyphs
    .filter(({ glyph }) => glyph.outline !== '')
    .map(({ glyph, x: pen }) => `M${px(pen + glyph.startX)} ${glyph.startY}${glyph.outline}`)
    .join('');
  if (path === '') return '';
  const left = x - ((advance * size) / EM) * LEFT_OF[anchor];
  return `<path fill="${fill}" transform="translate(${px(left)} ${px(y)})scale(${size / EM})" d="${path}"/>`;
}

/** A length in pixels, to the hundredth. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);
