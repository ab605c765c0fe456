import { operatorFault } from '../domain/errors.ts';
import type { Clock, Meter } from '../ports/meter.ts';
import { cpuEstimateMeter } from './cpu-estimate.ts';
import { POWERCAP_FOLDER, raplMeters } from './rapl.ts';

/** Meters an operator can ask for. auto takes RAPL where it can be read, else the estimate. */
export const METER_CHOICES = ['auto', 'rapl', 'cpu-estimate'] as const;
export type MeterChoice = (typeof METER_CHOICES)[number];

export type MeterRequest = {
  choice: MeterChoice;
  /** The process that does the work: the estimate follows its CPU time. */
  pid: number;
  clock: Clock;
  wattsPerBusyCore?: number;
  powercapFolder?: string;
};

/**
 * The meters for one benchmark, not yet open.
 * @throws Fault of the operator, code meter-missing, when the meter asked for is not on this machine
 */
export function discoverMeters(request: MeterRequest): Meter[] {
  const { choice, pid, clock } = request;
  const rapl = choice === 'cpu-estimate' ? [] : raplMeters(clock, request.powercapFolder ?? POWERCAP_FOLDER);
  if (rapl.length > 0) return rapl;
  if (choice === 'rapl') {
    throw operatorFault('No RAPL energy counter can be read on this machine.', {
      code: 'meter-missing',
      mend: 'Run as a user who may read /sys/class/powercap/intel-rapl*/energy_uj, or pass --meter cpu-estimate.',
    });
  }
  const watts = request.wattsPerBusyCore === undefined ? {} : { wattsPerBusyCore: request.wattsPerBusyCore };
  return [cpuEstimateMeter({ pid, clock, ...watts })];
}
