import type { Row } from '../../../domain/rows.ts';
import type { LoadRequest, PreparedQuery } from '../query.ts';

/** Positions of a model whose configuration tells none. */
const UNKNOWN_POSITIONS = 512;

/** What configurations call the longest input. */
const POSITION_KEYS = ['max_position_embeddings', 'n_positions', 'n_ctx'];

/** Most input tokens that leave room for the new ones: the model's positions, 512 where unknown, minus the new tokens. */
export function longestInput(config: Record<string, unknown>, newTokens: number): number {
  const positions = POSITION_KEYS.map((key) => config[key]).find((value) => typeof value === 'number' && value > 0);
  return Math.max(1, (typeof positions === 'number' ? positions : UNKNOWN_POSITIONS) - newTokens);
}

/**
 * Loads the tokenizer and gives a function from a row to its tokens: one column alone, two as a pair in one sequence.
 * What is too long is cut off at the end.
 * @param prefix written before the first column
 */
export async function tokenizing(request: LoadRequest, prefix = ''): Promise<(row: Row) => PreparedQuery> {
  const { library, plan, processorFolder, config } = request;
  const tokenizer = await library.AutoTokenizer.from_pretrained(processorFolder, { local_files_only: true });
  const [first = '', second] = plan.dataset.columns;
  const max_length = longestInput(config, plan.generation.newTokens ?? 0);
  return (row) => {
    const pair = second === undefined ? {} : { text_pair: row[second] ?? '' };
    const inputs = tokenizer(`${prefix}${row[first] ?? ''}`, { ...pair, truncation: true, max_length });
    return { inputs: { ...inputs }, inputTokens: inputs.input_ids.size };
  };
}
