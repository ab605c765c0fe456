import type { BackendProcess } from '../backends/process.ts';
import { internalFault, operatorFault } from '../domain/errors.ts';
import type { Phase } from '../domain/generated/plan.ts';
import type { BackendMessage } from '../ports/backend.ts';
import { eitherOf, type Look, lifeWatch, watched } from './benchmark-watch.ts';

/** How far a benchmark is. */
export type Progress = {
  phase: Phase | 'load' | 'warm-up' | 'cool-down';
  /** Number of the run, from 1; null before the first. */
  run: number | null;
  /** Queries done in the current pass, and in a whole one; seconds while cooling down. */
  done: number;
  of: number;
};

/** Takes the progress of a benchmark. */
export type Announce = (progress: Progress) => void;

/** A conversation with one backend that never waits for ever. */
export type Talk = {
  send: BackendProcess['send'];
  /**
   * Waits for one message, passing progress on.
   * @throws Fault of ours when the backend says something else; of the operator, code backend-stalled, when it is silent
   */
  expect<Type extends BackendMessage['type']>(type: Type, run?: number | null): Promise<Extract<BackendMessage, { type: Type }>>;
};

/**
 * @param stallSeconds longest silence while the backend should answer queries, in seconds; loading is bounded by the deadline alone
 * @param look looks at everything else that can end the wait, once a second
 */
export function talkWith(backend: BackendProcess, options: { announce: Announce; stallSeconds: number; look: Look }): Talk {
  const { announce, stallSeconds, look } = options;
  const stalled = () =>
    operatorFault(`The backend told no progress for ${stallSeconds} s.`, {
      code: 'backend-stalled',
      mend: "Raise run.stallSeconds in the policy if one query takes so long; otherwise the backend hangs, and the bundle's log.txt may tell where.",
    });
  return {
    send: backend.send,
    async expect<Type extends BackendMessage['type']>(type: Type, run: number | null = null) {
      const life = lifeWatch(type === 'ready' ? Infinity : stallSeconds, stalled);
      const listen = async () => {
        for (;;) {
          const message = await backend.next();
          if (message.type === type) return message as Extract<BackendMessage, { type: Type }>;
          if (message.type !== 'progress') {
            throw internalFault(`The backend said ${message.type} where ${type} was due.`, { code: 'backend-protocol' });
          }
          life.sign();
          announce({ phase: message.phase, run, done: message.done, of: message.of });
        }
      };
      // One watch over all messages: started anew with each of them, it would never look while there is progress.
      return watched(listen(), eitherOf(life.look, look));
    },
  };
}
