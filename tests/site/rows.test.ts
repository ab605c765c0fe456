import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { costOf, USUAL_FACTORS } from '../../site/data/cost.ts';
import { choicesOf, NOT_STATED } from '../../site/data/facets.ts';
import { indexOf, preparation, rowsAt, shownPlaces } from '../../site/data/row-index.ts';
import { type Row, rowsOfBoard, rowsOfEdition } from '../../site/data/rows.ts';
import { measuredOf, pairsOf } from '../../site/data/significance.ts';
import { tableStateOf } from '../../site/data/table-state.ts';
import { boardDocument } from '../../src/domain/leaderboard/board.ts';
import { entryOf } from '../../src/domain/leaderboard/entry.ts';
import { taskOfPublishedFile } from '../../src/domain/tasks.ts';
import { sampleRecord } from '../support/leaderboard-repository.ts';

const EDITION = JSON.parse(await readFile('editions/2025-02.json', 'utf8'));
const ROWS = rowsOfEdition(EDITION);
const shownOf = (rows: readonly Row[], query: string): Row[] => {
  const index = indexOf(rows);
  return rowsAt(index, shownPlaces(index, tableStateOf(new URLSearchParams(query))));
};
const shown = (query: string): Row[] => shownOf(ROWS, query);

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
    expect(new Set(shown('task=text-generation&class=B').map(({ board }) => board))).toEqual(new Set(['2025-02:text-generation:B']));
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

/** Rows as they could stand on a large board: made of the published ones, with what those lack. */
const MANY = Array.from({ length: 6000 }, (_, at): Row => {
  const row = ROWS[(at * 37) % ROWS.length] as Row;
  return {
    ...row,
    id: String(at),
    model: at % 11 === 0 ? row.model : `${row.model}-${(at * 7919) % 997}`,
    variant: at % 13 === 0 ? 'Tuned\nTwice' : null,
    wh: row.wh * (1 + (at % 17)),
    stars: at % 5 === 0 ? null : row.stars,
    parameters: at % 3 === 0 ? null : at * 1e7,
    hardware: ['h100-80gb-hbm3', 'a100-80gb'][at % 2] as string,
    state: (['official', 'disputed', 'withdrawn'] as const)[at % 3] as Row['state'],
    licence: [null, 'apache-2.0', 'mit', 'other'][at % 4] as string | null,
    quantization: at % 6 === 0 ? 'GPTQ 4 bit' : null,
    measuredAt: at % 9 === 0 ? null : new Date(1.76e12 + ((at * 31) % 500) * 1e7).toISOString(),
  };
});

/** What a search looks into, told in the plainest way. */
const searched = (row: Row): string[] =>
  [`${row.model} ${row.variant ?? ''}`, row.taskTitle, row.hardware, row.licence ?? '', row.quantization ?? ''].map((text) =>
    text.toLowerCase(),
  );

const FILTERS: [query: string, fits: (row: Row) => boolean][] = [
  ['task=summarization', ({ task }) => task === 'summarization'],
  ['task=text-generation&class=B', (row) => row.task === 'text-generation' && row.class === 'B'],
  ['state=disputed&hardware=a100-80gb', (row) => row.state === 'disputed' && row.hardware === 'a100-80gb'],
  ['licence=mit', ({ licence }) => licence === 'mit'],
  [`licence=${NOT_STATED}`, ({ licence }) => licence === null],
  ['licence=nobody-has-it', () => false],
  ['parameters=8b-20b', ({ parameters }) => parameters !== null && parameters >= 8e9 && parameters < 20e9],
  ['parameters=unknown', ({ parameters }) => parameters === null],
  ['parameters=toString', () => true],
  ['search=t5', (row) => searched(row).some((text) => text.includes('t5'))],
  ['search=GPT2+9', (row) => ['gpt2', '9'].every((word) => searched(row).some((text) => text.includes(word)))],
  ['search=tuned+twice', ({ variant }) => variant !== null],
  ['search=apache+gptq', (row) => row.licence === 'apache-2.0' && row.quantization !== null],
  ['search=question', (row) => searched(row).some((text) => text.includes('question'))],
  ['search=a100+bert&licence=mit', (row) => row.hardware === 'a100-80gb' && row.licence === 'mit' && /bert/i.test(row.model)],
];

