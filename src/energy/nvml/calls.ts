import type { OpenedLibrary } from './find-library.ts';
import { FUNCTION_NOT_FOUND } from './return-codes.ts';
import type { Watchdog } from './watchdog.ts';

/** A GPU's handle, as NVML gave it. */
export type Handle = bigint;

/** The newest process list a driver has, and the bytes of one entry in it. */
type ProcessList = { list: Call<[Handle, Buffer, Buffer]>; entryBytes: number };

/** A call gives NVML's return code; what it tells is in the buffers that it was given. */
type Call<Arguments extends unknown[]> = (...args: Arguments) => number;

type Ask = Call<[Handle, Buffer]>;
type AskKind = Call<[Handle, number, Buffer]>;
type AskTwo = Call<[Handle, Buffer, Buffer]>;
type AskText = Call<[Handle, Buffer, number]>;

/** Bytes of nvmlProcessInfo_v2_t (pid, memory, GPU and compute instance) and of the one before it. */
const PROCESS_BYTES = 24;
const OLD_PROCESS_BYTES = 16;

/**
 * NVML's functions, just those that are used. A function that this driver lacks answers FUNCTION_NOT_FOUND, as NVML
 * itself would; where a function has several versions the newest that is there is taken.
 */
export function nvmlCalls({ handle: library }: OpenedLibrary, { watch }: Pick<Watchdog, 'watch'>) {
  /** The first of these functions that the library has. */
  const first = <Arguments extends unknown[]>(names: readonly string[], types: string[]): Call<Arguments> | null => {
    for (const name of names) {
      try {
        return watch(library.func(name, 'uint32', types) as Call<Arguments>);
      } catch {
        // An older driver: the next name is an older version of the same.
      }
    }
    return null;
  };
  const call = <Arguments extends unknown[]>(names: readonly string[], types: string[]): Call<Arguments> =>
    first<Arguments>(names, types) ?? (() => FUNCTION_NOT_FOUND);
  const ask = (...names: string[]): Ask => call(names, ['void *', 'void *']);
  const askKind = (...names: string[]): AskKind => call(names, ['void *', 'int', 'void *']);
  const askTwo = (...names: string[]): AskTwo => call(names, ['void *', 'void *', 'void *']);
  const askText = (...names: string[]): AskText => call(names, ['void *', 'void *', 'uint32']);
  const processList = (name: string) => first<[Handle, Buffer, Buffer]>([name], ['void *', 'void *', 'void *']);

  const newList = processList('nvmlDeviceGetComputeRunningProcesses_v3') ?? processList('nvmlDeviceGetComputeRunningProcesses_v2');
  const processes: ProcessList = newList
    ? { list: newList, entryBytes: PROCESS_BYTES }
    : { list: askTwo('nvmlDeviceGetComputeRunningProcesses'), entryBytes: OLD_PROCESS_BYTES };
  return {
    init: call<[]>(['nvmlInit_v2', 'nvmlInit'], []),
    shutdown: call<[]>(['nvmlShutdown'], []),
    driverVersion: call<[Buffer, number]>(['nvmlSystemGetDriverVersion'], ['void *', 'uint32']),
    nvmlVersion: call<[Buffer, number]>(['nvmlSystemGetNVMLVersion'], ['void *', 'uint32']),
    cudaVersion: call<[Buffer]>(['nvmlSystemGetCudaDriverVersion_v2', 'nvmlSystemGetCudaDriverVersion'], ['void *']),
    count: call<[Buffer]>(['nvmlDeviceGetCount_v2', 'nvmlDeviceGetCount'], ['void *']),
    /** For the list alone: what is measured is found by UUID. */
    handleByIndex: call<[number, Buffer]>(['nvmlDeviceGetHandleByIndex_v2', 'nvmlDeviceGetHandleByIndex'], ['uint32', 'void *']),
    handleByUuid: call<[string, Buffer]>(['nvmlDeviceGetHandleByUUID'], ['str', 'void *']),
    uuid: askText('nvmlDeviceGetUUID'),
    name: askText('nvmlDeviceGetName'),
    memory: ask('nvmlDeviceGetMemoryInfo'),
    powerLimit: ask('nvmlDeviceGetPowerManagementLimit'),
    defaultPowerLimit: ask('nvmlDeviceGetPowerManagementDefaultLimit'),
    migMode: askTwo('nvmlDeviceGetMigMode'),
    eccMode: askTwo('nvmlDeviceGetEccMode'),
    persistenceMode: ask('nvmlDeviceGetPersistenceMode'),
    maximumClock: askKind('nvmlDeviceGetMaxClockInfo'),
    applicationClock: askKind('nvmlDeviceGetApplicationsClock'),
    defaultApplicationClock: askKind('nvmlDeviceGetDefaultApplicationsClock'),
    energy: ask('nvmlDeviceGetTotalEnergyConsumption'),
    fieldValues: call<[Handle, number, Buffer]>(['nvmlDeviceGetFieldValues'], ['void *', 'int', 'void *']),
    temperature: askKind('nvmlDeviceGetTemperature'),
    clock: askKind('nvmlDeviceGetClockInfo'),
    utilization: ask('nvmlDeviceGetUtilizationRates'),
    eventReasons: ask('nvmlDeviceGetCurrentClocksEventReasons', 'nvmlDeviceGetCurrentClocksThrottleReasons'),
    processes,
  };
}

export type NvmlCalls = ReturnType<typeof nvmlCalls>;
