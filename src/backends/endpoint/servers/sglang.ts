import { countIn, eventFields, fieldsOf, listIn, notCountable, versionIn } from '../answers.ts';
import { type AnswerReader, type Asking, NOTHING, type Server, type ServerIdentity } from '../server.ts';
import { completion, completionReader, servedModels } from './openai-wire.ts';

/** SGLang: plain text goes through its own interface, which lists the ids of all tokens; chats through OpenAI's. */
export const SGLANG: Server = {
  name: 'sglang',
  health: { below: 'root', path: '/health' },
  async identify(asking) {
    return { version: await versionOf(asking), models: await servedModels(asking), parameters: null } satisfies ServerIdentity;
  },
  async inputTokens({ http, model, signal }, prompt) {
    if (prompt.kind !== 'text') return null;
    const body = { model, prompt: prompt.text, add_special_tokens: true };
    const answer = fieldsOf(await http.json({ place: { below: 'root', path: '/tokenize' }, body, signal }));
    return listIn(answer.tokens)?.length ?? countIn(answer.count);
  },
  rendered: null,
  prepared: async (_, prompt) => prompt,
  query(model, prompt, wanted) {
    if (prompt.kind === 'chat') return completion(model, prompt, wanted, { top_k: 1, logprobs: true });
    const exact = wanted.exactly ? { ignore_eos: true, min_new_tokens: wanted.count } : {};
    return {
      place: { below: 'root', path: '/generate' },
      body: {
        text: prompt.text,
        stream: true,
        sampling_params: { max_new_tokens: wanted.count, temperature: 0, top_k: 1, skip_special_tokens: false, ...exact },
      },
    };
  },
  reader: (prompt) => (prompt.kind === 'chat' ? completionReader('log probabilities') : generateReader()),
};

async function versionOf({ http, signal }: Asking): Promise<string | null> {
  const told = async (path: string) => versionIn(fieldsOf(await http.json({ place: { below: 'root', path }, signal })).version);
  return told('/get_server_info').catch((error: unknown) => {
    signal.throwIfAborted();
    if (fieldsOf(error).code === 'endpoint-not-found') return null;
    throw error;
  });
}

/** Reads /generate: each event lists all ids so far or, where the server was started so, those that are new. */
function generateReader(): AnswerReader {
  let seen = 0;
  return (data) => {
    if (data === '[DONE]') return { ...NOTHING, whole: true };
    const event = eventFields(data);
    const meta = fieldsOf(event.meta_info);
    const output = countIn(meta.completion_tokens);
    const ids = listIn(event.output_ids);
    if (ids === null) throw notCountable('it does not list the ids of the tokens', 'Serve the model with SGLang 0.4.7 or later.');
    const before = seen;
    seen = ids.length === output ? ids.length : seen + ids.length;
    return {
      ...NOTHING,
      newTokens: seen - before,
      told: { input: countIn(meta.prompt_tokens), output },
      cachedTokens: countIn(meta.cached_tokens),
    };
  };
}
