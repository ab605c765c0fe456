import { type Fault, inputFault } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/generated/plan.ts';
import type { Applied } from '../applied.ts';

/** Variables of a chat template. */
export type Variables = Readonly<Record<string, boolean | string>>;

/** The reasoning that a chat template took: the variables that bring it about, and what the record tells of it. */
export type TakenReasoning = { variables: Variables; applied: NonNullable<Applied['reasoning']> };

/** Variables by which the families' templates turn thinking on and off (Qwen, GLM, EXAONE, Hunyuan; DeepSeek, Granite; Command). */
const SWITCHES = ['enable_thinking', 'thinking', 'reasoning'] as const;
/** The variable by which gpt-oss's template takes how much to think. */
const EFFORT = 'reasoning_effort';
const EFFORTS = ['low', 'medium', 'high'] as const;

/** The end of a prompt that leaves the model thinking. */
const OPENED = /(<think(?:ing)?>|\[THINK\]|<\|START_THINKING\|>)\s*$/;

/** Longest stretch of a prompt that the record repeats. */
const EXCERPT = 60;

/**
 * Finds how a chat template takes the reasoning that is asked for, by the prompts it renders: what changes nothing in the
 * prompt is not taken.
 * @param render the prompt of a sample query under some variables
 * @throws Fault of the input, code reasoning-not-taken
 */
export function takeReasoning(asked: Plan['reasoning'], render: (variables: Variables) => string): TakenReasoning {
  const effort = takeEffort(asked, render);
  const state = takeState(asked, render, effort !== null);
  return {
    variables: { ...state.variables, ...(asked.effort === null ? {} : { [EFFORT]: asked.effort }) },
    applied: { state: asked.state, effort, means: [state.means, ...(effort === null ? [] : [effortMeans(asked)])].join('; ') },
  };
}

const effortMeans = ({ effort }: Plan['reasoning']): string =>
  effort === null ? `the template's own ${EFFORT}` : `${EFFORT} is ${effort}, which the prompt tells`;

/** The effort that the prompt tells; null where the template takes none. */
function takeEffort(asked: Plan['reasoning'], render: (variables: Variables) => string): TakenReasoning['applied']['effort'] {
  const prompts = EFFORTS.map((effort) => render({ [EFFORT]: effort }));
  const takes = new Set(prompts).size === EFFORTS.length;
  if (!takes && asked.effort !== null) {
    throw notTaken('takes no effort: its prompt is the same for low, medium and high', 'Leave reasoning.effort out of the submission.');
  }
  if (!takes || asked.state === 'off') return null;
  return asked.effort ?? EFFORTS[prompts.indexOf(render({}))] ?? null;
}

function takeState(
  { state }: Plan['reasoning'],
  render: (variables: Variables) => string,
  takesEffort: boolean,
): { variables: Variables; means: string } {
  for (const name of SWITCHES) {
    const [on, off] = [render({ [name]: true }), render({ [name]: false })];
    if (on === off) continue;
    const [here, there] = state === 'on' ? [on, off] : [off, on];
    const other = state === 'on' ? 'false' : 'true';
    return {
      variables: { [name]: state === 'on' },
      means: `${name} is ${state === 'on'}: the prompt has ${shown(here, there)}, where with ${other} it has ${shown(there, here)}`,
    };
  }
  const plain = render({});
  const opened = OPENED.exec(plain)?.[1];
  if (state === 'on' && opened !== undefined) return { variables: {}, means: `the template always ends its prompt with ${opened}` };
  if (state === 'on' && takesEffort) return { variables: {}, means: 'the template always asks for reasoning and tells how much' };
  const words = `takes none of ${SWITCHES.join(', ')}: its prompt is the same with true and with false`;
  if (state === 'off') throw notTaken(words, 'Declare reasoning: { state: on } if the model always thinks.');
  throw notTaken(`${words}, and does not end with an open thought`, 'Submit a model whose chat template turns thinking on.');
}

const notTaken = (what: string, mend: string): Fault =>
  inputFault(`The model's chat template ${what}.`, { code: 'reasoning-not-taken', mend });

/** What one text has where another differs, in whole words and quoted; nothing where it only lacks what the other has. */
function shown(text: string, other: string): string {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  while (start > 0 && /\S/.test(text[start - 1] ?? '')) start -= 1;
  while (end > 0 && /\S/.test(text.at(-end) ?? '')) end -= 1;
  const quoted = JSON.stringify(text.slice(start, text.length - end));
  if (quoted === '""') return 'nothing';
  return quoted.length > EXCERPT ? `${quoted.slice(0, EXCERPT)}…` : quoted;
}
