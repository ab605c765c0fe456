import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendProcess } from '../backends/process.ts';
import { BUNDLE_FOLDER, RECORD_FILE } from '../bundle/files.ts';
import { type BundleWriter, openBundle } from '../bundle/write.ts';
import { digestOf } from '../domain/canonical.ts';
import { inputFault, internalFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName, slug } from '../domain/identifiers.ts';
import { energiesOf, scoreOf } from '../domain/score.ts';
import { type Recorder, startRecorder } from '../energy/recorder.ts';
import type { DatasetFiles, ModelFiles } from '../ports/hub.ts';
import type { Clock, Meter } from '../ports/meter.ts';
import { type Announce, expectMessage, measurePhase } from './benchmark-phase.ts';
import { warmUp } from './warm-up.ts';

/** What a benchmark needs from the machine. */
export type BenchmarkPorts = {
  startBackend(request: {
    plan: Plan;
    /** Folder the backend starts in. */
    workFolder: string;
    logFile: string;
    signal: AbortSignal;
    deadlineSeconds: number;
  }): Promise<BackendProcess>;
  /** The meters for the backend's process, not yet open. */
  meters(pid: number, clock: Clock): Meter[];
  hardware: Result['hardware'];
  isolation: Result['software']['isolation'];
  clock: Clock;
  /** Wall clock, for measuredAt alone. */
  now(): Date;
  /** 32 hexadecimal digits, new for each record. */
  nonce(): string;
};

export type BenchmarkRequest = {
  plan: Plan;
  identity: Result['identity'];
  submission: Uint8Array;
  model: ModelFiles;
  processorFolder: string | null;
  dataset: DatasetFiles;
  runnerVersion: string;
  deadlineSeconds: number;
  /** Folder that takes the result's folder. */
  outFolder: string;
  signal: AbortSignal;
  announce: Announce;
  /** Learns of the half-written folder, so that somebody can remove it should this process be killed. */
  onPartial?: (folder: string) => void;
};

export type BenchmarkOutcome = { record: Result; folder: string; recordFile: string; bundleFolder: string };

/**
 * Runs one plan: load, warm up, the prefill pass once, every run; then writes result.json and the bundle.
 * Nothing is left in the output folder unless all of it went well.
 * @throws Fault naming what went wrong; the backend and its children have ended by then
 */
export async function benchmark(request: BenchmarkRequest, ports: BenchmarkPorts): Promise<BenchmarkOutcome> {
  const partial = join(request.outFolder, `.partial-${ports.nonce().slice(0, 12)}`);
  request.onPartial?.(partial);
  try {
    const bundle = await openBundle(join(partial, BUNDLE_FOLDER));
    const record = await measured(request, ports, bundle).finally(() => bundle.abandon());
    await writeFile(join(partial, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
    const folder = join(request.outFolder, folderName(record));
    await rename(partial, folder);
    return { record, folder, recordFile: join(folder, RECORD_FILE), bundleFolder: join(folder, BUNDLE_FOLDER) };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function folderName(record: Result): string {
  const variant = record.plan.variant === null ? '' : `.${record.plan.variant}`;
  return `${slug(record.plan.model.id)}.${record.plan.task}${variant}.${recordName(record)}`;
}

async function measured(request: BenchmarkRequest, ports: BenchmarkPorts, bundle: BundleWriter): Promise<Result> {
  const { plan, model, dataset } = request;
  const start = ports.clock();
  const clock = () => ports.clock() - start;
  const backend = await ports.startBackend({
    plan,
    workFolder: model.folder,
    logFile: bundle.logFile,
    signal: request.signal,
    deadlineSeconds: request.deadlineSeconds,
  });
  let recorder: Recorder | null = null;
  try {
    backend.send({ type: 'load', modelFolder: model.folder, processorFolder: request.processorFolder, datasetFile: dataset.file, plan });
    const ready = await expectMessage(backend, 'ready', request.announce);
    const loadModelSeconds = clock();
    if (ready.rows !== plan.dataset.rows || ready.rowsSha256 !== plan.dataset.rowsSha256) {
      throw internalFault('The backend read other queries than the plan names.', { code: 'dataset-mismatch' });
    }
    recorder = await startRecorder(ports.meters(backend.pid, clock), plan.traceHertz, bundle.addTrace, { clock });
    const tools = { backend, recorder, bundle, plan, announce: request.announce };
    const warm = await warmUp(backend, plan.warmUp.maximumSeconds, request.announce);
    const prefill = plan.phases.includes('prefill') ? await measurePhase(tools, 0, 'prefill') : null;
    const runs: Result['runs'] = [];
    for (let index = 1; index <= plan.runs; index += 1) {
      const phases: Result['runs'][number]['phases'] = [];
      for (const phase of plan.phases) if (phase !== 'prefill') phases.push(await measurePhase(tools, index, phase));
      runs.push({ index, phases });
    }
    const meters = [...recorder.meters];
    await recorder.stop();
    await backend.stop();
    const energy = energiesOf({ runs, prefill, meters });
    const score = scoreOf(energy);
    if (score === null) throw internalFault('No meter gave a figure.', { code: 'no-score' });
    const software: Result['software'] = {
      runner: request.runnerVersion,
      backend: ready.backend,
      runtime: ready.runtime,
      container: null,
      isolation: ports.isolation,
    };
    await bundle.writeText('plan', `${JSON.stringify(plan, null, 2)}\n`);
    await bundle.writeText('submission', request.submission);
    await bundle.writeText(
      'environment',
      `${JSON.stringify({ software, hardware: ports.hardware, model: model.files, device: ready.device }, null, 2)}\n`,
    );
    return {
      schemaVersion: 1,
      nonce: ports.nonce(),
      origin: 'measured',
      identity: request.identity,
      measuredAt: `${ports.now().toISOString().slice(0, 19)}Z`,
      planDigest: digestOf(plan),
      plan,
      software,
      hardware: ports.hardware,
      meters,
      model: {
        revision: model.revision,
        filesSha256: model.filesSha256,
        bytes: model.bytes,
        parameters: ready.parameters ?? model.parameters,
        precision: plan.model.precision,
      },
      dataset: { rows: ready.rows, rowsSha256: ready.rowsSha256 },
      warmUp: { queries: warm.queries, seconds: warm.seconds, plateau: null },
      loadModelSeconds,
      prefill,
      runs,
      energy,
      score,
      bundle: await bundle.finish(),
    };
  } finally {
    await recorder?.stop().catch(() => {}); // The first fault is the one to tell.
    await backend.stop();
  }
}

/** Makes the output folder, before anything is spent on a run that could not be written down. */
export async function prepareOutFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw inputFault(`The output folder ${folder} cannot be made.`, { code: 'out-folder', mend: 'Name another one with --out.', cause });
  });
}
