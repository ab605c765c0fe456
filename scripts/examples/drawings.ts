import type { Image } from './png.ts';
import { type Random, seededRandom } from './random.ts';

const SIDE = 48;
type Colour = readonly [number, number, number];
/** Whether a pixel belongs to the figure; x and y from -1 to 1, y downwards. */
type Figure = (x: number, y: number) => boolean;

const figures: Record<string, (random: Random) => Figure> = {
  disc(random) {
    const [left, top, radius] = [random() * 0.4, random() * 0.4, 0.4 + random() * 0.15];
    return (x, y) => (x - left) ** 2 + (y - top) ** 2 <= radius ** 2;
  },
  ring(random) {
    const [outer, inner] = [0.75 + random() * 0.15, 0.45 + random() * 0.1];
    return (x, y) => x ** 2 + y ** 2 <= outer ** 2 && x ** 2 + y ** 2 >= inner ** 2;
  },
  square(random) {
    const [left, top, half] = [random() * 0.3, random() * 0.3, 0.45 + random() * 0.15];
    return (x, y) => Math.abs(x - left) <= half && Math.abs(y - top) <= half;
  },
  triangle(random) {
    const tip = random() * 0.5;
    return (x, y) => y >= -0.7 && y <= 0.7 && Math.abs(x - (tip * (0.7 - y)) / 1.4) <= (y + 0.7) / 1.8;
  },
  stripes(random) {
    const [slope, width] = [random(), 0.3 + random() * 0.1];
    return (x, y) => Math.floor((x + slope * y + 4) / width) % 2 === 0;
  },
  cross(random) {
    const half = 0.2 + random() * 0.08;
    return (x, y) => Math.abs(x) <= half || Math.abs(y) <= half;
  },
};

/** What can be drawn. */
export const figureNames: readonly string[] = Object.keys(figures);

/** Draws a figure in one colour on a ground of another; the seed decides place, size and colours. */
export function drawing(name: string, seed: number): Image {
  const random = seededRandom(seed);
  const colour = (): Colour => [byte(random), byte(random), byte(random)];
  const [ground, ink] = [colour(), colour()];
  const inside = figures[name]?.(random);
  if (inside === undefined) throw new Error(`There is no figure named ${name}.`);
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const chosen = inside((column * 2 + 1) / SIDE - 1, (row * 2 + 1) / SIDE - 1) ? ink : ground;
      pixels.set(chosen, (row * SIDE + column) * 3);
    }
  }
  return { width: SIDE, height: SIDE, pixels };
}

const byte = (random: Random): number => Math.floor((random() + 1) * 128);
