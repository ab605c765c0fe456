import { internalFault } from '../../domain/errors.ts';
import type { RunnerMessage } from '../../ports/backend.ts';
import { VERSION } from '../../version.ts';
import type { Channel } from '../channel.ts';
import { betweenEdges, progressSender, unexpected } from '../conversation.ts';
import { type Loaded, load } from './load.ts';
import { runPasses, wantedIn } from './phases.ts';
import type { Target } from './query.ts';
import { WARM_UP_QUERIES, warmUp } from './warm-up.ts';

type LoadMessage = Extract<RunnerMessage, { type: 'load' }>;
type RunMessage = Extract<RunnerMessage, { type: 'run' }>;

/**
 * Serves one plan: loads it, then warms up and runs phases as the runner asks, until the runner goes.
 * @param signal ends whatever is asked of the server
 */
export async function serve(channel: Channel, target: Target, signal: AbortSignal): Promise<never> {
  const first = await channel.receive();
  if (first.type !== 'load') throw unexpected(first, 'load');
  const report = progressSender(channel, 'load');
  const loaded = await load(first, target, { signal, onProgress: report });
  const { identity, queries } = loaded;
  channel.send({
    type: 'ready',
    backend: `endpoint@${VERSION}`,
    runtime: [identity.version === null ? target.server.name : `${target.server.name}@${identity.version}`],
    device: deviceOf(target),
    parameters: target.endpoint.parameters ?? identity.parameters,
    rows: queries.rows.length,
    rowsSha256: queries.rowsSha256,
  });
  for (;;) {
    const message = await channel.receive();
    if (message.type === 'warm-up') await warm(channel, first, { loaded, signal, maximumSeconds: message.maximumSeconds });
    else if (message.type === 'run') await runPhase(channel, first, message, { loaded, signal });
    else throw unexpected(message, 'warm-up or run');
  }
}

/** The device as the operator tells it: the server itself does not. */
const deviceOf = ({ endpoint }: Target): string => (endpoint.gpus.length === 0 ? 'cpu' : `cuda:${endpoint.gpus.join(',')}`);

type Work = { loaded: Loaded; signal: AbortSignal };

async function warm(channel: Channel, { plan }: LoadMessage, { loaded, signal, maximumSeconds }: Work & { maximumSeconds: number }) {
  const report = progressSender(channel, 'warm-up');
  const onProgress = (done: number) => report(done, WARM_UP_QUERIES);
  channel.send({ type: 'warm', ...(await warmUp(loaded, plan, maximumSeconds, { signal, onProgress })) });
}

async function runPhase(channel: Channel, { plan }: LoadMessage, message: RunMessage, { loaded, signal }: Work): Promise<void> {
  const { phase, minimumSeconds, concurrency = 1 } = message;
  if (phase !== 'prefill' && phase !== 'generate') {
    throw internalFault(`An endpoint has no phase named ${phase}.`, { code: 'phase-not-at-endpoint' });
  }
  const report = progressSender(channel, phase);
  const onProgress = (done: number) => report(done, loaded.prepared.length);
  const wanted = wantedIn(phase, plan);
  await betweenEdges(channel, phase, () => runPasses({ loaded, wanted, phase, minimumSeconds, concurrency, signal, onProgress }));
}
