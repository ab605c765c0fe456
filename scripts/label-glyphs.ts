/**
 * Makes src/render/label/inter-*.ts: the outlines, widths and kerning of the characters that labels are written in, so that no font is
 * needed where a label is drawn. Run `node scripts/label-glyphs.ts` after an upgrade of @fontsource/inter.
 */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { writeFresh } from './fresh.ts';

const FONT = dirname(fileURLToPath(import.meta.resolve('@fontsource/inter/LICENSE')));
const WEIGHTS = { medium: 500, bold: 700 } as const;

/** Units of one em in the tables: at 30 pixels, the largest size of a label, one unit is a seventeenth of a pixel. */
const EM = 512;

/** What names of models, tasks and machines are written in, and what our own words need. */
const CHARACTERS = [
  ...Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)),
  ...Array.from({ length: 0xff - 0xa1 + 1 }, (_, index) => String.fromCodePoint(0xa1 + index)),
  ...'–—‘’“”…™−',
].filter((character) => character !== '\u00ad');

/** Characters whose pairs are kerned. */
const KERNED = CHARACTERS.filter((character) => character <= '~');

const scaled = (units: number, font: Font): number => Math.round((units * EM) / font.unitsPerEm);
const hex = (character: string): string => (character.codePointAt(0) as number).toString(16);

/** Numbers as SVG takes them, without a blank that no reader needs. */
const joined = (numbers: readonly number[]): string =>
  numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${value}` : `${value}`)).join('');

type Point = { x: number; y: number };

/** An outline as one line: where it starts, then commands relative to it, y pointing down. */
function outline(character: string, font: Font): string {
  const { commands } = font.layout(character, { calt: false }).glyphs[0]?.path ?? { commands: [] };
  let text = '';
  let at: Point = { x: 0, y: 0 };
  let first: Point = at;
  let control: Point | null = null;
  for (const { command, args } of commands) {
    const points = pointsOf(args, font);
    const relative = points.flatMap(({ x, y }) => [x - at.x, y - at.y]);
    const end = points.at(-1) ?? first;
    if (command === 'moveTo') {
      text += text === '' ? `${end.x} ${end.y} ` : `m${joined(relative)}`;
      first = end;
    } else if (command === 'lineTo') text += straight(relative as [number, number]);
    else if (command === 'quadraticCurveTo') {
      const drawn = curve(points as [Point, Point], at, control);
      text += drawn.text;
      control = drawn.control;
    } else if (command === 'bezierCurveTo') text += `c${joined(relative)}`;
    else text += 'z';
    if (command !== 'quadraticCurveTo') control = null;
    at = end;
  }
  return text;
}

/** How far the bend of a curve may be from the font's, in units, for the sake of a shorter outline. */
const TOLERANCE = 1;

/** A curve, written without its bend where that mirrors the one before, as it does in most round shapes. */
function curve([bend, end]: [Point, Point], at: Point, before: Point | null): { text: string; control: Point } {
  const mirrored = before === null ? null : { x: 2 * at.x - before.x, y: 2 * at.y - before.y };
  if (mirrored !== null && Math.max(Math.abs(mirrored.x - bend.x), Math.abs(mirrored.y - bend.y)) <= TOLERANCE)
    return { text: `t${joined([end.x - at.x, end.y - at.y])}`, control: mirrored };
  return { text: `q${joined([bend.x - at.x, bend.y - at.y, end.x - at.x, end.y - at.y])}`, control: bend };
}

function pointsOf(args: readonly number[], font: Font): Point[] {
  return args.flatMap((x, index) => (index % 2 === 0 ? [{ x: scaled(x, font), y: 0 - scaled(args[index + 1] as number, font) }] : []));
}

function straight([x, y]: [number, number]): string {
  if (x === 0 && y === 0) return '';
  if (y === 0) return `h${x}`;
  return x === 0 ? `v${y}` : `l${joined([x, y])}`;
}

const advance = (text: string, font: Font): number => {
  const run = font.layout(text, { calt: false }, 'latn');
  return run.positions[0]?.xAdvance ?? 0;
};

/** For one character the others that stand nearer to it or farther from it, grouped by how much. */
function kerning(left: string, font: Font): string {
  const own = advance(left, font);
  const pairs = KERNED.map((right) => ({ right, units: scaled(advance(left + right, font) - own, font) })).filter(
    ({ units }) => units !== 0,
  );
  return [...Map.groupBy(pairs, ({ units }) => units)]
    .map(([units, same]) => `${units}:${same.map(({ right }) => hex(right)).join(',')}`)
    .join(' ');
}

async function table(weight: keyof typeof WEIGHTS): Promise<string> {
  const font = create(await readFile(`${FONT}/files/inter-latin-${WEIGHTS[weight]}-normal.woff2`)) as Font;
  const glyphs = CHARACTERS.map((character) => {
    if (!font.hasGlyphForCodePoint(character.codePointAt(0) as number)) throw new Error(`Inter has no ${character}.`);
    return `${hex(character)} ${scaled(advance(character, font), font)} ${outline(character, font)}`.trimEnd();
  });
  const kerned = KERNED.map((left) => `${hex(left)} ${kerning(left, font)}`).filter((line) => line.includes(':'));
  const { version } = JSON.parse(await readFile(`${FONT}/package.json`, 'utf8')) as { version: string };
  return [
    '/*!',
    ` * Outlines of Inter ${weight === 'bold' ? 'Bold' : 'Medium'} (@fontsource/inter ${version}), Copyright 2016 The Inter Project Authors`,
    ' * (https://github.com/rsms/inter), under the SIL Open Font License 1.1: see inter-LICENSE.txt.',
    ' */',
    `// Generated by scripts/label-glyphs.ts. In 1/${EM} em, a line each: code point, advance, start of the outline, outline.`,
    `export const ${weight.toUpperCase()}_GLYPHS = \`\n${glyphs.join('\n')}\n\`;`,
    '',
    '// A line each: code point, then how much nearer the following characters stand to it.',
    `export const ${weight.toUpperCase()}_KERNING = \`\n${kerned.join('\n')}\n\`;`,
    '',
  ].join('\n');
}

/** The generated files by their path. */
export async function glyphFiles(): Promise<Map<string, string>> {
  const licence = await readFile(`${FONT}/LICENSE`, 'utf8');
  return new Map([
    ['src/render/label/inter-medium.ts', await table('medium')],
    ['src/render/label/inter-bold.ts', await table('bold')],
    ['src/render/label/inter-LICENSE.txt', licence],
  ]);
}

if (import.meta.main) {
  const written = await writeFresh(await glyphFiles());
  console.log(written.length === 0 ? 'The outlines are fresh.' : `Written: ${written.join(', ')}`);
}
