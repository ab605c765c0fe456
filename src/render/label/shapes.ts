import { px } from './face.ts';

const POINTS = 5;
/** Inner over outer radius: a little plumper than a pentagram. */
const INNER = 0.45;

/** Corners of a star with one point up, around a middle, by its outer radius. */
function corners(x: number, y: number, radius: number): string[] {
  return Array.from({ length: 2 * POINTS }, (_, index) => {
    const angle = (index * Math.PI) / POINTS - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * INNER;
    return `${px(x + reach * Math.cos(angle))} ${px(y + reach * Math.sin(angle))}`;
  });
}

export type StarRow = {
  /** How many are filled; null draws them all empty and dashed. */
  stars: number | null;
  /** Middle of the first one. */
  x: number;
  y: number;
  radius: number;
  /** From one middle to the next. */
  pitch: number;
  filled: string;
  empty: string;
};

/** Five stars: the earned ones filled, the others outlined. */
export function starRow({ stars, x, y, radius, pitch, filled, empty }: StarRow): string {
  const width = px(Math.max(1, radius / 9));
  const star = (index: number) => `M${corners(x + index * pitch, y, radius - Number(width) / 2).join('L')}Z`;
  const paths = Array.from({ length: POINTS }, (_, index) => star(index));
  const [earned, missed] = [paths.slice(0, stars ?? 0).join(''), paths.slice(stars ?? 0).join('')];
  const dashes = stars === null ? ` stroke-dasharray="${px(radius / 5)}"` : '';
  return [
    earned === '' ? '' : `<path fill="${filled}" stroke="${filled}" stroke-width="${width}" stroke-linejoin="round" d="${earned}"/>`,
    missed === '' ? '' : `<path fill="none" stroke="${empty}" stroke-width="${width}" stroke-linejoin="round"${dashes} d="${missed}"/>`,
  ].join('');
}

/** Where the five parts of the dial begin and end, in degrees from its top. */
const DIAL = { from: -126, to: 126, gap: 9 };

/** The project's sign: a dial in five parts, as the five bands of the method, around a bolt. In a square of so many pixels. */
export function sign(left: number, top: number, size: number, colours: { dial: string; bolt: string }): string {
  const [x, y, radius] = [left + size / 2, top + size / 2, size * 0.44];
  const span = (DIAL.to - DIAL.from - DIAL.gap * (POINTS - 1)) / POINTS;
  const at = (degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${px(x + radius * Math.cos(angle))} ${px(y + radius * Math.sin(angle))}`;
  };
  const parts = Array.from({ length: POINTS }, (_, index) => {
    const from = DIAL.from + index * (span + DIAL.gap);
    return `M${at(from)}A${px(radius)} ${px(radius)} 0 0 1 ${at(from + span)}`;
  });
  const bolt = BOLT.map(([dx, dy]) => `${px(x + dx * size)} ${px(y + dy * size)}`).join('L');
  return [
    `<path fill="none" stroke="${colours.dial}" stroke-width="${px(size * 0.1)}" d="${parts.join('')}"/>`,
    `<path fill="${colours.bolt}" d="M${bolt}Z"/>`,
  ].join('');
}

/** The bolt's corners around the dial's middle, as fractions of its size. */
const BOLT = [
  [0.07, -0.28],
  [-0.17, 0.06],
  [-0.02, 0.06],
  [-0.07, 0.32],
  [0.17, -0.05],
  [0.02, -0.05],
] as const;
