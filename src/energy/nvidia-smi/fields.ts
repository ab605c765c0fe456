import { operatorFault } from '../../domain/errors.ts';
import { eventReasonsOf } from '../../domain/hardware/event-reasons.ts';
import { isScripted } from '../../domain/hardware/scripted.ts';
import type { GpuDescription, GpuSample } from '../../ports/gpu.ts';

const MEBIBYTE = 2 ** 20;

/** What is asked for once: what a GPU is. */
export const DEVICE_FIELDS = [
  'uuid',
  'index',
  'name',
  'memory.total',
  'driver_version',
  'power.limit',
  'power.default_limit',
  'mig.mode.current',
  'ecc.mode.current',
  'persistence_mode',
  'clocks.max.sm',
  'clocks.max.memory',
  'clocks.applications.graphics',
  'clocks.default_applications.graphics',
] as const;

/** Fields whose names depend on the driver's age. */
export type FieldNames = {
  /** Instant power where the driver tells it, else the only power there is, a mean over up to a second. */
  power: 'power.draw.instant' | 'power.draw';
  eventReasons: 'clocks_event_reasons.active' | 'clocks_throttle_reasons.active';
};

/** Chooses field names from what `nvidia-smi --help-query-gpu` lists. */
export const fieldNames = (help: string): FieldNames => ({
  power: help.includes('"power.draw.instant"') ? 'power.draw.instant' : 'power.draw',
  eventReasons: help.includes('"clocks_event_reasons.active"') ? 'clocks_event_reasons.active' : 'clocks_throttle_reasons.active',
});

/** What is asked for ten times a second. */
export const sampleFields = (names: FieldNames): string[] => [
  'uuid',
  names.power,
  'temperature.gpu',
  'clocks.sm',
  'clocks.mem',
  'utilization.gpu',
  names.eventReasons,
];

/** One line of nvidia-smi's CSV as its cells; null for a line that is not whole. */
function cellsOf(line: string, count: number): string[] | null {
  const cells = line.split(',').map((cell) => cell.trim());
  return cells.length === count ? cells : null;
}

/** A cell's text, or null where the GPU does not have it. A lost GPU and an error are Faults, never a null. */
function told(cell: string | undefined): string | null {
  const text = cell ?? '';
  if (/^\[?(N\/A|Not Supported|Not Available)\]?$/i.test(text)) return null;
  if (/GPU is lost/i.test(text)) {
    throw operatorFault('nvidia-smi says that the GPU is lost.', {
      code: 'gpu-lost',
      mend: 'Look into the kernel log for Xid messages (dmesg), then reset the GPU or restart the machine.',
    });
  }
  if (text === '' || /error|ERR!|insufficient/i.test(text)) throw unreadable(text);
  return text;
}

function number(cell: string | undefined): number | null {
  const text = told(cell);
  if (text === null) return null;
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) throw unreadable(text);
  return Number(text);
}

const unreadable = (text: string) =>
  operatorFault(`nvidia-smi answers ${JSON.stringify(text.slice(0, 60))} where a value should be.`, {
    code: 'nvidia-smi-unreadable',
    mend: 'Run nvidia-smi by hand; update the NVIDIA driver, or measure with --meter nvml.',
  });

const isOn = (cell: string | undefined): boolean | null => {
  const text = told(cell);
  return text === null ? null : /^(Enabled|1)$/i.test(text);
};

/** GPUs from the lines that answer DEVICE_FIELDS. CUDA's version is told elsewhere. */
export function devicesFrom(output: string, cuda: string | null): GpuDescription[] {
  return linesOf(output).map((line) => {
    const cells = cellsOf(line, DEVICE_FIELDS.length);
    if (cells === null) throw unreadable(line);
    const cell = (name: (typeof DEVICE_FIELDS)[number]) => cells[DEVICE_FIELDS.indexOf(name)];
    const driver = told(cell('driver_version')) ?? '';
    return {
      uuid: told(cell('uuid')) ?? '',
      index: number(cell('index')) ?? 0,
      name: told(cell('name')) ?? '',
      memoryBytes: (number(cell('memory.total')) ?? 0) * MEBIBYTE,
      driver,
      cuda,
      powerLimitWatts: number(cell('power.limit')),
      defaultPowerLimitWatts: number(cell('power.default_limit')),
      mig: isOn(cell('mig.mode.current')) ?? false,
      ecc: isOn(cell('ecc.mode.current')),
      persistence: isOn(cell('persistence_mode')),
      maximumSmClockMhz: number(cell('clocks.max.sm')),
      maximumMemoryClockMhz: number(cell('clocks.max.memory')),
      applicationSmClockMhz: number(cell('clocks.applications.graphics')),
      defaultApplicationSmClockMhz: number(cell('clocks.default_applications.graphics')),
      scripted: isScripted(driver),
    };
  });
}

/** The sample in a line that answers sampleFields(); null for a line that is not whole. Processes are told elsewhere. */
export function sampleFrom(line: string, names: FieldNames): { uuid: string; sample: GpuSample } | null {
  const cells = cellsOf(line, sampleFields(names).length);
  if (cells === null) return null;
  const [uuid, power, temperature, smClock, memoryClock, utilization, reasons] = cells;
  const share = number(utilization);
  const mask = told(reasons);
  return {
    uuid: told(uuid) ?? '',
    sample: {
      powerWatts: number(power),
      temperatureCelsius: number(temperature),
      smClockMhz: number(smClock),
      memoryClockMhz: number(memoryClock),
      utilization: share === null ? null : share / 100,
      eventReasons: mask === null || !/^0x[0-9a-f]{1,16}$/i.test(mask) ? null : eventReasonsOf(BigInt(mask)),
      processes: null,
    },
  };
}

/** CUDA's version from `nvidia-smi --version`; null where it is not told. */
export const cudaFrom = (output: string): string | null => output.match(/CUDA Version\s*:\s*(\d+\.\d+)/i)?.[1] ?? null;

export const linesOf = (output: string): string[] => output.split(/\r?\n/).filter((line) => line.trim() !== '');
