import { execFileSync } from 'node:child_process';
import { type Fault, messageOf, operatorFault } from '../../domain/errors.ts';
import type { GpuLibrary, GpuSample } from '../../ports/gpu.ts';
import { cudaFrom, DEVICE_FIELDS, devicesFrom, type FieldNames, fieldNames, linesOf, sampleFields, sampleFrom } from './fields.ts';
import { type SmiStream, startStream } from './stream.ts';

/** Longest wait for one answer, in milliseconds. */
const ANSWER_MILLISECONDS = 10_000;

/** The command nvidia-smi as a way to the GPUs: it has no energy counter, and tells no processes while it streams. */
export type NvidiaSmi = GpuLibrary & {
  readonly id: 'nvidia-smi';
  /** The program. */
  readonly place: string;
  readonly version: string | null;
  /** Which power it streams. */
  readonly powerField: FieldNames['power'];
  /** The stream of samples, shared by all who ask for it; it ends when all have released it, or at close(). */
  stream(): Promise<SmiStream>;
  release(): void;
};

/**
 * Finds out whether nvidia-smi answers. Close it when done.
 * @throws Fault of the operator: nvidia-smi-missing, nvidia-smi-failed, no-gpu, nvidia-smi-unreadable
 */
export function openNvidiaSmi(program = 'nvidia-smi'): NvidiaSmi {
  const help = answer(program, ['--help-query-gpu']);
  const names = fieldNames(help);
  const cuda = cudaFrom(answerOrEmpty(program, ['--version']));
  const devices = () => devicesFrom(answer(program, [`--query-gpu=${DEVICE_FIELDS.join(',')}`, '--format=csv,noheader,nounits']), cuda);
  const found = devices();
  if (found.length === 0) throw operatorFault('nvidia-smi lists no GPU.', { code: 'no-gpu', mend: 'Look for the board with lspci.' });

  const uuids = found.map((gpu) => gpu.uuid);
  let users = 0;
  let starting: Promise<SmiStream> | null = null;
  let running: SmiStream | null = null;
  const end = () => {
    users = 0;
    running?.close();
    // A stream that is only starting ends as soon as it has.
    starting?.then((started) => started.close()).catch(() => {});
    running = null;
    starting = null;
  };
  return {
    id: 'nvidia-smi',
    place: program,
    version: found[0]?.driver ?? null,
    powerField: names.power,
    async stream() {
      users += 1;
      starting ??= startStream(program, names, uuids);
      const mine = starting;
      const started = await mine;
      if (starting === mine) running = started;
      return started;
    },
    release() {
      users -= 1;
      if (users <= 0) end();
    },
    devices,
    energyMillijoules: () => null,
    sample: (uuid) => running?.latest(uuid) ?? sampledOnce(program, names, uuid),
    close: end,
  };
}

/** One look through a process of its own, for before the stream runs. */
function sampledOnce(program: string, names: FieldNames, uuid: string): GpuSample {
  const output = answer(program, [`--query-gpu=${sampleFields(names).join(',')}`, '--format=csv,noheader,nounits', `--id=${uuid}`]);
  const found = linesOf(output)
    .map((line) => sampleFrom(line, names))
    .find((row) => row?.uuid === uuid);
  if (found != null) return { ...found.sample, processes: computeProcesses(program, uuid) };
  throw operatorFault(`nvidia-smi does not know the GPU ${uuid}.`, {
    code: 'gpu-not-found',
    mend: 'List the UUIDs of this machine: nvidia-smi -L',
  });
}

function computeProcesses(program: string, uuid: string): number[] | null {
  const lines = linesOf(answer(program, ['--query-compute-apps=pid', '--format=csv,noheader,nounits', `--id=${uuid}`]));
  const pids = lines.map((line) => Number(line.trim()));
  return pids.every(Number.isSafeInteger) ? pids : null;
}

function answer(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', timeout: ANSWER_MILLISECONDS, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw programFault(program, cause as NodeJS.ErrnoException & { stdout?: string; stderr?: string });
  }
}

function answerOrEmpty(program: string, args: readonly string[]): string {
  try {
    return answer(program, args);
  } catch {
    return ''; // Older versions do not know --version; CUDA's version is then not told.
  }
}

function programFault(program: string, cause: NodeJS.ErrnoException & { stdout?: string; stderr?: string }): Fault {
  if (cause.code === 'ENOENT') {
    return operatorFault(`There is no program ${program}.`, {
      code: 'nvidia-smi-missing',
      mend: 'Install the NVIDIA driver with its tools.',
      cause,
    });
  }
  const said = linesOf(`${cause.stderr ?? ''}\n${cause.stdout ?? ''}`)[0] ?? messageOf(cause);
  return operatorFault(`${program} failed: ${said.slice(0, 200)}`, {
    code: 'nvidia-smi-failed',
    mend: 'Run nvidia-smi by hand and mend what it says.',
    cause,
  });
}
