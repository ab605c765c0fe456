import { inputFault } from '../domain/errors.ts';
import { chooseOnnxFiles } from '../domain/onnx-files.ts';

/** Configuration, tokenizer and processor files that the embedded backend reads, where a model has them. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'preprocessor_config.json',
  'processor_config.json',
]);

/** A path that stays below the folder it is joined to, on every system. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.+@=,()[\] -]+(?:\/[A-Za-z0-9_.+@=,()[\] -]+)*$/;

export type WeightFormat = Parameters<typeof chooseOnnxFiles>[1];

/**
 * The paths a run needs of a repository: configuration files and, for a model, the ONNX files of one format.
 * @param format null for a processor's repository
 * @throws Fault of the input: hub-unsafe-path, and those of chooseOnnxFiles
 */
export function neededPaths(paths: readonly string[], format: WeightFormat | null): string[] {
  const configuration = paths.filter((path) => CONFIGURATION.has(path));
  const choice = format === null ? null : chooseOnnxFiles(paths, format);
  const needed = [...configuration, ...(choice?.networks ?? []), ...(choice?.externalData ?? [])];
  for (const path of needed) {
    if (SAFE_PATH.test(path)) continue;
    throw inputFault(`The repository holds a file with an unsafe path: ${JSON.stringify(path)}.`, {
      code: 'hub-unsafe-path',
      mend: 'Rename the file in the repository.',
    });
  }
  return needed.sort();
}
