import type { RunnerMessage } from '../../ports/backend.ts';
import type { Channel } from '../channel.ts';
import { betweenEdges, progressSender, unexpected } from '../conversation.ts';
import { LOAD_STEPS, type Loaded, load } from './load.ts';
import { type Preparation, prepareAll, reportFailure, runPasses } from './phases.ts';
import { backendVersion } from './transformers-js.ts';
import { WARM_UP_QUERIES, warmUp } from './warm-up.ts';

type LoadMessage = Extract<RunnerMessage, { type: 'load' }>;
type RunMessage = Extract<RunnerMessage, { type: 'run' }>;

/** Serves one plan: loads it, then warms up and runs phases as the runner asks, until the runner goes. */
export async function serve(channel: Channel): Promise<never> {
  const first = await channel.receive();
  if (first.type !== 'load') throw unexpected(first, 'load');
  const progress = progressSender(channel, 'load');
  const loaded = await load(first, (done) => progress(done, LOAD_STEPS));
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
  const progress = progressSender(channel, 'warm-up');
  const warmed = await warmUp(loaded, plan, maximumSeconds, (done) => progress(done, WARM_UP_QUERIES));
  channel.send({ type: 'warm', ...warmed });
}

/** Runs one phase; its inputs are kept for the next one. */
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
  const progress = progressSender(channel, phase);
  const onProgress = (done: number) => progress(done, loaded.queries.rows.length);
  await betweenEdges(channel, phase, () => runPasses({ loaded, plan, phase, minimumSeconds, preparation }, onProgress));
  return preparation;
}
