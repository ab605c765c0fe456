import { inflateSync } from 'node:zlib';

/** A picture's pixels: red, green and blue from 0 to 255, three numbers each, what is transparent laid on white. */
export type Pixels = { width: number; height: number; rgb: Float64Array };

/** The pixels of a PNG of 8 bits a channel, with or without transparency, not interlaced (PNG, third edition, sections 5, 9, 11.2). */
export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height, depth, kind, , , interlaced] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), ...bytes.subarray(24, 29)];
  const channels = kind === 6 ? 4 : kind === 2 ? 3 : 0;
  if (width === undefined || height === undefined || depth !== 8 || channels === 0 || interlaced !== 0)
    throw new Error('A PNG of another kind.');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgb = new Float64Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const alpha = channels === 4 ? (rows[pixel * 4 + 3] as number) / 255 : 1;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[pixel * 3 + channel] = (rows[pixel * channels + channel] as number) * alpha + 255 * (1 - alpha);
  }
  return { width, height, rgb };
}

/** Bytes as they were before each row was filtered. */
function unfiltered(data: Uint8Array, length: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(length * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (length + 1)];
    for (let index = 0; index < length; index += 1) {
      const left = index < step ? 0 : (out[row * length + index - step] as number);
      const up = row === 0 ? 0 : (out[(row - 1) * length + index] as number);
      const corner = row === 0 || index < step ? 0 : (out[(row - 1) * length + index - step] as number);
      const guess = [0, left, up, Math.floor((left + up) / 2), nearestOf(left, up, corner)][filter ?? 0] as number;
      out[row * length + index] = (data[row * (length + 1) + 1 + index] as number) + guess;
    }
  }
  return out;
}

function nearestOf(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The upper left part of a picture. */
export function cropped({ width, rgb }: Pixels, to: { width: number; height: number }): Pixels {
  const part = new Float64Array(to.width * to.height * 3);
  for (let row = 0; row < to.height; row += 1) part.set(rgb.subarray(row * width * 3, (row * width + to.width) * 3), row * to.width * 3);
  return { ...to, rgb: part };
}

/** How far two pictures of one size are apart: 0 for equal ones, 1 for black and white. */
export type Distance = {
  /** Mean over every pixel and channel. */
  mean: number;
  /** Mean over the square of 16 pixels in which they differ most: a missing letter shows here. */
  worstSquare: number;
};

const SQUARE = 16;

export function distance(one: Pixels, other: Pixels): Distance {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`Sizes differ: ${one.width} x ${one.height}, ${other.width} x ${other.height}`);
  const squares = new Map<number, { sum: number; count: number }>();
  let total = 0;
  for (const [index, value] of one.rgb.entries()) {
    const apart = Math.abs(value - (other.rgb[index] as number)) / 255;
    const pixel = Math.floor(index / 3);
    const key = Math.floor(Math.floor(pixel / one.width) / SQUARE) * 4096 + Math.floor((pixel % one.width) / SQUARE);
    const square = squares.get(key) ?? { sum: 0, count: 0 };
    squares.set(key, { sum: square.sum + apart, count: square.count + 1 });
    total += apart;
  }
  const whole = [...squares.values()].filter(({ count }) => count >= (SQUARE * SQUARE * 3) / 4);
  return { mean: total / one.rgb.length, worstSquare: Math.max(...whole.map(({ sum, count }) => sum / count)) };
}
