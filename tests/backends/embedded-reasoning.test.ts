import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/domain/generated/plan.ts';
import { EXAMPLES, load, planOf, refusalOf, runPhase, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { END_TOKEN, SWITCHING_TEMPLATE, thinkerFiles } from '../support/tiny-thinker.ts';

const ON: Plan['reasoning'] = { state: 'on', effort: null };
const OFF: Plan['reasoning'] = { state: 'off', effort: null };
const thinking = (reasoning: Plan['reasoning'], newTokens = 8192) =>
  planOf({ task: 'reasoning', columns: ['text'], newTokens, exact: false, reasoning });

const TEXTS = ['One and one?', 'Why is the sky blue?'];
const ROWS = { 'rows.jsonl': TEXTS.map((text) => `${JSON.stringify({ text })}\n`).join('') };
/** Tokens of the prompts with thinking on; off adds the two tokens of a thought that is over. */
const PROMPT_TOKENS = TEXTS.reduce((sum, text) => sum + `user: ${text}\nassistant:\n`.length, 0);
const newline = '\n'.charCodeAt(0);

describe('reasoning on the embedded backend', () => {
  test('thinks: it counts from the open prompt to the end token, and stops there', async () => {
    await using data = await folderOf(ROWS);
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE));
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(ON));
    expect(ready.applied?.reasoning).toEqual({
      state: 'on',
      effort: null,
      means: 'enable_thinking is true: the prompt has nothing, where with false it has "<think></think>"',
    });
    expect(ready.applied?.maximumInputTokens).toBe(16_384 - 8192);
    const whole = { passes: 1, queries: 2, failedQueries: 0, inputTokens: PROMPT_TOKENS };
    expect(await runPhase(backend, 'prefill')).toEqual({ ...whole, outputTokens: 2 });
    expect(await runPhase(backend, 'preprocess')).toEqual({ ...whole, outputTokens: null });
    expect(await runPhase(backend, 'generate')).toEqual({ ...whole, outputTokens: 2 * (END_TOKEN - newline) });
    expect(backend.errors()).toBe('');
  });

  test('does not think: the prompt holds a thought that is over', async () => {
    await using data = await folderOf(ROWS);
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE));
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(OFF));
    expect(ready.applied?.reasoning).toMatchObject({
      state: 'off',
      means: 'enable_thinking is false: the prompt has "<think></think>", where with true it has nothing',
    });
    // After the last of 260 tokens the count starts anew.
    const whole = { passes: 1, queries: 2, failedQueries: 0, inputTokens: PROMPT_TOKENS + 2 * 2 };
    expect(await runPhase(backend, 'generate')).toEqual({ ...whole, outputTokens: 2 * (1 + END_TOKEN) });
  });

  test('stops at the bound of new tokens where the model would go on', async () => {
    await using data = await folderOf(ROWS);
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE));
    await using backend = startEmbedded();
    await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(ON, 50));
    expect(await runPhase(backend, 'generate')).toMatchObject({ failedQueries: 0, outputTokens: 100 });
  });

  test('tells of itself within a long answer', async () => {
    await using data = await folderOf({ 'rows.jsonl': '{"text":"Hello?"}\n' });
    // Without an end token it counts round and round.
    const files = thinkerFiles(SWITCHING_TEMPLATE);
    const endless = { ...JSON.parse(String(files['config.json'])), eos_token_id: null };
    await using model = await folderOf({ ...files, 'config.json': JSON.stringify(endless), 'generation_config.json': '{}' });
    await using backend = startEmbedded();
    await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(ON, 6000));
    expect(await runPhase(backend, 'generate')).toMatchObject({ failedQueries: 0, outputTokens: 6000 });
    expect(backend.progress).toContainEqual({ type: 'progress', phase: 'generate', done: 0, of: 1 });
  });

  test('cuts the text of a long query, never the template around it, and counts the cut ones', async () => {
    const rows = [{ text: 'a'.repeat(300) }, { text: 'Short.' }, { text: 'ä'.repeat(100) }];
    await using data = await folderOf({ 'rows.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join('') });
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE, 400));
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(OFF, 300));
    expect(ready.applied).toMatchObject({ maximumInputTokens: 100, truncatedQueries: 2 });
    const counts = await runPhase(backend, 'generate');
    // The answer's length shows that every prompt still ends as the template ends it.
    expect(counts).toMatchObject({ failedQueries: 0, outputTokens: 3 * (1 + END_TOKEN) });
    const short = 'user: Short.\nassistant:\n'.length + 2;
    // A letter of two bytes is kept whole or not at all.
    expect(counts.inputTokens).toBeGreaterThanOrEqual(100 + short + 99);
    expect(counts.inputTokens).toBeLessThanOrEqual(100 + short + 100);
  });

  test('takes the template from a file of its own', async () => {
    await using data = await folderOf(ROWS);
    await using model = await folderOf({ ...thinkerFiles(null), 'chat_template.jinja': SWITCHING_TEMPLATE });
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, join(data.path, 'rows.jsonl'), thinking(OFF));
    expect(ready.applied?.reasoning).toMatchObject({ state: 'off' });
  });
});

describe('refused, with what to do, is', () => {
  const texts = join(EXAMPLES, 'datasets', 'text_generation.jsonl');
  const plain = "{% for message in messages %}{{ message.content }}{% endfor %}{{ 'assistant:' }}";

  test.each([['on'], ['off']] as const)('thinking %s of a template that takes no such thing', async (state) => {
    await using model = await folderOf(thinkerFiles(plain));
    const error = await refusalOf(model.path, texts, thinking({ state, effort: null }));
    expect(error).toMatchObject({ kind: 'input', code: 'reasoning-not-taken' });
    expect(error.message).toMatch(/enable_thinking.*the same with true and with false/);
    expect(error.mend).not.toBeNull();
  });

  test('an effort that the template does not take', async () => {
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE));
    const error = await refusalOf(model.path, texts, thinking({ state: 'on', effort: 'high' }));
    expect(error).toMatchObject({ code: 'reasoning-not-taken', message: expect.stringMatching(/the same for low, medium and high/) });
  });

  test('a model without a chat template', async () => {
    await using model = await folderOf(thinkerFiles(null));
    const error = await refusalOf(model.path, texts, thinking(ON));
    expect(error).toMatchObject({ kind: 'input', code: 'chat-template-missing', mend: expect.stringMatching(/chat_template\.jinja/) });
  });

  test('a template that cannot be rendered', async () => {
    await using model = await folderOf(thinkerFiles("{{ raise_exception('No system message.') }}"));
    const error = await refusalOf(model.path, texts, thinking(ON));
    expect(error).toMatchObject({ kind: 'input', code: 'chat-template-broken', message: expect.stringMatching(/No system message/) });
  });

  test('a context that has no room for the new tokens', async () => {
    await using model = await folderOf(thinkerFiles(SWITCHING_TEMPLATE, 4096));
    const error = await refusalOf(model.path, texts, thinking(ON));
    expect(error).toMatchObject({
      kind: 'input',
      code: 'context-too-short',
      message: expect.stringMatching(/4096 positions.*8192 new tokens/),
    });
  });
});
