import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { inputFault, messageOf } from '../../../domain/errors.ts';
import type { LoadedModel, LoadRequest, LoadTask } from '../query.ts';
import { takeReasoning, type Variables } from './chat-reasoning.ts';
import { greedily } from './greedy.ts';
import { longestInput } from './longest-input.ts';

/** File of a repository that holds its chat template, where tokenizer_config.json does not. */
const TEMPLATE_FILE = 'chat_template.jinja';

/**
 * A decoder thinks before it answers, or does not, as its chat template takes it: the prompt is rendered both ways and
 * has to differ.
 * @throws Fault of the input: chat-template-missing, chat-template-broken, reasoning-not-taken, context-too-short
 */
export const loadReasoning: LoadTask = async (request) => {
  const { library, plan, firstRow, config } = request;
  const [column = ''] = plan.dataset.columns;
  const tokenizer = await library.AutoTokenizer.from_pretrained(request.processorFolder, { local_files_only: true });
  const render = await rendering(request, tokenizer);
  const { variables, applied } = takeReasoning(plan.reasoning, (tried) => render(firstRow[column] ?? '', tried));
  const maximum = longestInput(config, plan.generation.newTokens ?? 0);
  const model = await library.AutoModelForCausalLM.from_pretrained(request.modelFolder, request.options);
  const prompts = promptsOf(tokenizer, (text) => render(text, variables), maximum);
  return {
    maximumInputTokens: maximum,
    reasoning: applied,
    inspect: async (row) => (prompts.fits(row[column] ?? '') ? 'whole' : 'cut'),
    prepare: async (row) => prompts.tokensOf(row[column] ?? ''),
    async forward({ inputs }) {
      await model(inputs);
    },
    generate: greedily(model, plan.generation),
  };
};

type Render = (text: string, variables: Variables) => string;

async function rendering({ processorFolder }: LoadRequest, tokenizer: PreTrainedTokenizer): Promise<Render> {
  const file = await readFile(join(processorFolder, TEMPLATE_FILE), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (file === null && !tokenizer.chat_template) {
    throw inputFault('The model has no chat template: a text cannot be put to it as a question.', {
      code: 'chat-template-missing',
      mend: `Submit a model with a chat_template in tokenizer_config.json or in ${TEMPLATE_FILE}.`,
    });
  }
  return (text, variables) => {
    const asked = {
      tokenize: false,
      add_generation_prompt: true,
      ...(file === null ? {} : { chat_template: file }),
      ...variables,
    } as const;
    try {
      return tokenizer.apply_chat_template([{ role: 'user', content: text }], asked);
    } catch (cause) {
      throw inputFault(`The model's chat template cannot be rendered: ${messageOf(cause)}`, {
        code: 'chat-template-broken',
        mend: 'Check that the template takes a conversation of one user message.',
        cause,
      });
    }
  };
}

type Prompts = { fits(text: string): boolean; tokensOf(text: string): Awaited<ReturnType<LoadedModel['prepare']>> };

/** The prompts around texts. Where one is too long, its text is cut at the end, never the template around it. */
function promptsOf(tokenizer: PreTrainedTokenizer, render: (text: string) => string, maximum: number): Prompts {
  const tokens = (text: string) => tokenizer(render(text), { add_special_tokens: false });
  return {
    fits: (text) => tokens(text).input_ids.size <= maximum,
    tokensOf(text) {
      let inputs = tokens(text);
      let kept = text;
      while (inputs.input_ids.size > maximum) {
        if (kept === '') {
          throw inputFault(`The chat template alone takes ${inputs.input_ids.size} tokens, where ${maximum} fit.`, {
            code: 'context-too-short',
            mend: 'Submit a model with a longer context for this task.',
          });
        }
        const ids = tokenizer.encode(kept, { add_special_tokens: false });
        const left = Math.max(0, ids.length - (inputs.input_ids.size - maximum));
        // Decoding may give back as many characters as there were: one at least has to go, or this would not end.
        kept = left === 0 ? '' : tokenizer.decode(ids.slice(0, left)).slice(0, kept.length - 1);
        inputs = tokens(kept);
      }
      return { inputs: { ...inputs }, inputTokens: inputs.input_ids.size };
    },
  };
}
