import { countIn, eventFields, fieldsOf, listIn, modelsIn, notCountable, versionIn } from '../answers.ts';
import { type AnswerReader, type Asking, NOTHING, type Prompt, type Server } from '../server.ts';

/**
 * llama.cpp's server, through its own interface, which lists the ids of the tokens. A chat's template is filled in by
 * the server before the query is measured: the model gets the same tokens, and the prompt can be looked at.
 */
export const LLAMA_CPP: Server = {
  name: 'llama.cpp',
  health: { below: 'root', path: '/health' },
  async identify({ http, signal }) {
    const answer = await http.json({ place: { below: 'base', path: '/models' }, signal });
    const { build_info: build } = fieldsOf(await http.json({ place: { below: 'root', path: '/props' }, signal }));
    const [model] = listIn(fieldsOf(answer).data) ?? [];
    return { version: versionIn(build), models: modelsIn(answer), parameters: countIn(fieldsOf(fieldsOf(model).meta).n_params) };
  },
  async inputTokens(asking, prompt) {
    const { http, signal } = asking;
    const content = prompt.kind === 'text' ? prompt.text : await filledIn(asking, prompt);
    const body = { content, add_special: true, parse_special: true };
    const { tokens } = fieldsOf(await http.json({ place: { below: 'root', path: '/tokenize' }, body, signal }));
    return listIn(tokens)?.length ?? null;
  },
  rendered: filledIn,
  prepared: async (asking, prompt) => ({ kind: 'text', text: await filledIn(asking, prompt) }),
  query: (_, prompt, wanted) => ({
    place: { below: 'root', path: '/completion' },
    body: {
      prompt: prompt.text,
      n_predict: wanted.count,
      temperature: 0,
      top_k: 1,
      seed: 0,
      stream: true,
      return_tokens: true,
      cache_prompt: false,
      ignore_eos: wanted.exactly,
    },
  }),
  reader,
};

async function filledIn({ http, signal }: Asking, prompt: Prompt): Promise<string> {
  if (prompt.kind === 'text') return prompt.text;
  const { templateVariables, effort } = prompt.thinking;
  const body = {
    messages: [{ role: 'user', content: prompt.text }],
    chat_template_kwargs: templateVariables,
    ...(effort === null ? {} : { reasoning_effort: effort }),
  };
  const answer = fieldsOf(await http.json({ place: { below: 'root', path: '/apply-template' }, body, signal }));
  if (typeof answer.prompt === 'string') return answer.prompt;
  throw notCountable('/apply-template shows no prompt', 'Serve the model with a newer llama.cpp.');
}

/** Tokens that one unfinished character can hold back: UTF-8 has four bytes at most, the last of which ends it. */
const HELD_BACK = 3;

/**
 * Reads /completion. A token that ends in the middle of a character brings no event of its own: the server sends the
 * text once the character is whole, with the id of its last token alone. Those between are told by the server's running
 * count, and believed only where the text can hide them.
 */
function reader(): AnswerReader {
  let seen = 0;
  return (data) => {
    const event = eventFields(data);
    const ids = listIn(event.tokens);
    const output = countIn(event.tokens_predicted);
    if (ids === null || output === null)
      throw notCountable('it does not list the ids of the tokens', 'Serve the model with a newer llama.cpp.');
    const whole = event.stop === true;
    const missing = output - seen - ids.length;
    const mayHide = whole || (typeof event.content === 'string' && /[^\0-\x7f]/.test(event.content));
    const hidden = mayHide && missing > 0 && missing <= HELD_BACK ? missing : 0;
    seen += ids.length + hidden;
    return {
      ...NOTHING,
      newTokens: ids.length + hidden,
      told: { input: countIn(event.tokens_evaluated), output },
      cachedTokens: whole ? countIn(fieldsOf(event.timings).cache_n) : null,
      whole,
    };
  };
}
