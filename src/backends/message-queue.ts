import { internalFault } from '../domain/errors.ts';
import type { BackendMessage } from '../ports/backend.ts';

/** Messages that wait to be read, in the order of their arrival, and at the end the reason why no more will come. */
export type MessageQueue = {
  /** Takes a message; false when the queue is full, which is its end. */
  push(message: BackendMessage): boolean;
  /** The first reason stays. Messages that came before it can still be read. */
  fail(reason: unknown): void;
  /** The next message. @throws the reason, once all messages are read */
  next(): Promise<BackendMessage>;
};

/** @param capacity most messages that may wait */
export function messageQueue(capacity: number): MessageQueue {
  const messages: BackendMessage[] = [];
  let failure: { reason: unknown } | null = null;
  let wake: (() => void) | null = null;
  const ring = () => {
    wake?.();
    wake = null;
  };
  return {
    push(message) {
      if (failure !== null || messages.length >= capacity) return false;
      messages.push(message);
      ring();
      return true;
    },
    fail(reason) {
      failure ??= { reason };
      ring();
    },
    async next() {
      while (messages.length === 0) {
        if (failure !== null) throw failure.reason;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const message = messages.shift();
      if (message === undefined) throw internalFault('The message queue is empty.', { code: 'queue-empty' });
      return message;
    },
  };
}
