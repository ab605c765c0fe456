import { randomUUID } from 'node:crypto';
import { countIn, type Fields, fieldsOf, listIn, versionIn } from '../answers.ts';
import type { Asking, Prompt, Server } from '../server.ts';
import { completion, completionReader, servedModels } from './openai-wire.ts';

/**
 * vLLM 0.10.2 or later: it lists the ids of all tokens, and shows the tokens of a chat. Each query has a salt of its own,
 * so that nothing of it is taken from the cache of earlier prompts.
 */
export const VLLM: Server = {
  name: 'vllm',
  health: { below: 'root', path: '/health' },
  async identify(asking) {
    const { http, signal } = asking;
    const models = await servedModels(asking);
    const { version } = fieldsOf(await http.json({ place: { below: 'root', path: '/version' }, signal }));
    return { version: versionIn(version), models, parameters: null };
  },
  async inputTokens(asking, prompt) {
    const answer = await tokenized(asking, prompt);
    return listIn(answer.tokens)?.length ?? countIn(answer.count);
  },
  rendered: async (asking, prompt) => JSON.stringify(listIn((await tokenized(asking, prompt)).tokens)),
  prepared: async (_, prompt) => prompt,
  query: (model, prompt, wanted) =>
    completion(model, prompt, wanted, {
      top_k: 1,
      return_token_ids: true,
      cache_salt: randomUUID(),
      ...(wanted.exactly ? { ignore_eos: true, min_tokens: wanted.count } : {}),
    }),
  reader: () => completionReader('token ids'),
};

async function tokenized({ http, model, signal }: Asking, prompt: Prompt): Promise<Fields> {
  const body =
    prompt.kind === 'text'
      ? { model, prompt: prompt.text, add_special_tokens: true }
      : {
          model,
          messages: [{ role: 'user', content: prompt.text }],
          add_generation_prompt: true,
          add_special_tokens: false,
          chat_template_kwargs: {
            ...prompt.thinking.templateVariables,
            ...(prompt.thinking.effort === null ? {} : { reasoning_effort: prompt.thinking.effort }),
          },
        };
  return fieldsOf(await http.json({ place: { below: 'root', path: '/tokenize' }, body, signal }));
}
