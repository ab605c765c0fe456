import { randomBytes } from 'node:crypto';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { pinned } from '../backends/endpoint/address.ts';
import { endpointCommand } from '../backends/endpoint/command.ts';
import { serverPid } from '../backends/endpoint/server-process.ts';
import { type BackendProcess, startBackend } from '../backends/process.ts';
import { type Endpoints, endpointFor } from '../domain/endpoints.ts';
import { operatorFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { GpuDescription } from '../ports/gpu.ts';
import type { Sandbox, SandboxBounds } from '../ports/sandbox.ts';
import { chooseSandbox, type SandboxChoice } from '../sandbox/choose.ts';
import { noSandbox } from '../sandbox/none.ts';
import type { BenchmarkPorts } from '../stages/benchmark.ts';
import { type InstrumentOptions, machineInstruments } from './instruments.ts';
import { launch } from './launch.ts';

export type MachineOptions = InstrumentOptions & {
  sandbox: {
    choice: SandboxChoice;
    /** The worker's image as NAME@sha256:DIGEST; null where none is named. */
    image: string | null;
    /** Whose model runs. */
    purpose: 'command line' | 'pull request';
  };
  /** The Python that has the worker's requirements, where it is not found by itself. */
  python?: string;
  /** The operator's servers by alias. */
  endpoints: Endpoints;
  /** Learns of every backend that starts, so that somebody can end it should this process be killed. */
  onBackend?: (pid: number) => void;
};

/** Most memory of a backend, as a fraction of the machine's: the rest keeps the machine, and the meters, alive. */
const MEMORY_FRACTION = 0.9;
/** Processes and threads of a backend beside those that each core may bring. */
const PROCESSES = 512;
const PROCESSES_PER_CORE = 32;

/** What a benchmark needs of this machine, wired together. */
export function thisMachine(options: MachineOptions): BenchmarkPorts {
  const instruments = machineInstruments(options);
  const sandboxOf = sandboxes(options);
  const gpus = async (): Promise<GpuDescription[]> => {
    const real = (await instruments.lookAtRest()).filter(({ scripted }) => !scripted);
    return options.gpus === undefined ? real : real.filter(({ uuid }) => options.gpus?.includes(uuid));
  };
  return {
    gpus,
    async startBackend({ plan, readable, ...request }) {
      const { id } = plan.backend;
      const usable = (await gpus()).map(({ uuid }) => uuid);
      if (id === 'endpoint') return startAtEndpoint(plan, options, request);
      const command = await launch({
        backend: id,
        sandbox: await sandboxOf(plan),
        ...(options.python === undefined ? {} : { python: options.python }),
        readable,
        gpus: id === 'transformers' ? gpusFor(plan, usable, options.gpus) : [],
        bounds: bounds(),
      });
      const started = await startBackend({ ...command, ...request });
      options.onBackend?.(started.pid);
      return started;
    },
    instrument: instruments.instrument,
    async sandbox(plan) {
      const { id, container } = await sandboxOf(plan);
      return { isolation: id, container };
    },
    clock: () => performance.now() / 1000,
    now: () => new Date(),
    nonce: () => randomBytes(16).toString('hex'),
  };
}

/** The sandbox of each plan, chosen once: a container has the Python worker alone, and an endpoint's model runs elsewhere. */
function sandboxes({ sandbox, note }: MachineOptions): (plan: Plan) => Promise<Sandbox> {
  const chosen = new Map<string, Promise<Sandbox>>();
  const choose = async (image: string | null): Promise<Sandbox> => {
    const found = await chooseSandbox({ ...sandbox, image });
    if (found.reason !== null) note?.(found.reason);
    return found.sandbox;
  };
  return (plan) => {
    const { id } = plan.backend;
    if (id === 'endpoint') return Promise.resolve(noSandbox);
    if (id === 'embedded' && sandbox.choice === 'docker') throw noImageForEmbedded();
    const image = id === 'transformers' ? sandbox.image : null;
    const known = chosen.get(id) ?? choose(image);
    chosen.set(id, known);
    return known;
  };
}

const noImageForEmbedded = () =>
  operatorFault('The image holds the transformers worker; the embedded backend does not run in it.', {
    code: 'sandbox-backend',
    mend: 'Use --sandbox bubblewrap for submissions with backend: embedded.',
  });

type StartRequest = Omit<Parameters<BenchmarkPorts['startBackend']>[0], 'plan' | 'readable'>;

/**
 * Starts the program that asks an operator's server. What is metered is the server: its GPUs, or its process.
 * @throws Fault of the input where the operator has no such endpoint; of the operator where it cannot be reached or metered
 */
async function startAtEndpoint({ backend, model }: Plan, options: MachineOptions, request: StartRequest): Promise<BackendProcess> {
  const named = backend.endpoint === null ? {} : { endpoint: backend.endpoint };
  const endpoint = await pinned(endpointFor(options.endpoints, { model: model.id, revision: model.revision, ...named }));
  const pid = await serverPid(endpoint);
  const started = await startBackend({ ...endpointCommand(endpoint, process.env), folder: tmpdir(), ...request });
  options.onBackend?.(started.pid);
  return pid === null ? started : { ...started, pid };
}

/** The GPUs that the worker gets: those the operator named, else as many as the class of the model takes. */
const gpusFor = (plan: Plan, usable: readonly string[], requested: readonly string[] | undefined): readonly string[] =>
  requested !== undefined || plan.model.class === 'C' ? usable : usable.slice(0, 1);

const bounds = (): SandboxBounds => ({
  memoryBytes: Math.floor(totalmem() * MEMORY_FRACTION),
  processes: PROCESSES + PROCESSES_PER_CORE * availableParallelism(),
});
