type WavParts = {
  /** One array per channel, each sample from -1 to 1. */
  channels: readonly (readonly number[] | Float32Array)[];
  samplesPerSecond: number;
  encoding?: 'pcm16' | 'float32';
  /** Whether the encoding is told by an extensible fmt chunk. */
  extensible?: boolean;
  /** Chunks before the sound, as some recorders write them. */
  before?: readonly { kind: string; bytes: Uint8Array }[];
};

const TAGS = { pcm16: 1, float32: 3 } as const;

/** The bytes of a WAV file. */
export function wavOf(parts: WavParts): Buffer {
  const { channels, samplesPerSecond, encoding = 'pcm16', extensible = false, before = [] } = parts;
  const bytesPerSample = encoding === 'pcm16' ? 2 : 4;
  const frames = channels[0]?.length ?? 0;
  const sound = Buffer.alloc(frames * channels.length * bytesPerSample);
  for (let frame = 0; frame < frames; frame++) {
    for (const [index, channel] of channels.entries()) {
      const place = (frame * channels.length + index) * bytesPerSample;
      const sample = channel[frame] ?? 0;
      if (encoding === 'pcm16') sound.writeInt16LE(Math.min(32_767, Math.round(sample * 32_768)), place);
      else sound.writeFloatLE(sample, place);
    }
  }
  const format = formatChunk({ tag: TAGS[encoding], channels: channels.length, samplesPerSecond, bits: bytesPerSample * 8, extensible });
  return riff([{ kind: 'fmt ', bytes: format }, ...before, { kind: 'data', bytes: sound }]);
}

type Format = { tag: number; channels: number; samplesPerSecond: number; bits: number; extensible?: boolean };

/** The content of a fmt chunk. */
export function formatChunk({ tag, channels, samplesPerSecond, bits, extensible = false }: Format): Buffer {
  const chunk = Buffer.alloc(extensible ? 40 : 16);
  chunk.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  chunk.writeUInt16LE(channels, 2);
  chunk.writeUInt32LE(samplesPerSecond, 4);
  chunk.writeUInt32LE((samplesPerSecond * channels * bits) / 8, 8);
  chunk.writeUInt16LE((channels * bits) / 8, 12);
  chunk.writeUInt16LE(bits, 14);
  if (extensible) {
    chunk.writeUInt16LE(22, 16);
    chunk.writeUInt16LE(bits, 18);
    chunk.writeUInt16LE(tag, 24);
  }
  return chunk;
}

/** A RIFF file of chunks, each padded to an even length. */
export function riff(chunks: readonly { kind: string; bytes: Uint8Array }[]): Buffer {
  const written = chunks.map(({ kind, bytes }) => {
    const head = Buffer.alloc(8);
    head.write(kind, 0, 'latin1');
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WAVE'), ...written]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A sine of some hertz. */
export const tone = (hertz: number, seconds: number, samplesPerSecond: number): Float32Array =>
  Float32Array.from({ length: Math.round(seconds * samplesPerSecond) }, (_, index) =>
    Math.fround(0.5 * Math.sin((2 * Math.PI * hertz * index) / samplesPerSecond)),
  );
