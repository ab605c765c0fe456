import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkImport, importReport, importText, type ReportRequest } from '../../src/domain/imports/document.ts';
import { explainImport, REPORT_IMPORT_CHECKS } from '../../src/domain/imports/index.ts';
import { OMISSIONS } from '../../src/domain/imports/omissions.ts';
import { GOOD, importing, type Json } from './reports.ts';

const BENCHMARK = 'optimum-benchmark/benchmark.json';
const REPORT = 'optimum-benchmark/generating.json';
const FORWARD = 'optimum-benchmark/forward.json';
const RESULTS = 'ai-energy-benchmarks/results.json';

type Outcome = Awaited<ReturnType<typeof importing>>;
const finding = ({ findings }: Outcome, code: string) => findings.find((entry) => entry.code === code);
const codes = ({ document }: Outcome): string[] => (document?.omits ?? []).map(({ code }) => code);

const good = await importing(BENCHMARK);
const written = (): Json => structuredClone(good.document);
const goodReport = await readFile(`tests/imports/fixtures/${BENCHMARK}`, 'utf8');
/** A report that converts to the good document's figure, named as it. */
const imported = importReport(goodReport, GOOD);

describe('a report of optimum-benchmark', () => {
  test('gives the GPU energy of preprocess, prefill and decode per 1,000 queries', () => {
    const figure = good.document?.figure;
    expect(figure?.phases.map(({ name, scored }) => [name, scored])).toEqual([
      ['preprocess', true],
      ['prefill', true],
      ['decode', true],
    ]);
    // kWh over 1,000 queries are, times 1,000, Wh per 1,000 queries.
    expect(figure?.phases[0]?.whPer1000Queries).toBeCloseTo(0.12, 12);
    expect(figure?.phases[1]?.whPer1000Queries).toBeCloseTo(4, 12);
    expect(figure?.phases[2]?.whPer1000Queries).toBeCloseTo(6.5, 12);
    expect(figure?.whPer1000Queries).toBeCloseTo(10.62, 12);
    expect(figure?.cpuWhPer1000Queries).toBeCloseTo(0.2 + 1.1 + 2, 12);
    expect(figure).toMatchObject({ scope: 'gpu', queries: 1000, failedQueries: 0, newTokensPerQuery: 10 });
  });

  test('never scores loading', async () => {
    const dear = await importing(BENCHMARK, ({ report }) => {
      report.load_model.energy = { unit: 'kWh', cpu: 1, ram: 1, gpu: 50, total: 52 };
      report.load_dataset.energy = { unit: 'kWh', cpu: 1, ram: 1, gpu: 50, total: 52 };
    });
    expect(dear.document?.figure).toEqual(good.document?.figure);
    expect(dear.document?.report.windows).toHaveLength(5);
  });

  test('takes its number of queries from its efficiencies where it comes without a configuration', async () => {
    const bare = await importing(REPORT);
    expect(bare.document?.figure).toEqual(good.document?.figure);
    expect(bare.document?.source.shape).toBe('benchmark_report.json');
    expect(codes(bare)).toEqual(
      expect.arrayContaining(['weights-unknown', 'dataset-unknown', 'precision-unknown', 'hardware-unknown', 'batch-unknown']),
    );
    expect(codes(good)).not.toContain('weights-unknown');
  });

  test.each(['summarization', 'text-classification', 'question-answering'] as const)('of a forward pass scores %s', async (task) => {
    const { document } = await importing(FORWARD, undefined, { task });
    expect(document?.figure.phases.map(({ name }) => name)).toEqual(['preprocess', 'forward']);
    expect(document?.figure.whPer1000Queries).toBeCloseTo(2.22, 12);
    expect(document?.figure.newTokensPerQuery).toBeNull();
  });

  test('of T5 scores summarization by its generated text', async () => {
    const { document } = await importing(REPORT, undefined, { task: 'summarization' });
    expect(document?.figure.phases.map(({ name }) => name)).toEqual(['preprocess', 'prefill', 'decode']);
  });

  test('takes the number of queries from whoever imports it where it holds none, and says so', async () => {
    const without = (report: Json) => {
      for (const phase of ['preprocess_dataset', 'prefill', 'decode']) report[phase].efficiency = null;
    };
    const told = await importing(REPORT, without, { told: { queries: 500, hardware: 'one H100' } });
    expect(told.document?.figure.whPer1000Queries).toBeCloseTo(21.24, 12);
    expect(codes(told)).toEqual(expect.arrayContaining(['query-count-told', 'other-query-count']));
    expect(finding(await importing(REPORT, without), 'I-report-queries')?.message).toContain('--queries');
  });

  test('of an earlier release, which keeps every run, gives their mean and says how many there were', async () => {
    const earlier = await importing('optimum-benchmark/earlier.json');
    expect(earlier.document?.figure.phases.map(({ name }) => name)).toEqual(['preprocess', 'prefill', 'decode']);
    expect(earlier.document?.figure.whPer1000Queries).toBeCloseTo(10.62, 12);
    expect(earlier.document?.figure.newTokensPerQuery).toBe(10);
    expect(finding(earlier, 'I-report-runs')?.status).toBe('pass');
    expect(codes(earlier)).toContain('few-runs');
    expect(codes(earlier)).not.toContain('one-run');
  });

  test.each([
    ['a run that failed as 0', [0.004, 0, 0.0039], '1 of 3 runs of prefill have 0 kWh'],
    ['a run below zero', [0.004, 0.0041, -0.08], '1 of 3 runs of prefill have -0.08 kWh'],
    ['runs that were left out of their mean', [0.004, 0.0041], 'but the mean of its runs is'],
  ])('with %s is no figure', async (_, runs, words) => {
    const broken = await importing('optimum-benchmark/earlier.json', ({ prefill }) => {
      prefill.measures = runs.map((gpu) => ({ unit: 'kWh', cpu: 0, ram: 0, gpu, total: gpu }));
    });
    expect(broken.document).toBeNull();
    expect(finding(broken, 'I-report-runs')?.message).toContain(words);
  });

  test('takes the revision that it names', async () => {
    expect((await importing(BENCHMARK, undefined, { revision: null })).document?.revision).toBe(GOOD.revision);
    expect(codes(await importing(REPORT, undefined, { revision: null }))).toContain('revision-unknown');
  });

  test('of num_samples -1, with which the harness asks nothing, is no figure', async () => {
    const empty = await importing(REPORT, (report) => {
      const { energy } = report.preprocess_dataset;
      report.preprocess_dataset.efficiency.value = -1 / energy.total;
    });
    expect(empty.document).toBeNull();
    expect(finding(empty, 'I-report-efficiency')?.message).toContain('num_samples');
  });
});

