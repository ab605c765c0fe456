import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../src/bundle/read.ts';
import { joulesFromReadings, windowKey } from '../../src/domain/score.ts';
import type { GpuSample } from '../../src/ports/gpu.ts';
import { type BenchmarkRequest, benchmark, type Checkpointing } from '../../src/stages/benchmark.ts';
import { benchmarkAgainst } from '../../src/stages/benchmark-against.ts';
import { freshCounter, type Script, type Scripted, scriptedRun } from './scripted-run.ts';

const GPU: GpuSample = {
  powerWatts: 400,
  temperatureCelsius: 60,
  smClockMhz: null,
  memoryClockMhz: null,
  utilization: null,
  eventReasons: null,
  processes: null,
};

function keeping(request: BenchmarkRequest, mode: 'keep' | 'resume') {
  const told: { saved: number[]; resumed: (number | null)[] } = { saved: [], resumed: [] };
  const checkpoint: Exclude<Checkpointing, { mode: 'off' }> = {
    mode,
    afterSeconds: 0,
    onSaved: (runs) => void told.saved.push(runs),
    onResume: (runs) => void told.resumed.push(runs),
  };
  return { request: { ...request, checkpoint }, told };
}

/** A benchmark that dies in its sixth phase, the generate phase of run 3 after prefill and two runs; then what resumes it. */
async function resumed(first: Script, second: Script, change: (run: Scripted) => void = () => {}) {
  const one = await scriptedRun({ ...first, onPhase: (phase) => (phase === 6 ? 'die' : 'answer') });
  const kept = keeping(one.request, 'keep');
  await expect(benchmark(kept.request, one.ports)).rejects.toMatchObject({ code: 'backend-ended' });
  expect(kept.told.saved).toEqual([0, 1, 2]);
  const two = await scriptedRun(second, one.outFolder);
  change(two);
  const again = keeping(two.request, 'resume');
  return { one, two, again, going: () => benchmark(again.request, two.ports) };
}

describe('a resumed benchmark', () => {
  test('measures what is missing, on counters that only grow though the meter began anew, and recomputes to the bit', async () => {
    const { one, two, again, going } = await resumed({}, {});
    await using _ = one;
    const { record, bundleFolder } = await going();
    expect(again.told.resumed).toEqual([2]);
    expect(two.events).toEqual(['start', 'preprocess', 'generate', 'stop']);
    expect(record.runs.map(({ index }) => index)).toEqual([1, 2, 3]);
    const evidence = await readBundle(bundleFolder);
    if (evidence === null) throw new Error('There is no bundle.');
    expect(evidence.damage).toEqual([]);
    for (const rows of [evidence.trace, evidence.readings]) {
      expect(rows.every((row, index) => row.count >= (rows[index - 1]?.count ?? 0) && row.seconds >= (rows[index - 1]?.seconds ?? 0))).toBe(
        true,
      );
    }
    const windows = record.runs.flatMap(({ index, phases }) => phases.map(({ name }) => ({ run: index, phase: name })));
    const { energies, missing } = joulesFromReadings(evidence.readings, record.meters, windows);
    expect(missing).toEqual([]);
    for (const { index, phases } of record.runs)
      for (const { name, joules } of phases) expect(energies.get(windowKey('script', index, name))?.joules).toBe(joules[0]?.joules);
    expect(await readdir(one.outFolder)).toHaveLength(1);
  });

  test('with every run finished has only its result to write', async () => {
    await using one = await scriptedRun();
    const { request } = keeping(one.request, 'keep');
    request.checkpoint.onSaved = (runs) => {
      if (runs === 3) throw new Error('the power is gone');
    };
    await expect(benchmark(request, one.ports)).rejects.toThrow('the power is gone');
    await using two = await scriptedRun({}, one.outFolder);
    const { record } = await benchmark(keeping(two.request, 'resume').request, two.ports);
    expect(two.events).toEqual([]);
    expect(record.runs).toHaveLength(3);
  });

  test('goes on with the same GPU, and with no other', async () => {
    const gpu = { sampleGpus: () => [GPU] };
    const other = await resumed({ ...gpu, gpuHash: 'a'.repeat(64) }, { ...gpu, gpuHash: 'b'.repeat(64) });
    await using _ = other.one;
    await expect(other.going()).rejects.toMatchObject({
      code: 'checkpoint-differs',
      message: expect.stringContaining('the hardware (gpus)'),
    });
    const same = await resumed({ ...gpu, gpuHash: 'a'.repeat(64) }, { ...gpu, gpuHash: 'a'.repeat(64) });
    await using __ = same.one;
    expect((await same.going()).record.runs).toHaveLength(3);
  });

  test.each<[string, string, (run: Scripted) => void]>([
    ['model files', "the model's files", (run) => Object.assign(run.request.model, { filesSha256: '0'.repeat(64) })],
    ['a release', 'the software (runner)', (run) => Object.assign(run.request, { runnerVersion: '0.2.0' })],
    ['a plan', 'the plan (traceHertz)', (run) => Object.assign(run.request.plan, { traceHertz: 50 })],
  ])('does not go on with other %s', async (_, named, change) => {
    const { one, going } = await resumed({}, {}, change);
    await using __ = one;
    await expect(going()).rejects.toMatchObject({ code: 'checkpoint-differs', message: expect.stringContaining(named) });
  });
});

