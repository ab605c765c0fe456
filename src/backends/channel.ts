import { createInterface } from 'node:readline';
import type { BackendMessage, RunnerMessage } from '../ports/backend.ts';

/** The two directions of the backend protocol. */
export type Channel = {
  send(message: BackendMessage): void;
  /** The runner's next message other than shutdown. */
  receive(): Promise<RunnerMessage>;
};

/**
 * Takes standard input and output for the protocol. Whatever else is printed to standard output from here on goes to
 * standard error, so that no library can break the protocol.
 * @param whenGone called at once when the runner says shutdown or has gone, whatever this process is doing
 */
export function standardChannel(whenGone: () => void): Channel {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  const waiting: ((message: RunnerMessage) => void)[] = [];
  const arrived: RunnerMessage[] = [];
  const deliver = (message: RunnerMessage): void => {
    const next = waiting.shift();
    if (next === undefined) arrived.push(message);
    else next(message);
  };

  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    const message = JSON.parse(line) as RunnerMessage;
    if (message.type === 'shutdown') whenGone();
    else deliver(message);
  });
  lines.on('close', whenGone);
  process.stdout.on('error', whenGone);

  return {
    send: (message) => {
      write(`${JSON.stringify(message)}\n`);
    },
    receive: () => {
      const first = arrived.shift();
      return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
    },
  };
}
