import { internalFault } from '../domain/errors.ts';
import type { Phase } from '../domain/generated/plan.ts';
import type { BackendMessage, PhaseCounts, RunnerMessage } from '../ports/backend.ts';
import type { Channel } from './channel.ts';

/** Least time between two progress messages, in milliseconds. */
const PROGRESS_INTERVAL = 200;

/** Sends progress about five times a second: done of so many. */
export function progressSender(
  channel: Channel,
  phase: Extract<BackendMessage, { type: 'progress' }>['phase'],
): (done: number, of: number) => void {
  let latest = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const now = performance.now();
    if (now - latest < PROGRESS_INTERVAL) return;
    latest = now;
    channel.send({ type: 'progress', phase, done, of });
  };
}

/** Does a phase's work between its two edges; at each of them nothing happens until the runner says go. */
export async function betweenEdges(channel: Channel, phase: Phase, work: () => Promise<PhaseCounts>): Promise<void> {
  channel.send({ type: 'edge', phase, edge: 'start' });
  await go(channel);
  const counts = await work();
  channel.send({ type: 'edge', phase, edge: 'end', ...counts });
  await go(channel);
  channel.send({ type: 'done', phase });
}

async function go(channel: Channel): Promise<void> {
  const message = await channel.receive();
  if (message.type !== 'go') throw unexpected(message, 'go');
}

/** A message of the runner's that was not due. */
export const unexpected = (message: RunnerMessage, wanted: string) =>
  internalFault(`The runner said ${message.type} where ${wanted} was due.`, { code: 'protocol-order' });
