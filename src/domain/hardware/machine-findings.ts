import { failure, type HardwareFinding, ok, type Purpose, unofficial, warning } from './finding.ts';

/** The oldest Node.js that runs this program. */
const LEAST_NODE = 24;

export function nodeFinding(version: string): HardwareFinding {
  const major = Number(version.split('.')[0]);
  if (major >= LEAST_NODE) return ok('node', `Node.js is ${version}.`);
  return failure('node', `Node.js is ${version}.`, `Install Node.js ${LEAST_NODE} or later.`);
}

/** @param version null where there is no git that answers */
export function gitFinding(version: string | null): HardwareFinding {
  if (version !== null) return ok('git', `git is ${version}.`);
  return failure('git', 'There is no git that answers.', 'Install git: results are published as commits.');
}

/** What a look for the library of the embedded backend gave: its packages, or why it cannot be loaded. */
export type RuntimeLook = { runtime: readonly string[] } | { message: string; mend: string };

export function runtimeFinding(look: RuntimeLook): HardwareFinding {
  if ('runtime' in look) return ok('embedded-backend', `The embedded backend runs on ${look.runtime.join(' and ')}.`);
  return failure('embedded-backend', look.message, look.mend);
}

export type CpuMeters = {
  /** What RAPL measures here, as in package-0, dram; empty where it cannot be read. */
  rapl: readonly string[];
  /** Whether the machine has RAPL at all. */
  raplPresent: boolean;
  /** Whether CPU time can be read for an estimate. */
  estimate: boolean;
};

export function cpuMeterFinding({ rapl, raplPresent, estimate }: CpuMeters): HardwareFinding {
  if (rapl.length > 0) return ok('cpu-meter', `CPU energy is measured by RAPL (${rapl.join(', ')}).`);
  const instead = estimate ? 'CPU energy is estimated from CPU time' : 'there is no CPU energy on this system';
  if (raplPresent) {
    return warning(
      'cpu-meter',
      `RAPL is there, but this user may not read it: ${instead}.`,
      'Let the runner read it: sudo chmod a+r /sys/class/powercap/intel-rapl*/energy_uj',
    );
  }
  return warning(
    'cpu-meter',
    `The machine shows no RAPL counters: ${instead}.`,
    'Run on bare metal, or on a virtual machine that passes RAPL on, for a measurement.',
  );
}

/** What is possible without a GPU that can be metered. */
export function noGpuFinding(purpose: Purpose, why: { message: string; mend: string | undefined }): HardwareFinding {
  const mend = why.mend ?? 'Use a machine with a GPU that the policy names.';
  if (purpose === 'official') return failure('gpu', `${why.message} Official results need one.`, mend);
  return warning('gpu', `${why.message} Models run on the CPU, and their results have a board of its own.`, mend);
}

/** What a look at the Python worker gave: its libraries and the GPUs they can use, or why it cannot run. */
export type WorkerLook = { python: string; runtime: readonly string[]; gpus: number } | { message: string; mend: string };

/** @param gpus GPUs of the machine that are real */
export function workerFinding(look: WorkerLook, gpus: number, purpose: Purpose): HardwareFinding {
  const unfit = unofficial(purpose);
  if ('message' in look) return unfit('worker', `The transformers backend cannot run: ${look.message}`, look.mend);
  const told = `The transformers backend runs on ${look.runtime.join(', ')} (${look.python})`;
  if (look.gpus >= gpus) return ok('worker', `${told}${gpus === 0 ? ', on the processor' : `, with ${look.gpus} of ${gpus} GPUs`}.`);
  return unfit(
    'worker',
    `${told}, and PyTorch can use ${look.gpus} of the ${gpus} GPUs.`,
    'Update the NVIDIA driver to one that takes the CUDA version of PyTorch, or install a PyTorch for the driver.',
  );
}

/** @param look how models are sealed off, or why they are not */
export function sandboxFinding(look: { sandbox: string } | { message: string; mend: string }, purpose: Purpose): HardwareFinding {
  if ('sandbox' in look) return ok('sandbox', `Models are sealed off by ${look.sandbox}.`);
  return unofficial(purpose)('sandbox', `Models run unsealed, as processes of yours: ${look.message}`, look.mend);
}

/** What the counter of one GPU showed, or the fault it gave. */
export type CounterLook =
  | { updatePeriodSeconds: number | null; microsecondsPerRead: number; microsecondsPerSample: number }
  | { code: string; message: string; mend: string | undefined };

/** From this on an edge of a ten-second phase is off by more than one hundredth of the phase. */
const COARSE_PERIOD_SECONDS = 0.1;

export function counterFinding(index: number, look: CounterLook, purpose: Purpose): HardwareFinding {
  if ('code' in look) return failure(look.code, look.message, look.mend ?? 'Update the NVIDIA driver.');
  const { updatePeriodSeconds: period } = look;
  const cost = `one reading takes ${look.microsecondsPerRead.toFixed(1)} µs, one look at everything ${look.microsecondsPerSample.toFixed(0)} µs`;
  if (period === null) {
    return unofficial(purpose)(
      'gpu-counter',
      `The update period of GPU ${index}'s counter could not be measured; ${cost}.`,
      'Look again; update the NVIDIA driver.',
    );
  }
  const told = `The energy counter of GPU ${index} moves every ${(period * 1000).toFixed(1)} ms; ${cost}`;
  if (period <= COARSE_PERIOD_SECONDS * 1.05) return ok('gpu-counter', `${told}.`);
  return warning('gpu-counter', `${told}: the edges of short phases are uncertain.`, 'Raise run.minimumPhaseSeconds in the policy.');
}
