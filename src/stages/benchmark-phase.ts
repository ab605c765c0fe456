import { inputFault, internalFault } from '../domain/errors.ts';
import type { EdgeReading } from '../domain/evidence.ts';
import type { Phase, Plan } from '../domain/generated/plan.ts';
import type { MeasuredPhase } from '../domain/generated/result.ts';
import type { Recorder } from '../energy/recorder.ts';
import type { BackendMessage } from '../ports/backend.ts';
import type { Talk } from './benchmark-talk.ts';
import { soon } from './benchmark-watch.ts';

/** What measures a phase: the talk with the backend, the recorder, and who keeps the readings. */
export type PhaseTools = { talk: Talk; recorder: Recorder; keepReadings(readings: readonly EdgeReading[]): void; plan: Plan };

/** One phase to measure. */
export type PhaseRequest = {
  /** Number of the run; 0 for the prefill pass, one more than the last for the window with several queries at once. */
  run: number;
  phase: Phase;
  /** Queries under way at one time; one where absent. */
  concurrency?: number;
};

/**
 * Measures one phase: the meters are read while the backend waits, right before its first query and right after its
 * device has finished the last.
 * @throws Fault when a query failed, or when a meter stood still
 */
export async function measurePhase(tools: PhaseTools, { run, phase, concurrency }: PhaseRequest): Promise<MeasuredPhase> {
  const { talk, recorder, plan } = tools;
  const runOrNull = run === 0 || concurrency !== undefined ? null : run;
  talk.send({ type: 'run', phase, minimumSeconds: plan.minimumPhaseSeconds, ...(concurrency === undefined ? {} : { concurrency }) });
  await expectEdge(tools, runOrNull, phase, 'start');
  const starts = await soon(recorder.readEdge({ run, phase, edge: 'start' }), 'read');
  talk.send({ type: 'go' });
  const counts = await expectEdge(tools, runOrNull, phase, 'end');
  const ends = await soon(recorder.readEdge({ run, phase, edge: 'end' }), 'read');
  talk.send({ type: 'go' });
  await talk.expect('done', runOrNull);
  tools.keepReadings([...starts, ...ends]);
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
    ...(counts.firstToken === undefined ? {} : { firstToken: counts.firstToken }),
  };
}

async function expectEdge<Edge extends EdgeReading['edge']>(tools: PhaseTools, run: number | null, phase: Phase, edge: Edge) {
  const message = await tools.talk.expect('edge', run);
  if (message.phase === phase && message.edge === edge) return message as Extract<BackendMessage, { type: 'edge'; edge: Edge }>;
  throw internalFault(`The backend said the ${message.edge} of ${message.phase} where the ${edge} of ${phase} was due.`, {
    code: 'backend-protocol',
  });
}
