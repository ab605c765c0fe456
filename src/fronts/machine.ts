import { randomBytes } from 'node:crypto';
import { embeddedCommand } from '../backends/command.ts';
import { startBackend } from '../backends/process.ts';
import { inputFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { BenchmarkPorts } from '../stages/benchmark.ts';
import { type InstrumentOptions, machineInstruments } from './instruments.ts';

export type MachineOptions = InstrumentOptions & {
  /** Learns of every backend that starts, so that somebody can end it should this process be killed. */
  onBackend?: (pid: number) => void;
};

/** What a benchmark needs of this machine, wired together. */
export function thisMachine(options: MachineOptions): BenchmarkPorts {
  const instruments = machineInstruments(options);
  return {
    async startBackend({ plan, workFolder, ...request }) {
      await instruments.lookAtRest();
      const backend = await startBackend({ ...commandOf(plan), folder: workFolder, ...request });
      options.onBackend?.(backend.pid);
      return backend;
    },
    instrument: instruments.instrument,
    sandbox: { isolation: 'none', container: null },
    clock: () => performance.now() / 1000,
    now: () => new Date(),
    nonce: () => randomBytes(16).toString('hex'),
  };
}

function commandOf(plan: Plan) {
  if (plan.backend.id === 'embedded') return embeddedCommand();
  throw inputFault(`The backend ${plan.backend.id} is not part of this version.`, {
    code: 'backend-unavailable',
    mend: 'Use backend: embedded, which runs ONNX weights.',
  });
}
