import { isScripted } from '../../domain/hardware/scripted.ts';
import type { GpuDescription } from '../../ports/gpu.ts';
import type { Handle, NvmlCalls } from './calls.ts';
import { FUNCTION_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, nvmlFault, SUCCESS } from './return-codes.ts';

const TEXT_BYTES = 128;
const SM_CLOCK = 1;
const MEMORY_CLOCK = 2;
const PER_WATT = 1000;

/** Fills a buffer of its own by one call; null where the GPU or the driver does not have it. */
function told(bytes: number, name: string, call: (buffer: Buffer) => number): Buffer | null {
  const buffer = Buffer.alloc(bytes);
  const returned = call(buffer);
  if (returned === SUCCESS) return buffer;
  if (returned === NOT_SUPPORTED || returned === FUNCTION_NOT_FOUND) return null;
  throw nvmlFault(returned, name);
}

/** As told(), where there is no doing without. */
function must(bytes: number, name: string, call: (buffer: Buffer) => number): Buffer {
  const buffer = Buffer.alloc(bytes);
  const returned = call(buffer);
  if (returned !== SUCCESS) throw nvmlFault(returned, name);
  return buffer;
}

const textOf = (buffer: Buffer): string => {
  const end = buffer.indexOf(0);
  return buffer.toString('utf8', 0, end === -1 ? buffer.length : end);
};

const numberOf = (buffer: Buffer | null): number | null => buffer?.readUInt32LE(0) ?? null;

const switchOf = (buffer: Buffer | null): boolean | null => (buffer === null ? null : buffer.readUInt32LE(0) === 1);

const wattsOf = (buffer: Buffer | null): number | null => (buffer === null ? null : buffer.readUInt32LE(0) / PER_WATT);

/** The library's own version, for people; null where it does not tell it. */
export function nvmlVersion(calls: NvmlCalls): string | null {
  const buffer = told(TEXT_BYTES, 'nvmlSystemGetNVMLVersion', (text) => calls.nvmlVersion(text, text.length));
  return buffer === null ? null : textOf(buffer);
}

const deviceCount = (calls: NvmlCalls): number => must(4, 'nvmlDeviceGetCount', calls.count).readUInt32LE(0);

/** The handle of the GPU with this UUID, or null where there is none. */
export function handleOf(calls: NvmlCalls, uuid: string): Handle | null {
  const buffer = Buffer.alloc(8);
  const returned = calls.handleByUuid(uuid, buffer);
  if (returned === SUCCESS) return buffer.readBigUInt64LE(0);
  if (returned === NOT_FOUND) return null;
  throw nvmlFault(returned, 'nvmlDeviceGetHandleByUUID');
}

/** What every GPU of the machine is, in the driver's order. */
export function describeDevices(calls: NvmlCalls): GpuDescription[] {
  const driver = textOf(must(TEXT_BYTES, 'nvmlSystemGetDriverVersion', (text) => calls.driverVersion(text, text.length)));
  const cuda = cudaVersion(numberOf(told(4, 'nvmlSystemGetCudaDriverVersion', calls.cudaVersion)));
  return Array.from({ length: deviceCount(calls) }, (_, index) => {
    const handle = must(8, 'nvmlDeviceGetHandleByIndex', (buffer) => calls.handleByIndex(index, buffer)).readBigUInt64LE(0);
    return { index, driver, cuda, scripted: isScripted(driver), ...describeDevice(calls, handle) };
  });
}

function describeDevice(calls: NvmlCalls, handle: Handle): Omit<GpuDescription, 'index' | 'driver' | 'cuda' | 'scripted'> {
  const pending = Buffer.alloc(4);
  const kind = (name: string, call: NvmlCalls['clock'], clock: number) => numberOf(told(4, name, (buffer) => call(handle, clock, buffer)));
  return {
    uuid: textOf(must(TEXT_BYTES, 'nvmlDeviceGetUUID', (text) => calls.uuid(handle, text, text.length))),
    name: textOf(must(TEXT_BYTES, 'nvmlDeviceGetName', (text) => calls.name(handle, text, text.length))),
    // nvmlMemory_t: total, free, used.
    memoryBytes: Number(must(24, 'nvmlDeviceGetMemoryInfo', (buffer) => calls.memory(handle, buffer)).readBigUInt64LE(0)),
    powerLimitWatts: wattsOf(told(4, 'nvmlDeviceGetPowerManagementLimit', (buffer) => calls.powerLimit(handle, buffer))),
    defaultPowerLimitWatts: wattsOf(
      told(4, 'nvmlDeviceGetPowerManagementDefaultLimit', (buffer) => calls.defaultPowerLimit(handle, buffer)),
    ),
    mig: switchOf(told(4, 'nvmlDeviceGetMigMode', (buffer) => calls.migMode(handle, buffer, pending))) ?? false,
    ecc: switchOf(told(4, 'nvmlDeviceGetEccMode', (buffer) => calls.eccMode(handle, buffer, pending))),
    persistence: switchOf(told(4, 'nvmlDeviceGetPersistenceMode', (buffer) => calls.persistenceMode(handle, buffer))),
    maximumSmClockMhz: kind('nvmlDeviceGetMaxClockInfo', calls.maximumClock, SM_CLOCK),
    maximumMemoryClockMhz: kind('nvmlDeviceGetMaxClockInfo', calls.maximumClock, MEMORY_CLOCK),
    applicationSmClockMhz: kind('nvmlDeviceGetApplicationsClock', calls.applicationClock, SM_CLOCK),
    defaultApplicationSmClockMhz: kind('nvmlDeviceGetDefaultApplicationsClock', calls.defaultApplicationClock, SM_CLOCK),
  };
}

/** CUDA's version number, 1000 x major + 10 x minor, as people write it. */
const cudaVersion = (number: number | null): string | null =>
  number === null ? null : `${Math.floor(number / 1000)}.${Math.floor((number % 1000) / 10)}`;