describe('results of ai_energy_benchmarks', () => {
  test('give one window, with what it cannot tell apart', async () => {
    const results = await importing(RESULTS);
    expect(results.document?.figure).toMatchObject({
      queries: 1000,
      failedQueries: 0,
      newTokensPerQuery: 331,
      phases: [{ name: 'window', scored: true }],
    });
    expect(results.document?.figure.whPer1000Queries).toBeCloseTo(250, 9);
    expect(codes(results)).toEqual(
      expect.arrayContaining(['one-window', 'model-load-possible', 'sampled', 'no-warm-up', 'other-new-tokens']),
    );
  });

  test('count the prompts that failed, and do not let them lower the figure', async () => {
    const some = await importing(RESULTS, ({ summary }) => {
      summary.successful_prompts = 800;
      summary.failed_prompts = 200;
    });
    expect(some.document?.figure).toMatchObject({ queries: 800, failedQueries: 200 });
    expect(some.document?.figure.whPer1000Queries).toBeCloseTo(312.5, 9);
    expect(codes(some)).toContain('failed-queries');
    expect(finding(some, 'I-report-failures')?.status).toBe('fail');
  });

  test('of a meter that did not start are no figure, and no 0 Wh', async () => {
    const failed = await importing('ai-energy-benchmarks/failed-meter.json');
    expect(failed.document).toBeNull();
    expect(finding(failed, 'I-report-meter')?.message).toContain('Tracker not started');
    expect(finding(failed, 'I-report-energy')?.status).toBe('fail');
  });

  test('of no other task than those it asks texts for', async () => {
    const images = await importing(RESULTS, undefined, { task: 'image-classification' });
    expect(finding(images, 'I-report-task')?.message).toBe('ai_energy_benchmarks does not measure image-classification.');
  });
});

