import { type Command, readCommand } from './command.ts';

/** A comment with all that tells whether something was ordered by it. */
export type OrderComment = {
  body: string;
  isEdited: boolean;
  /** Whether the bot itself has put a rocket on it. */
  hasOwnRocket: boolean;
};

export type BenchmarkCommand = Extract<Command, { kind: 'benchmark' }>;

/** The newest order of a commit: a command that carries the bot's own rocket, which only an order gets, and that nobody has changed. */
export function earlierOrder(comments: readonly OrderComment[], head: string): BenchmarkCommand | null {
  const orders = comments.flatMap(({ body, hasOwnRocket, isEdited }) => {
    const read = hasOwnRocket && !isEdited ? readCommand(body) : null;
    return read?.kind === 'command' && read.command.kind === 'benchmark' && read.command.head === head ? [read.command] : [];
  });
  return orders.at(-1) ?? null;
}
