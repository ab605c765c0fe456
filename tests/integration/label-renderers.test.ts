import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../src/domain/label.ts';
import { labelOfEditionRow } from '../../src/domain/label-sources.ts';
import { badgeSvg } from '../../src/render/label/badge.ts';
import { labelSvg } from '../../src/render/label/label.ts';
import { pngOf } from '../../src/render/label/rasterise.ts';
import { starsSvg } from '../../src/render/label/stars.ts';
import { cropped, distance, type Pixels, pixelsOf } from '../render/label-pixels.ts';
import { EDITION, NAMES, sampleLabel } from '../render/label-samples.ts';
import { installed } from '../support/debian.ts';
import { folderOf } from '../support/folders.ts';

const run = promisify(execFile);

/** Renderers smooth edges in ways of their own; a shape that is missing, moved or of another colour differs by far more. */
const MOST = { mean: 0.006, worstSquare: 0.03 };
const SCALE = 2;

const first = EDITION.rows[0];
if (first === undefined) throw new Error('The edition is empty.');
const published = labelOfEditionRow(EDITION, first, { link: 'https://example.org/leaderboard' });

const PICTURES: readonly [string, string][] = [
  ['a published label', labelSvg(published, 'light')],
  ['a published label, dark', labelSvg(published, 'dark')],
  ['an unofficial label with an interval', labelSvg(sampleLabel({ mark: 'unofficial' }), 'light')],
  ['a rehearsal', labelSvg(sampleLabel({ mark: 'rehearsal' }), 'dark')],
  [
    'a label without stars',
    labelSvg(sampleLabel({ stars: null, starsNote: 'Stars compare models: this board has 2 of the 5 it needs.' }), 'light'),
  ],
  ['a label of a hostile name', labelSvg(sampleLabel({ model: 'org/模型\u202E<script>&amp;' }), 'light')],
  ['a badge', badgeSvg(published)],
  ['an unofficial badge', badgeSvg(sampleLabel({ mark: 'self-reported' }))],
  ['stars', starsSvg(published, 'light')],
];

const sizeOf = (svg: string) => ({ width: Number(/ width="(\d+)"/.exec(svg)?.[1]), height: Number(/ height="(\d+)"/.exec(svg)?.[1]) });

/** A system on which no font is installed. */
async function withoutFonts() {
  const folder = await folderOf({ 'fonts.conf': '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>' });
  const env = { ...process.env, FONTCONFIG_FILE: join(folder.path, 'fonts.conf'), XDG_CACHE_HOME: folder.path };
  return { env, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

async function byLibrsvg(svg: string, env = process.env): Promise<Pixels> {
  await using folder = await folderOf({ 'picture.svg': svg });
  const out = join(folder.path, 'picture.png');
  await run('rsvg-convert', ['--zoom', String(SCALE), '--output', out, join(folder.path, 'picture.svg')], { env });
  return pixelsOf(await readFile(out));
}

/** As a page shows it that embeds the picture, which is the strictest way: no script, nothing from elsewhere. */
async function byChromium(svg: string, env = process.env): Promise<Pixels> {
  await using folder = await folderOf({
    'picture.svg': svg,
    'page.html': '<!doctype html><style>body{margin:0;background:#fff}img{display:block}</style><img src="picture.svg">',
  });
  const out = join(folder.path, 'picture.png');
  await run(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      `--force-device-scale-factor=${SCALE}`,
      `--user-data-dir=${join(folder.path, 'profile')}`,
      '--window-size=600,500',
      `--screenshot=${out}`,
      `file://${join(folder.path, 'page.html')}`,
    ],
    { env },
  );
  const { width, height } = sizeOf(svg);
  return cropped(pixelsOf(await readFile(out)), { width: width * SCALE, height: height * SCALE });
}

const RENDERERS = [
  { name: 'librsvg', program: 'rsvg-convert', package: 'librsvg2-bin', draw: byLibrsvg },
  { name: 'Chromium', program: 'chromium', package: 'chromium', draw: byChromium },
] as const;

describe.each(RENDERERS)('$name', ({ program, package: name, draw }) => {
  let missing: string | null = null;
  beforeAll(async () => {
    missing = await installed(program, name);
    if (missing !== null) console.warn(missing);
  });

  test.each(PICTURES)('draws %s as resvg does', async (_name, svg) => {
    if (missing !== null) return expect(missing).toContain(program);
    const apart = distance(pixelsOf(await pngOf(svg, SCALE)), await draw(svg));
    expect(apart.mean, JSON.stringify(apart)).toBeLessThan(MOST.mean);
    expect(apart.worstSquare, JSON.stringify(apart)).toBeLessThan(MOST.worstSquare);
  });

  test('draws the same pixels where no font is installed', async () => {
    if (missing !== null) return expect(missing).toContain(program);
    await using bare = await withoutFonts();
    const svg = labelSvg(published, 'light');
    expect(distance(await draw(svg), await draw(svg, bare.env))).toEqual({ mean: 0, worstSquare: 0 });
  });
});

test('a letter, a star or a colour that differs is farther apart than two renderers are', async () => {
  const drawn = async (changes: Partial<Label>) => pixelsOf(await pngOf(labelSvg(sampleLabel(changes), 'light'), SCALE));
  const own = await drawn({});
  const changes: Partial<Label>[] = [
    { model: 'example-org/synthetic-7b' },
    { stars: 3 },
    { whPer1000Queries: 7.97 },
    { mark: 'unofficial' },
    { scored: '2026-02' },
  ];
  for (const change of changes) {
    const apart = distance(own, await drawn(change));
    expect(apart.worstSquare, JSON.stringify({ change, apart })).toBeGreaterThan(MOST.worstSquare);
  }
});

test(`expat, which stops at the first fault, reads the labels of ${NAMES.length} names and finds each whole name`, async () => {
  const missing = await installed('python3', 'python3');
  if (missing !== null) return expect(missing).toContain('python3');
  await using folder = await folderOf();
  const labels = NAMES.flatMap((model) => {
    const label = sampleLabel({ model });
    return [labelSvg(label, 'dark'), badgeSvg(label), starsSvg(label, 'light')];
  });
  await writeFile(join(folder.path, 'labels.json'), JSON.stringify(labels));
  const program = `
import json, sys, xml.etree.ElementTree as tree
titles = [tree.fromstring(text.encode()).find('{http://www.w3.org/2000/svg}title').text for text in json.load(open(sys.argv[1], encoding='utf-8'))]
json.dump(titles, sys.stdout)
`;
  const { stdout } = await run('python3', ['-c', program, join(folder.path, 'labels.json')], { maxBuffer: 1 << 26 });
  const titles = JSON.parse(stdout) as string[];
  expect(titles).toHaveLength(labels.length);
  for (const [index, model] of NAMES.entries()) {
    if (/^[ -~]*$/.test(model)) expect(titles[index * 3]).toContain(model);
  }
});
