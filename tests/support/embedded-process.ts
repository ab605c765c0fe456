import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Phase, Plan } from '../../src/domain/generated/plan.ts';
import type { BackendMessage, PhaseCounts, RunnerMessage } from '../../src/ports/backend.ts';

const PROGRAM = fileURLToPath(new URL('../../src/backends/embedded/main.ts', import.meta.url));
export const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
export const EXAMPLE_ORGANISATION = 'ai-energy-score-examples';

/** The embedded backend as a child process, spoken to as the runner does. */
export type EmbeddedProcess = AsyncDisposable & {
  child: ChildProcessWithoutNullStreams;
  /** Everything it wrote to standard error so far. */
  errors(): string;
  /** Progress messages so far. */
  progress: Extract<BackendMessage, { type: 'progress' }>[];
  /** Every line it has written to standard output so far. */
  received: BackendMessage[];
  send(message: RunnerMessage): void;
  /** The next message that is no progress; throws when the process ends without one. */
  next(): Promise<BackendMessage>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** Starts the backend's program from its sources, or from another file. */
export function startEmbedded(options: { environment?: NodeJS.ProcessEnv; program?: string } = {}): EmbeddedProcess {
  const child = spawn(process.execPath, [options.program ?? PROGRAM], { env: { ...process.env, ...options.environment } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const progress: EmbeddedProcess['progress'] = [];
  const received: BackendMessage[] = [];
  const messages = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  child.stdin.on('error', () => undefined);
  return {
    child,
    progress,
    received,
    ended,
    errors: () => stderr,
    send: (message) => {
      child.stdin.write(`${JSON.stringify(message)}\n`);
    },
    async next() {
      for (;;) {
        const line = await messages.next();
        if (line.done) throw new Error(`The backend ended without a message. ${stderr}`);
        const message = JSON.parse(line.value) as BackendMessage;
        received.push(message);
        if (message.type !== 'progress') return message;
        progress.push(message);
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs one phase through both edges and gives what the backend counted. */
export async function runPhase(backend: EmbeddedProcess, phase: Phase, minimumSeconds = 0): Promise<PhaseCounts> {
  backend.send({ type: 'run', phase, minimumSeconds });
  expectType(await backend.next(), 'edge');
  backend.send({ type: 'go' });
  const end = expectType(await backend.next(), 'edge');
  if (end.edge !== 'end') throw new Error('The backend said start twice.');
  backend.send({ type: 'go' });
  expectType(await backend.next(), 'done');
  const { passes, queries, failedQueries, inputTokens, outputTokens } = end;
  return { passes, queries, failedQueries, inputTokens, outputTokens };
}

/** The message, if it has the type; an error that shows it otherwise. */
export function expectType<T extends BackendMessage['type']>(message: BackendMessage, type: T): Extract<BackendMessage, { type: T }> {
  if (message.type !== type) throw new Error(`Not ${type} but ${JSON.stringify(message)}`);
  return message as Extract<BackendMessage, { type: T }>;
}

/** Loads a model and the queries of a file. */
export async function load(backend: EmbeddedProcess, modelFolder: string, datasetFile: string, plan: Plan) {
  backend.send({ type: 'load', modelFolder, processorFolder: null, datasetFile, plan });
  return expectType(await backend.next(), 'ready');
}

/** The fault with which a load is refused. */
export async function refusalOf(modelFolder: string, datasetFile: string, plan: Plan) {
  await using backend = startEmbedded();
  backend.send({ type: 'load', modelFolder, processorFolder: null, datasetFile, plan });
  return expectType(await backend.next(), 'error');
}

type PlanParts = Pick<Plan, 'task'> & {
  columns: string[];
  newTokens?: number;
  /** Whether every query has to give exactly newTokens, which is so by default. */
  exact?: boolean;
  precision?: Plan['model']['precision'];
  quantization?: Plan['model']['quantization'];
  reasoning?: Plan['reasoning'];
};

/** A plan with what the backend reads of it filled in. */
export function planOf({ task, columns, newTokens, exact, precision, quantization, reasoning }: PlanParts): Plan {
  const digest = '0'.repeat(64);
  return {
    schemaVersion: 1,
    submission: { path: `submissions/org/model/${task}.yaml`, sha256: digest },
    task,
    variant: null,
    model: {
      id: 'org/model',
      revision: '0'.repeat(40),
      source: 'local',
      parameters: null,
      class: null,
      precision: precision ?? 'float32',
      quantization: quantization ?? null,
      processor: null,
    },
    reasoning: reasoning ?? { state: 'off', effort: null },
    backend: { id: 'embedded', endpoint: null },
    dataset: {
      id: 'local.jsonl',
      revision: null,
      split: 'train',
      columns: columns as [string],
      rows: 1,
      rowsSha256: digest,
      official: false,
    },
    generation: { batchSize: 1, newTokens: newTokens ?? null, exactNewTokens: exact ?? newTokens !== undefined, inferenceSteps: null },
    phases: newTokens === undefined ? ['preprocess', 'forward'] : ['preprocess', 'prefill', 'generate'],
    runs: 1,
    minimumPhaseSeconds: 0,
    warmUp: { maximumSeconds: 5 },
    traceHertz: 10,
    policySha256: digest,
  };
}
