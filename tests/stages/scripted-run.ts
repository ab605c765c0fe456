/** A benchmark whose backend, meters and GPU are scripts: everything else is the product's own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackendProcess } from '../../src/backends/process.ts';
import { operatorFault } from '../../src/domain/errors.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import type { BackendMessage, RunnerMessage } from '../../src/ports/backend.ts';
import type { GpuSample } from '../../src/ports/gpu.ts';
import type { Meter } from '../../src/ports/meter.ts';
import type { BenchmarkPorts, BenchmarkRequest, Instruments } from '../../src/stages/benchmark.ts';
import { cpuRecord, goodPlan, goodRecord } from '../support/records.ts';

export type Scripted = AsyncDisposable & {
  outFolder: string;
  /** What happened, in order: start, load, warm-up, <phase>, stop. */
  events: string[];
  request: BenchmarkRequest;
  ports: BenchmarkPorts;
};

export type Script = {
  /** Called when a phase has begun, with its number from 1: hang is silent for ever, go on tells progress for ever. */
  onPhase?: (phase: number) => 'answer' | 'hang' | 'go on' | 'die';
  meter?: (start: number) => Meter;
  gpuHash?: string;
  sampleGpus?: () => GpuSample[];
  name?: string;
};

const PHASE_MILLISECONDS = 20;

/** Opens a folder with a scripted benchmark of three runs of preprocess and generate after a prefill pass. */
export async function scriptedRun(script: Script = {}, outFolder?: string): Promise<Scripted> {
  const folder = outFolder ?? (await mkdtemp(join(tmpdir(), 'scripted-run-')));
  const events: string[] = [];
  const plan = goodPlan({ runs: 3, minimumPhaseSeconds: 0, warmUp: { maximumSeconds: 0 }, traceHertz: 100 });
  plan.model.id = `example-org/${script.name ?? 'synthetic-1b'}`;
  const name = script.name === undefined ? '' : `${script.name} `;
  const ports: BenchmarkPorts = {
    startBackend: async () => scriptedBackend((event) => events.push(`${name}${event}`), plan, script),
    instrument: async ({ clock }) => instrumentsOf(script, clock),
    gpus: async () => [],
    sandbox: async () => ({ isolation: 'none', container: null }),
    clock: () => performance.now() / 1000,
    now: () => new Date(),
    nonce: () => crypto.randomUUID().replaceAll('-', ''),
  };
  const request: BenchmarkRequest = {
    plan,
    identity: { kind: 'local' },
    submission: new TextEncoder().encode('schemaVersion: 1\n'),
    model: {
      folder,
      source: 'hub',
      revision: plan.model.revision,
      files: [],
      bytes: 1,
      filesSha256: 'f'.repeat(64),
      parameters: 1,
      licence: 'mit',
    },
    processorFolder: null,
    readable: [folder],
    dataset: { ...plan.dataset, file: join(folder, 'rows.jsonl') },
    runnerVersion: '0.1.0',
    deadlineSeconds: 60,
    stallSeconds: 60,
    outFolder: folder,
    signal: new AbortController().signal,
    announce: () => {},
  };
  return { outFolder: folder, events, request, ports, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

function scriptedBackend(note: (event: string) => void, plan: Result['plan'], { onPhase = () => 'answer' }: Script): BackendProcess {
  const waiting: ((message: BackendMessage | Error) => void)[] = [];
  const said: (BackendMessage | Error)[] = [];
  const say = (message: BackendMessage | Error) => {
    const next = waiting.shift();
    if (next === undefined) said.push(message);
    else next(message);
  };
  let phase: Extract<RunnerMessage, { type: 'run' }>['phase'] | null = null;
  let phases = 0;
  const { rows, rowsSha256 } = plan.dataset;
  const counts = { passes: 1, queries: rows, failedQueries: 0, inputTokens: 10 * rows, outputTokens: null };
  const answers: { [Type in RunnerMessage['type']]: (message: Extract<RunnerMessage, { type: Type }>) => void } = {
    load: () => say({ type: 'ready', backend: 'scripted@1', runtime: ['script@1'], device: 'cuda:GPU-0', parameters: 1, rows, rowsSha256 }),
    'warm-up': () => say({ type: 'warm', queries: 11, seconds: 1 }),
    run(message) {
      phase = message.phase;
      note(phase);
      say({ type: 'edge', phase, edge: 'start' });
    },
    go() {
      const measured = phase ?? 'generate';
      if (said.length === 0 && !running) {
        running = true;
        phases += 1;
        const outcome = onPhase(phases);
        if (outcome === 'die') say(operatorFault('The backend ended by SIGKILL before it was done.', { code: 'backend-ended' }));
        if (outcome === 'answer') setTimeout(() => say({ type: 'edge', phase: measured, edge: 'end', ...counts }), PHASE_MILLISECONDS);
        if (outcome === 'go on')
          goingOn = setInterval(() => say({ type: 'progress', phase: measured, done: 1, of: 2 }), PHASE_MILLISECONDS);
        return;
      }
      running = false;
      say({ type: 'done', phase: measured });
    },
    shutdown: () => {},
  };
  let running = false;
  let goingOn: NodeJS.Timeout | undefined;
  note('start');
  return {
    pid: process.pid,
    send: (message) => answers[message.type](message as never),
    async next() {
      const message = said.shift() ?? (await new Promise<BackendMessage | Error>((resolve) => waiting.push(resolve)));
      if (message instanceof Error) throw message;
      return message;
    },
    stop: async () => {
      clearInterval(goingOn);
      note('stop');
    },
  };
}

/** A counter of whole joules that begins at the same number each time it is opened: 1,000 W. */
export function freshCounter(id: string, scope: 'gpu' | 'cpu', start: number): Meter {
  let opened = 0;
  return {
    description: { id, scope, quality: 'estimated', joulesPerCount: 1, device: 'a script', updatePeriodSeconds: null, assumption: 'none' },
    open: async () => {
      opened = performance.now();
    },
    read: async () => ({ seconds: performance.now() / 1000 - start, count: Math.round(performance.now() - opened) }),
    close: async () => {},
  };
}

function instrumentsOf({ meter, gpuHash, sampleGpus }: Script, clock: () => number): Instruments {
  const start = performance.now() / 1000 - clock();
  const { hardware } = sampleGpus === undefined ? cpuRecord() : goodRecord();
  for (const gpu of hardware.gpus) if (gpuHash !== undefined) gpu.uuidSha256 = gpuHash;
  return {
    meters: [meter?.(start) ?? freshCounter('script', sampleGpus === undefined ? 'cpu' : 'gpu', start)],
    hardware,
    tracedGpus: null,
    sampleGpus: sampleGpus ?? null,
    hardwareAfter: () => hardware,
    close: () => {},
  };
}
