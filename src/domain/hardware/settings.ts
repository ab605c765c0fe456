import type { GpuFacts } from './gpu-facts.ts';

/** What differs between a GPU before the first run and after the last: one phrase for each setting; empty when all is as it was. */
export function changedSettings(before: GpuFacts, after: GpuFacts): string[] {
  const watts = (value: number | null) => (value === null ? 'unknown' : `${value} W`);
  const clock = (value: number | null) => (value === null ? 'unknown' : `${value} MHz`);
  const onOff = (value: boolean | null) => (value === null ? 'unknown' : value ? 'on' : 'off');
  const compared: readonly (readonly [name: string, before: string, after: string])[] = [
    ['the driver', before.driver, after.driver],
    ['the power limit', watts(before.powerLimitWatts), watts(after.powerLimitWatts)],
    ['the application clock', clock(before.applicationSmClockMhz), clock(after.applicationSmClockMhz)],
    ['MIG', onOff(before.mig), onOff(after.mig)],
    ['ECC', onOff(before.ecc), onOff(after.ecc)],
    ['persistence mode', onOff(before.persistence), onOff(after.persistence)],
  ];
  return compared.filter(([, was, is]) => was !== is).map(([name, was, is]) => `${name} changed from ${was} to ${is}`);
}
