import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { canonicalJson, digestOf, sha256 } from '../domain/canonical.ts';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { EdgeReading, GpuTraceRow, TraceRow } from '../domain/evidence.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Meter, Result } from '../domain/generated/result.ts';
import { slug } from '../domain/identifiers.ts';

/** A time without measurement between two runs of one result. */
export type Pause = {
  /** Runs that were finished when it began. */
  afterRun: number;
  /** Last and first sample around it, in seconds on the record's clock. */
  startSeconds: number;
  endSeconds: number;
  /** resumed: the benchmark was interrupted. alternated: the machine ran the base that this result is compared with. */
  reason: 'resumed' | 'alternated';
};

/** What has to be the same before and after an interruption. */
export type Circumstances = {
  plan: Plan;
  hardware: Result['hardware'];
  /** Digest over the model's files; null where they lie behind an endpoint. */
  model: string | null;
  /** Runner and isolation, known before anything starts. */
  runner: Pick<Result['software'], 'runner' | 'isolation' | 'container'>;
  /** What the backend says of itself. */
  backend: Pick<Result['software'], 'backend' | 'runtime'>;
  meters: Meter[];
};

/** A benchmark as far as it is finished. */
export type Progressed = {
  loadModelSeconds: number;
  device: string;
  parameters: number | null;
  /** What the model really got; absent where the backend cannot be asked. */
  applied?: NonNullable<Result['applied']>;
  warmUp: Result['warmUp'];
  prefill: Result['prefill'];
  runs: Result['runs'];
  /** The window with several queries at once; absent before it, and where none is planned. */
  concurrent?: NonNullable<Result['concurrent']>;
  readings: EdgeReading[];
  pauses: Pause[];
};

/** One row of a bundle's trace. */
export type AnyTraceRow = TraceRow | GpuTraceRow;

/** What a checkpoint folder holds. */
export type Checkpoint = CheckpointState & { trace: AnyTraceRow[]; segments: TraceSegment[] };

type CheckpointState = {
  savedAt: string;
  /** Name of the folder beside it in which the result grew. */
  partial: string;
  circumstances: Circumstances;
  progressed: Progressed;
};

/** One file of a checkpoint's trace. */
export type TraceSegment = { file: string; sha256: string };

type StateFile = CheckpointState & { version: 1; segments: readonly TraceSegment[] };

const STATE_FILE = 'checkpoint.json';

/** Largest trace segment that is unpacked, in bytes. */
const SEGMENT_BYTES = 1024 * 1024 * 1024;

const pack = promisify(gzip);

/** Where the checkpoint of one submission lies in an output folder. */
export function checkpointFolder(outFolder: string, plan: Pick<Plan, 'model' | 'task' | 'variant'>): string {
  const name = [slug(plan.model.id), plan.task, plan.variant].filter((part) => part !== null).join('.');
  return join(outFolder, `.checkpoint-${name}`);
}

/** Writes checkpoints of one benchmark, each in the place of the one before. */
export type CheckpointWriter = {
  /**
   * Writes down what is finished. The trace goes in pieces, the state is replaced in one step after them: whatever
   * ends the process, the folder holds the last whole state.
   * @param trace rows since the last save
   * @throws Fault of the operator, code checkpoint-not-written
   */
  save(state: CheckpointState, trace: readonly AnyTraceRow[]): Promise<void>;
};

/** @param continued the trace of the checkpoint that is continued; empty begins anew, in an empty folder */
export function checkpointWriter(folder: string, continued: readonly TraceSegment[]): CheckpointWriter {
  const segments = [...continued];
  let saved = continued.length > 0;
  return {
    async save(state, trace) {
      try {
        if (segments.length === 0) {
          await rm(folder, { recursive: true, force: true });
          await mkdir(folder, { recursive: true });
        }
        const packed = await pack(trace.map((row) => `${JSON.stringify(row)}\n`).join(''));
        const file = `trace-${segments.length + 1}.jsonl.gz`;
        await writeFile(join(folder, file), packed);
        segments.push({ file, sha256: sha256(packed) });
        const text = sealed({ version: 1, ...state, segments });
        await writeFile(join(folder, `${STATE_FILE}.new`), text, { flush: true });
        await rename(join(folder, `${STATE_FILE}.new`), join(folder, STATE_FILE));
        saved = true;
      } catch (cause) {
        if (!saved) await rm(folder, { recursive: true, force: true });
        throw operatorFault(`The checkpoint ${folder} cannot be written: ${messageOf(cause)}.`, {
          code: 'checkpoint-not-written',
          mend: 'See that the output folder has room and may be written, or pass --no-checkpoint.',
          cause,
        });
      }
    },
  };
}

const sealed = (state: StateFile): string => `${digestOf(state)}\n${JSON.stringify(state)}\n`;

