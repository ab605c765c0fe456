import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { Clock, Meter, Reading } from '../ports/meter.ts';

/** Power that the estimate gives one busy logical core, in watts, where the operator names none. */
const DEFAULT_WATTS_PER_BUSY_CORE = 10;

/** Linux counts CPU time for user space in 1/100 s (USER_HZ) on every architecture that Node.js runs on. */
const TICKS_PER_SECOND = 100;

/** Reads the CPU time that a process has used so far, in ticks of 1/100 s. */
export type CpuTicks = (pid: number) => number;

/**
 * Estimates CPU energy from the CPU time of one process (its threads and ended children included), read from outside
 * of it: energy = CPU time x watts per busy core. An estimate, never a measurement: no sensor takes part, idle power
 * and memory are left out, and the watts are an assumption that the record states.
 */
export function cpuEstimateMeter(options: { pid: number; clock: Clock; wattsPerBusyCore?: number; cpuTicks?: CpuTicks }): Meter {
  const watts = options.wattsPerBusyCore ?? DEFAULT_WATTS_PER_BUSY_CORE;
  const cpuTicks = options.cpuTicks ?? cpuTicksOfThisPlatform();
  return {
    description: {
      id: 'cpu-estimate',
      scope: 'cpu',
      quality: 'estimated',
      joulesPerCount: watts / TICKS_PER_SECOND,
      device: "CPU time of the backend's process",
      updatePeriodSeconds: 1 / TICKS_PER_SECOND,
      assumption: `${watts} W per busy logical core; idle power and memory left out`,
    },
    async open() {
      cpuTicks(options.pid);
    },
    async read(): Promise<Reading> {
      const count = cpuTicks(options.pid);
      return { seconds: options.clock(), count };
    },
    async close() {},
  };
}

function cpuTicksOfThisPlatform(): CpuTicks {
  if (process.platform === 'linux') return linuxCpuTicks;
  if (process.platform === 'darwin') return macCpuTicks;
  throw operatorFault(`There is no CPU energy estimate for ${process.platform}.`, {
    code: 'meter-platform',
    mend: 'Run on Linux or macOS.',
  });
}

const linuxCpuTicks: CpuTicks = (pid) => ticksFromStat(readOrFault(pid, () => readFileSync(`/proc/${pid}/stat`, 'utf8')));

const macCpuTicks: CpuTicks = (pid) =>
  ticksFromPs(readOrFault(pid, () => execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })));

function readOrFault(pid: number, read: () => string): string {
  try {
    return read();
  } catch (error) {
    throw operatorFault(`The CPU time of process ${pid} cannot be read: ${messageOf(error)}.`, {
      code: 'meter-lost-process',
      mend: "The backend has ended; the bundle's log.txt tells why.",
      cause: error,
    });
  }
}

/**
 * CPU time in ticks from the text of /proc/<pid>/stat: utime + stime + cutime + cstime (fields 14 to 17).
 * The second field, the command in parentheses, may itself hold spaces and parentheses.
 */
export function ticksFromStat(text: string): number {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  if (ticks.length !== 4 || !ticks.every(Number.isSafeInteger)) {
    throw operatorFault('The CPU time of the backend cannot be read from /proc.', { code: 'meter-unreadable' });
  }
  return ticks.reduce((total, value) => total + value, 0);
}

/** CPU time in ticks from what `ps -o time=` prints on macOS: [hours:]minutes:seconds.hundredths. */
export function ticksFromPs(text: string): number {
  const match = text.trim().match(/^(?:(\d+):)?(\d+):(\d{2})\.(\d{2})$/);
  if (match === null) throw operatorFault('The CPU time of the backend cannot be read from ps.', { code: 'meter-unreadable' });
  const [hours, minutes, seconds, hundredths] = match.slice(1).map((part) => Number(part ?? 0));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * TICKS_PER_SECOND + (hundredths ?? 0);
}
