import { Fault } from '../../domain/errors.ts';
import type { HardwareFinding, Purpose } from '../../domain/hardware/finding.ts';
import { ok } from '../../domain/hardware/finding.ts';
import type { GpuAtRest } from '../../domain/hardware/gpu-facts.ts';
import { type GpuRecord, gpuRecord } from '../../domain/hardware/gpu-record.ts';
import { type CounterLook, counterFinding, noGpuFinding } from '../../domain/hardware/machine-findings.ts';
import { preFlightFindings } from '../../domain/hardware/pre-flight.ts';
import type { Policy } from '../../domain/policy.ts';
import { type GpuAccess, openGpuAccess } from '../../energy/gpu-access.ts';
import { gpuCounterMeter } from '../../energy/gpu-counter.ts';
import { gpusAtRest } from '../../hardware/at-rest.ts';
import { processMatcher } from '../../hardware/processes.ts';
import type { GpuDescription } from '../../ports/gpu.ts';

/** What is told of one GPU to the operator of the machine; its UUID is for selecting it and is never published. */
type ToldGpu = GpuDescription & { counter: CounterLook | null; atRest: GpuAtRest };

export type GpuLook = {
  findings: HardwareFinding[];
  /** The GPUs as a record lists them: none has worked. */
  records: GpuRecord[];
  /** How the GPUs are reached, and the GPUs; null where none is. */
  gpus: { way: GpuAccess['id']; place: string; version: string | null; devices: ToldGpu[] } | null;
};

const clock = () => performance.now() / 1000;
const sleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));

/** Looks at every GPU: what it is, how it is set, whether it is left alone, how its counter behaves. */
export async function lookAtGpus(purpose: Purpose, policy: Policy, library: string | undefined): Promise<GpuLook> {
  try {
    const passedOver: Fault[] = [];
    const onPassedOver = (fault: Fault) => passedOver.push(fault);
    const access = await openGpuAccess(library === undefined ? 'auto' : 'nvml', {
      onPassedOver,
      ...(library === undefined ? {} : { library }),
    });
    if (access === null) return none(noGpuFinding(purpose, passedOver[0] ?? (await whyNoGpu())));
    try {
      return await lookThrough(access, purpose, policy);
    } finally {
      access.close();
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return none({ code: error.code, status: 'fail', message: error.message, mend: error.mend ?? null });
  }
}

const none = (finding: HardwareFinding): GpuLook => ({ findings: [finding], records: [], gpus: null });

/** NVML's own words on why it gives no GPU. */
async function whyNoGpu(): Promise<{ message: string; mend: string | undefined }> {
  const fault = await openGpuAccess('nvml').then(
    () => null,
    (error: unknown) => error,
  );
  return fault instanceof Fault ? fault : { message: 'No NVIDIA GPU can be reached.', mend: undefined };
}

async function lookThrough(access: GpuAccess, purpose: Purpose, policy: Policy): Promise<GpuLook> {
  const devices = access.devices();
  const scripted = devices.some((gpu) => gpu.scripted);
  const matcher = processMatcher({ backend: null, scripted });
  const rests = await gpusAtRest({ library: access, uuids: devices.map(({ uuid }) => uuid), matcher, clock, sleep });
  const told: ToldGpu[] = [];
  const findings: HardwareFinding[] = [wayFinding(access, devices)];
  const records: GpuRecord[] = [];
  for (const [position, gpu] of devices.entries()) {
    const atRest = rests[position] as GpuAtRest;
    const counter = access.id === 'nvml' ? await lookAtCounter(access, gpu) : null;
    findings.push(...preFlightFindings({ gpu, atRest, purpose, policy }));
    findings.push(counter === null ? noCounterFinding(gpu) : counterFinding(gpu.index, counter, purpose));
    records.push(
      gpuRecord(gpu, {
        worked: false,
        meter: null,
        idleWatts: atRest.idleWatts,
        observation: null,
        foreignProcessesNote: atRest.processesNote,
        after: null,
      }),
    );
    told.push({ ...gpu, counter, atRest });
  }
  return { findings, records, gpus: { way: access.id, place: access.place, version: access.version, devices: told } };
}

function wayFinding(access: GpuAccess, devices: readonly GpuDescription[]): HardwareFinding {
  const [first] = devices;
  const version = access.version === null ? '' : `, version ${access.version}`;
  const cuda = first?.cuda == null ? '' : `, CUDA ${first.cuda}`;
  const count = devices.length === 1 ? 'one GPU' : `${devices.length} GPUs`;
  if (access.id === 'nvml') return ok('gpu', `NVML (${access.place}${version}) lists ${count}; driver ${first?.driver}${cuda}.`);
  return {
    code: 'gpu',
    status: 'warn',
    message: `NVML cannot be used; nvidia-smi lists ${count}; driver ${first?.driver}${cuda}. Its power is integrated, and such results are not official.`,
    mend: 'Name the driver library libnvidia-ml.so.1 with AI_ENERGY_SCORE_NVML.',
  };
}

const noCounterFinding = (gpu: GpuDescription): HardwareFinding => ({
  code: 'gpu-counter',
  status: 'warn',
  message: `The energy counter of GPU ${gpu.index} cannot be read through nvidia-smi.`,
  mend: 'Name the driver library libnvidia-ml.so.1 with AI_ENERGY_SCORE_NVML.',
});

const COUNTER_READS = 1000;
const SAMPLES = 100;

/** Opens the counter as a benchmark does, and times what a reading costs. */
async function lookAtCounter(access: Extract<GpuAccess, { id: 'nvml' }>, gpu: GpuDescription): Promise<CounterLook> {
  const meter = gpuCounterMeter({ library: access, gpu, clock, sleep });
  try {
    await meter.open();
    return {
      updatePeriodSeconds: meter.description.updatePeriodSeconds,
      microsecondsPerRead: microsecondsOf(COUNTER_READS, () => access.energyMillijoules(gpu.uuid)),
      microsecondsPerSample: microsecondsOf(SAMPLES, () => access.sample(gpu.uuid)),
    };
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, message: error.message, mend: error.mend };
    throw error;
  } finally {
    await meter.close();
  }
}

/** Mean time of one call, in microseconds. */
function microsecondsOf(times: number, call: () => unknown): number {
  const start = clock();
  for (let time = 0; time < times; time += 1) call();
  return ((clock() - start) / times) * 1e6;
}
