import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelOfEditionRow } from '../../src/domain/label-sources.ts';
import { taskOfPublishedFile } from '../../src/domain/tasks.ts';
import { badgeSvg } from '../../src/render/label/badge.ts';
import { BOLD, textPath } from '../../src/render/label/face.ts';
import { labelSvg } from '../../src/render/label/label.ts';
import { starsSvg } from '../../src/render/label/stars.ts';
import { EDITION } from './label-samples.ts';
import { filledStars, parseSvg, textOf } from './label-svg.ts';

type Published = { task: string; model: string; kilowattHours: string; stars: number };

/** The published files, read without any of the product's own code but the names of its tasks. */
const PUBLISHED: Published[] = readdirSync('editions/2025-02')
  .filter((name) => name.endsWith('.csv'))
  .flatMap((name) =>
    readFileSync(`editions/2025-02/${name}`, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [model = '', kilowattHours = '', stars] = line.split(',');
        return { task: taskOfPublishedFile(name.replace('.csv', ''))?.key ?? '', model, kilowattHours, stars: Number(stars) };
      }),
  );

const sameFigure = (wattHours: number, { kilowattHours }: Published): boolean =>
  Math.abs(wattHours / (Number(kilowattHours) * 1000) - 1) < 1e-12;

/** The label of a published row. */
function labelOf(published: Published) {
  const row = EDITION.rows.find(
    ({ task, model, gpuWhPer1000Queries }) =>
      task === published.task && model === published.model && sameFigure(gpuWhPer1000Queries, published),
  );
  if (row === undefined) throw new Error(`No row of ${published.model}`);
  return labelOfEditionRow(EDITION, row, { link: 'https://example.org/leaderboard' });
}

/** A published figure as people write it with three digits, four from a thousand on. */
function written({ kilowattHours }: Published): string {
  const wattHours = Number(kilowattHours) * 1000;
  return new Intl.NumberFormat('en', {
    minimumSignificantDigits: wattHours < 1000 ? 3 : 4,
    maximumSignificantDigits: wattHours < 1000 ? 3 : 4,
  }).format(wattHours);
}

const outlineOf = (text: string) => /d="([^"]+)"/.exec(textPath({ text, face: BOLD, size: 1, x: 0, y: 0, fill: '' }))?.[1];

describe('the labels of February 2025', () => {
  test('are 166, one of each published row', () => expect(PUBLISHED).toHaveLength(166));

  test('show the published figures', () => {
    for (const published of PUBLISHED) {
      const label = labelOf(published);
      const svg = labelSvg(label, 'light');
      const [, exact] = /Inference energy: ([\d.]+) Wh/.exec(textOf(parseSvg(svg), 'desc')) ?? [];
      expect(sameFigure(Number(exact), published), published.model).toBe(true);
      expect(svg.includes(`"${outlineOf(written(published))}"`), `${published.model} ${written(published)}`).toBe(true);
      expect(badgeSvg(label).includes(`"${outlineOf(shownOnBadge(published))}"`), published.model).toBe(true);
    }
  });

  test('show the published stars, in every form', () => {
    for (const published of PUBLISHED) {
      const label = labelOf(published);
      for (const svg of [labelSvg(label, 'light'), labelSvg(label, 'dark'), badgeSvg(label), starsSvg(label, 'light')])
        expect(filledStars(parseSvg(svg)), published.model).toBe(published.stars);
    }
  });

  test('rank each model among those of its task and class', () => {
    for (const published of PUBLISHED) {
      const { place, task, class: modelClass } = labelOf(published);
      const board = EDITION.rows.filter((row) => row.task === task && row.class === modelClass);
      const energies = board.map(({ gpuWhPer1000Queries }) => gpuWhPer1000Queries).sort((a, b) => a - b);
      expect(place).toEqual({ rank: energies.findIndex((energy) => sameFigure(energy, published)) + 1, of: board.length });
    }
  });
});

/** Below a tenth of a watt-hour a badge says milliwatt-hours. */
function shownOnBadge(published: Published): string {
  const wattHours = Number(published.kilowattHours) * 1000;
  if (wattHours >= 0.1) return `${written(published)} Wh`;
  return `${new Intl.NumberFormat('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }).format(wattHours * 1000)} mWh`;
}