/**
 * Reads a checkpoint.
 * @returns null when there is none
 * @throws Fault of the operator, code checkpoint-damaged
 */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  const text = await readFile(join(folder, STATE_FILE), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw damaged(folder, cause);
  });
  if (text === null) return null;
  try {
    const [digest, json = ''] = text.split('\n');
    const { version, segments, ...state } = JSON.parse(json) as StateFile & { segments: TraceSegment[] };
    if (version !== 1 || digest !== digestOf({ version, segments, ...state })) throw new Error(`${STATE_FILE} was changed`);
    const trace: AnyTraceRow[] = [];
    for (const segment of segments) for (const row of await rowsOf(folder, segment)) trace.push(row);
    return { ...state, segments, trace };
  } catch (cause) {
    throw damaged(folder, cause);
  }
}

/** Removes the half-written result that a killed benchmark has left beside its checkpoint. */
export async function removePartial(outFolder: string, name: string): Promise<void> {
  if (/^\.partial-[0-9a-f]{12}$/.test(name)) await rm(join(outFolder, name), { recursive: true, force: true });
}

async function rowsOf(folder: string, { file, sha256: digest }: TraceSegment): Promise<AnyTraceRow[]> {
  if (!/^trace-\d{1,6}\.jsonl\.gz$/.test(file)) throw new Error(`${file} is no trace`);
  const packed = await readFile(join(folder, file));
  if (sha256(packed) !== digest) throw new Error(`${file} was changed`);
  const lines = gunzipSync(packed, { maxOutputLength: SEGMENT_BYTES }).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as AnyTraceRow);
}

const damaged = (folder: string, cause: unknown) =>
  operatorFault(`The checkpoint ${folder} cannot be used: ${messageOf(cause)}.`, {
    code: 'checkpoint-damaged',
    mend: 'Run without --resume to begin anew.',
    cause,
  });

/**
 * Makes sure that a benchmark goes on where it was interrupted, and nowhere else.
 * @param now what is known so far; a part that is left out is not compared
 * @throws Fault of the operator, code checkpoint-differs, that names every difference
 */
export function expectSame(before: Circumstances, now: Partial<Circumstances>): void {
  const differing = [
    ...fieldsThatDiffer('the plan', before.plan, now.plan),
    ...fieldsThatDiffer('the hardware', steady(before.hardware), now.hardware && steady(now.hardware)),
    ...(now.model === undefined || now.model === before.model ? [] : ["the model's files"]),
    ...fieldsThatDiffer('the software', before.runner, now.runner),
    ...fieldsThatDiffer('the software', before.backend, now.backend),
    ...(now.meters === undefined || sameMeters(before.meters, now.meters) ? [] : ['the meters']),
  ];
  if (differing.length === 0) return;
  const boards = now.hardware === undefined ? null : otherBoards(before.hardware, now.hardware);
  throw operatorFault(`The interrupted benchmark cannot be resumed: it differs in ${differing.join('; ')}.${boards ?? ''}`, {
    code: 'checkpoint-differs',
    mend:
      boards === null
        ? 'Put back what differs, or run without --resume to begin anew.'
        : 'A result is of one board alone: bring that board back, name it with --gpu where it is still here, or run without --resume to begin anew on this one.',
  });
}

/** Tells the boards apart where others are here than before; null where they are the same. */
function otherBoards(before: Result['hardware'], now: Result['hardware']): string | null {
  const hashes = ({ gpus }: Result['hardware']) => gpus.map(({ uuidSha256 }) => uuidSha256).sort();
  if (canonicalJson(hashes(before)) === canonicalJson(hashes(now))) return null;
  const told = ({ gpus, cpu }: Result['hardware']) =>
    gpus.map(({ name, uuidSha256 }) => `${name} ${uuidSha256.slice(0, 8)}`).join(', ') || `no GPU (${cpu.model})`;
  return ` It began on ${told(before)}; here is ${told(now)} (digits of the SHA-256 of the UUID).`;
}

function fieldsThatDiffer<Part extends object>(what: string, before: Part, now: Part | undefined): string[] {
  if (now === undefined) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])] as (keyof Part & string)[];
  const differing = names.filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(now[name] ?? null));
  return differing.length === 0 ? [] : [`${what} (${differing.join(', ')})`];
}

/** What does not change on one machine between two looks: boards by their hashed UUID, drivers, limits, sizes. */
function steady({ profile, scripted, cpu, memoryBytes, os, gpus }: Result['hardware']) {
  return {
    profile,
    scripted,
    cpu,
    memoryBytes,
    os,
    gpus: gpus.map(({ uuidSha256, name, memoryBytes: bytes, driver, powerLimitWatts, mig, ecc }) => [
      uuidSha256,
      name,
      bytes,
      driver,
      powerLimitWatts,
      mig,
      ecc,
    ]),
  };
}

/** The update period is measured anew each time; everything else of a meter has to stay. */
const sameMeters = (before: readonly Meter[], now: readonly Meter[]): boolean =>
  canonicalJson(before.map(withoutPeriod)) === canonicalJson(now.map(withoutPeriod));

const withoutPeriod = ({ updatePeriodSeconds: _, ...meter }: Meter) => meter;
