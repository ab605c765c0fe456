/**
 * Measures a scene of the fake library with the product's own meter and recorder on a virtual clock, and prints what came
 * of it as JSON. A program of its own, because a library is loaded once into a process.
 * Standard input: { scene, startSeconds, phaseSeconds: number[] }.
 */
import { readFileSync } from 'node:fs';
import type { MeasuredPhase, Result } from '../../src/domain/generated/result.ts';
import { energiesOf } from '../../src/domain/score.ts';
import { gpuCounterMeter } from '../../src/energy/gpu-counter.ts';
import { openNvml } from '../../src/energy/nvml/open.ts';
import { startRecorder } from '../../src/energy/recorder.ts';
import { environmentFor, virtualClock as sharedClock, writeScene } from './fake-nvml.ts';
import { scenePower, trueJoules } from './fake-nvml-truth.ts';
import { virtualClock } from './simulated-gpu.ts';

export type SceneRequest = { scene: string; startSeconds: number; phaseSeconds: number[] };
export type SceneMeasured = {
  updatePeriodSeconds: number | null;
  phases: { joules: MeasuredPhase['joules'][number]; truth: number; seconds: number }[];
  energy: Result['energy'][number];
};

const QUERIES = 1000;

async function measured({ scene, startSeconds, phaseSeconds }: SceneRequest): Promise<SceneMeasured> {
  await using played = await writeScene(scene);
  await using shared = await sharedClock();
  Object.assign(process.env, await environmentFor(played.path, { clock: shared }));
  const { clock, sleep, run } = virtualClock((seconds) => shared.set(seconds));
  const library = await openNvml();
  try {
    const [gpu] = library.devices();
    if (gpu === undefined) throw new Error('The scene has no GPU.');
    const power = scenePower(scene);
    const meter = gpuCounterMeter({ library, gpu, clock, sleep });
    const gpus = { library, gpus: [{ uuid: gpu.uuid, meter: 'nvml:0' }], countForeign: () => 0 };
    const measure = async () => {
      await sleep(startSeconds);
      const recorder = await startRecorder([meter], 10, () => {}, { clock, sleep, gpus });
      const phases: SceneMeasured['phases'] = [];
      const runs: Result['runs'] = [];
      for (const [index, seconds] of phaseSeconds.entries()) {
        const place = { run: index + 1, phase: 'forward' } as const;
        const starts = await recorder.readEdge({ ...place, edge: 'start' });
        await sleep(seconds);
        const ends = await recorder.readEdge({ ...place, edge: 'end' });
        const joules = recorder.energiesBetween(starts, ends);
        const [from, to] = [starts[0]?.seconds ?? 0, ends[0]?.seconds ?? 0];
        phases.push({ joules: joules[0] as MeasuredPhase['joules'][number], truth: trueJoules(power, 0, from, to), seconds: to - from });
        const counts = { passes: 1, queries: QUERIES, failedQueries: 0, inputTokens: null, outputTokens: null };
        runs.push({ index: index + 1, phases: [{ name: 'forward', startSeconds: from, endSeconds: to, ...counts, joules }] });
      }
      const [description] = recorder.meters;
      await recorder.stop();
      if (description === undefined) throw new Error('There is no meter.');
      const [energy] = energiesOf({ plan: { runs: runs.length }, runs, prefill: null, meters: [description] });
      return { updatePeriodSeconds: description.updatePeriodSeconds, phases, energy: energy as Result['energy'][number] };
    };
    return await run(measure());
  } finally {
    library.close();
  }
}

process.stdout.write(JSON.stringify(await measured(JSON.parse(readFileSync(0, 'utf8')) as SceneRequest)));
