import { type Fault, operatorFault } from '../domain/errors.ts';
import type { GpuAtRest } from '../domain/hardware/gpu-facts.ts';
import { gpuRecord } from '../domain/hardware/gpu-record.ts';
import { preFlightFindings } from '../domain/hardware/pre-flight.ts';
import type { Policy } from '../domain/policy.ts';
import { discoverMeters, type MeterChoice } from '../energy/discover.ts';
import { type GpuAccess, openGpuAccess, scoredGpus } from '../energy/gpu-access.ts';
import { gpusAtRest } from '../hardware/at-rest.ts';
import { inventory } from '../hardware/inventory.ts';
import { processMatcher } from '../hardware/processes.ts';
import type { GpuDescription } from '../ports/gpu.ts';
import type { BenchmarkPorts, Instruments } from '../stages/benchmark.ts';

type InstrumentRequest = Parameters<BenchmarkPorts['instrument']>[0];

export type InstrumentOptions = {
  meter: MeterChoice;
  policy: Policy;
  wattsPerBusyCore?: number;
  /** UUIDs of the GPUs that may be used; all where absent. Where a script plays them, those that are metered. */
  gpus?: readonly string[];
  /** The look at the GPUs at rest that several benchmarks share; each has its own where absent. */
  rest?: RestLook;
  /** File of NVML's library, where it is not found by itself. */
  nvml?: string;
  /** Learns what the user should know of how this machine is used. */
  note?: (text: string) => void;
};

/** What measures backends on this machine. */
export type MachineInstruments = {
  /** Looks at the GPUs before anything runs on them, and lists them. Only the first call looks. */
  lookAtRest(): Promise<readonly GpuDescription[]>;
  instrument(request: InstrumentRequest): Promise<Instruments>;
};

/** The GPUs, and what each was like before anything ran, by its UUID. */
type AtRest = { gpus: readonly GpuDescription[]; seen: ReadonlyMap<string, GpuAtRest> };

const sleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
const now = () => performance.now() / 1000;

/** Looks at the GPUs before anything runs on them, once however often it is asked. */
export type RestLook = () => Promise<AtRest>;

function opener({ meter, nvml, note }: InstrumentOptions): () => ReturnType<typeof openGpuAccess> {
  const onPassedOver = ({ message, mend }: Fault) => note?.(`No GPU is metered: ${message} ${mend ?? ''}`.trim());
  return () => openGpuAccess(meter, { onPassedOver, ...(nvml === undefined ? {} : { library: nvml }) });
}

/** A look at all GPUs of this machine, whichever may be used. */
export function restLook(options: InstrumentOptions): RestLook {
  const look = async (): Promise<AtRest> => {
    const access = await opener(options)();
    if (access === null) return { gpus: [], seen: new Map() };
    try {
      const gpus = access.devices();
      const matcher = processMatcher({ backend: null, scripted: gpus.some(({ scripted }) => scripted) });
      const seen = await gpusAtRest({ library: access, uuids: gpus.map(({ uuid }) => uuid), matcher, clock: now, sleep });
      return { gpus, seen: new Map(gpus.map(({ uuid }, index) => [uuid, seen[index] as GpuAtRest])) };
    } finally {
      access.close();
    }
  };
  let looked: Promise<AtRest> | null = null;
  return () => {
    looked ??= look();
    return looked;
  };
}

/** Finds the meters of this machine: GPUs by NVML or nvidia-smi where the model runs on one, else those of the processor. */
export function machineInstruments(options: InstrumentOptions): MachineInstruments {
  const open = opener(options);
  const look = options.rest ?? restLook(options);
  let atRest: Promise<AtRest> | null = null;
  return {
    async lookAtRest() {
      atRest ??= look();
      return (await atRest).gpus;
    },
    async instrument(request) {
      const access = await open();
      if (access === null && request.device.startsWith('cuda:')) throw notMetered(request, options);
      const scored = access === null ? [] : scoredOrClosed(access, request, options);
      if (access === null || scored.length === 0) {
        access?.close();
        return withoutGpus(request, options);
      }
      const seen = (await atRest)?.seen ?? new Map<string, GpuAtRest>();
      try {
        const fit = request.backend === 'endpoint' ? withServer(seen) : seen;
        refuseUnfit(scored, fit, options.policy);
        return withGpus(request, options, { access, scored, seen: fit });
      } catch (error) {
        access.close();
        throw error;
      }
    },
  };
}

