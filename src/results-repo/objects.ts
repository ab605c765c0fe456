import type { ChildProcess } from 'node:child_process';
import { type Git, gitFailed } from './git.ts';

/** An object of a repository, as git gives it. */
export type GitObject = { id: string; bytes: Buffer };

/** A git that answers is kept so long for the next question, in milliseconds; it never keeps this process from its end. */
const IDLE_MILLISECONDS = 200;

/** More objects than this are worth a git of their own, which does not stop after each to pass it on. */
const MANY = 100;

/** A running `git cat-file --batch`. It serves one asker at a time. */
type Reader = {
  ask(names: readonly string[]): void;
  /** What came next; null where nothing comes any more. */
  chunk(): Promise<Buffer | null>;
  /** Tells that nobody waits for it now. */
  rest(): void;
  wake(): void;
  end(): void;
  /** Why it gave less than it was asked for. */
  complaint(): { status: number; stderr: string };
};

type Idle = { reader: Reader; timer: NodeJS.Timeout };

const idle = new WeakMap<Git, Idle[]>();

/**
 * Objects by id, or by name as in HEAD^{commit}, in the order asked for: null for one that is not there. A git that has answered
 * answers again, as long as one question follows the other.
 */
export async function* readObjects(git: Git, names: readonly string[]): AsyncGenerator<GitObject | null> {
  if (names.length === 0) return;
  const reader = names.length > MANY ? startReader(git, 'buffer') : (takeIdle(git) ?? startReader(git, 'at once'));
  let given = 0;
  try {
    reader.ask(names);
    for await (const object of splitBatch(chunksOf(reader))) {
      given += 1;
      yield object;
      if (given === names.length) return;
    }
    throw gitFailed(git.folder, ['cat-file'], {
      ...reader.complaint(),
      stderr: `${reader.complaint().stderr} ${given} of ${names.length} objects came back`,
    });
  } finally {
    if (given === names.length && names.length <= MANY) keepIdle(git, reader);
    else reader.end();
  }
}

/** One object, or null. */
export async function readObject(git: Git, name: string): Promise<GitObject | null> {
  for await (const object of readObjects(git, [name])) return object;
  return null;
}

function takeIdle(git: Git): Reader | null {
  const one = idle.get(git)?.pop();
  if (one === undefined) return null;
  clearTimeout(one.timer);
  one.reader.wake();
  return one.reader;
}

function keepIdle(git: Git, reader: Reader): void {
  const own = idle.get(git) ?? [];
  idle.set(git, own);
  reader.rest();
  const one: Idle = {
    reader,
    timer: setTimeout(() => {
      own.splice(own.indexOf(one), 1);
      reader.end();
    }, IDLE_MILLISECONDS).unref(),
  };
  own.push(one);
}

function startReader(git: Git, how: 'at once' | 'buffer'): Reader {
  const args = ['cat-file', '--batch', ...(how === 'buffer' ? ['--buffer'] : [])];
  const child = git.open(args);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw gitFailed(git.folder, args, { status: -1, stderr: 'no pipes' });
  let over = false;
  let wake = () => {};
  const finished = () => {
    over = true;
    wake();
  };
  const complaints: Buffer[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  stdin.on('error', () => {});
  stdout.on('readable', () => wake());
  child.once('error', finished).once('close', finished);
  return {
    ask(names) {
      const lines = `${names.join('\n')}\n`;
      if (how === 'buffer') stdin.end(lines);
      else stdin.write(lines);
    },
    async chunk() {
      for (;;) {
        const bytes: Buffer | null = stdout.read();
        if (bytes !== null || over) return bytes;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    rest: () => hold(child, 'unref'),
    wake: () => hold(child, 'ref'),
    end: () => void child.kill('SIGKILL'),
    complaint: () => ({ status: child.exitCode ?? -1, stderr: Buffer.concat(complaints).toString('utf8') }),
  };
}

/** Whether a child and its pipes keep this process alive. */
function hold(child: ChildProcess, how: 'ref' | 'unref'): void {
  child[how]();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as { ref?(): void; unref?(): void } | null)?.[how]?.();
}

async function* chunksOf(reader: Reader): AsyncGenerator<Buffer> {
  for (let chunk = await reader.chunk(); chunk !== null; chunk = await reader.chunk()) yield chunk;
}

/** Splits the answer of cat-file --batch: `<id> <type> <size>`, the bytes, a newline; or `<name> missing`. */
async function* splitBatch(chunks: AsyncIterable<Buffer>): AsyncGenerator<GitObject | null> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  // Bytes that must be there before anything can be given: a header's newline is looked for in the first chunk alone.
  let wanted = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < wanted) continue;
    const buffer = held.length === 1 ? chunk : Buffer.concat(held);
    let at = 0;
    wanted = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf(10, at);
      if (end < 0) break;
      const [id = '', , size] = buffer.toString('latin1', at, end).split(' ');
      if (size === undefined) {
        yield null;
        at = end + 1;
        continue;
      }
      const stop = end + 1 + Number(size);
      if (stop + 1 > buffer.length) {
        wanted = stop + 1 - at;
        break;
      }
      yield { id, bytes: buffer.subarray(end + 1, stop) };
      at = stop + 1;
    }
    const rest = buffer.subarray(at);
    held = rest.length > 0 ? [rest] : [];
    heldBytes = rest.length;
  }
}
