/** Reads the SVG documents that labels are: strictly, and only what labels are made of. */

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function plain(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`A bare angle bracket: ${text.slice(0, 80)}`);
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new Error(`No entity of XML: ${entity}`);
    return character;
  });
}

/** The root of a document. Throws where it is no well-formed XML. */
export function parseSvg(text: string): Element {
  const control = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(text);
  if (control !== null) throw new Error(`XML holds no U+${control[0].codePointAt(0)?.toString(16)}.`);
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token] of text.matchAll(/<[^>]*>|[^<]+/g)) {
    const inside = open.at(-1) as Element;
    if (!token.startsWith('<')) inside.children.push(plain(token));
    else if (token.startsWith('</')) {
      if (open.pop()?.name !== token.slice(2, -1)) throw new Error(`${token} closes nothing.`);
    } else {
      const [, name, attributes = '', end] = /^<([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>$/.exec(token) ?? [];
      if (name === undefined) throw new Error(`No element: ${token.slice(0, 120)}`);
      const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)] as const);
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`An attribute twice: ${token.slice(0, 120)}`);
      const element = { name, attributes: Object.fromEntries(pairs), children: [] };
      inside.children.push(element);
      if (end === '') open.push(element);
    }
  }
  const [svg, ...more] = root.children.filter((child): child is Element => typeof child !== 'string');
  if (open.length !== 1 || svg === undefined || more.length > 0) throw new Error('Not one root element that is closed.');
  return svg;
}

/** An element and all elements in it. */
export const elementsOf = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
];

/** The text of the first element of a name. */
export function textOf(root: Element, name: string): string {
  const [text] = elementsOf(root).find((element) => element.name === name)?.children ?? [];
  if (typeof text !== 'string') throw new Error(`There is no ${name}.`);
  return text;
}

export type Box = { left: number; top: number; right: number; bottom: number };
type Point = readonly [number, number];
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

function matrixOf(transform: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, kind, numbers = ''] of (transform ?? '').matchAll(/([a-z]+)\(([^)]*)\)/g)) {
    const [x = 0, y = 0] = numbers.split(/[ ,]/).map(Number);
    const angle = (x * Math.PI) / 180;
    if (kind === 'translate') matrix = times(matrix, [1, 0, 0, 1, x, y]);
    else if (kind === 'scale') matrix = times(matrix, [x, 0, 0, x, 0, 0]);
    else if (kind === 'rotate') matrix = times(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
    else throw new Error(`An unknown transform: ${kind}`);
  }
  return matrix;
}

const LENGTHS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, t: 2, a: 7, z: 0 };

/** Points on a path: its corners and, of its curves, three more between them. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let bend: Point | null = null;
  for (const [, command = '', numbers = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = command.toLowerCase();
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const length = LENGTHS[kind];
    if (length === undefined || (length === 0 ? values.length > 0 : values.length !== length))
      throw new Error(`No path: ${command}${numbers}`);
    const relative = command === kind;
    const [dx, dy] = relative ? [x, y] : [0, 0];
    const from: Point = [x, y];
    if (kind === 'z') [x, y] = [startX, startY];
    else if (kind === 'h') x = dx + (values[0] as number);
    else if (kind === 'v') y = dy + (values[0] as number);
    else [x, y] = [dx + (values.at(-2) as number), dy + (values.at(-1) as number)];
    if (kind === 'm') [startX, startY] = [x, y];
    if (kind === 'q' || kind === 't') {
      const next: Point =
        kind === 'q'
          ? [dx + (values[0] as number), dy + (values[1] as number)]
          : bend === null
            ? from
            : [2 * from[0] - bend[0], 2 * from[1] - bend[1]];
      for (const part of [0.25, 0.5, 0.75]) {
        const along = (a: number, b: number, c: number) => (1 - part) ** 2 * a + 2 * part * (1 - part) * b + part ** 2 * c;
        points.push([along(from[0], next[0], x), along(from[1], next[1], y)]);
      }
      bend = next;
    } else bend = null;
    points.push([x, y]);
  }
  return points;
}

const boxOf = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  right: Math.max(...points.map(([x]) => x)),
  bottom: Math.max(...points.map(([, y]) => y)),
});

/** What is drawn: each path and rectangle with its box in the document's pixels. */
export function drawnIn(element: Element, outer: Matrix = IDENTITY): { element: Element; box: Box; text: boolean; rotated: boolean }[] {
  const matrix = times(outer, matrixOf(element.attributes.transform));
  const { x, y, width, height, d } = element.attributes;
  const corners: Point[] =
    element.name === 'path'
      ? pointsOf(d ?? '')
      : element.name === 'rect'
        ? [
            [Number(x), Number(y)],
            [Number(x) + Number(width), Number(y) + Number(height)],
          ]
        : [];
  const placed = corners.map(
    ([px, py]): Point => [matrix[0] * px + matrix[2] * py + matrix[4], matrix[1] * px + matrix[3] * py + matrix[5]],
  );
  const own =
    placed.length === 0
      ? []
      : [{ element, box: boxOf(placed), text: element.attributes.transform?.includes('scale') === true, rotated: matrix[1] !== 0 }];
  return [...own, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : drawnIn(child, matrix)))];
}

/** The filled stars of a picture. */
export function filledStars(root: Element): number {
  const rows = elementsOf(root).filter(({ attributes }) => attributes['stroke-linejoin'] === 'round');
  const filled = rows.filter(({ attributes }) => attributes.fill !== 'none').map(({ attributes }) => attributes.d ?? '');
  return filled.join('').match(/M/g)?.length ?? 0;
}
