import { describe, expect, test } from 'vitest';
import { LABEL_MARKS, type Label, type LabelMark, PUBLIC_LEADERBOARD } from '../../src/domain/label.ts';
import { badgeSvg, shieldsBadge } from '../../src/render/label/badge.ts';
import { BANNERS, COLOURS, THEMES, UNOFFICIAL_HEADER } from '../../src/render/label/colours.ts';
import { BOLD, type Face, MEDIUM, textPath } from '../../src/render/label/face.ts';
import { LABEL_HEIGHT, LABEL_WIDTH, labelSvg } from '../../src/render/label/label.ts';
import { pngOf } from '../../src/render/label/rasterise.ts';
import { starsSvg } from '../../src/render/label/stars.ts';
import { fc } from '../support/fast-check.ts';
import { NAMES, sampleLabel } from './label-samples.ts';
import { type Box, drawnIn, type Element, elementsOf, filledStars, parseSvg, textOf } from './label-svg.ts';

const MARKS = Object.keys(LABEL_MARKS) as LabelMark[];
const FORMS: readonly [string, (label: Label) => string][] = [
  ['label', (label) => labelSvg(label, 'light')],
  ['dark label', (label) => labelSvg(label, 'dark')],
  ['badge', badgeSvg],
  ['stars', (label) => starsSvg(label, 'light')],
];

/** Whether a text is drawn in a picture: its outlines are the same at every size. */
function draws(svg: string, text: string, face: Face, tracking = 0): boolean {
  const [, outline] = /d="([^"]+)"/.exec(textPath({ text, face, size: 1, x: 0, y: 0, tracking, fill: '' })) ?? [];
  if (outline === undefined) throw new Error(`Nothing to see in ${text}.`);
  return svg.includes(`"${outline}"`);
}

const PADDING = 16;

/** Letters such as î reach a little beyond the width that they take in a line, in pixels. */
const OVERHANG = 1;

const isWithin = (box: Box, outer: Box, slack = 0.5): boolean =>
  box.left >= outer.left - slack && box.right <= outer.right + slack && box.top >= outer.top - slack && box.bottom <= outer.bottom + slack;
const overlap = (a: Box, b: Box): number =>
  Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Everything that is wrong with where a label's parts are. */
function misplaced(root: Element): string[] {
  const drawn = drawnIn(root);
  const outer = { left: 0, top: 0, right: LABEL_WIDTH, bottom: LABEL_HEIGHT };
  const lines = drawn.filter(({ text, rotated }) => text && !rotated).map(({ box }) => box);
  const inner = { left: PADDING, top: 0, right: LABEL_WIDTH - PADDING, bottom: LABEL_HEIGHT - 4 };
  const told = (problem: string, box: Box) => `${problem} ${JSON.stringify(box)}`;
  return [
    ...drawn.filter(({ box }) => !isWithin(box, outer)).map(({ box }) => told('outside', box)),
    ...lines.filter((box) => !isWithin(box, inner, OVERHANG)).map((box) => told('in the padding', box)),
    ...lines.flatMap((box, index) =>
      lines.slice(index + 1).flatMap((other) => (overlap(box, other) > 1 ? [told('overlapping', box)] : [])),
    ),
  ];
}

