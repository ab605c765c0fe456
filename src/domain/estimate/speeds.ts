import { slug } from '../identifiers.ts';

/** How fast hardware is at its best. */
export type Speeds = {
  /** What it is, for people. */
  name: string;
  kind: 'gpu' | 'cpu';
  /** Whether this very hardware is meant; otherwise it stands for another that is not known. */
  known: boolean;
  memoryBytes: number;
  bytesPerSecond: number;
  /** With numbers of 16 bits, dense. */
  flopsPerSecond16: number;
  /** With numbers of 32 bits, without tensor cores: what frameworks do by default. */
  flopsPerSecond32: number;
};

type Row = readonly [pattern: RegExp, memoryGigabytes: number, terabytesPerSecond: number, teraflops16: number, teraflops32: number];

/** Memory, memory bandwidth and dense peaks as NVIDIA's data sheets give them, by the slug of the product name; the first that matches. */
const GPUS: readonly Row[] = [
  [/b200/, 180, 8, 2250, 75],
  [/h200/, 141, 4.8, 989, 67],
  [/h100-nvl/, 94, 3.9, 835, 60],
  [/h100-pcie/, 80, 2, 756, 51],
  [/h100/, 80, 3.35, 989, 67],
  [/a100.*80gb/, 80, 2.04, 312, 19.5],
  [/a100/, 40, 1.56, 312, 19.5],
  [/l40s/, 48, 0.864, 362, 91.6],
  [/a10\b|a10g/, 24, 0.6, 125, 31.2],
  [/\bl4\b/, 24, 0.3, 121, 30.3],
  [/\bt4\b/, 16, 0.32, 65, 8.1],
  [/rtx-4090/, 24, 1.01, 165, 82.6],
];

const H100 = GPUS.find(([pattern]) => pattern.source === 'h100') as Row;

/** The speeds of a GPU by its product name, as in NVIDIA H100 80GB HBM3; those of an H100 where the name is not known. */
export function gpuSpeeds(name: string): Speeds {
  const row = GPUS.find(([pattern]) => pattern.test(slug(name)));
  const [, memory, bandwidth, flops16, flops32] = row ?? H100;
  return {
    name,
    kind: 'gpu',
    known: row !== undefined,
    memoryBytes: memory * 1e9,
    bytesPerSecond: bandwidth * 1e12,
    flopsPerSecond16: flops16 * 1e12,
    flopsPerSecond32: flops32 * 1e12,
  };
}

/** Floating-point operations that one logical core does in a second, and the bytes that all of them read: rough, for any processor. */
const CORE_FLOPS = 30e9;
const CPU_BYTES = 25e9;

/** The speeds of a processor, known by its number of logical cores alone. */
export const cpuSpeeds = (name: string, logicalCores: number): Speeds => ({
  name,
  kind: 'cpu',
  known: false,
  memoryBytes: Infinity,
  bytesPerSecond: CPU_BYTES,
  flopsPerSecond16: CORE_FLOPS * logicalCores,
  flopsPerSecond32: CORE_FLOPS * logicalCores,
});
