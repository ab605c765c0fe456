import { operatorFault } from '../../domain/errors.ts';
import type { GpuLibrary } from '../../ports/gpu.ts';
import { type Handle, type NvmlCalls, nvmlCalls } from './calls.ts';
import { describeDevices, handleOf, nvmlVersion } from './describe.ts';
import { NVML_VARIABLE, openLibrary } from './find-library.ts';
import { loadKoffi } from './koffi.ts';
import { DRIVER_NOT_LOADED, nvmlFault, SUCCESS } from './return-codes.ts';
import { nvmlSampler } from './sample.ts';
import { startWatchdog } from './watchdog.ts';

/** NVML, opened, and where it was found. */
export type Nvml = GpuLibrary & {
  readonly id: 'nvml';
  /** The library's file, or its name where the loader found it. */
  readonly place: string;
  /** Its own version; null where it does not tell it. */
  readonly version: string | null;
};

export type NvmlOptions = {
  /** The library's file. Default: what AI_ENERGY_SCORE_NVML names, else where drivers put it. */
  library?: string;
  /** Files and names that are tried in their order, in place of the usual ones, for tests. */
  places?: readonly string[];
};

const MEND_NO_GPU = 'Look for the board with lspci; in a container, start it with the GPUs: docker run --gpus all';

/**
 * Opens NVML. Close it when done.
 * @throws Fault of the operator: no-gpu where there is no library, no loaded driver or no GPU; nvml-library where the
 * named file cannot be opened; nvml-binding where koffi cannot be loaded; nvml-… as the library answers
 */
export async function openNvml(options: NvmlOptions = {}): Promise<Nvml> {
  const { koffi, file } = loadKoffi();
  const opened = openLibrary(koffi, options.library ?? (process.env[NVML_VARIABLE] || undefined), options.places);
  const watchdog = startWatchdog(file);
  const calls = nvmlCalls(opened, watchdog);
  let initialized = false;
  const close = () => {
    if (initialized) calls.shutdown();
    initialized = false;
    watchdog.stop();
  };
  try {
    initialize(calls);
    initialized = true;
    // The first look wakes every GPU, which takes its time; devices() looks again, for settings change.
    if (describeDevices(calls).length === 0) {
      throw operatorFault('No NVIDIA GPU can be reached: the driver is there, but it lists none.', { code: 'no-gpu', mend: MEND_NO_GPU });
    }
    watchdog.opened();
    return { id: 'nvml', place: opened.place, version: nvmlVersion(calls), ...deviceCalls(calls), close };
  } catch (error) {
    close();
    throw error;
  }
}

function initialize(calls: NvmlCalls): void {
  const returned = calls.init();
  if (returned === SUCCESS) return;
  const fault = nvmlFault(returned, 'nvmlInit');
  if (returned !== DRIVER_NOT_LOADED) throw fault;
  throw operatorFault('No NVIDIA GPU can be reached: the driver is not loaded.', {
    code: 'no-gpu',
    ...(fault.mend === undefined ? {} : { mend: fault.mend }),
    cause: fault,
  });
}

/** The calls about devices, each found by its UUID. */
function deviceCalls(calls: NvmlCalls): Pick<GpuLibrary, 'devices' | 'energyMillijoules' | 'sample'> {
  const sampler = nvmlSampler(calls);
  const handles = new Map<string, Handle>();
  const handle = (uuid: string): Handle => {
    const known = handles.get(uuid) ?? handleOf(calls, uuid);
    if (known === null) {
      throw operatorFault(`There is no GPU with the UUID ${uuid} on this machine.`, {
        code: 'gpu-not-found',
        mend: 'List the UUIDs of this machine: nvidia-smi -L',
      });
    }
    handles.set(uuid, known);
    return known;
  };
  return {
    devices: () => describeDevices(calls),
    energyMillijoules: (uuid) => sampler.energyMillijoules(handle(uuid)),
    sample: (uuid) => sampler.sample(handle(uuid)),
  };
}
