import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { Clock, Meter, Reading } from '../ports/meter.ts';

/** Where Linux shows the energy counters of Intel and AMD processors. */
export const POWERCAP_FOLDER = '/sys/class/powercap';

const MICROJOULE = 1e-6;

/** No processor package draws more: a counter that falls and would mean more power was reset, it did not wrap around. */
const MOST_WATTS = 5_000;

type Zone = { folder: string; name: string };

/**
 * The RAPL meters of this machine: one per processor package (scope cpu) and one per memory zone (scope ram).
 * Counters wrap around at max_energy_range_uj; each read unwraps, so a meter has to be read at least once per wrap
 * (minutes at full power; the trace reads ten times a second).
 * Since 2020 most kernels let only root read them: without the right to read there are no meters.
 * @returns no meters where the machine has none or does not let us read them
 * @see https://docs.kernel.org/power/powercap/powercap.html
 */
export function raplMeters(clock: Clock, folder: string = POWERCAP_FOLDER): Meter[] {
  const found = zonesOf(folder);
  const zones = found.filter((zone) => readable(join(zone.folder, 'energy_uj')));
  refuseHalf(found.filter(isPackage), zones);
  return zones.flatMap((zone) => {
    const number = zone.folder.match(/intel-rapl:(\d+)/)?.[1];
    if (number === undefined) return [];
    if (isPackage(zone)) return [raplMeter(zone, `rapl:${number}`, 'cpu', clock)];
    if (zone.name === 'dram') return [raplMeter(zone, `rapl-dram:${number}`, 'ram', clock)];
    return [];
  });
}

const isPackage = ({ name }: Zone): boolean => /^package-\d+$/.test(name);

/** A machine of which only some packages can be read would look more frugal than it is. */
function refuseHalf(packages: readonly Zone[], zones: readonly Zone[]): void {
  const missing = packages.filter((zone) => !zones.includes(zone));
  if (missing.length === 0 || missing.length === packages.length) return;
  throw operatorFault(`The energy counters of ${missing.map(({ name }) => name).join(', ')} cannot be read, others can.`, {
    code: 'meter-partial',
    mend: 'Let this user read every energy_uj, or leave RAPL out with --meter cpu-estimate.',
  });
}

function zonesOf(folder: string): Zone[] {
  return entriesOf(folder)
    .filter((entry) => /^intel-rapl(?::\d+){1,2}$/.test(entry))
    .sort()
    .flatMap((entry) => {
      const name = textOf(join(folder, entry, 'name'));
      return name === null ? [] : [{ folder: join(folder, entry), name: name.trim() }];
    });
}

function raplMeter(zone: Zone, id: string, scope: 'cpu' | 'ram', clock: Clock): Meter {
  const counterFile = join(zone.folder, 'energy_uj');
  let range = 0;
  let last: number | null = null;
  let lastSeconds = 0;
  let total = 0;
  let updatePeriodSeconds: number | null = null;
  return {
    get description() {
      return {
        id,
        scope,
        quality: 'counter' as const,
        joulesPerCount: MICROJOULE,
        device: `RAPL ${zone.name}`,
        updatePeriodSeconds,
        assumption: null,
      };
    },
    async open() {
      range = countIn(join(zone.folder, 'max_energy_range_uj'));
      updatePeriodSeconds = updatePeriod(() => countIn(counterFile), clock);
      last = countIn(counterFile);
      lastSeconds = clock();
      total = 0;
    },
    async read(): Promise<Reading> {
      if (last === null) throw operatorFault(`The meter ${id} was read before it was opened.`, { code: 'meter-not-open' });
      const count = countIn(counterFile);
      const seconds = clock();
      const counted = count >= last ? count - last : range - last + count;
      if (count < last && counted * MICROJOULE > MOST_WATTS * (seconds - lastSeconds)) {
        throw operatorFault(`The energy counter ${counterFile} was reset.`, {
          code: 'counter-reset',
          mend: 'Measure again; suspend and driver reloads reset it.',
        });
      }
      total += counted;
      last = count;
      lastSeconds = seconds;
      return { seconds, count: total };
    },
    async close() {
      last = null;
    },
  };
}

/** Longest time spent on measuring a counter's update period, in seconds. */
const PERIOD_SEARCH_SECONDS = 0.05;

/** The longest time between two changes of a counter within a short look at it, in seconds; null when it changed less than twice. */
function updatePeriod(read: () => number, clock: Clock): number | null {
  const start = clock();
  let count = read();
  let changedAt: number | null = null;
  let longest: number | null = null;
  while (clock() - start < PERIOD_SEARCH_SECONDS) {
    const next = read();
    if (next === count) continue;
    const now = clock();
    if (changedAt !== null) longest = Math.max(longest ?? 0, now - changedAt);
    changedAt = now;
    count = next;
  }
  return longest;
}

function countIn(file: string): number {
  const text = readOrFault(file).trim();
  if (!/^\d{1,15}$/.test(text)) {
    throw operatorFault(`The energy counter ${file} holds no number.`, {
      code: 'meter-unreadable',
      mend: 'Leave RAPL out with --meter cpu-estimate.',
    });
  }
  return Number(text);
}

function readOrFault(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw operatorFault(`The energy counter ${file} cannot be read: ${messageOf(error)}.`, {
      code: 'meter-unreadable',
      mend: 'Run as a user who may read it, or leave RAPL out with --meter cpu-estimate.',
      cause: error,
    });
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // No such folder: the machine has no powercap counters.
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const readable = (file: string): boolean => textOf(file) !== null;
