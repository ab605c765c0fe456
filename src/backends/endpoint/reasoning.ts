import { type Fault, inputFault } from '../../domain/errors.ts';
import type { Plan } from '../../domain/generated/plan.ts';
import { ask, type Target } from './query.ts';
import type { Prompt, ThinkingSettings } from './server.ts';

type Reasoning = Plan['reasoning'];

/** A prompt to try settings with. */
const TRIAL = 'What is one and one?';

/** The words by which templates open a thought. */
const OPENS_THOUGHT = /<think>|<thinking>|<\|begin_of_thought\|>|<seed:think>|\[THINK\]/;

/**
 * How chat templates are told of a state: Qwen, SmolLM3, GLM and Nemotron read enable_thinking, DeepSeek and Granite
 * read thinking, gpt-oss reads reasoning_effort. A template leaves out what it does not know.
 */
export function thinkingSettings({ state, effort }: Reasoning): ThinkingSettings {
  const on = state === 'on';
  return { templateVariables: { enable_thinking: on, thinking: on }, effort: on ? effort : null };
}

/**
 * Makes sure that the model gets the state of reasoning that the plan names: two prompts that differ in nothing but the
 * setting have to reach the model differently.
 * @returns one sentence that says how it was seen
 * @throws Fault of the input: reasoning-not-taken, reasoning-effort-not-taken
 */
export async function verifyReasoning(target: Target, reasoning: Reasoning, signal: AbortSignal): Promise<string> {
  const { state, effort } = reasoning;
  const seenAs = sightOf(target, signal);
  const [on, off] = [await seenAs({ state: 'on', effort: null }), await seenAs({ state: 'off', effort: null })];
  if (effort !== null && state === 'on') {
    const [low, high] = [await seenAs({ state, effort: 'low' }), await seenAs({ state, effort: 'high' })];
    if (target.server.rendered === null) return `reasoning_effort ${effort} was sent; the server does not show what became of it`;
    if (low === high) throw effortNotTaken(effort);
    return `reasoning_effort ${effort} changes the prompt`;
  }
  if (on !== off) {
    const what = target.server.rendered === null ? "the prompt's length" : 'the prompt';
    return `enable_thinking and thinking, which are ${state === 'on'}, change ${what}`;
  }
  const thinks = OPENS_THOUGHT.test(on);
  if (state === 'on' && thinks) return 'the prompt opens a thought whatever is set';
  if (state === 'off' && !thinks && target.server.rendered !== null) return 'the prompt opens no thought and takes no setting';
  throw notTaken(state);
}

/** What of a prompt can be seen: all of it where the server shows it, else its number of tokens. */
function sightOf(target: Target, signal: AbortSignal): (reasoning: Reasoning) => Promise<string> {
  const { server, http, endpoint } = target;
  const promptOf = (reasoning: Reasoning): Prompt => ({ kind: 'chat', text: TRIAL, thinking: thinkingSettings(reasoning) });
  if (server.rendered !== null) {
    const { rendered } = server;
    return (reasoning) => rendered({ http, model: endpoint.servedName, signal }, promptOf(reasoning));
  }
  return async (reasoning) => {
    const query = { prompt: promptOf(reasoning), inputTokens: null };
    return String((await ask(target, { query, wanted: { count: 1, exactly: false }, signal })).inputTokens);
  };
}

const notTaken = (state: Reasoning['state']): Fault =>
  inputFault(
    state === 'on'
      ? "The model's chat template takes no setting that makes it think, and opens no thought by itself."
      : 'The model thinks whatever it is told, or the server does not let it be told otherwise.',
    {
      code: 'reasoning-not-taken',
      mend: `Submit the model ${state === 'on' ? 'for text-generation' : 'with reasoning on'}, or by another backend.`,
    },
  );

const effortNotTaken = (effort: Reasoning['effort']): Fault =>
  inputFault(`The model's chat template does not take the effort ${effort}.`, {
    code: 'reasoning-effort-not-taken',
    mend: 'Leave reasoning.effort out.',
  });
