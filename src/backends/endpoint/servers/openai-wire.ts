import { countIn, eventFields, type Fields, fieldsOf, listIn, modelsIn, notCountable } from '../answers.ts';
import type { Call } from '../http-client.ts';
import { type AnswerEvent, type AnswerReader, type Asking, NOTHING, type Prompt, type Wanted } from '../server.ts';

/** Which field of an answer lists its tokens one by one. */
export type CountedBy = 'token ids' | 'log probabilities';

/** Names of the models at /models. */
export async function servedModels({ http, signal }: Asking): Promise<string[]> {
  return modelsIn(await http.json({ place: { below: 'base', path: '/models' }, signal }));
}

/** The request for one streamed completion: greedy, one answer, with the server's own counts at the end. */
export function completion(model: string, prompt: Prompt, wanted: Wanted, extra: Fields): Pick<Call, 'place' | 'body'> {
  const common = {
    model,
    max_tokens: wanted.count,
    temperature: 0,
    seed: 0,
    n: 1,
    stream: true,
    stream_options: { include_usage: true },
    ...extra,
  };
  if (prompt.kind === 'text') return { place: { below: 'base', path: '/completions' }, body: { ...common, prompt: prompt.text } };
  const { templateVariables, effort } = prompt.thinking;
  return {
    place: { below: 'base', path: '/chat/completions' },
    body: {
      ...common,
      messages: [{ role: 'user', content: prompt.text }],
      ...(Object.keys(templateVariables).length === 0 ? {} : { chat_template_kwargs: templateVariables }),
      ...(effort === null ? {} : { reasoning_effort: effort }),
    },
  };
}

/** Reads the events of /completions and /chat/completions. */
export function completionReader(countedBy: CountedBy): AnswerReader {
  return (data) => {
    if (data === '[DONE]') return { ...NOTHING, whole: true };
    const event = eventFields(data);
    const choice = fieldsOf(listIn(event.choices)?.[0]);
    const input = listIn(choice.prompt_token_ids) ?? listIn(event.prompt_token_ids);
    return {
      ...NOTHING,
      newTokens: newTokensOf(choice, countedBy),
      listedInputTokens: input?.length ?? null,
      ...toldIn(event),
    };
  };
}

function newTokensOf(choice: Fields, countedBy: CountedBy): number {
  if (countedBy === 'token ids') {
    const ids = listIn(choice.token_ids);
    if (ids === null && hasText(choice)) {
      throw notCountable(
        'it does not list the ids of the tokens',
        'Serve the model with vLLM 0.10.2 or later, which takes return_token_ids.',
      );
    }
    return ids?.length ?? 0;
  }
  const { tokens, content } = fieldsOf(choice.logprobs);
  const listed = listIn(tokens) ?? listIn(content);
  if (listed === null && hasText(choice)) {
    throw notCountable('it does not list its tokens with their log probabilities', 'Serve the model with a server that takes logprobs.');
  }
  return listed?.length ?? 0;
}

/** Whether an event brings text, by whatever name it has. */
function hasText(choice: Fields): boolean {
  const { content, reasoning_content: reasoningContent, reasoning } = fieldsOf(choice.delta);
  return [choice.text, content, reasoningContent, reasoning].some((text) => typeof text === 'string' && text !== '');
}

function toldIn(event: Fields): Pick<AnswerEvent, 'told' | 'cachedTokens'> {
  const usage = fieldsOf(event.usage);
  const told = { input: countIn(usage.prompt_tokens), output: countIn(usage.completion_tokens) };
  const cachedTokens = countIn(fieldsOf(usage.prompt_tokens_details).cached_tokens);
  return told.input === null && told.output === null ? { told: null, cachedTokens } : { told, cachedTokens };
}
