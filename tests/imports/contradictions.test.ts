import { describe, expect, test } from 'vitest';
import type { ReportRequest } from '../../src/domain/imports/document.ts';
import { importing, type Json } from './reports.ts';

const BENCHMARK = 'optimum-benchmark/benchmark.json';
const REPORT = 'optimum-benchmark/generating.json';
const EARLIER = 'optimum-benchmark/earlier.json';
const FORWARD = 'optimum-benchmark/forward.json';
const RESULTS = 'ai-energy-benchmarks/results.json';

const phasesOf = (report: Json): Json[] => Object.values(report).filter((phase: Json) => phase?.energy);
const times = (energy: Json, factor: number) => {
  for (const part of ['cpu', 'ram', 'gpu', 'total']) energy[part] *= factor;
};

type Case = { what: string; file: string; code: string; words: string; change: (report: Json) => void; request?: Partial<ReportRequest> };

const CASES: readonly Case[] = [
  {
    what: 'every energy called Wh, its efficiencies still per kWh',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'its energy is in `Wh`',
    change: (report) => {
      for (const { energy } of phasesOf(report)) energy.unit = 'Wh';
    },
    request: { told: { queries: 1000, hardware: null } },
  },
  {
    what: 'every energy of a whole benchmark called Wh, its efficiencies still per kWh',
    file: BENCHMARK,
    code: 'I-report-efficiency',
    words: 'its energy is in `Wh`',
    change: ({ report }) => {
      for (const { energy } of phasesOf(report)) energy.unit = 'Wh';
    },
  },
  {
    what: 'one phase in another unit than the rest',
    file: REPORT,
    code: 'I-report-unit',
    words: 'decode is in Wh',
    change: ({ decode }) => {
      decode.energy.unit = 'Wh';
      decode.efficiency.unit = 'tokens/Wh';
    },
  },
  {
    what: 'loading in another unit than the rest',
    file: REPORT,
    code: 'I-report-unit',
    words: 'load_model is in Wh',
    change: ({ load_model }) => {
      load_model.energy.unit = 'Wh';
    },
  },
  {
    what: 'runs in another unit than their mean',
    file: EARLIER,
    code: 'I-report-values',
    words: 'another unit than their mean',
    change: ({ decode }) => {
      decode.measures[1].unit = 'Wh';
    },
  },
  {
    what: 'the energy of the first phase ten times as large, so that it makes 10,000 queries',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'prefill makes 1000 queries, not 10000',
    change: ({ preprocess_dataset }) => times(preprocess_dataset.energy, 10),
  },
  {
    what: 'the energy of prefill a tenth, so that it makes 100 queries',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'prefill makes 100 queries, not 1000',
    change: ({ prefill }) => times(prefill.energy, 0.1),
  },
  {
    what: 'the efficiency of forward a tenth',
    file: FORWARD,
    code: 'I-report-efficiency',
    words: 'forward makes 100 queries, not 1000',
    change: ({ forward }) => {
      forward.efficiency.value *= 0.1;
    },
    request: { task: 'text-classification' },
  },
  {
    what: 'the efficiency of decode a tenth',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'decode has 900 tokens, which 1000 queries cannot have',
    change: ({ decode }) => {
      decode.efficiency.value *= 0.1;
    },
  },
  {
    what: 'the energy of decode twice what its configuration’s new tokens make',
    file: BENCHMARK,
    code: 'I-report-efficiency',
    words: 'decode makes 2000 queries, not 1000',
    change: ({ report }) => times(report.decode.energy, 2),
  },
  {
    what: 'the tokens of an earlier release’s prompts fewer than its queries',
    file: EARLIER,
    code: 'I-report-efficiency',
    words: 'which 1000 queries cannot have',
    change: ({ prefill }) => {
      prefill.efficiency.value /= 369.139;
      prefill.efficiency.value *= 0.5;
    },
  },
  {
    what: 'an efficiency that makes no whole number of tokens',
    file: EARLIER,
    code: 'I-report-efficiency',
    words: 'no whole number',
    change: ({ prefill }) => {
      prefill.efficiency.value *= 0.1;
    },
  },
  {
    what: 'other queries than --queries says in a phase that is not the first',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'prefill makes 1000 queries, not 500',
    change: ({ preprocess_dataset }) => {
      preprocess_dataset.efficiency = null;
    },
    request: { told: { queries: 500, hardware: null } },
  },
  {
    what: 'other queries than its configuration says',
    file: BENCHMARK,
    code: 'I-report-values',
    words: 'config.scenario.num_samples is 100,',
    change: ({ config }) => {
      config.scenario.num_samples = 100;
    },
  },
  ...[-185185.18518518517, 0].map((value) => ({
    what: `an efficiency of ${value} in a phase that is not the first`,
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'not above zero',
    change: ({ prefill }: Json) => {
      prefill.efficiency.value = value;
    },
  })),
  ...['words/kWh', 'samples', 'kWh/samples', 'samples/J', 'images/kWh'].map((unit) => ({
    what: `an efficiency in ${unit}`,
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'the efficiency of prefill is in',
    change: ({ prefill }: Json) => {
      prefill.efficiency.unit = unit;
    },
  })),
  {
    what: 'an efficiency that is a bare number',
    file: REPORT,
    code: 'I-report-efficiency',
    words: 'has no value and unit',
    change: ({ prefill }) => {
      prefill.efficiency = 185185;
    },
  },
  {
    what: 'parts that are less than their total',
    file: REPORT,
    code: 'I-report-sum',
    words: 'the parts of decode are less than its total',
    change: ({ decode }) => {
      decode.energy.gpu *= 0.1;
    },
  },
  {
    what: 'a total that is a hundred-thousandth too large',
    file: REPORT,
    code: 'I-report-sum',
    words: 'less than its total',
    change: ({ load_model }) => {
      load_model.energy.total *= 1.00001;
    },
  },
  {
    what: 'an energy that was used in no time',
    file: RESULTS,
    code: 'I-report-power',
    words: 'window took energy within 0 s',
    change: ({ energy }) => {
      energy.duration_seconds = 0;
    },
  },
  {
    what: 'an energy that no GPU can have taken',
    file: RESULTS,
    code: 'I-report-energy',
    words: 'less than any GPU takes',
    change: ({ energy }) => {
      energy.gpu_energy_wh = energy.energy_wh = 9e-7;
      energy.gpu_energy_kwh = energy.energy_kwh = 9e-10;
      energy.total_energy_wh = 50 + 9e-7;
      energy.total_energy_kwh = 0.05 + 9e-10;
    },
  },
  {
    what: 'GPU energy of a run on the processor',
    file: BENCHMARK,
    code: 'I-report-device',
    words: 'It ran on `cpu`',
    change: ({ config }) => {
      config.backend.device = 'cpu';
    },
  },
];

