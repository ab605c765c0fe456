import type { Server } from '../server.ts';
import { completion, completionReader, servedModels } from './openai-wire.ts';

/** Any server with OpenAI's interface alone: tokens are counted by their log probabilities. */
export const OPENAI: Server = {
  name: 'openai',
  health: null,
  identify: async (asking) => ({ version: null, models: await servedModels(asking), parameters: null }),
  inputTokens: async () => null,
  rendered: null,
  prepared: async (_, prompt) => prompt,
  query: (model, prompt, wanted) => completion(model, prompt, wanted, prompt.kind === 'text' ? { logprobs: 1 } : { logprobs: true }),
  reader: () => completionReader('log probabilities'),
};
