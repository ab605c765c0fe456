import type { BundleWriter } from '../bundle/write.ts';
import { internalFault } from '../domain/errors.ts';
import type { MeasuredPhase, Meter, Result } from '../domain/generated/result.ts';
import { decideStopping } from '../domain/stopping.ts';
import type { BenchmarkPorts, BenchmarkRequest } from './benchmark.ts';
import { concurrentDue, measureConcurrent } from './benchmark-concurrency.ts';
import { coolDown } from './benchmark-cool-down.ts';
import { openJournal } from './benchmark-journal.ts';
import type { PhaseRequest } from './benchmark-phase.ts';
import { figuresOf, type Known, writeRecord } from './benchmark-record.ts';
import { type Sitting, startSitting } from './benchmark-sitting.ts';
import {
  type Circumstances,
  checkpointFolder,
  checkpointWriter,
  expectSame,
  type Pause,
  type Progressed,
  readCheckpoint,
  removePartial,
} from './checkpoint.ts';

/** One result in the making, over one or several sittings of its backend. */
export type Session = {
  /** Loads, warms up and, the first time, measures the prefill pass. */
  sit(reason: Pause['reason']): Promise<void>;
  /** Whether the backend is loaded. */
  sits(): boolean;
  /** Whether a GPU is metered; false before the first sitting. */
  metersGpu(): boolean;
  /** Ends the backend for now. */
  rise(): Promise<void>;
  /** Measures the next run or, after the last, the window with several queries at once. */
  nextRun(): Promise<void>;
  /** Whether everything that the plan asks for is measured. */
  done(): Promise<boolean>;
  /** Ends everything and gives the record, its bundle finished. */
  finish(): Promise<Result>;
  /** Ends what still runs; never throws, as something else has gone wrong already. */
  abandon(): Promise<void>;
};

/**
 * Opens a session; where the request resumes, with what an earlier one has finished.
 * @param partial name of the folder that the bundle grows in
 * @throws Fault of the operator: checkpoint-damaged, checkpoint-differs
 */
