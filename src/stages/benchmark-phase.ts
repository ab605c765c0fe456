import type { BackendProcess } from '../backends/process.ts';
import type { BundleWriter } from '../bundle/write.ts';
import { inputFault, internalFault } from '../domain/errors.ts';
import type { EdgeReading } from '../domain/evidence.ts';
import type { Phase, Plan } from '../domain/generated/plan.ts';
import type { MeasuredPhase } from '../domain/generated/result.ts';
import type { Recorder } from '../energy/recorder.ts';
import type { BackendMessage } from '../ports/backend.ts';

/** How far a benchmark is. */
export type Progress = {
  phase: Phase | 'load' | 'warm-up';
  /** Number of the run, from 1; null before the first. */
  run: number | null;
  /** Queries done in the current pass, and in a whole one. */
  done: number;
  of: number;
};

/** Takes the progress of a benchmark. */
export type Announce = (progress: Progress) => void;

export type PhaseTools = { backend: BackendProcess; recorder: Recorder; bundle: BundleWriter; plan: Plan; announce: Announce };

/**
 * Waits for one message, passing progress on.
 * @throws Fault of ours when the backend says something else
 */
export async function expectMessage<Type extends BackendMessage['type']>(
  backend: BackendProcess,
  type: Type,
  announce: Announce,
  run: number | null = null,
): Promise<Extract<BackendMessage, { type: Type }>> {
  for (;;) {
    const message = await backend.next();
    if (message.type === type) return message as Extract<BackendMessage, { type: Type }>;
    if (message.type !== 'progress') {
      throw internalFault(`The backend said ${message.type} where ${type} was due.`, { code: 'backend-protocol' });
    }
    announce({ phase: message.phase, run, done: message.done, of: message.of });
  }
}

/**
 * Measures one phase: the meters are read while the backend waits, right before its first query and right after its
 * device has finished the last.
 * @param run number of the run, or 0 for the prefill pass
 * @throws Fault when a query failed, or when a meter stood still
 */
export async function measurePhase(tools: PhaseTools, run: number, phase: Phase): Promise<MeasuredPhase> {
  const { backend, recorder, bundle, plan, announce } = tools;
  const runOrNull = run === 0 ? null : run;
  backend.send({ type: 'run', phase, minimumSeconds: plan.minimumPhaseSeconds });
  await expectEdge(tools, runOrNull, phase, 'start');
  const starts = await recorder.readEdge({ run, phase, edge: 'start' });
  backend.send({ type: 'go' });
  const counts = await expectEdge(tools, runOrNull, phase, 'end');
  const ends = await recorder.readEdge({ run, phase, edge: 'end' });
  backend.send({ type: 'go' });
  await expectMessage(backend, 'done', announce, runOrNull);
  bundle.addReadings([...starts, ...ends]);
  if (counts.failedQueries > 0) {
    throw inputFault(`${counts.failedQueries} of ${counts.queries} queries failed in the phase ${phase}.`, {
      code: 'query-failed',
      mend: "The backend's messages are above; a model that fails one query has no score.",
    });
  }
  return {
    name: phase,
    startSeconds: Math.max(...starts.map((reading) => reading.seconds)),
    endSeconds: Math.min(...ends.map((reading) => reading.seconds)),
    passes: counts.passes,
    queries: counts.queries,
    failedQueries: counts.failedQueries,
    inputTokens: counts.inputTokens,
    outputTokens: counts.outputTokens,
    joules: recorder.energiesBetween(starts, ends),
  };
}

async function expectEdge<Edge extends EdgeReading['edge']>(tools: PhaseTools, run: number | null, phase: Phase, edge: Edge) {
  const message = await expectMessage(tools.backend, 'edge', tools.announce, run);
  if (message.phase === phase && message.edge === edge) return message as Extract<BackendMessage, { type: 'edge'; edge: Edge }>;
  throw internalFault(`The backend said the ${message.edge} of ${message.phase} where the ${edge} of ${phase} was due.`, {
    code: 'backend-protocol',
  });
}
