import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../src/domain/checks/windows.ts';
import type { GpuTraceRow, TraceRow } from '../../src/domain/evidence.ts';
import { hostileCharacters } from '../../src/domain/submission/hostile-characters.ts';
import { powerPlot } from '../../src/render/power-plot.ts';
import { powerSeries } from '../../src/render/power-series.ts';
import { cpuRecord, goodEvidence, goodRecord } from '../support/records.ts';

const record = goodRecord();
const evidence = goodEvidence(record);
const rows = [...evidence.trace, ...evidence.gpuTrace];
const machine = { gpus: record.hardware.gpus, meters: record.meters };
const plot = { title: 'example-org/synthetic-1b', windows: windowsOf(record), series: powerSeries(machine, rows) };

/** Throws where tags do not nest, and gives every element's name. */
function elementsOf(svg: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  for (const [, close, name = '', end] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (end !== '/') open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}
const pathsOf = (svg: string) => [...svg.matchAll(/class="w" stroke="[^"]+" d="(M[^"]+L[^"]+)"/g)].map(([, path]) => path ?? '');
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('the picture of power over time', () => {
  test('has a title and says in words what it shows', () => {
    const svg = powerPlot(plot);
    expect(svg).toContain('role="img" aria-labelledby="t d"');
    expect(svg).toContain('<title id="t">example-org/synthetic-1b</title>');
    expect(svg).toMatch(
      /<desc id="d">Power in watts over \d+ seconds, 10 runs\. GPU 0: NVIDIA H100 80GB HBM3: \d+ W on average in the measured phases, 402 W at most\./,
    );
    elementsOf(svg);
  });

  test('numbers the runs, names the phases and has both axes', () => {
    const texts = textsOf(powerPlot(plot));
    expect(texts).toEqual(
      expect.arrayContaining(['run 1', '2', '10', 'preprocess', 'prefill', 'generate', 'seconds', 'watts', '400', '800']),
    );
    expect(texts).not.toContain('forward');
  });

  test('follows the light or dark setting of the reader, and needs nothing from elsewhere', () => {
    const svg = powerPlot(plot);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(new Set(elementsOf(svg))).toEqual(new Set(['svg', 'title', 'desc', 'style', 'rect', 'text', 'path']));
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
  });

  test('is the same for the same input', () => expect(powerPlot(plot)).toBe(powerPlot(structuredClone(plot))));

  test('shades each phase from its start to its end', () => {
    const one = { run: 1, phase: { name: 'forward' as const, startSeconds: 10, endSeconds: 20 } };
    const series = [
      {
        label: 'x',
        short: 'x',
        points: [
          { seconds: 0, watts: 1 },
          { seconds: 40, watts: 1 },
        ],
      },
    ];
    const [, from, to] = powerPlot({ title: '', windows: [one], series }).match(/class="forward" d="M([\d.]+) \d+H([\d.]+)V/) ?? [];
    expect(Number(from)).toBeCloseTo(58 + (942 - 58) / 4, 0);
    expect(Number(to)).toBeCloseTo(58 + (942 - 58) / 2, 0);
  });
});

test('an hour of eight GPUs stays below 60 kB, and keeps a spike of a single sample', () => {
  const points = Array.from({ length: 36_000 }, (_, index) => ({
    seconds: index / 10,
    watts: 400 + 50 * Math.sin(index * 1.7) + (index % 7),
  }));
  const spike = points.map((point, index) => (index === 20_001 ? { ...point, watts: 690 } : point));
  const series = [spike, ...Array.from({ length: 7 }, () => points)].map((own, gpu) => ({
    label: `GPU ${gpu}: name`,
    short: `GPU ${gpu}`,
    points: own,
  }));
  const windows = Array.from({ length: 100 }, (_, index) => ({
    run: index + 1,
    phase: { name: 'generate' as const, startSeconds: index * 36, endSeconds: index * 36 + 30 },
  }));
  const svg = powerPlot({ title: 'long', windows, series });
  expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
  const highest = (path = '') => Math.min(...[...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)));
  const [spiked, plain] = pathsOf(svg);
  expect(highest(spiked)).toBeLessThan(highest(plain) - 50);
});

test('a line breaks where nothing was sampled', () => {
  const points = [0, 1, 2, 30, 31, 32].map((seconds) => ({ seconds, watts: 100 }));
  const svg = powerPlot({ title: '', windows: [], series: [{ label: 'x', short: 'x', points }] });
  expect(pathsOf(svg)[0]?.match(/M/g)).toHaveLength(2);
});

test('hostile names stay text: no markup, nothing invisible, no endless line', () => {
  const hostile = '</title><script>alert(1)</script>"&\u202E\u0000]]>'.repeat(40);
  const svg = powerPlot({ ...plot, title: hostile, series: plot.series.map((series) => ({ ...series, label: hostile, short: hostile })) });
  expect(elementsOf(svg)).not.toContain('script');
  expect(hostileCharacters(svg)).toEqual([]);
  expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
});

test('nothing measured still gives a picture', () => {
  expect(elementsOf(powerPlot({ title: 'empty', windows: [], series: [] }))).toContain('svg');
});

describe('the lines', () => {
  test('are the GPUs by their sensors, and the other meters by their counts', () => {
    expect(plot.series.map(({ label }) => label)).toEqual(['GPU 0: NVIDIA H100 80GB HBM3', 'CPU: synthetic processor package']);
    const at = (label: string, seconds: number) =>
      plot.series.find((series) => series.label.startsWith(label))?.points.find((point) => point.seconds > seconds);
    expect(at('GPU', 110)?.watts).toBeCloseTo(380, 0);
    expect(at('CPU', 110)?.watts).toBeCloseTo(80, 0);
  });

  test('a GPU without a power sensor is drawn by its counter', () => {
    const blind: (TraceRow | GpuTraceRow)[] = rows.map((row) => ('gpu' in row ? { ...row, watts: null } : row));
    expect(powerSeries(machine, blind).map(({ label }) => label)).toContain('GPU: synthetic GPU 0');
  });

  test('a machine without GPU has the line of its estimate, twice a second at most', () => {
    const laptop = cpuRecord();
    const { trace } = goodEvidence(laptop);
    const [only, ...more] = powerSeries({ gpus: [], meters: laptop.meters }, trace);
    expect(more).toEqual([]);
    expect(only?.label).toBe("CPU time of the backend's process");
    const seconds = only?.points.map((point) => point.seconds) ?? [];
    for (const [index, value] of seconds.entries()) if (index > 0) expect(value - (seconds[index - 1] ?? 0)).toBeGreaterThanOrEqual(0.5);
  });
});
