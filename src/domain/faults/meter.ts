import { type FaultText, family, OPERATOR } from './family.ts';

/** Meters and traces. */
export const METER_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Nothing is estimated in place of a measurement: energy that was not read is not told.', mend: OPERATOR },
    {
      'meter-missing': 'There is no meter for the energy',
      'meter-stalled': 'The meter has not moved for too long',
      'meter-stuck': 'The meter stood still during a phase',
      'meter-backwards': 'The meter ran backwards during a phase',
      'meter-stale': 'The meter has given no sample for too long',
      'meter-unreadable': 'The meter cannot be read',
      'meter-partial': 'Some of the processor’s counters can be read, and others not',
      'meter-platform': ['There is no estimate of CPU energy for this system', 'Run on Linux or macOS.'],
      'meter-lost-process': 'The process that is metered has ended',
      'counter-missing': 'The GPU has no energy counter',
      'counter-zero': 'The energy counter says zero',
      'counter-stuck': 'The energy counter has not moved for too long',
      'counter-reset': ['The energy counter was reset', 'Measure again; suspend and driver reloads reset it.'],
      'power-missing': 'The GPU tells no power',
      'trace-broken': 'The trace of the meters broke off',
      'trace-silent': 'The meters have not been read for too long',
      'hardware-unknown': 'The hardware could not be listed',
    },
  ),
];
