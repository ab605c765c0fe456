import os from 'node:os';
import { operatorFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import type { GpuRecord } from '../domain/hardware/gpu-record.ts';
import { cpuProfile, gpuProfile } from '../domain/hardware/profile.ts';
import { isScripted } from '../domain/hardware/scripted.ts';

export type Hardware = Result['hardware'];

/**
 * What this machine is: processor, memory, operating system, and the GPUs as they were recorded.
 * The profile is that of the GPUs that worked; where none did, that of the processor.
 * @throws Fault of the operator when the operating system does not tell the processor
 */
export function inventory(gpus: readonly GpuRecord[] = []): Hardware {
  const model = os.cpus()[0]?.model.trim() || os.machine();
  if (model === '') throw operatorFault('The operating system does not name the processor.', { code: 'hardware-unknown' });
  const logicalCores = os.availableParallelism();
  const worked = gpus.filter((gpu) => gpu.worked);
  return {
    profile: worked.length > 0 ? gpuProfile(worked.map(({ name }) => name)) : cpuProfile(model, logicalCores),
    scripted: worked.some(({ driver }) => isScripted(driver)),
    gpus: [...gpus],
    cpu: { model: model.slice(0, 200), logicalCores },
    memoryBytes: os.totalmem(),
    os: `${os.type()} ${os.release()} ${os.arch()}`.slice(0, 120),
  };
}
