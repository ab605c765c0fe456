import { boardId, boardOf } from '../domain/identifiers.ts';
import { starsOf } from '../domain/rating.ts';
import type { Interval } from '../domain/stopping.ts';
import type { Snapshot } from '../ports/results-store.ts';
import type { StarsStableOn } from './benchmark.ts';
import { readBoard } from './report.ts';

export type StabilityRequest = {
  /** The results repository's files, read when the first runs are done. */
  snapshot(): Promise<Snapshot>;
  /** Fewest different models on a board, the own one included, before it has stars. */
  minimumModels: number;
};

/** Tells, for runs that end by themselves, whether a model's stars stay over an interval of its energy, the others fixed. */
export function starsStability({ snapshot, minimumModels }: StabilityRequest): StarsStableOn {
  return async ({ plan, hardware, score, meters }) => {
    const board = await readBoard(await snapshot(), boardId(boardOf({ plan, hardware, score, meters })));
    const others = (board?.rows ?? []).filter(
      ({ rank, model, variant }) => rank !== null && !(model === plan.model.id && variant === plan.variant),
    );
    const models = new Set([...others.map(({ model }) => model), plan.model.id]).size;
    return models < minimumModels ? null : starsStay(others.map(({ whPer1000Queries }) => whPer1000Queries));
  };
}

/** Stars only fall as energy rises, so that they stay over an interval when its two ends have the same. */
export const starsStay =
  (others: readonly number[]) =>
  ({ low, high }: Interval): boolean =>
    starsOf([low, ...others])[0] === starsOf([high, ...others])[0];
