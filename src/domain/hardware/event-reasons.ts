import type { ClockEventReason } from '../evidence.ts';

/** The reasons that NVML knows for a GPU's clocks, in the order of the bits of nvmlClocksEventReasons from the lowest. */
export const CLOCK_EVENT_REASONS: readonly ClockEventReason[] = [
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
export const eventReasonsOf = (mask: bigint): ClockEventReason[] =>
  CLOCK_EVENT_REASONS.filter((_, position) => ((mask >> BigInt(position)) & 1n) === 1n);