type Failing = () => Promise<Outcome> | Outcome;
const report =
  (change: (report: Json) => void, request: Partial<ReportRequest> = {}): Failing =>
  () =>
    importing(BENCHMARK, change, request);
const document =
  (change: (value: Json) => void): Failing =>
  () => {
    const value = written();
    change(value);
    return checkImport(value, null);
  };

/** For every check of an import, what it must fail. */
const FAILING: Readonly<Record<string, Failing>> = {
  'I-text-size': () => importReport(' '.repeat(16 * 1024 * 1024 + 1), GOOD),
  'I-text-json': () => importReport('{"prefill": {"energy": NaN}}', GOOD),
  'I-text-shape': () => importReport('{"measurements": []}', GOOD),
  'I-document-schema': document((value) => {
    value.figure.unit = 'kWh';
  }),
  'I-document-figure': document((value) => {
    value.figure.whPer1000Queries /= 2;
  }),
  'I-document-omits': document((value) => {
    value.omits.shift();
  }),
  'I-document-source': () => checkImport(written(), '{}'),
  'I-report-values': report(({ report: { decode } }) => {
    decode.energy.gpu = '0.0065';
  }),
  'I-report-model': report(({ config }) => {
    config.backend.model = 'example-org/another';
  }),
  'I-report-revision': report(() => {}, { revision: 'f'.repeat(40) }),
  'I-report-task': report(({ config }) => {
    config.backend.task = 'image-classification';
  }),
  'I-report-phases': report((whole) => {
    whole.report.preprocess_dataset.energy = null;
  }),
  'I-report-unit': report((whole) => {
    whole.report.prefill.energy.unit = 'J';
  }),
  'I-report-meter': () => importing('ai-energy-benchmarks/failed-meter.json'),
  'I-report-energy': report((whole) => {
    whole.report.decode.energy.gpu = 0;
  }),
  'I-report-runs': () =>
    importing('optimum-benchmark/earlier.json', ({ decode }) => {
      decode.measures[1].gpu = 0;
    }),
  'I-report-sum': report((whole) => {
    whole.report.prefill.energy.total = 0.001;
  }),
  'I-report-power': report((whole) => {
    whole.report.prefill.latency = { unit: 's', total: 0.5 };
  }),
  'I-report-device': report(({ config }) => {
    config.backend.device = 'cpu';
  }),
  'I-report-efficiency': report((whole) => {
    whole.report.prefill.efficiency.value *= 0.1;
  }),
  'I-report-queries': report(() => {}, { told: { queries: 999, hardware: null } }),
  'I-report-weights': report(({ config }) => {
    config.backend.no_weights = true;
  }),
  'I-report-failures': () =>
    importing(RESULTS, ({ summary }) => {
      summary.total_prompts = 1010;
      summary.failed_prompts = 10;
    }),
  'I-report-tokens': () => importing(RESULTS),
  'I-report-batch': report(({ config }) => {
    config.scenario.input_shapes.batch_size = 8;
  }),
  'I-report-dataset': report(({ config }) => {
    config.scenario.dataset_name = 'example-org/other-queries';
  }),
  'I-report-revision-known': () => importing(REPORT, undefined, { revision: null }),
  'I-report-origin': () => importing(BENCHMARK),
};