describe('thousands of rows', () => {
  const index = indexOf(MANY);
  const inIndex = (query: string) => rowsAt(index, shownPlaces(index, tableStateOf(new URLSearchParams(query))));

  for (const [query, fits] of FILTERS) {
    test(`with ${query} are those that fit, in the order of the board`, () => {
      expect(inIndex(query).map(({ id }) => id)).toEqual(MANY.filter(fits).map(({ id }) => id));
    });
  }

  test('are searched letter by letter as they would be at once', () => {
    for (const search of ['g', 'gp', 'gpt', 'gpt2', 'gpt2 9', 'gpt2', 'gp', ''])
      expect(inIndex(`search=${search}`)).toEqual(shownOf(MANY, `search=${search}`));
  });

  const COLUMNS: [sort: string, value: (row: Row) => string | number | null][] = [
    ['model', ({ model, variant }) => `${model}${variant === null ? '' : ` ${variant}`}`.toLowerCase()],
    ['task', ({ taskTitle }) => taskTitle],
    ['stars', ({ stars }) => stars],
    ['parameters', ({ parameters }) => parameters],
    ['state', ({ state }) => state],
    ['class', (row) => row.class],
    ['measured', ({ measuredAt }) => measuredAt],
  ];
  for (const [sort, value] of COLUMNS) {
    test(`sort by ${sort} both ways, those without a value last`, () => {
      const told = (rows: Row[]) => rows.map(value).filter((own) => own !== null);
      const plainly = told([...MANY]).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      for (const [query, wanted] of [
        [sort, plainly],
        [`-${sort}`, plainly.toReversed()],
      ] as const) {
        const rows = inIndex(`sort=${query}`);
        expect(told(rows)).toEqual(wanted);
        expect(rows.slice(wanted.length).every((row) => value(row) === null)).toBe(true);
      }
    });
  }

  test('are in the same order whether it was prepared, asked for at once, or asked for while it was prepared', () => {
    const sorted = shownOf(MANY, 'sort=model');
    const prepared = indexOf(MANY);
    for (const _step of preparation(prepared));
    const begun = indexOf(MANY);
    const steps = preparation(begun);
    for (let step = 0; step < 14; step += 1) expect(steps.next().done).toBe(false);
    for (const one of [prepared, begun])
      expect(rowsAt(one, shownPlaces(one, tableStateOf(new URLSearchParams('sort=model'))))).toEqual(sorted);
    for (const _step of steps);
    expect(rowsAt(begun, shownPlaces(begun, tableStateOf(new URLSearchParams('sort=model'))))).toEqual(sorted);
  });
});

describe('the choices of a filter', () => {
  test('name "not stated" where some rows tell a licence and others do not, and nothing where none does', () => {
    expect(choicesOf(indexOf(MANY).facets.licence)).toEqual(['apache-2.0', 'mit', 'other', NOT_STATED]);
    expect(choicesOf(indexOf(MANY.filter(({ licence }) => licence !== null)).facets.licence)).toEqual(['apache-2.0', 'mit', 'other']);
    expect(choicesOf(indexOf(ROWS).facets.licence)).toEqual([]);
  });

  test('take the licence that a board tells; boards of before tell none', () => {
    const entry = entryOf(
      sampleRecord({ model: 'example-org/a', factor: 1, parameters: null }, 1),
      'results/a/b/c/0123456789ab.json',
      null,
    );
    const board = boardDocument([entry], { minimumModels: 3 });
    const licensed = (license: unknown) =>
      rowsOfBoard({ ...board, rows: board.rows.map((row) => ({ ...row, license }) as (typeof board.rows)[number]) })[0]?.licence;
    expect([licensed('apache-2.0'), licensed(null), licensed(undefined)]).toEqual(['apache-2.0', null, null]);
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