export async function openSession(
  request: BenchmarkRequest,
  ports: BenchmarkPorts,
  bundle: BundleWriter,
  partial: string,
): Promise<Session> {
  const { plan, model, dataset } = request;
  const checkpointing = request.checkpoint ?? { mode: 'off' };
  const journal = openJournal(bundle, checkpointing.mode === 'off' ? 'never' : 'for checkpoints');
  const folder = checkpointFolder(request.outFolder, plan);
  const surroundings: Omit<Circumstances, keyof Known> = {
    plan,
    model: model.filesSha256,
    runner: { runner: request.runnerVersion, ...(await ports.sandbox(plan)) },
  };
  const earlier = checkpointing.mode === 'resume' ? await readCheckpoint(folder) : null;
  if (earlier !== null) expectSame(earlier.circumstances, surroundings);
  const writer = checkpointing.mode === 'off' ? null : checkpointWriter(folder, earlier?.segments ?? []);
  if (earlier !== null) {
    await removePartial(request.outFolder, earlier.partial);
    for (const row of earlier.trace) journal.addTrace(row);
    journal.takeNewTrace(); // These lie in the checkpoint already.
    journal.addReadings(earlier.progressed.readings);
    for (const phase of phasesOf(earlier.progressed)) journal.gpus.endPhase(phase);
  }
  if (checkpointing.mode === 'resume') checkpointing.onResume(earlier?.progressed.runs.length ?? null);

  const startedAt = ports.clock();
  const clockOffset = earlier === null ? 0 : journal.seconds + secondsSince(earlier.savedAt, ports.now());
  const clock = () => ports.clock() - startedAt + clockOffset;
  const state: Progressed = earlier?.progressed ?? {
    loadModelSeconds: 0,
    device: '',
    parameters: null,
    warmUp: { queries: 0, seconds: 0, plateau: null },
    prefill: null,
    runs: [],
    readings: [],
    pauses: [],
  };
  let known: Known | null = earlier?.circumstances ?? null;
  let sitting: Sitting | null = null;
  let sittings = 0;
  let reference: (number | null)[] = [];

  function current(): Sitting {
    if (sitting !== null) return sitting;
    throw internalFault('The backend was to measure before it was started.', { code: 'session-order' });
  }

  async function measure(request: PhaseRequest): Promise<MeasuredPhase> {
    const measured = await current().measure(request);
    journal.gpus.endPhase(measured);
    return measured;
  }

  async function runsDone(): Promise<boolean> {
    if (plan.stopping === undefined || known === null) return state.runs.length >= plan.runs;
    if (state.runs.length === 0) return false;
    const { score, values } = figuresOf({ plan, runs: state.runs, prefill: state.prefill, meters: known.meters });
    const starsStable = (await request.starsStableOn?.({ plan, hardware: known.hardware, score, meters: known.meters })) ?? null;
    return decideStopping(values, { ...plan.stopping, maximumRuns: plan.runs }, starsStable).stop;
  }

  async function save(): Promise<void> {
    if (writer === null || checkpointing.mode === 'off' || known === null || clock() < checkpointing.afterSeconds) return;
    const progressed = { ...state, readings: [...journal.readings] };
    await writer.save(
      { savedAt: ports.now().toISOString(), partial, circumstances: { ...surroundings, ...known }, progressed },
      journal.takeNewTrace(),
    );
    checkpointing.onSaved(state.runs.length);
  }

  function learn(begun: Sitting, reason: Pause['reason'], interruptedAt: number): void {
    const { ready, meters, instruments, loadModelSeconds } = begun;
    const told: Known = {
      backend: { backend: ready.backend, runtime: ready.runtime },
      hardware: instruments.hardware,
      meters: [...meters],
    };
    if (known === null) {
      Object.assign(state, { loadModelSeconds, device: ready.device, parameters: ready.parameters });
      if (ready.applied !== undefined) state.applied = ready.applied;
      known = told;
      return;
    }
    expectSame({ ...surroundings, ...known }, told);
    known = { ...known, meters: slowest(known.meters, told.meters) };
    state.pauses.push({ afterRun: state.runs.length, startSeconds: interruptedAt, endSeconds: begun.startSeconds, reason });
  }

  /** Looks at the machine while its instruments are open: the last look before the record is the one that it holds. */
  function lookAgain(ending: Sitting): void {
    if (known !== null) known = { ...known, hardware: ending.instruments.hardwareAfter(journal.gpus.all()) };
  }

  async function rise(): Promise<void> {
    await sitting?.end();
    sitting = null;
  }

  return {
    async sit(reason) {
      const interruptedAt = journal.seconds;
      sittings += 1;
      sitting = await startSitting({
        plan,
        modelFolder: model.folder,
        processorFolder: request.processorFolder,
        datasetFile: dataset.file,
        startBackend: () =>
          ports.startBackend({
            plan,
            readable: request.readable,
            logFile: logFile(bundle, sittings),
            signal: request.signal,
            deadlineSeconds: request.deadlineSeconds,
          }),
        instrument: ports.instrument,
        clock,
        journal,
        stallSeconds: request.stallSeconds,
        announce: request.announce,
      });
      learn(sitting, reason, interruptedAt);
      const warm = await sitting.warmUp();
      state.warmUp = sittings === 1 && earlier === null ? warm : both(state.warmUp, warm);
      reference = (sitting.instruments.sampleGpus?.() ?? []).map(({ temperatureCelsius }) => temperatureCelsius);
      if (state.prefill !== null || !plan.phases.includes('prefill')) return;
      state.prefill = await measure({ run: 0, phase: 'prefill' });
      await save();
    },
    sits: () => sitting !== null,
    metersGpu: () => known?.meters.some(({ scope }) => scope === 'gpu') ?? false,
    rise,
    async nextRun() {
      const index = state.runs.length + 1;
      const { sampleGpus } = current().instruments;
      if (plan.coolDown !== undefined && sampleGpus !== null) {
        const { announce, signal } = request;
        await coolDown({ bounds: plan.coolDown, sampleGpus, reference, run: index, clock, announce, signal });
      }
      if (plan.concurrency !== undefined && (await runsDone())) {
        const concurrent = await measureConcurrent(plan, state.runs.length, (run, phase, concurrency) =>
          measure({ run, phase, concurrency }),
        );
        if (concurrent !== undefined) state.concurrent = concurrent;
      } else {
        const phases: MeasuredPhase[] = [];
        for (const phase of plan.phases) if (phase !== 'prefill') phases.push(await measure({ run: index, phase }));
        state.runs.push({ index, phases });
      }
      lookAgain(current());
      await save();
    },
    done: async () => !concurrentDue(plan, state) && (await runsDone()),
    async finish() {
      await rise();
      if (known === null) throw internalFault('Nothing was measured.', { code: 'session-order' });
      return writeRecord(request, ports, bundle, { progressed: state, known });
    },
    async abandon() {
      await sitting?.abandon();
      sitting = null;
      await bundle.abandon().catch(() => {});
    },
  };
}

const phasesOf = ({ prefill, runs, concurrent }: Progressed): MeasuredPhase[] => [
  ...(prefill === null ? [] : [prefill]),
  ...runs.flatMap(({ phases }) => phases),
  ...(concurrent === undefined ? [] : [concurrent.phase]),
];

/** The backend's log of each sitting, in a file of its own. */
const logFile = (bundle: BundleWriter, sitting: number): string =>
  sitting === 1 ? bundle.logFile : bundle.logFile.replace(/\.txt$/, `-${sitting}.txt`);

/** Each meter with its longer update period: the bound of the edges has to hold in every sitting. */
const slowest = (before: readonly Meter[], now: readonly Meter[]): Meter[] =>
  now.map((meter, index) => {
    const periods = [before[index]?.updatePeriodSeconds ?? null, meter.updatePeriodSeconds];
    return { ...meter, updatePeriodSeconds: periods.includes(null) ? null : Math.max(...periods.map((period) => period ?? 0)) };
  });

/** Two warm-ups as one: settled only where both were. */
const both = (one: Result['warmUp'], other: Result['warmUp']): Result['warmUp'] => ({
  queries: one.queries + other.queries,
  seconds: one.seconds + other.seconds,
  plateau: one.plateau === null || other.plateau === null ? null : one.plateau && other.plateau,
});

/** Seconds of wall-clock time; none where the clock was set back. */
const secondsSince = (iso: string, now: Date): number => Math.max(0, (now.getTime() - Date.parse(iso)) / 1000);
