import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SOURCES = resolve(import.meta.dirname, '../fake-nvml');
const BUILT = resolve('node_modules/.cache/integration/fake-nvml');
const LIBRARY = 'libnvidia-ml.so.1';
/** No contraction of products and sums: the energies are those of fake-nvml-truth.ts to the last bits. */
const FLAGS = ['-std=c17', '-D_GNU_SOURCE', '-O2', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-ffp-contract=off', '-fPIC', '-shared'];
const LINK = ['-fvisibility=hidden', `-Wl,-soname,${LIBRARY}`, '-Wl,-z,defs', '-lm', '-lpthread'];

/** Scenes that are shipped, by name: the text of each. */
export const SCENES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(SOURCES, 'scenes'))
    .sort()
    .map((file) => [file.replace(/\.scene$/, ''), readFileSync(join(SOURCES, 'scenes', file), 'utf8')]),
);

/** Text of a shipped scene. @throws Error where there is none of that name */
export function scene(name: string): string {
  const text = SCENES[name];
  if (text === undefined) throw new Error(`No scene is called ${name}; there are ${Object.keys(SCENES).join(', ')}.`);
  return text;
}

/** UUID that the library gives to a GPU whose scene names none. */
export const fakeUuid = (index: number): string => `GPU-5ce9e000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** Builds the library with cc, once for the same sources. Gives its path; its folder holds nothing else. */
export async function buildFakeNvml(): Promise<string> {
  const sources = readdirSync(SOURCES).filter((file) => /\.[ch]$/.test(file));
  const digest = createHash('sha256').update(JSON.stringify([FLAGS, LINK]));
  for (const file of sources.sort()) digest.update(file).update(readFileSync(join(SOURCES, file)));
  const path = join(BUILT, digest.digest('hex').slice(0, 16), LIBRARY);
  if (existsSync(path)) return path;
  await mkdir(dirname(path), { recursive: true });
  // Built beside and renamed, so that nobody loads half a library.
  const folder = await mkdtemp(join(BUILT, 'building-'));
  try {
    const built = join(folder, LIBRARY);
    const files = sources.filter((file) => file.endsWith('.c')).map((file) => join(SOURCES, file));
    await run('cc', [...FLAGS, '-o', built, ...files, ...LINK]);
    await rename(built, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return path;
}

/** Writes a scene into a file of its own, gone at the end of its scope. */
export async function writeScene(text: string): Promise<AsyncDisposable & { path: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'scene-'));
  const path = join(folder, 'played.scene');
  await writeFile(path, text);
  return { path, folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

export type VirtualClock = AsyncDisposable & {
  /** File for FAKE_NVML_CLOCK. */
  path: string;
  /** Seconds since time zero. */
  seconds(): number;
  /** Lets it be so many seconds after time zero, for every library that has opened this clock. */
  set(seconds: number): void;
  advance(seconds: number): void;
};

/** A clock that stands still unless a test moves it. */
export async function virtualClock(): Promise<VirtualClock> {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'));
  const path = join(folder, 'nanoseconds');
  await writeFile(path, new Uint8Array(8));
  const file = openSync(path, 'r+');
  let nanoseconds = 0n;
  const write = (value: bigint) => {
    nanoseconds = value;
    writeSync(file, new BigInt64Array([value]), 0, 8, 0);
  };
  const inNanoseconds = (seconds: number) => BigInt(Math.round(seconds * 1e9));
  return {
    path,
    seconds: () => Number(nanoseconds) / 1e9,
    set: (seconds) => write(inNanoseconds(seconds)),
    advance: (seconds) => write(nanoseconds + inNanoseconds(seconds)),
    [Symbol.asyncDispose]: async () => {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type SceneOptions = {
  /** A virtual clock; default: real time. */
  clock?: VirtualClock;
  /** Time zero on the real clock, as process.hrtime.bigint() tells it, shared by processes; default: as the library opens. */
  epoch?: bigint;
  /** File that a test writes as the cue: seconds since time zero. */
  cue?: string;
  /** File of process ids that count as the run's own. */
  pids?: string;
  /** Word in the command lines of the run's own processes, where no file names them. */
  worker?: string;
};

/** Variables under which a program plays a scene: ours by AI_ENERGY_SCORE_NVML, any other by the loader's path. */
export async function environmentFor(scenePath: string, options: SceneOptions = {}): Promise<Record<string, string>> {
  const library = await buildFakeNvml();
  return {
    AI_ENERGY_SCORE_NVML: library,
    LD_LIBRARY_PATH: dirname(library),
    FAKE_NVML_SCENE: scenePath,
    ...(options.clock === undefined ? {} : { FAKE_NVML_CLOCK: options.clock.path }),
    ...(options.epoch === undefined ? {} : { FAKE_NVML_EPOCH_NS: String(options.epoch) }),
    ...(options.cue === undefined ? {} : { FAKE_NVML_CUE: options.cue }),
    ...(options.pids === undefined ? {} : { FAKE_NVML_PIDS: options.pids }),
    ...(options.worker === undefined ? {} : { FAKE_NVML_WORKER: options.worker }),
  };
}
