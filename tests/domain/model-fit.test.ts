import { describe, expect, test } from 'vitest';
import { type FitQuestion, type FitSubject, fitFault, fitOf } from '../../src/domain/model-fit.ts';

/** Memory of an H100 80GB as NVML tells it, in bytes. */
const H100 = 85_520_809_984;

const question = (changes: Partial<FitQuestion>): FitQuestion => ({
  parameters: 7e9,
  weightsBytes: null,
  precision: 'float16',
  quantization: null,
  class: 'A',
  gpus: 1,
  memoryBytesPerGpu: H100,
  ...changes,
});

describe('a model fits', () => {
  test('where its weights x 1.2 are no more than the memory of its one GPU', () => {
    expect(fitOf(question({}))).toEqual({ kind: 'fits', neededBytes: 7e9 * 2 * 1.2, availableBytes: H100 });
    const exactly = Math.floor(H100 / 2.4);
    expect(fitOf(question({ parameters: exactly })).kind).toBe('fits');
    expect(fitOf(question({ parameters: exactly + 1 })).kind).toBe('does-not-fit');
  });

  test('by its quantised size: four bits are a quarter of sixteen', () => {
    const quantization = { method: 'bitsandbytes', bits: 4 } as const;
    expect(fitOf(question({ parameters: 70e9, class: 'C', quantization }))).toMatchObject({ kind: 'fits', neededBytes: 42e9 });
  });

  test('by the bytes of its files where these hold quantised weights: packed integers are not parameters', () => {
    const quantization = { method: 'gptq', bits: 4 } as const;
    const fit = fitOf(question({ parameters: 9e9, weightsBytes: 36e9, quantization }));
    expect(fit).toMatchObject({ kind: 'fits', neededBytes: 36e9 * 1.2 });
  });

  test('by the least that its files can hold where nothing tells its parameters: four bytes of each', () => {
    const untold = { parameters: null, weightsBytes: 1e9 };
    expect(fitOf(question({ ...untold, precision: 'float32' }))).toMatchObject({ neededBytes: 1.2e9 });
    expect(fitOf(question(untold))).toMatchObject({ neededBytes: 0.6e9 });
    expect(fitOf(question({ ...untold, quantization: { method: 'bitsandbytes', bits: 4 } }))).toMatchObject({ neededBytes: 0.15e9 });
    expect(fitOf(question({ parameters: null, weightsBytes: null }))).toEqual({ kind: 'unknown' });
  });

  test('in class C over all GPUs, in other classes on one of them', () => {
    const large = question({ parameters: 70e9, class: 'C', gpus: 2 });
    expect(fitOf(large)).toMatchObject({ kind: 'fits', availableBytes: 2 * H100 });
    expect(fitOf({ ...large, class: 'B' })).toMatchObject({ kind: 'does-not-fit', gpus: 1, availableBytes: H100 });
    expect(fitOf({ ...large, class: null })).toMatchObject({ kind: 'does-not-fit', gpus: 1 });
  });
});

describe('a model that does not fit', () => {
  test('is told every way that would: a mixture of 46.7 billion parameters at float16 needs 93 GB of weights', () => {
    const fit = fitOf(question({ parameters: 46.7e9, class: 'B' }));
    expect(fit).toMatchObject({
      kind: 'does-not-fit',
      remedies: [
        { kind: 'quantize', bits: 8 },
        { kind: 'class-c', gpus: 2 },
      ],
    });
    expect(fit.kind === 'does-not-fit' && fit.neededBytes / 1.2 / 1e9).toBeCloseTo(93.4, 1);
  });

  test('is told only ways that do fit', () => {
    const remedies = (changes: Partial<FitQuestion>) => {
      const fit = fitOf(question(changes));
      return fit.kind === 'does-not-fit' ? fit.remedies.map((remedy) => remedy.kind) : fit.kind;
    };
    expect(remedies({ parameters: 30e9, precision: 'float32', class: null })).toEqual(['precision', 'quantize']);
    expect(remedies({ parameters: 60e9, precision: 'float32', class: null })).toEqual(['quantize']);
    expect(remedies({ parameters: 400e9, class: null })).toEqual([]);
    expect(remedies({ parameters: 400e9, class: 'C', gpus: 2 })).toEqual(['class-c']);
    expect(remedies({ parameters: 300e9, class: 'C', quantization: { method: 'bitsandbytes', bits: 4 } })).toEqual(['class-c']);
  });

  test('is given the smallest number of GPUs that hold it, two at least', () => {
    const gpus = (parameters: number) => {
      const fit = fitOf(question({ parameters, class: 'C' }));
      return fit.kind === 'does-not-fit' ? fit.remedies.find((remedy) => remedy.kind === 'class-c')?.gpus : null;
    };
    expect(gpus(70e9)).toBe(2);
    expect(gpus(72e9)).toBe(3);
    expect(gpus(405e9)).toBe(12);
  });
});