describe('the checks of an import', () => {
  test('have codes of their own, texts that are sentences, and a failing fixture each', () => {
    const all = REPORT_IMPORT_CHECKS.map(({ code }) => code);
    expect(Object.keys(FAILING).sort()).toEqual([...all].sort());
    expect(new Set(all).size).toBe(all.length);
    for (const check of REPORT_IMPORT_CHECKS) {
      expect(check.code).toMatch(/^I(?:-[a-z]+)+$/);
      for (const text of [check.title, check.why, check.mend]) expect(text).toMatch(/^[A-Z].*\.$/s);
    }
    expect(explainImport('i-REPORT-unit')?.code).toBe('I-report-unit');
    expect(explainImport('E-record-task')?.code).toBe('E-record-task');
    expect(explainImport('I-none')).toBeNull();
  });

  test.each(REPORT_IMPORT_CHECKS.map(({ code, effect }) => ({ code, effect })))(
    '$code fails its fixture, and the verdict follows',
    async ({ code, effect }) => {
      const result = await (FAILING[code] as Failing)();
      expect(finding(result, code)).toMatchObject({ status: 'fail', effect });
      expect(result.verdict === 'invalid' || effect !== 'invalid').toBe(true);
      expect(result.document === null).toBe(result.verdict === 'invalid');
    },
  );

  test.each(REPORT_IMPORT_CHECKS.map(({ code }) => code).filter((code) => code !== 'I-report-origin'))(
    '%s does not fail the good report',
    (code) => {
      const again = checkImport(JSON.parse(importText(imported.document as Json)), goodReport);
      const found = [...good.findings, ...again.findings].filter((entry) => entry.code === code);
      expect(found.length).toBeGreaterThan(0);
      for (const { status } of found) expect(['pass', 'skip']).toContain(status);
      // One of the two is at hand to each check but those of time and of runs, which the fixture does not tell.
      if (!['I-report-power', 'I-report-runs'].includes(code)) expect(found.some(({ status }) => status === 'pass')).toBe(true);
    },
  );

  test('never find an import better than unofficial', () => {
    expect(good.verdict).toBe('unofficial');
    expect(good.reasons.map(({ code }) => code)).toEqual(['I-report-origin']);
  });
});

describe('an import document', () => {
  test('says the same for the same report, and everything that its figure omits', async () => {
    const again = await importing(BENCHMARK);
    expect(importText(again.document as Json)).toBe(importText(good.document as Json));
    expect(good.document).toMatchObject({ origin: 'imported', source: { tool: 'optimum-benchmark', version: '0.6.0' } });
    expect(codes(good)).toEqual(
      expect.arrayContaining([
        'one-run',
        'no-interval',
        'no-evidence',
        'polled-meter',
        'gpu-not-matched',
        'reasoning-unverified',
        'derived-decode',
      ]),
    );
  });

  test('keeps its omissions bounded, each with a code of its own', () => {
    expect(new Set(OMISSIONS.map(({ code }) => code)).size).toBe(OMISSIONS.length);
    expect(OMISSIONS.length).toBeLessThanOrEqual(40);
    for (const { sentence } of OMISSIONS) expect(sentence).toMatch(/^[A-Z].{10,399}\.$/);
  });

  test.each([
    ['two keys of one name', '{"prefill":{},"prefill":{}}'],
    ['an array', '[]'],
    ['a number', '1'],
    ['nothing', ''],
    ['a deep nest', '['.repeat(100_000)],
    ['__proto__ as a phase', '{"__proto__":{"prefill":{}},"forward":null}'],
  ])('of %s ends in a finding, never in an exception', (_, text) => {
    const result = importReport(text, GOOD);
    expect(result.verdict).toBe('invalid');
    expect(result.document).toBeNull();
  });
});
