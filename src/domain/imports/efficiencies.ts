import { quoted } from '../submission/hostile-characters.ts';
import { type FieldReader, type Fields, fieldsOf } from './fields.ts';
import { isLoading, type PhaseCount, type ToldEfficiencies } from './told.ts';

/** What an efficiency counts, by phase; other phases count samples. Earlier releases count a prompt’s tokens in prefill. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  prefill: ['samples', 'tokens'],
  decode: ['tokens'],
  call: ['images', 'samples'],
};

/** How far a number that the report holds only as a quotient may be from whole, as a fraction. */
const ROUNDING = 1e-6;

/** What the configuration says one query makes; null where it does not tell. */
export type PerQuery = { readonly decodedTokens: number | null; readonly images: number | null };

/**
 * The counts that a report holds within its efficiencies: total energy times efficiency, in the efficiency’s own unit.
 * What cannot be counted, because a unit is not understood or does not fit its energy’s, is a problem in words.
 */
export function efficienciesOf(report: Fields, phases: readonly string[], perQuery: PerQuery, read: FieldReader): ToldEfficiencies {
  const counts: PhaseCount[] = [];
  const problems: string[] = [];
  for (const name of phases) {
    const phase = fieldsOf(Object.hasOwn(report, name) ? report[name] : null);
    if (phase === null || (phase.efficiency ?? null) === null) continue;
    const counted = countOf(name, phase, perQuery, read);
    if (typeof counted === 'string') problems.push(counted);
    else counts.push(counted);
  }
  return { counts, problems };
}

function countOf(name: string, phase: Fields, perQuery: PerQuery, read: FieldReader): PhaseCount | string {
  const efficiency = fieldsOf(phase.efficiency);
  const energy = fieldsOf(phase.energy);
  const value = read.number(efficiency, 'value', `${name}.efficiency`);
  const unit = read.text(efficiency, 'unit', `${name}.efficiency`, 40);
  const total = read.number(energy, 'total', `${name}.energy`);
  const energyUnit = read.text(energy, 'unit', `${name}.energy`, 40);
  const known = COUNTED[name] ?? ['samples'];
  const [counted, per] = (unit ?? '').split(/\/(.*)/s);
  if (value === null || unit === null) return `the efficiency of ${name} has no value and unit`;
  if (isLoading(name)) return `${name} has an efficiency, but answers no query`;
  if (counted === undefined || !known.includes(counted))
    return `the efficiency of ${name} is in ${quoted(unit)}, not in ${known.join(' or ')} per energy`;
  if (per !== energyUnit) return `the efficiency of ${name} is in ${quoted(unit)}, but its energy is in ${quoted(energyUnit ?? 'no unit')}`;
  if (!(value > 0)) return `the efficiency of ${name} is ${value}, not above zero: with num_samples below 1 the harness asks nothing`;
  if (total === null || !(total > 0)) return `${name} has an efficiency, but no total energy above zero`;
  const count = Math.round(value * total);
  if (!(count >= 1) || Math.abs(value * total - count) > ROUNDING * count)
    return `energy times efficiency of ${name} is ${value * total} ${counted}, which is no whole number`;
  return { phase: name, counted, count, perQuery: perQueryOf(name, counted, perQuery) };
}

function perQueryOf(name: string, counted: string, { decodedTokens, images }: PerQuery): number | null {
  if (counted === 'samples') return 1;
  if (counted === 'images') return images;
  return name === 'decode' ? decodedTokens : null;
}

/** Queries that a phase’s count implies; null where it is not told how much one query makes. */
export const impliedQueries = ({ count, perQuery }: PhaseCount): number | null => (perQuery === null ? null : Math.round(count / perQuery));

/** The numbers of queries that differ by less than one in a thousand: up to 1,000 queries, those that are equal. */
const agree = (one: number, other: number): boolean => Math.abs(one - other) * 1000 < Math.max(1, Math.min(one, other)) || one === other;

/** Phases whose count does not fit this number of queries, in words. */
export function disagreements(counts: readonly PhaseCount[], queries: number): string[] {
  return counts.flatMap((entry) => {
    const { phase, counted, count } = entry;
    const implied = impliedQueries(entry);
    if (implied !== null) return agree(implied, queries) ? [] : [`${phase} makes ${implied} queries, not ${queries}`];
    // A prompt has as many tokens as it has; what a query makes is the same for each.
    const each = count / queries;
    const fits = phase === 'prefill' ? each >= 1 : Math.round(each) >= 1 && agree(count, Math.round(each) * queries);
    return fits ? [] : [`${phase} has ${count} ${counted}, which ${queries} queries cannot have`];
  });
}
