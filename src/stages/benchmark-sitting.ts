import { setTimeout as pause } from 'node:timers/promises';
import type { BackendProcess } from '../backends/process.ts';
import { internalFault, operatorFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { MeasuredPhase, Meter as MeterRecord } from '../domain/generated/result.ts';
import { type Recorder, startRecorder } from '../energy/recorder.ts';
import type { BackendMessage } from '../ports/backend.ts';
import type { Clock } from '../ports/meter.ts';
import type { BenchmarkPorts, Instruments } from './benchmark.ts';
import type { Journal } from './benchmark-journal.ts';
import { countingOn } from './benchmark-meters.ts';
import { measurePhase, type PhaseRequest } from './benchmark-phase.ts';
import { type Announce, talkWith } from './benchmark-talk.ts';
import { type Look, soon } from './benchmark-watch.ts';
import { type WarmUp, warmUp } from './warm-up.ts';

/** Time for a backend's end to be told before a broken meter is, in milliseconds. */
const BACKEND_MILLISECONDS = 500;

/** Longest time without a row of the trace while a phase runs, in seconds. */
const SILENCE_SECONDS = 4;

export type SittingRequest = {
  plan: Plan;
  modelFolder: string;
  processorFolder: string | null;
  datasetFile: string;
  startBackend(): Promise<BackendProcess>;
  instrument: BenchmarkPorts['instrument'];
  clock: Clock;
  journal: Journal;
  stallSeconds: number;
  announce: Announce;
};

/** A backend that is loaded and metered, from its start to its end. */
export type Sitting = {
  ready: Extract<BackendMessage, { type: 'ready' }>;
  /** When the meters began to be read, in seconds on the run's clock. */
  startSeconds: number;
  meters: readonly MeterRecord[];
  instruments: Omit<Instruments, 'meters' | 'tracedGpus' | 'close'>;
  loadModelSeconds: number;
  warmUp(): Promise<WarmUp>;
  /** @param run number of the run, or 0 for the prefill pass */
  measure(phase: PhaseRequest): Promise<MeasuredPhase>;
  /** Ends the meters, then the backend. @throws what went wrong while the trace was written */
  end(): Promise<void>;
  /** Ends both at once, after a fault; never throws. */
  abandon(): Promise<void>;
};

/**
 * Starts a backend, has it load the model, and starts to read the meters. Counts go on where the journal's end.
 * @throws Fault; the backend and its children have ended by then
 */
export async function startSitting(request: SittingRequest): Promise<Sitting> {
  const { plan, journal, clock } = request;
  const began = clock();
  const backend = await request.startBackend();
  let recorder: Recorder | null = null;
  let instruments: Instruments | null = null;
  const silence = traceWatch(journal, () => recorder);
  const talk = talkWith(backend, { announce: request.announce, stallSeconds: request.stallSeconds, look: silence });
  const abandon = async () => {
    const closing = async () => recorder?.stop() ?? Promise.all((instruments?.meters ?? []).map((meter) => meter.close()));
    await Promise.allSettled([soon(closing(), 'close'), backend.stop()]); // The first fault is the one to tell.
    instruments?.close();
  };
  try {
    const { modelFolder, processorFolder, datasetFile } = request;
    talk.send({ type: 'load', modelFolder, processorFolder, datasetFile, plan });
    const ready = await talk.expect('ready');
    if (ready.rows !== plan.dataset.rows || ready.rowsSha256 !== plan.dataset.rowsSha256) {
      throw internalFault('The backend read other queries than the plan names.', { code: 'dataset-mismatch' });
    }
    const loadModelSeconds = clock() - began;
    const found = await request.instrument({ pid: backend.pid, device: ready.device, clock, backend: plan.backend.id });
    instruments = found;
    const counts = new Map(journal.counts);
    const meters = found.meters.map((meter) => countingOn(meter, counts.get(meter.description.id)));
    const options = { clock, ...(found.tracedGpus === null ? {} : { gpus: found.tracedGpus }) };
    const started = await soon(startRecorder(meters, plan.traceHertz, journal.addTrace, options), 'open');
    recorder = started;
    const tools = { talk, recorder: started, keepReadings: journal.addReadings, plan };
    return {
      ready,
      startSeconds: clock(),
      meters: [...started.meters],
      instruments: found,
      loadModelSeconds,
      warmUp: () => warmUp({ talk, clock, sampleGpus: found.sampleGpus }, plan.warmUp.maximumSeconds),
      measure: (phase) => measurePhase(tools, phase),
      async end() {
        await soon(started.stop(), 'close');
        found.close();
        await backend.stop();
      },
      abandon,
    };
  } catch (error) {
    await abandon();
    throw error;
  }
}

/** Ends a wait once the trace has broken, with the recorder's reason, or has been silent. */
function traceWatch(journal: Journal, recorder: () => Recorder | null): Look {
  let rows = -1;
  let silent = 0;
  const silence = () =>
    operatorFault(`The meters have not been read for ${SILENCE_SECONDS} s.`, {
      code: 'trace-silent',
      mend: 'The meter or its driver hangs; see that it can be read by itself, then run again.',
    });
  return () => {
    const current = recorder();
    if (current === null) return null;
    // A backend that was killed breaks the meter that follows it; what ended the backend is then told within this time.
    if (current.broken.aborted) return pause(BACKEND_MILLISECONDS).then(() => Promise.reject(current.broken.reason));
    silent = journal.rows === rows ? silent + 1 : 0;
    rows = journal.rows;
    return silent < SILENCE_SECONDS ? null : silence();
  };
}