describe('a report that contradicts itself is no figure', () => {
  test.each(CASES)('$what', async ({ file, code, words, change, request }) => {
    const result = await importing(file, change, request);
    const finding = result.findings.find((entry) => entry.code === code);
    expect(finding?.message).toContain(words);
    expect(finding?.status).toBe('fail');
    expect(result.verdict).toBe('invalid');
    expect(result.document).toBeNull();
  });
});

describe('a report whose phases agree keeps its figure', () => {
  test('where energies and efficiencies are both in Wh', async () => {
    const { document } = await importing(REPORT, (report) => {
      for (const { energy, efficiency } of phasesOf(report)) {
        times(energy, 1000);
        energy.unit = 'Wh';
        if (!efficiency) continue;
        efficiency.value /= 1000;
        efficiency.unit = efficiency.unit.replace('kWh', 'Wh');
      }
    });
    expect(document?.figure.whPer1000Queries).toBeCloseTo(10.62, 9);
  });

  test('where the first phase tells no efficiency, and another one does', async () => {
    const { document } = await importing(REPORT, (report) => {
      report.preprocess_dataset.efficiency = null;
    });
    expect(document?.figure).toMatchObject({ queries: 1000, newTokensPerQuery: 10 });
    expect(document?.omits.map(({ code }) => code)).not.toContain('query-count-told');
  });

  test('where a call makes images, one for each query', async () => {
    const { document } = await importing(
      FORWARD,
      (report) => {
        report.call = { ...report.forward, efficiency: { ...report.forward.efficiency, unit: 'images/kWh' } };
        delete report.forward;
      },
      { task: 'text-to-image' },
    );
    expect(document?.figure).toMatchObject({ queries: 1000 });
  });
});
