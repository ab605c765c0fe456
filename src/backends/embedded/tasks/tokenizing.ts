import type { Row } from '../../../domain/rows.ts';
import type { LoadRequest, PreparedQuery } from '../query.ts';

/** Positions of a model whose configuration tells none. */
const UNKNOWN_POSITIONS = 512;

/** What configurations call the longest input. */
const POSITION_KEYS = ['max_position_embeddings', 'n_positions', 'n_ctx'];

/** Most input tokens that leave room for the new ones: the model's positions, 512 where unknown, minus the new tokens. */
function longestInput(config: Record<string, unknown>, newTokens: number): number {
  const positions = POSITION_KEYS.map((key) => config[key]).find((value) => typeof value === 'number' && value > 0);
  return Math.max(1, (typeof positions === 'number' ? positions : UNKNOWN_POSITIONS) - newTokens);
}

/** The one or two texts that the columns of a row make. */
type Texts = [text: string] | [text: string, pair: string];

/**
 * Loads the tokenizer and gives a function from a row to its tokens: one column alone, two as a pair in one sequence.
 * What is too long is cut off at the end.
 * @param prefixes written before each column; the columns then make one text
 */
export async function tokenizing(request: LoadRequest, prefixes: readonly string[] | null = null): Promise<(row: Row) => PreparedQuery> {
  const { library, plan, processorFolder, config } = request;
  const tokenizer = await library.AutoTokenizer.from_pretrained(processorFolder, { local_files_only: true });
  const max_length = longestInput(config, plan.generation.newTokens ?? 0);
  return (row) => {
    const [text, pair] = textsOf(row, plan.dataset.columns, prefixes);
    const inputs = tokenizer(text, { ...(pair === undefined ? {} : { text_pair: pair }), truncation: true, max_length });
    return { inputs: { ...inputs }, inputTokens: inputs.input_ids.size };
  };
}

function textsOf(row: Row, columns: readonly string[], prefixes: readonly string[] | null): Texts {
  const cells = columns.map((column) => row[column] ?? '');
  if (prefixes !== null) return [cells.map((cell, index) => `${prefixes[index] ?? ''}${cell}`).join('')];
  const [text = '', pair] = cells;
  return pair === undefined ? [text] : [text, pair];
}
