import { internalFault } from '../../../domain/errors.ts';
import type { LoadedModel, LoadRequest, LoadTask } from '../query.ts';
import { greedily } from './greedy.ts';
import { listening } from './sounds.ts';

/** The language of the official data set, for models that want to be told. */
const SPOKEN = { language: 'en', task: 'transcribe' };

/** A decoder writes down what an encoder hears; or, where the plan has a forward pass, one network labels the sound (CTC). */
export const loadSpeech: LoadTask = (request) => (isCtc(request) ? loadCtc(request) : loadTranscriber(request));

/** Whether a run of the speech task labels the sound in one pass, by the plan's phases. */
export const isCtc = ({ plan }: Pick<LoadRequest, 'plan'>): boolean => plan.phases.includes('forward');

async function loadTranscriber(request: LoadRequest): Promise<LoadedModel> {
  const sounds = await listening(request);
  const model = await request.library.AutoModelForSpeechSeq2Seq.from_pretrained(request.modelFolder, request.options);
  const told = model.generation_config as Record<string, unknown> | null;
  const multilingual = told?.is_multilingual === true ? SPOKEN : {};
  return {
    ...sounds,
    reasoning: null,
    forward: () => {
      throw internalFault('A transcriber answers by generating.', { code: 'phase-not-in-embedded' });
    },
    generate: greedily(model, request.plan.generation, { ...multilingual, return_timestamps: false, return_token_timestamps: false }),
  };
}

async function loadCtc(request: LoadRequest): Promise<LoadedModel> {
  const sounds = await listening(request);
  const model = await request.library.AutoModelForCTC.from_pretrained(request.modelFolder, request.options);
  return {
    ...sounds,
    reasoning: null,
    async forward({ inputs }) {
      await model(inputs);
    },
    generate: null,
  };
}
