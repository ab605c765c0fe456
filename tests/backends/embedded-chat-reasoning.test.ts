import { describe, expect, test } from 'vitest';
import { takeReasoning, type Variables } from '../../src/backends/embedded/tasks/chat-reasoning.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';

const asked = (state: 'on' | 'off', effort: Plan['reasoning']['effort'] = null): Plan['reasoning'] => ({ state, effort });

/** As gpt-oss writes it: always thinking, at an effort that the prompt tells. */
const withEffort = (variables: Variables): string =>
  `system\nReasoning: ${variables.reasoning_effort ?? 'medium'}\nuser\nHello\nassistant\n`;
/** As DeepSeek-R1 writes it: the prompt ends with an open thought, whatever is asked for. */
const alwaysOpen = (): string => 'user\nHello\nassistant\n<think>\n';
/** As DeepSeek-V3.1 writes it: off unless thinking is asked for. */
const opening = (variables: Variables): string => `user\nHello\nassistant\n${variables.thinking === true ? '<think>' : '</think>'}`;
const plain = (): string => 'user\nHello\nassistant\n';
const notTaken = expect.objectContaining({ kind: 'input', code: 'reasoning-not-taken' });

describe('the reasoning that a chat template takes', () => {
  test('is told by the prompt, by whichever variable changes it', () => {
    expect(takeReasoning(asked('on'), opening)).toEqual({
      variables: { thinking: true },
      applied: { state: 'on', effort: null, means: 'thinking is true: the prompt has "<think>", where with false it has "</think>"' },
    });
    expect(takeReasoning(asked('off'), opening).variables).toEqual({ thinking: false });
  });

  test('may be an open thought that the template always writes, which cannot be turned off', () => {
    expect(takeReasoning(asked('on'), alwaysOpen)).toEqual({
      variables: {},
      applied: { state: 'on', effort: null, means: 'the template always ends its prompt with <think>' },
    });
    expect(() => takeReasoning(asked('off'), alwaysOpen)).toThrow(notTaken);
  });

  test.each(['low', 'medium', 'high'] as const)('may be an effort: %s', (effort) => {
    const taken = takeReasoning(asked('on', effort), withEffort);
    expect(taken).toMatchObject({ variables: { reasoning_effort: effort }, applied: { state: 'on', effort } });
    expect(taken.applied.means).toContain(`reasoning_effort is ${effort}`);
  });

  test("is the template's own effort where none is asked for", () => {
    expect(takeReasoning(asked('on'), withEffort)).toMatchObject({ variables: {}, applied: { state: 'on', effort: 'medium' } });
    expect(() => takeReasoning(asked('off'), withEffort)).toThrow(notTaken);
  });

  test.each([asked('on'), asked('off'), asked('on', 'high')])('is an error where it changes nothing: %j', (reasoning) => {
    expect(() => takeReasoning(reasoning, plain)).toThrow(notTaken);
  });

  test('repeats no more of a prompt than the record takes', () => {
    const long = (variables: Variables): string => (variables.enable_thinking === true ? 'x'.repeat(5000) : 'y'.repeat(5000));
    expect(takeReasoning(asked('on'), long).applied.means.length).toBeLessThanOrEqual(300);
  });
});
