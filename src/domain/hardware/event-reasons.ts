import type { ClockEventReason } from '../evidence.ts';

/** NVML's bits of nvmlClocksEventReasons, in their order from the lowest. */
const BITS: readonly ClockEventReason[] = [
  'gpu-idle',
  'applications-clocks-setting',
  'sw-power-cap',
  'hw-slowdown',
  'sync-boost',
  'sw-thermal-slowdown',
  'hw-thermal-slowdown',
  'hw-power-brake-slowdown',
  'display-clock-setting',
];

/** The reasons that a mask of NVML's names; bits that NVML does not define are left out. */
export const eventReasonsOf = (mask: bigint): ClockEventReason[] => BITS.filter((_, position) => ((mask >> BigInt(position)) & 1n) === 1n);
