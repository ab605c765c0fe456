import { eventReasonsOf } from '../../domain/hardware/event-reasons.ts';
import type { GpuSample } from '../../ports/gpu.ts';
import type { Handle, NvmlCalls } from './calls.ts';
import { FUNCTION_NOT_FOUND, INSUFFICIENT_SIZE, NO_PERMISSION, NOT_SUPPORTED, nvmlFault, SUCCESS } from './return-codes.ts';

const TEMPERATURE_OF_GPU = 0;
const SM_CLOCK = 1;
const MEMORY_CLOCK = 2;
/** NVML_FI_DEV_POWER_INSTANT: milliwatts now. NVML's other power call gives the mean of the last second on newer GPUs. */
const FIELD_POWER_INSTANT = 186;
/** nvmlFieldValue_t: id, scope (4 bytes each), time stamp, latency (8 each), type, return code (4 each), value (8). */
const FIELD_BYTES = 40;
const FIELD_RETURNED_AT = 28;
const FIELD_VALUE_AT = 32;
/** Room for the processes of one GPU, doubled where it does not do. */
const USUAL_PROCESSES = 64;
const MOST_PROCESSES = 65_536;

/** Whether an answer stands for a thing that this GPU, this driver or this user does not have. */
const isAbsent = (returned: number) => returned === NOT_SUPPORTED || returned === FUNCTION_NOT_FOUND;

/** Looks at GPUs; its buffers are made once, for a look ten times a second should leave nothing behind. */
export function nvmlSampler(calls: NvmlCalls) {
  const answer = Buffer.alloc(8);
  const field = Buffer.alloc(FIELD_BYTES);
  const found = Buffer.alloc(4);
  let list = Buffer.alloc(USUAL_PROCESSES * calls.processes.entryBytes);

  const told = (name: string, returned: number): boolean => {
    if (returned === SUCCESS) return true;
    if (isAbsent(returned)) return false;
    throw nvmlFault(returned, name);
  };
  const number = (name: string, returned: number): number | null => (told(name, returned) ? answer.readUInt32LE(0) : null);

  const instantPower = (handle: Handle): number | null => {
    field.fill(0).writeUInt32LE(FIELD_POWER_INSTANT, 0);
    if (!told('nvmlDeviceGetFieldValues', calls.fieldValues(handle, 1, field))) return null;
    const returned = field.readUInt32LE(FIELD_RETURNED_AT);
    // An older driver does not know the field and answers with an invalid argument for it alone.
    if (returned === 2 || !told('nvmlDeviceGetFieldValues(POWER_INSTANT)', returned)) return null;
    return field.readUInt32LE(FIELD_VALUE_AT) / 1000;
  };

  const processes = (handle: Handle): number[] | null => {
    const { list: ask, entryBytes } = calls.processes;
    for (;;) {
      found.writeUInt32LE(list.length / entryBytes, 0);
      const returned = ask(handle, found, list);
      if (returned === INSUFFICIENT_SIZE && list.length / entryBytes < MOST_PROCESSES) {
        list = Buffer.alloc(list.length * 2);
        continue;
      }
      if (returned === NO_PERMISSION || !told('nvmlDeviceGetComputeRunningProcesses', returned)) return null;
      return Array.from({ length: found.readUInt32LE(0) }, (_, position) => list.readUInt32LE(position * entryBytes));
    }
  };

  return {
    /** Millijoules since the driver was loaded; null where the GPU has no such counter. */
    energyMillijoules(handle: Handle): number | null {
      return told('nvmlDeviceGetTotalEnergyConsumption', calls.energy(handle, answer)) ? Number(answer.readBigUInt64LE(0)) : null;
    },
    sample(handle: Handle): GpuSample {
      const utilization = number('nvmlDeviceGetUtilizationRates', calls.utilization(handle, answer));
      return {
        powerWatts: instantPower(handle),
        temperatureCelsius: number('nvmlDeviceGetTemperature', calls.temperature(handle, TEMPERATURE_OF_GPU, answer)),
        smClockMhz: number('nvmlDeviceGetClockInfo', calls.clock(handle, SM_CLOCK, answer)),
        memoryClockMhz: number('nvmlDeviceGetClockInfo', calls.clock(handle, MEMORY_CLOCK, answer)),
        utilization: utilization === null ? null : utilization / 100,
        eventReasons: told('nvmlDeviceGetCurrentClocksEventReasons', calls.eventReasons(handle, answer))
          ? eventReasonsOf(answer.readBigUInt64LE(0))
          : null,
        processes: processes(handle),
      };
    },
  };
}
