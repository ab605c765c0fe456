import { countIn, eventFields, fieldsOf, listIn, versionIn } from '../answers.ts';
import { type AnswerEvent, NOTHING, type Server } from '../server.ts';
import { completion, completionReader } from './openai-wire.ts';

/**
 * Hugging Face's text-generation-inference: plain text goes through its own interface, which sends each token with its
 * id. It cannot be told to go on after the model's end token, so that an answer which ends early is a fault.
 */
export const TGI: Server = {
  name: 'text-generation-inference',
  health: { below: 'root', path: '/health' },
  async identify({ http, signal }) {
    const info = fieldsOf(await http.json({ place: { below: 'root', path: '/info' }, signal }));
    return { version: versionIn(info.version), models: typeof info.model_id === 'string' ? [info.model_id] : [], parameters: null };
  },
  async inputTokens({ http, signal }, prompt) {
    if (prompt.kind !== 'text') return null;
    return listIn(await http.json({ place: { below: 'root', path: '/tokenize' }, body: { inputs: prompt.text }, signal }))?.length ?? null;
  },
  rendered: null,
  prepared: async (_, prompt) => prompt,
  query(model, prompt, wanted) {
    if (prompt.kind === 'chat') return completion(model, prompt, wanted, { logprobs: true });
    return {
      place: { below: 'root', path: '/generate_stream' },
      body: { inputs: prompt.text, parameters: { max_new_tokens: wanted.count, do_sample: false, details: true, truncate: null } },
    };
  },
  reader: (prompt) => (prompt.kind === 'chat' ? completionReader('log probabilities') : readToken),
};

/** Reads one event of /generate_stream: a token, and with the last one the counts. */
function readToken(data: string): AnswerEvent {
  const event = eventFields(data);
  const details = fieldsOf(event.details);
  const last = event.details !== undefined && event.details !== null;
  return {
    ...NOTHING,
    newTokens: Number.isSafeInteger(fieldsOf(event.token).id) ? 1 : 0,
    told: last ? { input: countIn(details.input_length), output: countIn(details.generated_tokens) } : null,
    whole: last,
  };
}
