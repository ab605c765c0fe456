/** A unit in which an energy reads well. */
export type EnergyUnit = { name: 'kWh' | 'Wh' | 'mWh' | 'µWh'; wattHours: number };

const UNITS: readonly EnergyUnit[] = [
  { name: 'kWh', wattHours: 1000 },
  { name: 'Wh', wattHours: 1 },
  { name: 'mWh', wattHours: 1e-3 },
  { name: 'µWh', wattHours: 1e-6 },
];

/**
 * The unit for some energies in Wh, chosen by the smallest that is not zero, so that a column has one unit. kWh only from 10 kWh: Wh
 * is what scores are quoted in.
 */
export function energyUnit(wattHours: readonly number[]): EnergyUnit {
  const sizes = wattHours.map(Math.abs).filter((size) => size > 0);
  const smallest = sizes.length === 0 ? 1 : Math.min(...sizes);
  const fits = UNITS.find((unit) => smallest >= (unit.name === 'kWh' ? 10_000 : unit.wattHours * 0.1));
  return fits ?? (UNITS.at(-1) as EnergyUnit);
}

/** An energy in Wh as a number of the unit, without its name. */
export const inUnit = (wattHours: number, unit: EnergyUnit, digits = 4): string => significant(wattHours / unit.wattHours, digits);

/** An energy in Wh with its unit, as in 12.35 Wh or 3.210 mWh. */
export function energy(wattHours: number, digits = 4): string {
  const unit = energyUnit([wattHours]);
  return `${inUnit(wattHours, unit, digits)} ${unit.name}`;
}

/** A number with so many significant digits, never in exponents, thousands parted by commas: the same in every locale. */
export function significant(value: number, digits = 3): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const decimals = Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(rounded))), 0), 20);
  return grouped(rounded.toFixed(decimals));
}

/** A whole number, thousands parted by commas. */
export const whole = (value: number): string => grouped(Math.round(value).toFixed(0));

/** A rank, as in 1st, 22nd, 1,013th. */
export function ordinal(rank: number): string {
  const tens = rank % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${whole(rank)}${ending}`;
}

function grouped(digits: string): string {
  const [units = '', decimals] = digits.split('.');
  if (units.length <= 3) return digits;
  const parted = units.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? parted : `${parted}.${decimals}`;
}

/** A fraction as percent, as in 83 %; never 100 % or 0 % for what is only nearly so. */
export function percent(fraction: number): string {
  const value = fraction * 100;
  if (value > 99 && value < 100) return value >= 99.9 ? '> 99.9 %' : `${value.toFixed(1)} %`;
  if (value > 0 && value < 1) return value < 0.1 ? '< 0.1 %' : `${value.toFixed(1)} %`;
  return `${value.toFixed(0)} %`;
}

/** A ratio, as in 1.31 times. */
export const times = (factor: number): string => `${factor >= 100 ? whole(factor) : significant(factor)} times`;

/** A time in seconds for people, as in 850 ms, 12.3 s, 2 min 5 s, 3 h 10 min. */
export function duration(seconds: number): string {
  if (seconds < 1) return `${(seconds * 1000).toFixed(0)} ms`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const total = Math.round(seconds);
  if (total < 3600) return `${Math.floor(total / 60)} min ${total % 60} s`;
  const minutes = Math.round(total / 60);
  return `${whole(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in powers of a thousand, as in 1.23 MB. */
export function bytes(count: number): string {
  let left = count;
  let step = 0;
  while (left >= 999.5 && step < SIZES.length - 1) {
    left /= 1000;
    step += 1;
  }
  return step === 0 ? `${whole(left)} bytes` : `${significant(left)} ${SIZES[step]}`;
}

const COUNTS = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A count of parameters, as in 135 million. */
export function parameterCount(count: number): string {
  const unit = COUNTS.find(([size]) => count >= size * 0.9995);
  return unit === undefined ? whole(count) : `${significant(count / unit[0])} ${unit[1]}`;
}
