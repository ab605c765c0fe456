import type { Plan } from '../../domain/generated/plan.ts';
import type { Result } from '../../domain/generated/result.ts';
import type { FloatFormat, OnnxHeader } from './onnx-header.ts';
import type { OnnxWeights } from './parameters.ts';
import type { LoadedModel } from './query.ts';

/** What a model really got, as the record tells it. */
export type Applied = NonNullable<Result['applied']>;

/** Share of the floating-point numbers that one format has to hold to be the precision. */
const MAJORITY = 0.9;

/**
 * What the loaded model really got, by what its ONNX files say.
 * @param truncatedQueries queries of one pass whose input is cut off; null where inputs are no tokens
 * @returns undefined where the packing of its weights hides how many there are
 */
export function appliedBy(
  { headers, parameters }: OnnxWeights,
  model: LoadedModel,
  truncatedQueries: number | null,
  declared: Plan['model']['precision'],
): Applied | undefined {
  if (parameters === null) return undefined;
  return {
    precision: precisionOf(headers) ?? declared,
    quantization: quantizationOf(headers),
    reasoning: model.reasoning,
    attention: null,
    maximumInputTokens: model.maximumInputTokens,
    truncatedQueries,
    placement: [{ device: 'cpu', parameters }],
  };
}

/** The format of nine tenths of the numbers that are not quantised; null where there are none. */
function precisionOf(headers: readonly OnnxHeader[]): Applied['precision'] | null {
  const sumOf = (format: FloatFormat): number => headers.reduce((sum, { floats }) => sum + floats[format], 0);
  const formats = (['float32', 'float16', 'bfloat16'] as const).map((format) => ({ format, count: sumOf(format) }));
  const total = formats.reduce((sum, { count }) => sum + count, sumOf('other'));
  if (total === 0) return null;
  return formats.find(({ count }) => count >= MAJORITY * total)?.format ?? 'mixed';
}

function quantizationOf(headers: readonly OnnxHeader[]): string | null {
  const bits = [...new Set(headers.flatMap(({ quantisedBits }) => quantisedBits))].sort((one, other) => one - other);
  return bits.length === 0 ? null : `onnx, ${bits.join(' and ')} bits`;
}
