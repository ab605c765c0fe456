import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { costOf, USUAL_FACTORS } from '../../site/data/cost.ts';
import { indexOf, shownRows, valuesOf } from '../../site/data/row-index.ts';
import { type Row, rowsOfEdition } from '../../site/data/rows.ts';
import { measuredOf, pairsOf } from '../../site/data/significance.ts';
import { tableStateOf } from '../../site/data/table-state.ts';
import { taskOfPublishedFile } from '../../src/domain/tasks.ts';
import { sampleRecord } from '../support/leaderboard-repository.ts';

const EDITION = JSON.parse(await readFile('editions/2025-02.json', 'utf8'));
const ROWS = rowsOfEdition(EDITION);
const shown = (query: string): Row[] => shownRows(indexOf(ROWS), tableStateOf(new URLSearchParams(query)));

describe('the rows of the published edition', () => {
  test('are the published figures and stars, all 166', async () => {
    const files = ['asr', 'image_captioning', 'image_classification', 'image_generation', 'object_detection', 'question_answering'];
    files.push('sentence_similarity', 'summarization', 'text_classification', 'text_generation');
    const published = await Promise.all(
      files.map(async (file) => {
        const [, ...lines] = (await readFile(`editions/2025-02/${file}.csv`, 'utf8')).trim().split(/\r?\n/);
        return lines.map((line) => {
          const [model, energy, stars, modelClass = null] = line.split(',');
          return `${taskOfPublishedFile(file)?.key} ${modelClass} ${model} ${Number((Number(energy) * 1000).toPrecision(12))} ${stars}`;
        });
      }),
    );
    const own = ROWS.map((row) => `${row.task} ${row.class} ${row.model} ${Number(row.wh.toPrecision(12))} ${row.stars}`);
    expect(own.sort()).toEqual(published.flat().sort());
    expect(own).toHaveLength(166);
  });

  test('have names of their own, though two models stand twice', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(166);
    expect(ROWS.filter(({ id }) => id.endsWith(':2')).map(({ model }) => model)).toEqual([
      'microsoft/swinv2-large-patch4-window12-192-22k',
      'facebook/detr-resnet-50-dc5',
    ]);
  });

  test('have a rank and factors: t5-base uses 620 times the best of its board', () => {
    const row = ROWS.find(({ model, task }) => model === 'google-t5/t5-base' && task === 'question-answering');
    expect(row?.factorToBest).toBeCloseTo(620, -1);
    expect(row).toMatchObject({ rank: 15, stars: 5 });
  });
});

describe('filters and order', () => {
  test('search takes every word, in any case', () => {
    const found = shown('search=T5+BASE');
    expect(found.length).toBeGreaterThan(0);
    for (const { model } of found) expect(model.toLowerCase()).toMatch(/t5.*base|base.*t5/);
  });

  test('task and class leave one board', () => {
    expect(valuesOf(shown('task=text-generation&class=B'), ({ board }) => board)).toEqual(['2025-02:text-generation:B']);
  });

  test('sort by energy both ways', () => {
    const up = shown('sort=wh').map(({ wh }) => wh);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(shown('sort=-wh').map(({ wh }) => wh)).toEqual([...up].reverse());
  });

  test('of nothing that fits is an empty list', () => {
    expect(shown('search=no-model-has-this-name')).toEqual([]);
    expect(shown('parameters=1b-8b')).toEqual([]);
    expect(shown('parameters=unknown')).toHaveLength(166);
  });
});

describe('the significance of a difference', () => {
  const [row] = ROWS as [Row];
  const measured = (factor: number, sensor: string) => {
    const record = sampleRecord({ model: 'example-org/a', factor, parameters: null }, 1);
    const gpus = record.hardware.gpus.map((gpu) => ({ ...gpu, uuidSha256: sensor }));
    return measuredOf({ ...row, wh: record.score.whPer1000Queries }, { ...record, hardware: { ...record.hardware, gpus } });
  };
  const verdict = (...pair: [ReturnType<typeof measured>, ReturnType<typeof measured>]) => pairsOf(pair)[0]?.comparison.verdict;

  test('is judged by the runs, and more strictly where two sensors read them', () => {
    expect(verdict(measured(1, 'a'), measured(1.02, 'a'))).toBe('less');
    expect(verdict(measured(1, 'a'), measured(1.02, 'b'))).toBe('within the sensors’ error');
    expect(verdict(measured(1, 'a'), measured(1.3, 'b'))).toBe('less');
    expect(verdict(measured(1, 'a'), measured(1, 'a'))).toBe('no difference shown');
  });

  test('cannot be told of figures without runs', () => {
    expect(verdict(measuredOf(row, null), measured(9, 'a'))).toBe('too few runs');
  });
});

describe('what queries cost', () => {
  test('is energy times factors', () => {
    // 10 Wh per 1,000 queries: a million are 10 kWh at the machine.
    const cost = costOf(10, 1e6, { rest: 0.5, pue: 1.2, gramsPerKilowattHour: 100, litresPerKilowattHour: 2 });
    expect(cost).toEqual({ kilowattHours: 18, kilogramsCo2e: 1.8, litres: 30 });
    expect(costOf(10, 0, USUAL_FACTORS)).toEqual({ kilowattHours: 0, kilogramsCo2e: 0, litres: 0 });
  });
});
