import { Fault, internalFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { EdgeReading, GpuTraceRow, TraceRow } from '../domain/evidence.ts';
import type { MeasuredPhase } from '../domain/generated/result.ts';
import { edgeJoulesBetween, joulesBetween } from '../domain/score.ts';
import type { Clock, Meter, MeterDescription } from '../ports/meter.ts';
import { type Place, readAlignedEdge, type Sleep } from './edge.ts';
import { type GpuTrace, gpuTrace, type TracedGpus } from './gpu-trace.ts';

/** Reads meters and GPUs at phase edges and, in between, at a steady rate. */
export type Recorder = {
  readonly meters: readonly MeterDescription[];
  /** Aborts, with the Fault as its reason, as soon as a reading of the trace fails: the phase need not go on. */
  readonly broken: AbortSignal;
  /**
   * Reads every meter at an edge of a phase; the counters of GPUs aligned to their ticks. Run 0 is the prefill pass.
   * The backend has to be idle until the promise resolves.
   */
  readEdge(place: Place): Promise<EdgeReading[]>;
  /**
   * The energies of the phase whose end was read last.
   * @throws Fault of the operator, meter-stuck or meter-backwards, where a meter gives no energy above zero
   */
  energiesBetween(starts: readonly EdgeReading[], ends: readonly EdgeReading[]): MeasuredPhase['joules'];
  /** Ends the trace and closes the meters; may be called twice. Throws what went wrong while sampling. */
  stop(): Promise<void>;
};

export type RecorderOptions = {
  /** The run's clock. */
  clock: Clock;
  /** The GPUs to look at; none where they are left out. */
  gpus?: TracedGpus;
  /** For tests on a virtual clock. */
  sleep?: Sleep;
};

const NO_GPUS: TracedGpus = {
  library: {
    sample: () => {
      throw internalFault('No GPU is traced.', { code: 'gpu-not-traced' });
    },
  },
  gpus: [],
  countForeign: () => null,
};

const realSleep: Sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Opens the meters and starts the trace.
 * @param traceHertz samples per second of the trace
 * @param onSample takes each sample of a meter's count and each look at a GPU
 */
export async function startRecorder(
  meters: readonly Meter[],
  traceHertz: number,
  onSample: (row: TraceRow | GpuTraceRow) => void,
  options: RecorderOptions,
): Promise<Recorder> {
  const { clock, gpus = NO_GPUS, sleep = realSleep } = options;
  for (const meter of meters) await meter.open();
  const trace = gpuTrace(gpus, onSample);
  const aligned = meters.flatMap((meter) => placed(meter, trace));
  const plain = meters.filter((meter) => !aligned.some((entry) => entry.meter === meter));
  const peers = gpus.gpus.flatMap((_, gpu) => (aligned.some((entry) => entry.gpu === gpu) ? [] : [gpu]));
  const broken = new AbortController();
  let stopped = false;
  let sampling: Promise<void> = Promise.resolve();

  const sample = async () => {
    for (const meter of meters) onSample({ meter: meter.description.id, ...(await meter.read()) });
    for (const gpu of gpus.gpus.keys()) trace.record(trace.look(gpu, clock()));
  };
  const sampleSteadily = async () => {
    // Due times keep the rate; a sample that comes late does not make the next ones hurry.
    for (let due = clock() + 1 / traceHertz; ; due = Math.max(due + 1 / traceHertz, clock())) {
      await sleep(Math.max(0, due - clock()));
      if (stopped || broken.signal.aborted) return;
      sampling = sample().catch((error: unknown) => broken.abort(faultOf(error)));
      await sampling;
    }
  };
  void sampleSteadily();

  const readPlain = async (place: Place): Promise<EdgeReading[]> => {
    const readings: EdgeReading[] = [];
    for (const meter of plain) readings.push({ meter: meter.description.id, ...place, ...(await meter.read()) });
    return readings;
  };
  const lookAtPeers = () => {
    for (const gpu of peers) trace.record(trace.look(gpu, clock()));
  };
  return {
    get meters() {
      return meters.map((meter) => meter.description);
    },
    broken: broken.signal,
    async readEdge(place) {
      broken.signal.throwIfAborted();
      if (place.edge === 'start') {
        const waited = await readAlignedEdge(aligned, trace, place, sleep);
        lookAtPeers();
        return [...waited, ...(await readPlain(place))];
      }
      // What is not waited for comes first, so that no wait of another meter is in its energy.
      const unwaited = await readPlain(place);
      lookAtPeers();
      return [...(await readAlignedEdge(aligned, trace, place, sleep)), ...unwaited];
    },
    energiesBetween: (starts, ends) => meters.map((meter) => energyBetween(meter.description, trace, starts, ends)),
    async stop() {
      stopped = true;
      await sampling;
      for (const meter of meters) await meter.close();
      broken.signal.throwIfAborted();
    },
  };
}

function placed(meter: Meter, trace: GpuTrace): { meter: Meter; gpu: number }[] {
  const { id, quality } = meter.description;
  const gpu = trace.placeOf(id);
  return gpu === null || quality !== 'counter' ? [] : [{ meter, gpu }];
}

function energyBetween(
  meter: MeterDescription,
  trace: GpuTrace,
  starts: readonly EdgeReading[],
  ends: readonly EdgeReading[],
): MeasuredPhase['joules'][number] {
  const start = starts.find((reading) => reading.meter === meter.id);
  const end = ends.find((reading) => reading.meter === meter.id);
  if (start === undefined || end === undefined) {
    throw internalFault(`The meter ${meter.id} was not read at an edge.`, { code: 'edge-missing' });
  }
  const joules = joulesBetween(meter, start, end);
  if (!(joules > 0)) {
    throw operatorFault(`The meter ${meter.id} ${joules < 0 ? 'ran backwards' : 'stood still'} during the phase ${end.phase}.`, {
      code: joules < 0 ? 'meter-backwards' : 'meter-stuck',
      mend: 'Raise run.minimumPhaseSeconds in the policy if the phase was too short for this meter; otherwise the meter does not work on this machine.',
    });
  }
  const edgeJoules = edgeJoulesBetween(start, end);
  const gpu = trace.placeOf(meter.id);
  const integral = gpu === null ? null : trace.integral(gpu, start.seconds, end.seconds);
  return {
    meter: meter.id,
    joules,
    ...(edgeJoules === undefined ? {} : { edgeJoules }),
    ...(gpu === null ? {} : { integralJoules: integral?.joules ?? null, integralErrorJoules: integral?.errorJoules ?? null }),
  };
}

/** What broke the trace: a Fault as it is, because its code tells what to do; anything else with a name. */
const faultOf = (error: unknown): Fault =>
  error instanceof Fault ? error : operatorFault(`The trace broke off: ${messageOf(error)}`, { code: 'trace-broken', cause: error });
