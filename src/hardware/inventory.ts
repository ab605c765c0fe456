import os from 'node:os';
import { operatorFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { slug } from '../domain/identifiers.ts';

export type Hardware = Result['hardware'];

/** The longest hardware profile that a record takes. */
const PROFILE_LENGTH = 80;

/**
 * What this machine is: processor, memory, operating system. GPUs are listed by their meter's library.
 * @throws Fault of the operator when the operating system does not tell the processor
 */
export function inventory(): Hardware {
  const model = os.cpus()[0]?.model.trim() || os.machine();
  if (model === '') throw operatorFault('The operating system does not name the processor.', { code: 'hardware-unknown' });
  const logicalCores = os.availableParallelism();
  return {
    profile: cpuProfile(model, logicalCores),
    scripted: false,
    gpus: [],
    cpu: { model: model.slice(0, 200), logicalCores },
    memoryBytes: os.totalmem(),
    os: `${os.type()} ${os.release()} ${os.arch()}`.slice(0, 120),
  };
}

/** The hardware profile of a machine without GPU, as in amd-epyc-7763-2-cores. */
function cpuProfile(model: string, logicalCores: number): string {
  const cores = `${logicalCores}-core${logicalCores === 1 ? '' : 's'}`;
  const name = slug(model)
    .slice(0, PROFILE_LENGTH - cores.length - 1)
    .replace(/-+$/, '');
  return name === '' ? `cpu-${cores}` : `${name}-${cores}`;
}
