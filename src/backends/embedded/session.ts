import { internalFault } from '../../domain/errors.ts';
import type { BackendMessage, RunnerMessage } from '../../ports/backend.ts';
import type { Channel } from '../channel.ts';
import { LOAD_STEPS, type Loaded, load } from './load.ts';
import { type Preparation, prepareAll, reportFailure, runPasses } from './phases.ts';
import { backendVersion } from './transformers-js.ts';
import { WARM_UP_QUERIES, warmUp } from './warm-up.ts';

/** Least time between two progress messages, in milliseconds. */
const PROGRESS_INTERVAL = 200;

type LoadMessage = Extract<RunnerMessage, { type: 'load' }>;
type RunMessage = Extract<RunnerMessage, { type: 'run' }>;

/** Serves one plan: loads it, then warms up and runs phases as the runner asks, until the runner goes. */
export async function serve(channel: Channel): Promise<never> {
  const first = await channel.receive();
  if (first.type !== 'load') throw unexpected(first, 'load');
  const progress = progressSender(channel, 'load', LOAD_STEPS);
  const loaded = await load(first, progress);
  channel.send({
    type: 'ready',
    backend: backendVersion,
    runtime: loaded.runtime,
    device: 'cpu',
    parameters: loaded.parameters,
    rows: loaded.queries.rows.length,
    rowsSha256: loaded.queries.rowsSha256,
    ...(loaded.applied === undefined ? {} : { applied: loaded.applied }),
  });

  let preparation: Preparation | null = null;
  for (;;) {
    const message = await channel.receive();
    if (message.type === 'warm-up') await warm(channel, first, loaded, message.maximumSeconds);
    else if (message.type === 'run') preparation = await runPhase(channel, first, message, loaded, preparation);
    else throw unexpected(message, 'warm-up or run');
  }
}

async function warm(channel: Channel, { plan }: LoadMessage, loaded: Loaded, maximumSeconds: number): Promise<void> {
  const progress = progressSender(channel, 'warm-up', WARM_UP_QUERIES);
  channel.send({ type: 'warm', ...(await warmUp(loaded, plan, maximumSeconds, progress)) });
}

/** Runs one phase between its two edges; at each of them nothing happens until the runner says go. */
async function runPhase(
  channel: Channel,
  { plan }: LoadMessage,
  { phase, minimumSeconds }: RunMessage,
  loaded: Loaded,
  earlier: Preparation | null,
): Promise<Preparation> {
  // The prefill pass may come before any preprocess phase; its inputs are then made outside of the measured window.
  const preparation =
    earlier ?? (phase === 'preprocess' ? [] : await prepareAll(loaded, (row, cause) => reportFailure('preprocess', row, cause)));
  const progress = progressSender(channel, phase, loaded.queries.rows.length);
  channel.send({ type: 'edge', phase, edge: 'start' });
  await go(channel);
  const counts = await runPasses({ loaded, plan, phase, minimumSeconds, preparation }, progress);
  channel.send({ type: 'edge', phase, edge: 'end', ...counts });
  await go(channel);
  channel.send({ type: 'done', phase });
  return preparation;
}

async function go(channel: Channel): Promise<void> {
  const message = await channel.receive();
  if (message.type !== 'go') throw unexpected(message, 'go');
}

/** Sends progress about five times a second. */
function progressSender(
  channel: Channel,
  phase: Extract<BackendMessage, { type: 'progress' }>['phase'],
  of: number,
): (done: number) => void {
  let latest = Number.NEGATIVE_INFINITY;
  return (done) => {
    const now = performance.now();
    if (now - latest < PROGRESS_INTERVAL) return;
    latest = now;
    channel.send({ type: 'progress', phase, done, of });
  };
}

const unexpected = (message: RunnerMessage, wanted: string) =>
  internalFault(`The runner said ${message.type} where ${wanted} was due.`, { code: 'protocol-order' });
