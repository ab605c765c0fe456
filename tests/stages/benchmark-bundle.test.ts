import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BUNDLE_FILES, BUNDLE_FOLDER } from '../../src/bundle/files.ts';
import { openBundle } from '../../src/bundle/write.ts';
import { validateResult } from '../../src/domain/generated/validators.js';
import { benchmark } from '../../src/stages/benchmark.ts';
import { benchmarkAgainst } from '../../src/stages/benchmark-against.ts';
import { scriptedRun } from './scripted-run.ts';

const NOT_WRITTEN = { code: 'bundle-not-written', mend: expect.stringContaining('has room') };

describe('a trace that cannot be written', () => {
  test.runIf(existsSync('/dev/full'))('on a disk that is full is told by the next row and the next readings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    symlinkSync('/dev/full', join(folder, BUNDLE_FILES.trace));
    const bundle = await openBundle(folder);
    let seconds = 0;
    const addRows = () => {
      // Enough rows for the packer to write some of what it holds.
      for (let row = 0; row < 1000; row += 1) {
        seconds += 0.1;
        bundle.addTrace({ meter: 'rapl', seconds, count: Math.sin(seconds) });
      }
    };
    await expect
      .poll(
        () => {
          try {
            addRows();
            return null;
          } catch (error) {
            return error;
          }
        },
        { timeout: 50_000, interval: 10 },
      )
      .toMatchObject({ ...NOT_WRITTEN, message: expect.stringContaining('ENOSPC') });
    expect(() => bundle.addReadings([])).toThrow('cannot be written');
    await expect(bundle.finish(() => '')).rejects.toMatchObject(NOT_WRITTEN);
    await bundle.abandon();
  });

  test('ends a phase at once, however long the backend would go on', async () => {
    await using run = await scriptedRun({ onPhase: () => 'go on' });
    // A folder where the trace should be: it cannot be opened for writing.
    const onPartial = (folder: string) => void mkdirSync(join(folder, BUNDLE_FOLDER, BUNDLE_FILES.trace), { recursive: true });
    await expect(benchmark({ ...run.request, onPartial }, run.ports)).rejects.toMatchObject(NOT_WRITTEN);
    expect(run.events.at(-1)).toBe('stop');
    expect(await readdir(run.outFolder)).toEqual([]);
  });
});

test('an output folder that somebody removes meanwhile is told as one that cannot be written', async () => {
  const outFolder = await mkdtemp(join(tmpdir(), 'removed-'));
  onTestFinished(() => rm(outFolder, { recursive: true, force: true }));
  const onPhase = () => {
    rmSync(outFolder, { recursive: true, force: true });
    return 'answer' as const;
  };
  await using run = await scriptedRun({ onPhase }, outFolder);
  await expect(benchmark(run.request, run.ports)).rejects.toMatchObject({ kind: 'operator', code: 'bundle-not-written' });
});

describe('the pauses of a record', () => {
  const GPU = { powerWatts: 400, temperatureCelsius: 60, smClockMhz: null, memoryClockMhz: null };
  const sampleGpus = () => [{ ...GPU, utilization: null, eventReasons: null, processes: null }];

  test('lie between its runs, and the schema knows them', async () => {
    await using own = await scriptedRun({ name: 'own', sampleGpus });
    const base = await scriptedRun({ name: 'base', sampleGpus }, own.outFolder);
    const outcome = await benchmarkAgainst(own.request, base.request, own.ports);
    for (const { record } of [outcome.own, outcome.base]) {
      expect(record.pauses?.map(({ afterRun, reason }) => `${afterRun} ${reason}`)).toEqual(['1 alternated', '2 alternated']);
      for (const { afterRun, startSeconds, endSeconds } of record.pauses ?? []) {
        expect(startSeconds).toBeGreaterThanOrEqual(record.runs[afterRun - 1]?.phases.at(-1)?.endSeconds ?? Infinity);
        expect(endSeconds).toBeGreaterThan(startSeconds);
        expect(record.runs[afterRun]?.phases[0]?.startSeconds).toBeGreaterThanOrEqual(endSeconds);
      }
      expect(validateResult(record), JSON.stringify(validateResult.errors)).toBe(true);
    }
  });

  test('are left out where there were none', async () => {
    await using run = await scriptedRun();
    const { record } = await benchmark(run.request, run.ports);
    expect(record).not.toHaveProperty('pauses');
  });
});
