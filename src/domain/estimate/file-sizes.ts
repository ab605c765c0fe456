import type { Plan } from '../generated/plan.ts';

/**
 * Parameters as the sizes of a model's files let guess: the bytes of its safetensors, else of its largest ONNX file, else
 * of its PyTorch files, over the bytes of one number. Good to a factor of two, which is enough for an estimate.
 * @returns null where the files tell nothing
 */
export function parametersFromFiles(
  files: readonly { path: string; bytes: number | null }[],
  precision: Plan['model']['precision'],
): number | null {
  const ending = (pattern: RegExp) => files.flatMap(({ path, bytes }) => (pattern.test(path) && bytes !== null ? [bytes] : []));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, bytes) => total + bytes, 0);
  const bytesPerNumber = precision === 'float32' ? 4 : 2;
  // A consolidated file beside the shards holds the same weights again.
  const safetensors = sum(ending(/^(?!.*consolidated).*\.safetensors$/));
  if (safetensors > 0) return safetensors / bytesPerNumber;
  const onnx = Math.max(0, ...ending(/\.onnx(?:_data)?$/));
  if (onnx > 0) return onnx / 4;
  const torch = sum(ending(/^[^/]*\.bin$/));
  return torch > 0 ? torch / bytesPerNumber : null;
}
