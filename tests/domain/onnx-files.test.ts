import { describe, expect, test } from 'vitest';
import { chooseOnnxFiles } from '../../src/domain/onnx-files.ts';

const decoder = [
  'config.json',
  'onnx/model.onnx',
  'onnx/model_fp16.onnx',
  'onnx/model_q4.onnx',
  'onnx/model_q4f16.onnx',
  'onnx/model_int8.onnx',
];
const onnx = (bits: number) => ({ method: 'onnx', bits });

describe('the ONNX files of a run', () => {
  test.each([
    ['float32', null, 'fp32', 'onnx/model.onnx'],
    ['float16', null, 'fp16', 'onnx/model_fp16.onnx'],
    ['float32', onnx(8), 'int8', 'onnx/model_int8.onnx'],
    ['float32', onnx(4), 'q4', 'onnx/model_q4.onnx'],
    ['float16', onnx(4), 'q4f16', 'onnx/model_q4f16.onnx'],
  ] as const)('follow from %s and %j', (precision, quantization, dtype, path) => {
    const { variant, networks } = chooseOnnxFiles(decoder, { precision, quantization });
    expect([variant.dtype, networks]).toEqual([dtype, [path]]);
  });

  test('prefer the quantised file that exporters make by default', () => {
    const { variant } = chooseOnnxFiles([...decoder, 'onnx/model_quantized.onnx'], { precision: 'float32', quantization: onnx(8) });
    expect(variant).toEqual({ dtype: 'q8', suffix: '_quantized' });
  });

  test('are two for an encoder-decoder, and external data comes with them', () => {
    const paths = [
      'onnx/encoder_model.onnx',
      'onnx/encoder_model.onnx_data',
      'onnx/decoder_model_merged.onnx',
      'onnx/decoder_model.onnx_data',
    ];
    expect(chooseOnnxFiles(paths, { precision: 'float32', quantization: null })).toMatchObject({
      networks: ['onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx'],
      externalData: ['onnx/encoder_model.onnx_data'],
    });
  });

  test('are those of the layout that a task needs, where a model has both', () => {
    const both = ['onnx/model.onnx', 'onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx'];
    const float32 = { precision: 'float32', quantization: null } as const;
    expect(chooseOnnxFiles(both, float32).networks).toEqual(['onnx/model.onnx']);
    expect(chooseOnnxFiles(both, float32, 'whole').networks).toEqual(['onnx/model.onnx']);
    expect(chooseOnnxFiles(both, float32, 'pair').networks).toEqual(['onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx']);
    expect(() => chooseOnnxFiles(['onnx/model.onnx'], float32, 'pair')).toThrow(/needs onnx\/encoder_model\.onnx with/);
  });

  test('are told by name where half of a pair is missing', () => {
    const unmerged = ['onnx/encoder_model_fp16.onnx', 'onnx/decoder_model_fp16.onnx'];
    const choose = () => chooseOnnxFiles(unmerged, { precision: 'float16', quantization: null });
    expect(choose).toThrow(
      expect.objectContaining({
        code: 'onnx-file-missing',
        message: expect.stringMatching(/onnx\/encoder_model_fp16\.onnx with onnx\/decoder_model_merged_fp16\.onnx/),
        mend: expect.stringMatching(/^Add onnx\/decoder_model_merged_fp16\.onnx:/),
      }),
    );
  });

  test('are refused by name where there are none, half of them or no kernels', () => {
    const refuse = (paths: string[], precision: 'float32' | 'bfloat16', quantization: { method: string; bits: number } | null) => () =>
      chooseOnnxFiles(paths, { precision, quantization });
    expect(refuse(['onnx/encoder_model.onnx'], 'float32', null)).toThrow(/It has onnx\/encoder_model\.onnx\./);
    expect(refuse(['model.safetensors'], 'float32', null)).toThrow(/It has no ONNX files at all/);
    expect(refuse(decoder, 'bfloat16', null)).toThrow(/bfloat16/);
    expect(refuse(decoder, 'float32', { method: 'awq', bits: 4 })).toThrow(/awq/);
    expect(refuse(decoder, 'float32', onnx(3))).toThrow(/3 bits/);
  });
});