describe('before a download', () => {
  const subject = (changes: Partial<FitSubject> = {}): FitSubject => ({
    model: { id: 'someone/mixture', parameters: 46.7e9, files: [{ path: 'model.safetensors', bytes: 93_400_000_000 }] },
    precision: 'float16',
    quantization: null,
    classes: 'stars per class',
    gpus: { count: 1, memoryBytesPerGpu: H100 },
    ...changes,
  });

  test('a model that does not fit is refused with the figures and the mend', () => {
    const fault = fitFault(subject());
    expect(fault).toMatchObject({ kind: 'input', code: 'model-does-not-fit' });
    expect(fault?.message).toBe(
      'someone/mixture does not fit: 46.7 billion parameters at float16 need 112.1 GB of GPU memory (weights x 1.2), ' +
        'class B runs on one GPU, and one GPU of this machine has 85.5 GB.',
    );
    expect(fault?.mend).toBe(
      'Quantise to 8 bits (56.0 GB), or measure it in class C on 2 GPUs of this size (112.1 GB); nothing is offloaded to other memory.',
    );
  });

  test('a model that fits, and one of which nothing tells the size, is not', () => {
    expect(fitFault(subject({ quantization: { method: 'bitsandbytes', bits: 8 } }))).toBeNull();
    expect(fitFault(subject({ model: { id: 'a/b', parameters: null, files: [] } }))).toBeNull();
    const untold = [{ path: 'model.safetensors', bytes: null }];
    expect(fitFault(subject({ model: { id: 'a/b', parameters: null, files: untold } }))).toBeNull();
  });

  test('the shards that would be loaded count, and no others', () => {
    const files = [
      { path: 'model.safetensors.index.json', bytes: 1000 },
      { path: 'model-00001-of-00002.safetensors', bytes: 50e9 },
      { path: 'model-00002-of-00002.safetensors', bytes: 30e9 },
      { path: 'consolidated-00001-of-00001.safetensors', bytes: 80e9 },
      { path: 'original/model.safetensors', bytes: 80e9 },
    ];
    const message = fitFault(subject({ model: { id: 'a/b', parameters: null, files }, precision: 'float32', classes: 'single' }))?.message;
    expect(message).toContain('its weights, by their files, at float32 need at least 96.0 GB');
    expect(message).not.toContain('class');
  });

  test('of a pipeline, every component counts', () => {
    const files = [
      { path: 'model_index.json', bytes: 500 },
      { path: 'unet/config.json', bytes: 500 },
      { path: 'unet/diffusion_pytorch_model.safetensors', bytes: 60e9 },
      { path: 'unet/diffusion_pytorch_model.non_ema.safetensors', bytes: 60e9 },
      { path: 'vae/config.json', bytes: 500 },
      { path: 'vae/diffusion_pytorch_model.safetensors', bytes: 20e9 },
    ];
    const fault = fitFault(subject({ model: { id: 'a/b', parameters: null, files }, precision: 'float32', classes: 'single' }));
    expect(fault?.message).toContain('96.0 GB');
    expect(fault?.mend).toContain('Declare precision: float16');
  });
});