describe('a label', () => {
  test('is 260 x 364 pixels with the fields, sizes and colour that the method asks for', () => {
    const svg = labelSvg(sampleLabel(), 'light');
    expect(parseSvg(svg).attributes).toMatchObject({ width: '260', height: '364', viewBox: '0 0 260 364' });
    const lines: [string, Face, number][] = [
      ['AI Energy Score', BOLD, 17],
      ['example-org/synthetic-1b', BOLD, 16],
      ['Scored', MEDIUM, 12],
      ['January 2026', MEDIUM, 12],
      ['Task', MEDIUM, 12],
      ['Text generation, class A', MEDIUM, 12],
      ['Hardware', MEDIUM, 12],
      ['NVIDIA H100 80GB HBM3', MEDIUM, 12],
      ['7.07', BOLD, 30],
      ['95 % interval 7.05 to 7.08', MEDIUM, 11],
      ['GPU energy', MEDIUM, 11],
      ['4 of 5', MEDIUM, 12],
      ['Edition March 2026, rank 3 of 12', MEDIUM, 11],
    ];
    for (const [text, face] of lines) expect(draws(svg, text, face), text).toBe(true);
    expect(draws(svg, 'Inference Energy (Wh) per 1k tasks', MEDIUM, -0.013)).toBe(true);
    expect(draws(svg, 'Edition March 2025', MEDIUM)).toBe(false);
    for (const [text, face, size] of lines) {
      const [, outline] = /d="([^"]+)"/.exec(textPath({ text, face, size, x: 0, y: 0, fill: '' })) ?? [];
      const own = elementsOf(parseSvg(svg)).find(({ attributes }) => attributes.d === outline);
      expect(own?.attributes.transform, text).toContain(`scale(${size / 512})`);
    }
    const name = elementsOf(parseSvg(svg)).find(({ attributes }) => attributes.transform?.includes('scale(0.03125)'));
    expect(name?.attributes.fill).toBe('#313131');
  });

  test(`keeps every part inside, and apart from the others, for ${NAMES.length} names, marked and not`, () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(200);
    for (const model of NAMES) {
      for (const mark of [null, 'unofficial', 'withdrawn'] as const) {
        const svg = labelSvg(sampleLabel({ model, mark }), 'light');
        expect(misplaced(parseSvg(svg)), `${model} ${mark}`).toEqual([]);
      }
    }
  });

  test('keeps every part inside whatever its other fields hold', () => {
    const figure = fc.double({ min: 1e-7, max: 1e8, noNaN: true });
    const label = fc.record({
      model: fc.string({ unit: 'binary', maxLength: 200 }),
      variant: fc.option(fc.string({ unit: 'grapheme', maxLength: 64 })),
      hardware: fc.string({ unit: 'grapheme-composite', maxLength: 120 }),
      energy: fc.constantFrom('GPU energy', 'CPU energy (estimated)', 'Memory energy (integrated)'),
      whPer1000Queries: figure,
      interval95: fc.option(fc.tuple(figure, figure).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))),
      stars: fc.option(fc.integer({ min: 1, max: 5 })),
      starsNote: fc.option(fc.constant('Official results rank among themselves: this is the place that the energy would have.')),
      mark: fc.option(fc.constantFrom(...MARKS)),
      link: fc.option(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true })),
    });
    fc.assert(
      fc.property(label, (changes) => {
        const svg = labelSvg(sampleLabel(changes), 'dark');
        expect(misplaced(parseSvg(svg))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('wraps a long name at its joints, the owner on a line of its own, and shrinks one that is longer still', () => {
    const wrapped = labelSvg(sampleLabel({ model: 'meta-llama/Llama-3.3-70B-Instruct' }), 'light');
    for (const line of ['meta-llama/', 'Llama-3.3-70B-Instruct']) expect(draws(wrapped, line, BOLD), line).toBe(true);
    expect(wrapped).toContain(`scale(${16 / 512})`);
    const shrunk = labelSvg(
      sampleLabel({ model: 'lxyuan/distilbert-base-multilingual-cased-sentiments-student-distilled-again' }),
      'light',
    );
    expect(shrunk).not.toContain(`scale(${16 / 512})`);
    for (const line of ['lxyuan/', 'distilbert-base-multilingual-', 'cased-sentiments-student-'])
      expect(draws(shrunk, line, BOLD), line).toBe(true);
  });

  test('shows a box for a character that the typeface has not, and the whole name in its title', () => {
    const svg = labelSvg(sampleLabel({ model: 'org/模型' }), 'light');
    expect(draws(svg, 'org/\u{10FFFD}\u{10FFFD}', BOLD)).toBe(true);
    expect(textOf(parseSvg(svg), 'title')).toContain('org/模型');
  });
});

describe.each(FORMS)('the %s', (_name, draw) => {
  test('is well-formed, holds shapes alone, and refers to nothing elsewhere', () => {
    for (const model of NAMES) {
      const root = parseSvg(draw(sampleLabel({ model })));
      const elements = elementsOf(root);
      expect(new Set(elements.map(({ name }) => name))).toEqual(
        new Set(['svg', 'title', 'desc', 'metadata', 'a', 'g', 'path', ...(elements.some(({ name }) => name === 'rect') ? ['rect'] : [])]),
      );
      for (const { name, attributes } of elements) {
        expect(Object.keys(attributes).filter((key) => /^on|style|class|src/.test(key))).toEqual([]);
        const addresses = Object.entries(attributes).filter(([, value]) => /:\/\/|url\(|data:|javascript:/i.test(value));
        expect(addresses).toEqual(
          name === 'svg' ? [['xmlns', 'http://www.w3.org/2000/svg']] : name === 'a' ? [['href', PUBLIC_LEADERBOARD]] : [],
        );
      }
    }
  });

  test('is drawn by a rasteriser that takes nothing but valid XML', async () => {
    for (const model of NAMES.slice(-90)) expect((await pngOf(draw(sampleLabel({ model })), 1)).subarray(1, 4).toString()).toBe('80,78,71');
  });

  test('fills as many stars as were earned, and says so in words', () => {
    for (const stars of [1, 2, 3, 4, 5]) {
      const root = parseSvg(draw(sampleLabel({ stars })));
      expect(filledStars(root)).toBe(stars);
      expect(textOf(root, 'title')).toContain(`${stars} of 5 stars`);
    }
    const none = parseSvg(draw(sampleLabel({ stars: null, starsNote: 'Stars compare models.' })));
    expect(filledStars(none)).toBe(0);
    expect(textOf(none, 'title')).toContain('no stars');
    expect(textOf(none, 'desc')).toContain('Stars compare models.');
  });

  test('is an image with a name and a description, inside its link where it has one', () => {
    const linked = parseSvg(draw(sampleLabel()));
    const image = elementsOf(linked).find(({ attributes }) => attributes.role === 'img') as Element;
    const ids = new Map(elementsOf(linked).flatMap(({ name, attributes }) => (attributes.id === undefined ? [] : [[attributes.id, name]])));
    expect(image.attributes['aria-labelledby']?.split(' ').map((id) => ids.get(id))).toEqual(['title', 'desc']);
    expect(elementsOf(image).map(({ name }) => name)).not.toContain('a');
    expect(textOf(linked, 'desc')).toContain('Inference energy: 7.0666 Wh per 1,000 tasks (GPU energy; 95 % interval 7.05 to 7.08 Wh)');
  });

  test.each(MARKS)('never looks official when it is %s', (mark) => {
    const [official, marked] = [draw(sampleLabel()), draw(sampleLabel({ mark }))];
    expect(textOf(parseSvg(official), 'title')).toMatch(/^AI Energy Score/);
    expect(textOf(parseSvg(marked), 'title')).toMatch(new RegExp(`^${LABEL_MARKS[mark].banner}`));
    expect(textOf(parseSvg(marked), 'desc')).toContain(LABEL_MARKS[mark].meaning);
    const words = [LABEL_MARKS[mark].banner, LABEL_MARKS[mark].short];
    expect(words.some((text) => draws(marked, text, BOLD))).toBe(true);
    expect(words.some((text) => draws(official, text, BOLD))).toBe(false);
    for (const theme of THEMES) expect(marked).not.toContain(COLOURS[theme].star);
  });
});

test('a label that leads nowhere is the image itself', () => {
  expect(parseSvg(labelSvg(sampleLabel({ link: null }), 'light')).attributes.role).toBe('img');
});

test('stars never stand alone without a link', () => {
  expect(() => starsSvg(sampleLabel({ link: null }), 'light')).toThrow('have to lead to the leaderboard');
});

test('what does not stand any more is struck across', () => {
  for (const mark of MARKS) {
    const struck = drawnIn(parseSvg(labelSvg(sampleLabel({ mark }), 'light'))).filter(({ rotated }) => rotated);
    expect(struck).toHaveLength(LABEL_MARKS[mark].figure === 'void' ? 1 : 0);
  }
});

test('labels of different content share no id, so that they can stand in one page', () => {
  const idOf = (label: Label) => textIds(parseSvg(labelSvg(label, 'light')));
  const ids = [...idOf(sampleLabel()), ...idOf(sampleLabel({ stars: 3 })), ...idOf(sampleLabel({ model: 'a/b' }))];
  expect(new Set(ids).size).toBe(ids.length);
});
const textIds = (root: Element): string[] => elementsOf(root).flatMap(({ attributes }) => attributes.id ?? []);

describe('the badge', () => {
  test('is 20 pixels high, and everything on it is inside', () => {
    for (const mark of [null, ...MARKS]) {
      for (const stars of [null, 1, 5]) {
        for (const whPer1000Queries of [0.000012, 1.234, 3426.4, 12_345_678]) {
          const root = parseSvg(badgeSvg(sampleLabel({ mark, stars, whPer1000Queries })));
          const outer = { left: 0, top: 0, right: Number(root.attributes.width), bottom: 20 };
          expect(root.attributes.height).toBe('20');
          for (const { box } of drawnIn(root)) expect(isWithin(box, outer)).toBe(true);
        }
      }
    }
  });

  test('says the same for shields', () => {
    expect(shieldsBadge(sampleLabel({ whPer1000Queries: 1.234 }))).toEqual({
      schemaVersion: 1,
      label: 'AI Energy Score',
      message: '★★★★☆ 1.23 Wh',
      color: '3f7420',
    });
    expect(shieldsBadge(sampleLabel({ mark: 'rehearsal', stars: null })).message).toBe('rehearsal no stars 7.07 Wh');
  });
});

/** Contrast of two colours after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(THEMES)('the %s colours can be told apart', (theme) => {
  const { page, header, headerText, headerMuted, text, muted, link, star, emptyStar } = COLOURS[theme];
  for (const ink of [text, muted, link]) expect(contrast(ink, page)).toBeGreaterThanOrEqual(4.5);
  for (const ink of [headerText, headerMuted]) expect(contrast(ink, header)).toBeGreaterThanOrEqual(4.5);
  for (const ink of [star, emptyStar]) expect(contrast(ink, page)).toBeGreaterThanOrEqual(3);
  for (const { ground, text: ink } of Object.values(BANNERS)) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#ffffff', UNOFFICIAL_HEADER)).toBeGreaterThanOrEqual(4.5);
});

test('white text can be read on every badge', () => {
  for (const stars of [null, 1, 2, 3, 4, 5]) {
    expect(contrast('#ffffff', `#${shieldsBadge(sampleLabel({ stars })).color}`)).toBeGreaterThanOrEqual(4.5);
  }
});
