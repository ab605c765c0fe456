import { operatorFault } from '../domain/errors.ts';
import { gpusFor } from '../domain/estimate/estimate.ts';
import type { Policy } from '../domain/policy.ts';
import { taskOf } from '../domain/tasks.ts';
import { openGpuAccess } from '../energy/gpu-access.ts';
import type { GpuDescription } from '../ports/gpu.ts';
import type { EstimatedFile } from '../stages/estimate.ts';
import { backendOf } from '../stages/plan.ts';
import type { ValidatedFile } from '../stages/validate.ts';
import type { InstrumentOptions } from './instruments.ts';
import type { MeasureOptions } from './measure-options.ts';

/**
 * The GPUs that a command may use: those that the operator names, else all.
 * @throws Fault of the operator, code gpu-not-found
 */
export function usableGpus(gpus: readonly GpuDescription[], { gpus: named }: Pick<InstrumentOptions, 'gpus'>): readonly GpuDescription[] {
  const found = named?.map((uuid) => gpus.find((gpu) => gpu.uuid === uuid) ?? missing(uuid));
  return found ?? gpus;
}

function missing(uuid: string): never {
  throw operatorFault(`There is no GPU with the UUID ${uuid} on this machine.`, {
    code: 'gpu-not-found',
    mend: 'List the UUIDs of this machine: nvidia-smi -L',
  });
}

/**
 * How many GPUs a submission holds in a queue: as many as its model needs, and all of them where it computes beside them, on
 * the processor or behind an endpoint, for then nothing else may run.
 */
export function gpusNeeded({ submission, parameters }: EstimatedFile, gpus: readonly GpuDescription[], policy: Policy): number {
  const backend = backendOf(submission, policy);
  const played = gpus.every(({ scripted }) => scripted);
  if (backend !== 'transformers' && !(played && backend === 'embedded')) return gpus.length;
  const task = taskOf(submission.task);
  const model = { parameters, precision: submission.precision ?? task.precision, quantization: submission.quantization ?? null };
  return gpusFor(task, model, Math.min(...gpus.map(({ memoryBytes }) => memoryBytes)));
}

/**
 * Product name of the first real GPU that may be used, for an estimate; null where there is none, where it does not answer, and
 * where no submission needs one.
 */
export async function gpuNameHere(
  files: readonly ValidatedFile[],
  { instruments: { meter, nvml, gpus: named }, folder: { policy } }: Pick<MeasureOptions, 'instruments' | 'folder'>,
): Promise<string | null> {
  if (files.every(({ submission }) => submission === null || backendOf(submission, policy) === 'embedded')) return null;
  // What is wrong with the driver is told by the measurement that follows.
  const access = await openGpuAccess(meter, nvml === undefined ? {} : { library: nvml }).catch(() => null);
  try {
    const real = access?.devices().filter(({ uuid, scripted }) => !scripted && (named === undefined || named.includes(uuid)));
    return real?.[0]?.name ?? null;
  } catch {
    return null;
  } finally {
    access?.close();
  }
}
