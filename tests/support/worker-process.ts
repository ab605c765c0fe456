import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackendProcess, startBackend } from '../../src/backends/process.ts';
import type { Phase, Plan } from '../../src/domain/generated/plan.ts';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import type { BackendMessage, PhaseCounts, RunnerMessage } from '../../src/ports/backend.ts';
import { TINY_ORGANISATION, type TinyModels } from './worker-models.ts';
import { WORKER, workerPython } from './worker-python.ts';

/** How the worker is started: isolated from the environment and the user's packages, writing no bytecode beside its sources. */
export const WORKER_ARGUMENTS = ['-I', '-B', WORKER] as const;

/** The worker under the runner's own process handling, in a folder of its own. */
export type WorkerProcess = AsyncDisposable & {
  pid: number;
  /** Folder it runs in and may write to. */
  folder: string;
  progress: Extract<BackendMessage, { type: 'progress' }>[];
  send(message: RunnerMessage): void;
  /** The next message that is no progress; throws the Fault that the worker tells. */
  next(): Promise<BackendMessage>;
  stop(): Promise<void>;
  /** What it has written to standard error; complete once it has ended. */
  errors(): Promise<string>;
};

/** Starts the worker with nothing in its environment but what a sandbox leaves there. */
export async function startWorker(): Promise<WorkerProcess> {
  const python = await workerPython();
  const folder = await mkdtemp(join(tmpdir(), 'worker-'));
  const logFile = join(folder, 'worker.log');
  const backend: BackendProcess = await startBackend({
    command: python,
    args: WORKER_ARGUMENTS,
    environment: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TMPDIR: folder, CUDA_VISIBLE_DEVICES: '', OMP_NUM_THREADS: '1' },
    folder,
    logFile,
    deadlineSeconds: 500,
    signal: new AbortController().signal,
  });
  const progress: WorkerProcess['progress'] = [];
  return {
    pid: backend.pid,
    folder,
    progress,
    send: backend.send,
    async next() {
      for (;;) {
        const message = await backend.next();
        if (message.type !== 'progress') return message;
        progress.push(message);
      }
    },
    stop: backend.stop,
    errors: () => readFile(logFile, 'utf8'),
    async [Symbol.asyncDispose]() {
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The message, if it has the type; an error that shows it otherwise. */
export function expectType<T extends BackendMessage['type']>(message: BackendMessage, type: T): Extract<BackendMessage, { type: T }> {
  if (message.type !== type) throw new Error(`Not ${type} but ${JSON.stringify(message)}`);
  return message as Extract<BackendMessage, { type: T }>;
}

/** Runs one phase through both edges and gives what the worker counted. */
export async function measurePhase(worker: WorkerProcess, phase: Phase, minimumSeconds = 0): Promise<PhaseCounts> {
  worker.send({ type: 'run', phase, minimumSeconds });
  expectType(await worker.next(), 'edge');
  worker.send({ type: 'go' });
  const end = expectType(await worker.next(), 'edge');
  if (end.edge !== 'end') throw new Error('The worker said start twice.');
  worker.send({ type: 'go' });
  expectType(await worker.next(), 'done');
  const { passes, queries, failedQueries, inputTokens, outputTokens } = end;
  return { passes, queries, failedQueries, inputTokens, outputTokens };
}

type Changes = { variant?: 'text2text' | 'ctc'; datasetFile?: string; modelFolder?: string; newTokens?: number };

/** The load message of a tiny model for a task, by the task's own table, or by its variant for another kind of model. */
export function loadMessage(tiny: TinyModels, task: TaskKey, name: string, changes: Changes = {}): RunnerMessage {
  const entry = taskOf(task);
  const way = changes.variant === undefined ? entry : (entry[changes.variant] ?? entry);
  const digest = '0'.repeat(64);
  const plan: Plan = {
    schemaVersion: 1,
    submission: { path: `submissions/${TINY_ORGANISATION}/${name}/${task}.yaml`, sha256: digest },
    task,
    variant: null,
    model: {
      id: `${TINY_ORGANISATION}/${name}`,
      revision: '0'.repeat(40),
      source: 'local',
      parameters: null,
      class: null,
      precision: 'float32',
      quantization: null,
      processor: null,
    },
    reasoning: { state: entry.reasoning, effort: null },
    backend: { id: 'transformers', endpoint: null },
    dataset: {
      id: 'local.jsonl',
      revision: null,
      split: 'train',
      columns: [...entry.dataset.columns] as [string],
      rows: 1,
      rowsSha256: digest,
      official: false,
    },
    generation: {
      batchSize: 1,
      newTokens: changes.newTokens ?? way.newTokens?.count ?? null,
      exactNewTokens: way.newTokens?.bound === 'exactly',
      inferenceSteps: entry.inferenceSteps,
    },
    phases: [...way.phases],
    runs: 1,
    minimumPhaseSeconds: 0,
    warmUp: { maximumSeconds: 5 },
    traceHertz: 10,
    policySha256: digest,
  };
  const datasetFile = changes.datasetFile ?? tiny.dataset(task);
  return { type: 'load', modelFolder: changes.modelFolder ?? tiny.model(name), processorFolder: null, datasetFile, plan };
}
