import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classOf } from '../../src/domain/classes.ts';
import { editionFrom, editionFromCsv, editionStarsDisagree, editionText } from '../../src/domain/edition.ts';
import { Fault } from '../../src/domain/errors.ts';

const FOLDER = 'editions/2025-02';
const published = readdirSync(FOLDER).map((name) => ({ name: `${FOLDER}/${name}`, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));
const committed = readFileSync('editions/2025-02.json', 'utf8');
const { source, hardware } = editionFrom(JSON.parse(committed));
const february = editionFromCsv({ name: '2025-02', files: published, source, hardware });

const HEADER = 'model,total_gpu_energy,energy_score';
const imported = (text: string, name = 'summarization.csv') =>
  editionFromCsv({ name: '2025-02', files: [{ name, text }], source: 'a test', hardware: 'a test' });

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('the edition of February 2025', () => {
  test('has 166 rows, and the stars of all 166 are those that were published', () => {
    expect(february.rows).toHaveLength(166);
    expect(editionStarsDisagree(february)).toEqual([]);
  });

  test('is what the importer makes of the published files', () => expect(editionText(february)).toBe(committed));

  test('keeps every figure as published, shifted from kWh to Wh digit by digit', () => {
    const figures = published.flatMap(({ text }) =>
      text
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',')),
    );
    const energies = Map.groupBy(february.rows, (row) => row.model);
    for (const [model = '', kilowattHours = ''] of figures) {
      const exact = Number(`${Number(kilowattHours).toFixed(12)}e3`);
      expect(energies.get(model)?.map((row) => row.gpuWhPer1000Queries)).toContain(exact);
    }
    expect(february.rows.find((row) => row.model === 'mrm8488/bert-tiny-finetuned-squadv2')?.gpuWhPer1000Queries).toBe(0.0554);
  });

  test('keeps models that were published twice, in the order of their file', () => {
    const twice = february.rows.filter((row) => row.model === 'facebook/detr-resnet-50-dc5');
    expect(twice.map((row) => row.gpuWhPer1000Queries)).toEqual([3.291817, 3.278611]);
    expect(february.rows.filter((row) => row.model === 'microsoft/swinv2-large-patch4-window12-192-22k')).toHaveLength(2);
  });

  test('has classes for text generation alone', () => {
    for (const row of february.rows) expect(row.class === null).toBe(row.task !== 'text-generation');
    expect(february.rows.filter((row) => row.class !== null)).toHaveLength(40);
    expect(february.rows.find((row) => row.model === 'mistralai/Mixtral-8x7B-v0.1')?.class).toBe(classOf(46.7e9));
  });

  test('would show a star that was changed', () => {
    const changed = structuredClone(february);
    const row = changed.rows.find((candidate) => candidate.stars === 3);
    if (row === undefined) throw new Error('No row has three stars.');
    row.stars = 4;
    expect(editionStarsDisagree(changed)).toEqual([{ row, computed: 3 }]);
  });
});

describe('an import', () => {
  test('reads exponents, Windows line ends, a byte order mark and a missing last line end', () => {
    const { rows } = imported(`\uFEFF${HEADER}\r\norg/one,5.54E-05,5\r\norg/two,1e-3,1`);
    expect(rows.map((row) => row.gpuWhPer1000Queries)).toEqual([0.0554, 1]);
  });

  test('does not round a digit by multiplying', () => {
    expect(imported(`${HEADER}\norg/one,0.00569,5\n`).rows[0]?.gpuWhPer1000Queries).toBe(5.69);
    expect(0.00569 * 1000).not.toBe(5.69);
  });

  test('orders tasks as the registry does, whatever the order of the files', () => {
    const forwards = editionFromCsv({ name: '2025-02', files: published, source, hardware });
    const backwards = editionFromCsv({ name: '2025-02', files: published.toReversed(), source, hardware });
    expect(editionText(backwards)).toBe(editionText(forwards));
  });

  test('tells every fault of every file at once, each with its place', () => {
    const fault = faultOf(() =>
      editionFromCsv({
        name: '2025-02',
        source: 'a test',
        hardware: 'a test',
        files: [
          { name: 'a/summarization.csv', text: `${HEADER}\nno-slash,0.1,5\norg/two,zero,6\norg/three,0.1\n` },
          { name: 'text_generation.csv', text: `${HEADER}\n` },
          { name: 'asr.csv', text: `${HEADER}\norg/asr,0,5\n` },
          { name: 'b/asr.csv', text: `${HEADER}\n` },
          { name: 'poetry.csv', text: HEADER },
        ],
      }),
    );
    expect(fault).toMatchObject({ kind: 'input', code: 'edition-csv' });
    const lines = fault.message.split('\n').slice(1);
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      'a/summarization.csv:2:1',
      'a/summarization.csv:3:9',
      'a/summarization.csv:3:14',
      'a/summarization.csv:4:1',
      'text_generation.csv:1:1',
      'asr.csv:2:9',
      'b/asr.csv:1:1',
      'poetry.csv:1:1',
    ]);
  });

  test('wants a class where the task has classes', () => {
    const withClass = (modelClass: string) => imported(`${HEADER},class\norg/one,0.1,5,${modelClass}\n`, 'text_generation.csv');
    expect(withClass('C').rows[0]?.class).toBe('C');
    expect(faultOf(() => withClass('D')).message).toContain('text_generation.csv:2:15');
  });

  test.each(['-0.1', '0', '0.0', 'NaN', 'Infinity', '', ' 0.1', '1e999', '0x10', '1e-999', '1.'])('refuses the energy "%s"', (written) => {
    expect(faultOf(() => imported(`${HEADER}\norg/one,${written},5\n`)).code).toBe('edition-csv');
  });

  test('refuses an edition without files, and one whose name is no month', () => {
    expect(faultOf(() => editionFromCsv({ name: '2025-02', files: [], source: '', hardware: '' })).code).toBe('edition-csv');
    expect(faultOf(() => editionFromCsv({ name: '2025-13', files: published, source, hardware })).code).toBe('edition-schema');
  });
});

describe("an edition's text", () => {
  test('is the same whatever the order of the keys', () => {
    const { rows, ...rest } = february;
    const shuffled = { rows: rows.map(({ stars, ...row }) => ({ stars, ...row })), ...rest };
    expect(editionText(shuffled)).toBe(committed);
  });
});
