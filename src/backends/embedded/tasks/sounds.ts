import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@huggingface/transformers';
import { inputFault } from '../../../domain/errors.ts';
import type { Row } from '../../../domain/rows.ts';
import { mono, resampled } from '../audio/resample.ts';
import { readWav, type Sound } from '../audio/wav.ts';
import type { LoadedModel, LoadRequest } from '../query.ts';

/** How the rows of a speech task become features. */
export type Listening = Pick<LoadedModel, 'maximumInputTokens' | 'inspect' | 'prepare'>;

/**
 * Loads the feature extractor; reading a WAV file, mixing it to mono and bringing it to the model's rate are part of the
 * preparation.
 * @throws Fault of the input, code processor-without-rate
 */
export async function listening({ library, plan, processorFolder, datasetFolder }: LoadRequest): Promise<Listening> {
  const extractor = await library.AutoFeatureExtractor.from_pretrained(processorFolder, { local_files_only: true });
  const { sampling_rate: rate, n_samples: longest } = extractor.config as Record<string, unknown>;
  if (typeof rate !== 'number' || !Number.isSafeInteger(rate) || rate < 1) {
    throw inputFault(`The model's preprocessor_config.json tells no sampling_rate: ${JSON.stringify(rate)}.`, {
      code: 'processor-without-rate',
      mend: 'Give it the sampling_rate that the model was trained with.',
    });
  }
  const [column = ''] = plan.dataset.columns;
  const soundOf = async (row: Row): Promise<Sound> => {
    const path = row[column] ?? '';
    return readWav(await readFile(join(datasetFolder, path)), path);
  };
  return {
    maximumInputTokens: null,
    async inspect(row) {
      const { samplesPerSecond, channels } = await soundOf(row);
      const seconds = (channels[0]?.length ?? 0) / samplesPerSecond;
      return typeof longest === 'number' && seconds > longest / rate ? 'cut' : 'whole';
    },
    async prepare(row) {
      const { samplesPerSecond, channels } = await soundOf(row);
      const waveform = resampled(mono(channels), samplesPerSecond, rate);
      const heard = typeof longest === 'number' ? waveform.subarray(0, longest) : waveform;
      const inputs = (await extractor._call(heard)) as Record<string, Tensor>;
      return { inputs, inputTokens: null };
    },
  };
}
