import type { GpuAtRest, GpuFacts } from '../../src/domain/hardware/gpu-facts.ts';

/** An H100 SXM as it should be. */
export const H100: GpuFacts = {
  uuid: 'GPU-5ce9e000-0000-4000-8000-000000000000',
  index: 0,
  name: 'NVIDIA H100 80GB HBM3',
  memoryBytes: 81559 * 2 ** 20,
  driver: '580.65.06',
  cuda: '13.0',
  powerLimitWatts: 700,
  defaultPowerLimitWatts: 700,
  mig: false,
  ecc: true,
  persistence: true,
  maximumSmClockMhz: 1980,
  maximumMemoryClockMhz: 2619,
  applicationSmClockMhz: 1980,
  defaultApplicationSmClockMhz: 1980,
  scripted: false,
};

/** A GPU that nobody uses. */
export const AT_REST: GpuAtRest = {
  idleWatts: 71.6,
  temperatureCelsius: 31,
  utilization: 0,
  eventReasons: ['gpu-idle'],
  processes: 0,
  processesNote: null,
};