describe('a meter', () => {
  const failingAfter = (reads: number, fail: () => Promise<never>) => (start: number) => {
    const meter = freshCounter('script', 'cpu', start);
    let left = reads;
    return {
      ...meter,
      read: () => {
        left -= 1;
        return left < 0 ? fail() : meter.read();
      },
    };
  };

  test.each(['go on', 'hang'] as const)('that breaks ends a phase at once, however long the backend would %s', async (outcome) => {
    const broken = failingAfter(20, () => Promise.reject(new Error('the helper is gone')));
    await using run = await scriptedRun({ meter: broken, onPhase: () => outcome });
    await expect(benchmark(run.request, run.ports)).rejects.toThrow('the helper is gone');
    expect(run.events.at(-1)).toBe('stop');
    expect(await readdir(run.outFolder)).toEqual([]);
  });

  test.each(['go on', 'hang'] as const)('that hangs ends a phase, while the backend would %s', async (outcome) => {
    const hanging = failingAfter(20, () => new Promise<never>(() => {}));
    await using run = await scriptedRun({ meter: hanging, onPhase: () => outcome });
    await expect(benchmark(run.request, run.ports)).rejects.toMatchObject({ code: 'trace-silent' });
    expect(await readdir(run.outFolder)).toEqual([]);
  });
});

describe('against a base', () => {
  const pair = async (script: Script) => {
    const own = await scriptedRun({ ...script, name: 'own' });
    const base = await scriptedRun({ ...script, name: 'base' }, own.outFolder);
    const starts = { own: own.ports.startBackend, base: base.ports.startBackend };
    const ports = {
      ...own.ports,
      startBackend: (request: Parameters<typeof starts.own>[0]) =>
        (request.plan.model.id.endsWith('own') ? starts.own : starts.base)(request),
    };
    const events: string[] = [];
    own.events.push = base.events.push = (event) => events.push(event);
    return { own, base, ports, events };
  };

  test('without GPUs both stay loaded, and their runs alternate', async () => {
    const { own, base, ports, events } = await pair({});
    await using _ = own;
    const outcome = await benchmarkAgainst(own.request, base.request, ports);
    expect(events.filter((event) => /start|stop|generate/.test(event))).toEqual([
      ...['own start', 'base start'],
      ...['own generate', 'base generate', 'own generate', 'base generate', 'own generate', 'base generate'],
      ...['own stop', 'base stop'],
    ]);
    expect(outcome.comparison.pairs).toBe(3);
    expect(await readdir(own.outFolder)).toHaveLength(2);
  });

  test('on a GPU only the one that is measured is loaded, and the pauses are told', async () => {
    const { own, base, ports, events } = await pair({ sampleGpus: () => [GPU] });
    await using _ = own;
    const outcome = await benchmarkAgainst(own.request, base.request, ports);
    const loaded = events.filter((event) => /start|stop/.test(event));
    expect(loaded).toEqual(Array(3).fill(['own start', 'own stop', 'base start', 'base stop']).flat());
    const environment = JSON.parse(await readFile(join(outcome.own.bundleFolder, 'environment.json'), 'utf8'));
    expect(environment.pauses.map(({ afterRun, reason }: { afterRun: number; reason: string }) => `${afterRun} ${reason}`)).toEqual([
      '1 alternated',
      '2 alternated',
    ]);
  });

  test('a fault in either leaves no result of both', async () => {
    const { own, base, ports } = await pair({});
    await using _ = own;
    const dying = await scriptedRun({ name: 'base', onPhase: (phase) => (phase === 4 ? 'die' : 'answer') }, own.outFolder);
    const failing = {
      ...ports,
      startBackend: (request: Parameters<typeof ports.startBackend>[0]) =>
        (request.plan === base.request.plan ? dying.ports : own.ports).startBackend(request),
    };
    await expect(benchmarkAgainst(own.request, base.request, failing)).rejects.toMatchObject({ code: 'backend-ended' });
    expect(await readdir(own.outFolder)).toEqual([]);
  });
});
