import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadTask } from '../query.ts';

/** A network looks at one image in one forward pass; reading and decoding the file is part of the preparation. */
export const loadImageClassification: LoadTask = async (request) => {
  const { library, plan, datasetFolder } = request;
  const processor = await library.AutoImageProcessor.from_pretrained(request.processorFolder, { local_files_only: true });
  const model = await library.AutoModelForImageClassification.from_pretrained(request.modelFolder, request.options);
  const [column = ''] = plan.dataset.columns;
  return {
    async prepare(row) {
      const bytes = await readFile(join(datasetFolder, row[column] ?? ''));
      const image = await library.RawImage.fromBlob(new Blob([bytes]));
      const { pixel_values } = await processor(image);
      return { inputs: { pixel_values }, inputTokens: null };
    },
    async forward({ inputs }) {
      await model(inputs);
    },
    generate: null,
  };
};
