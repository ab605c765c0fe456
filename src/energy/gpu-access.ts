import { Fault, operatorFault } from '../domain/errors.ts';
import type { GpuDescription, GpuLibrary } from '../ports/gpu.ts';
import type { MeterChoice } from './discover.ts';
import type { NvidiaSmi } from './nvidia-smi/open-nvidia-smi.ts';
import type { Nvml, NvmlOptions } from './nvml/open.ts';

/** A way to the GPUs, opened: NVML, or the command nvidia-smi. */
export type GpuAccess = Nvml | NvidiaSmi;

export type GpuAccessOptions = NvmlOptions & {
  /** The program nvidia-smi, where it is not found by its name. */
  nvidiaSmi?: string;
  /** Learns of a nvidia-smi that is there and fails, where auto goes on without a GPU. */
  onPassedOver?: (fault: Fault) => void;
};

/** Faults of NVML that leave nvidia-smi worth a try; anything else that NVML says is told. */
const TRY_NVIDIA_SMI = new Set(['no-gpu', 'nvml-binding']);
/** Faults of nvidia-smi that say that there is no GPU to be had. */
const NO_GPU = new Set(['no-gpu', 'nvidia-smi-missing', 'nvidia-smi-failed']);

/**
 * Opens the way to the GPUs that the choice of meter asks for; auto takes NVML, else nvidia-smi. Close it when done.
 * @returns null where no GPU is asked for (rapl, cpu-estimate), and for auto on a machine without GPU
 * @throws Fault of the operator: no-gpu and its like where the GPU was asked for; for auto whatever else is wrong with
 * the driver, for a GPU that is there and does not answer must not turn into a CPU's figure
 */
export async function openGpuAccess(choice: MeterChoice, options: GpuAccessOptions = {}): Promise<GpuAccess | null> {
  if (choice === 'rapl' || choice === 'cpu-estimate') return null;
  if (choice === 'nvidia-smi') return openSmi(options);
  if (choice === 'nvml') return openNvmlLazily(options);
  const nvml = await openNvmlLazily(options).catch(unlessIn(TRY_NVIDIA_SMI));
  if (nvml !== null) return nvml;
  return openSmi(options).catch((error: unknown) => {
    // Its tools without a GPU are usual on a machine image; a GPU whose driver is broken looks the same, so it is told.
    if (error instanceof Fault && error.code === 'nvidia-smi-failed') options.onPassedOver?.(error);
    return unlessIn(NO_GPU)(error);
  });
}

// Loaded when they are used: a machine without GPU never reads koffi.
const openNvmlLazily = async (options: NvmlOptions): Promise<Nvml> => (await import('./nvml/open.ts')).openNvml(options);
const openSmi = async (options: GpuAccessOptions): Promise<NvidiaSmi> =>
  (await import('./nvidia-smi/open-nvidia-smi.ts')).openNvidiaSmi(options.nvidiaSmi);

const unlessIn =
  (codes: ReadonlySet<string>) =>
  (error: unknown): null => {
    if (error instanceof Fault && codes.has(error.code)) return null;
    throw error;
  };

/** What the choice of the scored GPUs depends on. */
export type ScoredGpusRequest = {
  library: Pick<GpuLibrary, 'devices'>;
  choice: MeterChoice;
  /** The device that the backend reported, as in cpu, cuda:GPU-… or cuda:GPU-…,GPU-…. */
  device: string;
  /** UUIDs that the operator asked for, for a device that a script plays; default: the first GPU. */
  requested?: readonly string[];
};

/**
 * The GPUs whose energy is the score: those that the backend says its model lies on, by UUID. A backend on the CPU has
 * none, for the GPU's energy is not its own; but a GPU that a script plays is taken as the device, so that the whole way
 * can be rehearsed on a machine without one.
 * @throws Fault of the operator: gpu-not-found; gpu-not-the-device where a GPU meter was asked for and the model is on the
 * CPU; device-unknown where the backend names its device in another way
 */
export function scoredGpus({ library, choice, device, requested }: ScoredGpusRequest): GpuDescription[] {
  const gpus = library.devices();
  if (device.startsWith('cuda:'))
    return device
      .slice('cuda:'.length)
      .split(',')
      .map((uuid) => withUuid(gpus, uuid));
  if (device !== 'cpu') {
    throw operatorFault(`The backend calls its device ${JSON.stringify(device)}; a GPU has to be named as in cuda:GPU-….`, {
      code: 'device-unknown',
      mend: 'Use a backend that names its GPUs by UUID.',
    });
  }
  if (gpus[0]?.scripted === true) return requested === undefined ? gpus.slice(0, 1) : requested.map((uuid) => withUuid(gpus, uuid));
  if (choice === 'auto') return [];
  throw operatorFault("The model ran on the CPU: the GPU's energy would not be its own.", {
    code: 'gpu-not-the-device',
    mend: 'Measure with --meter auto, or use a backend that runs on the GPU.',
  });
}

function withUuid(gpus: readonly GpuDescription[], uuid: string): GpuDescription {
  const gpu = gpus.find((candidate) => candidate.uuid === uuid);
  if (gpu !== undefined) return gpu;
  throw operatorFault(`There is no GPU with the UUID ${uuid} on this machine.`, {
    code: 'gpu-not-found',
    mend: 'List the UUIDs of this machine: nvidia-smi -L',
  });
}
