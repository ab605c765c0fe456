import { type Fault, inputFault } from '../../../domain/errors.ts';

/** Sound as a WAV file holds it: one array per channel, each sample from -1 to 1. */
export type Sound = { samplesPerSecond: number; channels: Float32Array[] };

/** Encodings this reader takes, by the format tag of their fmt chunk; 0xfffe tells it further on. */
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** Where an extensible fmt chunk tells its encoding. */
const EXTENSIBLE_TAG = 24;
const FMT_BYTES = 16;

const SAMPLES_PER_SECOND = { least: 4_000, most: 384_000 };

/** First bytes of other formats of sound, to name them. */
const OTHER_FORMATS: readonly (readonly [name: string, at: number, start: string])[] = [
  ['FLAC', 0, 'fLaC'],
  ['Ogg', 0, 'OggS'],
  ['MP3', 0, 'ID3'],
  ['MP3', 0, '\xff\xfb'],
  ['MPEG-4', 4, 'ftyp'],
  ['AIFF', 0, 'FORM'],
  ['WebM or Matroska', 0, '\x1a\x45\xdf\xa3'],
];

const CONVERT = 'Convert it to WAV, 16-bit PCM, mono or stereo, as by: ffmpeg -i clip -ac 1 -ar 16000 -c:a pcm_s16le clip.wav';

const unsupported = (message: string): Fault => inputFault(message, { code: 'audio-unsupported', mend: CONVERT });
const damaged = (name: string, why: string): Fault =>
  inputFault(`${name} is not a whole WAV file: ${why}.`, { code: 'audio-damaged', mend: 'Take the file anew from its source.' });

/**
 * Reads a WAV file: 16-bit PCM or 32-bit float, mono or stereo. The format is that of "Multimedia Programming Interface
 * and Data Specifications 1.0" (IBM and Microsoft, 1991) with WAVE_FORMAT_EXTENSIBLE.
 * @param name the file's name for messages
 * @throws Fault of the input: audio-unsupported (another format or encoding), audio-damaged
 */
export function readWav(bytes: Uint8Array, name: string): Sound {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number): string => file.toString('latin1', at, at + 4);
  if (tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw unsupported(`${name} is ${formatOf(file)}, where this backend reads WAV.`);
  const encoding = encodingOf(chunk(file, 'fmt ', name), name);
  const { at, length } = chunk(file, 'data', name);
  const frameBytes = encoding.sampleBytes * encoding.channels;
  if (length === 0) throw damaged(name, 'it holds no sound');
  if (length % frameBytes !== 0) throw damaged(name, 'its last sample is cut off');
  return { samplesPerSecond: encoding.samplesPerSecond, channels: samplesOf(file, at, length / frameBytes, encoding) };
}

function formatOf(file: Buffer): string {
  const other = OTHER_FORMATS.find(([, at, start]) => file.toString('latin1', at, at + start.length) === start);
  return other === undefined ? 'no sound that it knows' : other[0];
}

type Chunk = { file: Buffer; at: number; length: number };

/** The first chunk of a kind; chunks begin at even places. */
function chunk(file: Buffer, kind: string, name: string): Chunk {
  let place = 12;
  while (place + 8 <= file.length) {
    const found = file.toString('latin1', place, place + 4);
    const length = file.readUInt32LE(place + 4);
    const at = place + 8;
    if (found === kind) {
      if (at + length > file.length) throw damaged(name, `its ${kind.trim()} chunk is cut off`);
      return { file, at, length };
    }
    place = at + length + (length % 2);
  }
  throw damaged(name, `it has no ${kind.trim()} chunk`);
}

type Encoding = { sampleBytes: 2 | 4; channels: number; samplesPerSecond: number };

function encodingOf({ file, at, length }: Chunk, name: string): Encoding {
  if (length < FMT_BYTES) throw damaged(name, 'its fmt chunk is too short');
  const told = file.readUInt16LE(at);
  const format = told === EXTENSIBLE && length >= EXTENSIBLE_TAG + 2 ? file.readUInt16LE(at + EXTENSIBLE_TAG) : told;
  const channels = file.readUInt16LE(at + 2);
  const samplesPerSecond = file.readUInt32LE(at + 4);
  const bits = file.readUInt16LE(at + 14);
  const sampleBytes = format === PCM && bits === 16 ? 2 : format === FLOAT && bits === 32 ? 4 : null;
  if (sampleBytes === null)
    throw unsupported(`${name} holds ${encodingName(format, bits)}, where this backend reads 16-bit PCM and 32-bit float.`);
  if (channels !== 1 && channels !== 2) throw unsupported(`${name} has ${channels} channels, where this backend reads one or two.`);
  if (samplesPerSecond < SAMPLES_PER_SECOND.least || samplesPerSecond > SAMPLES_PER_SECOND.most) {
    throw unsupported(`${name} has ${samplesPerSecond} samples a second, where this backend reads 4,000 to 384,000.`);
  }
  return { sampleBytes, channels, samplesPerSecond };
}

function encodingName(format: number, bits: number): string {
  if (format === PCM) return `${bits}-bit PCM`;
  return format === FLOAT ? `${bits}-bit float` : `an encoding of number ${format}`;
}

function samplesOf(file: Buffer, at: number, frames: number, { sampleBytes, channels }: Encoding): Float32Array[] {
  const sampleAt = (place: number): number => (sampleBytes === 2 ? file.readInt16LE(place) / 0x8000 : file.readFloatLE(place));
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame++) samples[frame] = sampleAt(at + (frame * channels + channel) * sampleBytes);
    return samples;
  });
}