function scoredOrClosed(access: GpuAccess, { device }: InstrumentRequest, { meter, gpus }: InstrumentOptions): GpuDescription[] {
  try {
    return scoredGpus({ library: access, choice: meter, device, ...(gpus === undefined ? {} : { requested: gpus }) });
  } catch (error) {
    access.close();
    throw error;
  }
}

/** What a processor took beside a GPU that nobody metered is no figure of the model's. */
const notMetered = ({ device }: InstrumentRequest, { meter }: InstrumentOptions) =>
  operatorFault(
    `The model runs on ${device}, and ${meter === 'auto' ? 'no GPU can be metered on this machine' : `--meter ${meter} meters no GPU`}.`,
    {
      code: 'gpu-not-metered',
      mend: 'Run doctor and mend what it says of the GPU; measure with --meter auto on the machine that has it.',
    },
  );

/** A GPU that is not fit for any figure is refused before the first run, with what to do about it. */
function refuseUnfit(scored: readonly GpuDescription[], seen: ReadonlyMap<string, GpuAtRest>, policy: Policy): void {
  for (const gpu of scored) {
    const atRest = seen.get(gpu.uuid);
    if (atRest === undefined) continue;
    const failed = preFlightFindings({ gpu, atRest, purpose: 'any', policy }).find(({ status }) => status === 'fail');
    if (failed === undefined) continue;
    throw operatorFault(`Before the first run: ${failed.message}`, {
      code: failed.code,
      ...(failed.mend === null ? {} : { mend: failed.mend }),
    });
  }
}

/** What sits on an endpoint's GPUs before the run is the server, on its operator's word. */
const withServer = (seen: ReadonlyMap<string, GpuAtRest>): ReadonlyMap<string, GpuAtRest> =>
  new Map([...seen].map(([uuid, atRest]) => [uuid, { ...atRest, processes: 0, processesNote: null }]));

const residentsOf = ({ access, scored }: Pick<Gpus, 'access' | 'scored'>): number[] =>
  scored.flatMap(({ uuid }) => access.sample(uuid).processes ?? []);

function withoutGpus({ pid, clock }: InstrumentRequest, { meter, wattsPerBusyCore }: InstrumentOptions): Instruments {
  const hardware = inventory();
  return {
    meters: discoverMeters({ choice: meter, pid, clock, ...(wattsPerBusyCore === undefined ? {} : { wattsPerBusyCore }) }),
    hardware,
    tracedGpus: null,
    sampleGpus: null,
    hardwareAfter: () => hardware,
    close: () => {},
  };
}

type Gpus = { access: GpuAccess; scored: readonly GpuDescription[]; seen: ReadonlyMap<string, GpuAtRest> };

function withGpus(request: InstrumentRequest, options: InstrumentOptions, { access, scored, seen }: Gpus): Instruments {
  const { pid, clock } = request;
  const { meter: choice, wattsPerBusyCore } = options;
  const gpus = access.devices();
  const matcher = processMatcher({
    backend: pid,
    scripted: scored.some(({ scripted }) => scripted),
    ...(request.backend === 'endpoint' ? { resident: residentsOf({ access, scored }) } : {}),
  });
  const meters = discoverMeters({
    choice,
    pid,
    clock,
    gpus: { access, scored },
    ...(wattsPerBusyCore === undefined ? {} : { wattsPerBusyCore }),
  });
  const works = ({ uuid }: GpuDescription) => scored.some((gpu) => gpu.uuid === uuid);
  const meterOf = (gpu: GpuDescription) => (works(gpu) ? `${access.id}:${gpu.index}` : null);
  const recordOf = (gpu: GpuDescription, run: Pick<Parameters<typeof gpuRecord>[1], 'observation' | 'after'>) =>
    gpuRecord(gpu, {
      worked: works(gpu),
      meter: meterOf(gpu),
      idleWatts: seen.get(gpu.uuid)?.idleWatts ?? null,
      foreignProcessesNote: matcher.note(),
      ...run,
    });
  return {
    meters,
    hardware: inventory(gpus.map((gpu) => recordOf(gpu, { observation: null, after: null }))),
    tracedGpus: {
      library: access,
      gpus: gpus.map((gpu) => ({ uuid: gpu.uuid, meter: meterOf(gpu) })),
      countForeign: (processes) => matcher.countForeign(processes),
    },
    sampleGpus: () => scored.map(({ uuid }) => access.sample(uuid)),
    hardwareAfter(observations) {
      const after = new Map(access.devices().map((gpu) => [gpu.uuid, gpu]));
      return inventory(
        gpus.map((gpu, index) => recordOf(gpu, { observation: observations[index] ?? null, after: after.get(gpu.uuid) ?? null })),
      );
    },
    close: () => access.close(),
  };
}
