import type { Row } from '../../../domain/rows.ts';
import type { LoadedModel, LoadRequest } from '../query.ts';
import { longestInput } from './longest-input.ts';

/** The one or two texts that the columns of a row make. */
type Texts = [text: string] | [text: string, pair: string];

/** How the rows of a text task become tokens. */
export type Tokenizing = Pick<LoadedModel, 'maximumInputTokens' | 'inspect' | 'prepare'>;

/**
 * Loads the tokenizer: one column becomes the tokens of a text, two become a pair in one sequence. What is too long is
 * cut off at the end.
 * @param prefixes written before each column; the columns then make one text
 * @throws Fault of the input, code context-too-short
 */
export async function tokenizing(request: LoadRequest, prefixes: readonly string[] | null = null): Promise<Tokenizing> {
  const { library, plan, processorFolder, config } = request;
  const tokenizer = await library.AutoTokenizer.from_pretrained(processorFolder, { local_files_only: true });
  const maximum = longestInput(config, plan.generation.newTokens ?? 0);
  const tokensOf = (row: Row, bound: { truncation: true; max_length: number } | { truncation: false }) => {
    const [text, pair] = textsOf(row, plan.dataset.columns, prefixes);
    return tokenizer(text, { ...(pair === undefined ? {} : { text_pair: pair }), ...bound });
  };
  return {
    maximumInputTokens: maximum,
    inspect: async (row) => (tokensOf(row, { truncation: false }).input_ids.size > maximum ? 'cut' : 'whole'),
    prepare: async (row) => {
      const inputs = tokensOf(row, { truncation: true, max_length: maximum });
      return { inputs: { ...inputs }, inputTokens: inputs.input_ids.size };
    },
  };
}

function textsOf(row: Row, columns: readonly string[], prefixes: readonly string[] | null): Texts {
  const cells = columns.map((column) => row[column] ?? '');
  if (prefixes !== null) return [cells.map((cell, index) => `${prefixes[index] ?? ''}${cell}`).join('')];
  const [text = '', pair] = cells;
  return pair === undefined ? [text] : [text, pair];
}
