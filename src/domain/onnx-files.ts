import { type Fault, inputFault } from './errors.ts';
import type { Plan } from './generated/plan.ts';

type WeightFormat = Pick<Plan['model'], 'precision' | 'quantization'>;

/** One way the ONNX community names a file of weights: model<suffix>.onnx, and the name transformers.js has for it. */
export type OnnxVariant = { dtype: 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'q2' | 'q2f16'; suffix: string };

/** How a model is laid out: one network, or an encoder and a decoder that knows of its cache; file names without suffix. */
const LAYOUTS = { whole: ['model'], pair: ['encoder_model', 'decoder_model_merged'] } as const;
export type OnnxLayout = keyof typeof LAYOUTS;
const EVERY_LAYOUT: readonly OnnxLayout[] = ['whole', 'pair'];

const fileOf = (name: string, { suffix }: OnnxVariant): string => `onnx/${name}${suffix}.onnx`;

/** The variants that hold weights of one format, the most usual first. */
function variantsOf(format: WeightFormat): OnnxVariant[] {
  const { precision, quantization } = format;
  if (precision === 'bfloat16') {
    throw inputFault('The embedded backend cannot run bfloat16: ONNX Runtime has no such kernels on a CPU.', {
      code: 'precision-not-in-embedded',
      mend: 'Declare precision: float32 or float16, or use the transformers backend.',
    });
  }
  if (quantization === null) return precision === 'float32' ? [{ dtype: 'fp32', suffix: '' }] : [{ dtype: 'fp16', suffix: '_fp16' }];
  const half = precision === 'float16';
  if (quantization.method === 'onnx' && quantization.bits === 8) {
    return [
      { dtype: 'q8', suffix: '_quantized' },
      { dtype: 'int8', suffix: '_int8' },
      { dtype: 'uint8', suffix: '_uint8' },
    ];
  }
  if (quantization.method === 'onnx' && quantization.bits === 4) {
    return half ? [{ dtype: 'q4f16', suffix: '_q4f16' }] : [{ dtype: 'q4', suffix: '_q4' }];
  }
  if (quantization.method === 'onnx' && quantization.bits === 2) {
    return half ? [{ dtype: 'q2f16', suffix: '_q2f16' }] : [{ dtype: 'q2', suffix: '_q2' }];
  }
  throw inputFault(`The embedded backend cannot run ${quantization.method} with ${quantization.bits} bits.`, {
    code: 'quantization-not-in-embedded',
    mend: 'It runs ONNX weights of 8, 4 or 2 bits (quantization: { method: onnx, bits: 8 }).',
  });
}

/** The ONNX files that one run loads: paths below the model's folder. */
export type OnnxChoice = { variant: OnnxVariant; networks: string[]; externalData: string[] };

/**
 * Chooses a model's ONNX files for a format of weights.
 * @param paths every path of the model's repository, with forward slashes
 * @param layout the layout that the model's task needs; whichever is there where absent
 * @throws Fault of the input: precision-not-in-embedded, quantization-not-in-embedded, onnx-file-missing (naming what is there)
 */
export function chooseOnnxFiles(paths: readonly string[], format: WeightFormat, layout: OnnxLayout | null = null): OnnxChoice {
  const there = new Set(paths);
  const variants = variantsOf(format);
  const layouts = layout === null ? EVERY_LAYOUT : [layout];
  for (const variant of variants) {
    for (const name of layouts) {
      const networks = LAYOUTS[name].map((network) => fileOf(network, variant));
      if (!networks.every((path) => there.has(path))) continue;
      const externalData = paths.filter((path) =>
        networks.some((network) => path === `${network}_data` || path.startsWith(`${network}_data_`)),
      );
      return { variant, networks, externalData };
    }
  }
  throw missing(paths, variants, layouts, format);
}

function missing(paths: readonly string[], variants: readonly OnnxVariant[], layouts: readonly OnnxLayout[], format: WeightFormat): Fault {
  const present = paths.filter((path) => path.endsWith('.onnx')).sort();
  const sought = layouts.flatMap((layout) =>
    variants.map((variant) => LAYOUTS[layout].map((network) => fileOf(network, variant)).join(' with ')),
  );
  return inputFault(
    `The model lacks ONNX files for ${wanted(format)}: it needs ${sought.join(', or ')}. ` +
      (present.length === 0 ? 'It has no ONNX files at all.' : `It has ${present.join(', ')}.`),
    { code: 'onnx-file-missing', mend: mendOf(present, variants) },
  );
}

/** Half of a pair is an export that was not finished; anything else is another format than the declared one. */
function mendOf(present: readonly string[], variants: readonly OnnxVariant[]): string {
  const half = variants.find((variant) => LAYOUTS.pair.some((network) => present.includes(fileOf(network, variant))));
  const absent = half === undefined ? [] : LAYOUTS.pair.map((network) => fileOf(network, half)).filter((path) => !present.includes(path));
  if (absent.length === 0) return 'Declare the precision or the quantization of a file that is there, or export the model for this task.';
  return `Add ${absent.join(' and ')}: export encoder and decoder together, with the decoder merged with its cache.`;
}

const wanted = ({ precision, quantization }: WeightFormat): string =>
  quantization === null ? precision : `${quantization.method} weights of ${quantization.bits} bits at ${precision}`;
