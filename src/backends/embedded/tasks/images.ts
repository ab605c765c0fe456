import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawImage, Tensor } from '@huggingface/transformers';
import { inputFault, messageOf } from '../../../domain/errors.ts';
import type { Row } from '../../../domain/rows.ts';
import type { LoadedModel, LoadRequest } from '../query.ts';

/** How the rows of an image task become pixels. */
export type Imaging = Pick<LoadedModel, 'maximumInputTokens' | 'inspect' | 'prepare'>;

/** Loads the image processor; reading and decoding a file is part of the preparation. */
export async function imaging({ library, plan, processorFolder, datasetFolder }: LoadRequest): Promise<Imaging> {
  const processor = await library.AutoImageProcessor.from_pretrained(processorFolder, { local_files_only: true });
  const [column = ''] = plan.dataset.columns;
  const imageOf = async (row: Row): Promise<RawImage> => {
    const path = row[column] ?? '';
    const bytes = await readFile(join(datasetFolder, path));
    return library.RawImage.fromBlob(new Blob([bytes])).catch((cause: unknown) => {
      throw inputFault(`${path} is no image that can be read: ${messageOf(cause)}.`, {
        code: 'image-unreadable',
        mend: 'Take the file anew from its source, or convert it to PNG or JPEG.',
        cause,
      });
    });
  };
  return {
    maximumInputTokens: null,
    async inspect(row) {
      await imageOf(row);
      return 'whole';
    },
    async prepare(row) {
      const { pixel_values, pixel_mask } = (await processor([await imageOf(row)])) as Record<string, Tensor>;
      return { inputs: tensorsOf({ pixel_values, pixel_mask }), inputTokens: null };
    },
  };
}

const tensorsOf = (inputs: Record<string, Tensor | undefined>): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, Tensor] => entry[1] !== undefined));
