import type { BundleWriter } from '../bundle/write.ts';
import { digestOf } from '../domain/canonical.ts';
import { internalFault } from '../domain/errors.ts';
import type { Energy, Result } from '../domain/generated/result.ts';
import { flagsOfRuns } from '../domain/run-flags.ts';
import { energiesOf, type Measured, scoreOf } from '../domain/score.ts';
import type { BenchmarkPorts, BenchmarkRequest } from './benchmark.ts';
import type { Circumstances, Progressed } from './checkpoint.ts';
import { plotOf } from './plot.ts';

/** What a sitting tells of its backend, its machine and its meters. */
export type Known = Pick<Circumstances, 'backend' | 'hardware' | 'meters'>;

/**
 * The figures of what is measured so far.
 * @returns energy of every scope, the score, and the score of each run
 */
export function figuresOf(measured: Measured): { energy: Energy[]; score: Result['score']; values: number[] } {
  const energy = energiesOf(measured);
  const score = scoreOf(energy);
  if (score === null) throw internalFault('No meter gave a figure.', { code: 'no-score' });
  return { energy, score, values: energy.find(({ scope }) => scope === score.scope)?.runs ?? [] };
}

/** Writes the bundle's other files, finishes it, and gives the record. */
export async function writeRecord(
  request: BenchmarkRequest,
  ports: BenchmarkPorts,
  bundle: BundleWriter,
  { progressed, known }: { progressed: Progressed; known: Known },
): Promise<Result> {
  const { plan, model } = request;
  const { runs, prefill, pauses } = progressed;
  const { meters, hardware } = known;
  const { energy, score, values } = figuresOf({ plan, runs, prefill, meters });
  const software: Result['software'] = { runner: request.runnerVersion, ...known.backend, ...(await ports.sandbox(plan)) };
  const environment = {
    software,
    hardware,
    model: model.files,
    device: progressed.device,
    pauses,
    runFlags: flagsOfRuns(values),
  };
  await bundle.writeText('plan', `${JSON.stringify(plan, null, 2)}\n`);
  await bundle.writeText('submission', request.submission);
  await bundle.writeText('environment', `${JSON.stringify(environment, null, 2)}\n`);
  return {
    schemaVersion: 1,
    nonce: ports.nonce(),
    origin: 'measured',
    identity: request.identity,
    measuredAt: `${ports.now().toISOString().slice(0, 19)}Z`,
    planDigest: digestOf(plan),
    plan,
    software,
    hardware,
    meters,
    model: {
      revision: model.revision,
      filesSha256: model.filesSha256,
      bytes: model.bytes,
      parameters: progressed.parameters ?? model.parameters,
      precision: plan.model.precision,
      license: model.licence,
    },
    ...(progressed.applied === undefined ? {} : { applied: progressed.applied }),
    dataset: { rows: plan.dataset.rows, rowsSha256: plan.dataset.rowsSha256 },
    warmUp: progressed.warmUp,
    loadModelSeconds: progressed.loadModelSeconds,
    prefill,
    runs,
    ...(progressed.concurrent === undefined ? {} : { concurrent: progressed.concurrent }),
    ...(pauses.length === 0 ? {} : { pauses }),
    energy,
    score,
    bundle: await bundle.finish((rows) => plotOf({ plan, hardware, meters, prefill, runs }, rows)),
  };
}
