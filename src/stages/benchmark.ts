import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendProcess } from '../backends/process.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import type { GpuObservation } from '../domain/gpu-watch.ts';
import type { StarsStable } from '../domain/stopping.ts';
import type { TracedGpus } from '../energy/gpu-trace.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { GpuDescription } from '../ports/gpu.ts';
import type { DatasetFiles, ModelFiles } from '../ports/hub.ts';
import type { Clock, Meter } from '../ports/meter.ts';
import type { SampleGpus } from './benchmark-climate.ts';
import { type OpenResult, withResults } from './benchmark-result.ts';
import type { Announce } from './benchmark-talk.ts';

type InstrumentRequest = {
  /** The backend's process. */
  pid: number;
  /** Device the model lies on, as the backend tells it: cpu or cuda:GPU-…. */
  device: string;
  /** The run's clock. */
  clock: Clock;
  /** What runs the model: at an endpoint the GPUs' processes were there before. */
  backend: Plan['backend']['id'];
};

/** What measures one backend, and the machine it runs on. */
export type Instruments = {
  /** Not yet open. */
  meters: Meter[];
  /** The machine before the first run. */
  hardware: Result['hardware'];
  /** The GPUs to trace beside the meters; null without GPUs. */
  tracedGpus: TracedGpus | null;
  /** Looks at every metered GPU, for plateau and cool-down; null without GPUs. */
  sampleGpus: SampleGpus | null;
  /** The machine looked at again after the last run, with what the samples of all phases told of its GPUs. */
  hardwareAfter(observations: readonly GpuObservation[]): Result['hardware'];
  /** Releases what was opened; the meters are closed by then. */
  close(): void;
};

/** What a benchmark needs from the machine. */
export type BenchmarkPorts = {
  startBackend(request: {
    plan: Plan;
    /** Folders that the backend reads: the model's, its processor's, the queries'. */
    readable: readonly string[];
    logFile: string;
    signal: AbortSignal;
    deadlineSeconds: number;
  }): Promise<BackendProcess>;
  /**
   * Finds what measures a backend that is loaded and idle. Called once for every backend that starts.
   * @throws Fault where the hardware is not fit for the run
   */
  instrument(request: InstrumentRequest): Promise<Instruments>;
  /** GPUs that a backend on this machine may use; none where a script plays them, for no model could lie on those. */
  gpus(): Promise<readonly Pick<GpuDescription, 'uuid' | 'memoryBytes'>[]>;
  /** What keeps the model away from the machine. */
  sandbox(plan: Plan): Promise<Pick<Result['software'], 'isolation' | 'container'>>;
  clock: Clock;
  /** Wall clock, for measuredAt alone. */
  now(): Date;
  /** 32 hexadecimal digits, new for each record. */
  nonce(): string;
};

/** Whether finished runs are kept in the output folder until the result is whole. */
export type Checkpointing =
  | { mode: 'off' }
  | {
      /** resume: continue after the last finished run, where a checkpoint lies in the output folder. */
      mode: 'keep' | 'resume';
      /** A benchmark shorter than this keeps none, in seconds. */
      afterSeconds: number;
      /** Told after each checkpoint how many runs it holds. */
      onSaved(runs: number): void;
      /** Told when resuming, how many runs were found finished; null where there was no checkpoint. */
      onResume(runs: number | null): void;
    };

/** Gives what tells whether stars stay, once a first figure names the board; null where no board is known. */
export type StarsStableOn = (measured: Pick<Result, 'plan' | 'hardware' | 'score' | 'meters'>) => Promise<StarsStable | null>;

export type BenchmarkRequest = {
  plan: Plan;
  identity: Result['identity'];
  submission: Uint8Array;
  model: ModelFiles;
  processorFolder: string | null;
  /** Folders that the backend reads: the model's, its processor's, the queries'. */
  readable: readonly string[];
  dataset: DatasetFiles;
  runnerVersion: string;
  deadlineSeconds: number;
  /** Longest silence of the backend while it should answer queries, in seconds. */
  stallSeconds: number;
  /** Off where absent. */
  checkpoint?: Checkpointing;
  /** Asked where the plan stops by itself. */
  starsStableOn?: StarsStableOn;
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
 * Nothing is left in the output folder unless all of it went well, checkpoints excepted.
 * @throws Fault naming what went wrong; the backend and its children have ended by then
 */
export async function benchmark(request: BenchmarkRequest, ports: BenchmarkPorts): Promise<BenchmarkOutcome> {
  return withResults([request], ports, async ([result]) => {
    const { session, write, place } = result as OpenResult;
    if (!(await session.done())) await session.sit('resumed');
    while (!(await session.done())) await session.nextRun();
    await write(await session.finish());
    return place();
  });
}

/** Makes the output folder, before anything is spent on a run that could not be written down. */
export async function prepareOutFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  await clearLeftovers(folder);
}

/** Half results of killed benchmarks are cleared after this long; a younger one may belong to a benchmark that runs. */
const LEFTOVER_MILLISECONDS = 24 * 3_600_000;

/** Half results, and lock files that nobody came to link. */
const LEFTOVER = /^\.partial-|^\.checkpoint-.*\.lock\.[0-9a-f]{8}$/;

async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!LEFTOVER.test(name)) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > LEFTOVER_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}
