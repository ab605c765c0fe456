import { type IndependentComparison, independentComparison } from '../../src/domain/comparison.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { SYSTEMATIC_FRACTION } from '../../src/domain/rating.ts';
import type { Row } from './rows.ts';

/** What is known of a row's runs: their energies, and which sensors read them. */
export type Measured = { row: Row; runs: readonly number[]; sensors: string };

/** A row with the runs of its record; without a record the one published figure stands for a single run. */
export function measuredOf(row: Row, record: Result | null): Measured {
  const energy = record?.energy.find(({ scope }) => scope === record.score.scope);
  if (record === null || energy === undefined) return { row, runs: [row.wh], sensors: '' };
  const gpus = record.hardware.gpus.filter(({ metered }) => metered).map(({ uuidSha256 }) => uuidSha256);
  return { row, runs: energy.runs, sensors: gpus.length === 0 ? '' : gpus.sort().join(' ') };
}

/** Two rows, each measured by itself. */
export type Pair = { own: Measured; base: Measured; sameSensors: boolean; comparison: IndependentComparison };

/** Every pair of rows, the one that uses less first. */
export function pairsOf(measured: readonly Measured[]): Pair[] {
  const sorted = [...measured].sort((a, b) => a.row.wh - b.row.wh);
  return sorted.flatMap((own, index) =>
    sorted.slice(index + 1).map((base) => {
      const sameSensors = own.sensors !== '' && own.sensors === base.sensors;
      return { own, base, sameSensors, comparison: independentComparison(own.runs, base.runs, sameSensors ? 0 : SYSTEMATIC_FRACTION) };
    }),
  );
}
