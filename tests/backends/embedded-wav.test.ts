import { describe, expect, test } from 'vitest';
import { mono, resampled } from '../../src/backends/embedded/audio/resample.ts';
import { readWav } from '../../src/backends/embedded/audio/wav.ts';
import { formatChunk, riff, tone, wavOf } from '../support/wav-files.ts';

const SAMPLES = [0, 0.25, -0.5, 1 - 2 ** -15, -1];

describe('a WAV file', () => {
  test.each([
    ['16-bit PCM', 'pcm16', false],
    ['32-bit float', 'float32', false],
    ['16-bit PCM, told in the extensible way', 'pcm16', true],
    ['32-bit float, told in the extensible way', 'float32', true],
  ] as const)('of %s gives its samples', (_, encoding, extensible) => {
    const sound = readWav(wavOf({ channels: [SAMPLES], samplesPerSecond: 8000, encoding, extensible }), 'clip.wav');
    expect(sound.samplesPerSecond).toBe(8000);
    expect(sound.channels.map((channel) => [...channel])).toEqual([SAMPLES.map(Math.fround)]);
  });

  test('of two channels gives each, and both make one by half their sum', () => {
    const { channels } = readWav(
      wavOf({
        channels: [
          [0.5, -0.5],
          [0.25, 0.5],
        ],
        samplesPerSecond: 44_100,
      }),
      'clip.wav',
    );
    expect(channels.map((channel) => [...channel])).toEqual([
      [0.5, -0.5],
      [0.25, 0.5],
    ]);
    expect([...mono(channels)]).toEqual([0.375, 0]);
  });

  test('may hold other chunks before its sound, odd lengths padded', () => {
    const before = [{ kind: 'LIST', bytes: Buffer.from('odd') }];
    expect(readWav(wavOf({ channels: [SAMPLES], samplesPerSecond: 8000, before }), 'clip.wav').channels[0]).toHaveLength(5);
  });

  test('lies anywhere in a larger buffer', () => {
    const wav = wavOf({ channels: [SAMPLES], samplesPerSecond: 8000 });
    const larger = new Uint8Array(wav.length + 7);
    larger.set(wav, 7);
    expect(readWav(larger.subarray(7), 'clip.wav').channels[0]).toHaveLength(5);
  });
});

describe('refused, with what to convert to, is', () => {
  const unsupported = (bytes: Uint8Array) => {
    try {
      readWav(bytes, 'clips/one');
    } catch (fault) {
      expect(fault).toMatchObject({ kind: 'input', code: 'audio-unsupported', mend: expect.stringMatching(/WAV, 16-bit PCM.*ffmpeg/) });
      return (fault as Error).message;
    }
    throw new Error('It was read.');
  };

  test.each([
    ['FLAC', Buffer.from('fLaC\0\0\0\x22more')],
    ['Ogg', Buffer.from('OggS\0\x02\0\0more')],
    ['MP3', Buffer.from('ID3\x04\0\0\0\0more')],
    ['MP3', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0])],
    ['MPEG-4', Buffer.from('\0\0\0\x20ftypM4A ')],
    ['no sound that it knows', Buffer.from('Hello, this is a text.')],
    ['no sound that it knows', Buffer.alloc(0)],
  ])('%s', (name, bytes) => {
    expect(unsupported(bytes)).toBe(`clips/one is ${name}, where this backend reads WAV.`);
  });

  test.each([
    ['24-bit PCM', { tag: 1, channels: 1, bits: 24 }],
    ['8-bit PCM', { tag: 1, channels: 1, bits: 8 }],
    ['64-bit float', { tag: 3, channels: 1, bits: 64 }],
    ['an encoding of number 85', { tag: 85, channels: 1, bits: 0 }],
    ['6 channels', { tag: 1, channels: 6, bits: 16 }],
    ['1000 samples a second', { tag: 1, channels: 1, bits: 16, samplesPerSecond: 1000 }],
  ])('%s', (name, format) => {
    const chunks = [
      { kind: 'fmt ', bytes: formatChunk({ samplesPerSecond: 16_000, ...format }) },
      { kind: 'data', bytes: Buffer.alloc(48) },
    ];
    expect(unsupported(riff(chunks))).toContain(name);
  });
});

describe('damaged, and told so, is a WAV file', () => {
  const whole = wavOf({ channels: [SAMPLES], samplesPerSecond: 8000 });
  const fmt = { kind: 'fmt ', bytes: formatChunk({ tag: 1, channels: 2, samplesPerSecond: 8000, bits: 16 }) };
  test.each([
    ['its data chunk is cut off', whole.subarray(0, -2)],
    ['it has no data chunk', whole.subarray(0, 36)],
    ['it has no fmt chunk', riff([{ kind: 'data', bytes: Buffer.alloc(4) }])],
    ['its fmt chunk is too short', riff([{ kind: 'fmt ', bytes: Buffer.alloc(8) }])],
    ['it holds no sound', riff([fmt, { kind: 'data', bytes: Buffer.alloc(0) }])],
    ['its last sample is cut off', riff([fmt, { kind: 'data', bytes: Buffer.alloc(6) }])],
  ])('when %s', (why, bytes) => {
    expect(() => readWav(bytes, 'clip.wav')).toThrow(
      expect.objectContaining({ kind: 'input', code: 'audio-damaged', message: `clip.wav is not a whole WAV file: ${why}.` }),
    );
  });
});

describe('a sound at another rate', () => {
  /** Largest difference from what the tone would be, away from the edges. */
  const error = (found: Float32Array, wanted: Float32Array): number => {
    let largest = 0;
    for (let index = 200; index < wanted.length - 200; index++)
      largest = Math.max(largest, Math.abs((found[index] ?? 0) - (wanted[index] ?? 0)));
    return largest;
  };

  test.each([
    [44_100, 16_000],
    [48_000, 16_000],
    [8_000, 16_000],
    [11_025, 16_000],
    [22_050, 16_000],
  ])('keeps its tone from %i to %i samples a second', (from, to) => {
    const found = resampled(tone(440, 0.5, from), from, to);
    const wanted = tone(440, 0.5, to);
    expect(Math.abs(found.length - wanted.length)).toBeLessThanOrEqual(1);
    expect(error(found, wanted)).toBeLessThan(0.005);
  });

  test('loses what the lower rate cannot hold', () => {
    const found = resampled(tone(12_000, 0.5, 48_000), 48_000, 16_000);
    expect(error(found, new Float32Array(found.length))).toBeLessThan(0.005);
  });

  test('is the same sound at the same rate', () => {
    const sound = tone(440, 0.1, 16_000);
    expect(resampled(sound, 16_000, 16_000)).toBe(sound);
  });
});
