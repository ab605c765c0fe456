import { inputFault } from '../../../domain/errors.ts';

/** Positions of a model whose configuration tells none. */
const UNKNOWN_POSITIONS = 512;

/** What configurations call the longest input. */
const POSITION_KEYS = ['max_position_embeddings', 'n_positions', 'n_ctx'];

type Config = Record<string, unknown>;

/**
 * Most input tokens that leave room for the new ones: the model's positions, 512 where unknown, minus the new tokens.
 * @throws Fault of the input, code context-too-short: a model that has no room for the new tokens at all
 */
export function longestInput(config: Config, newTokens: number): number {
  const positions = positionsOf(config) ?? positionsOf(config.text_config);
  // Nothing can be said against a model that tells no positions, so the input alone is bounded.
  if (positions === null) return newTokens < UNKNOWN_POSITIONS ? UNKNOWN_POSITIONS - newTokens : UNKNOWN_POSITIONS;
  if (positions > newTokens) return positions - newTokens;
  throw inputFault(`The model has ${positions} positions, and a query may take ${newTokens} new tokens: no room is left for its text.`, {
    code: 'context-too-short',
    mend: 'Submit a model with a longer context for this task.',
  });
}

function positionsOf(config: unknown): number | null {
  if (typeof config !== 'object' || config === null) return null;
  const positions = POSITION_KEYS.map((key) => (config as Config)[key]).find((value) => typeof value === 'number' && value > 0);
  return typeof positions === 'number' ? positions : null;
}
