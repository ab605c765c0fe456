import { once } from 'node:events';
import type { Snapshot } from '../ports/results-store.ts';
import { type Git, gitFailed } from './git.ts';

/** The files of one commit, read from git's objects: what lies in the work tree plays no part. */
export function gitSnapshot(git: Git, commit: string | null): Snapshot {
  let listed: Promise<Map<string, string>> | undefined;
  const files = () => {
    listed ??= commit === null ? Promise.resolve(new Map()) : listTree(git, commit);
    return listed;
  };
  const list = async (prefix = '') => [...(await files()).keys()].filter((path) => path.startsWith(prefix));

  return {
    commit,
    list,
    async read(path) {
      const object = (await files()).get(path);
      if (object === undefined) return null;
      const args = ['cat-file', 'blob', object];
      const answer = await git.ask(args);
      if (answer.status !== 0) throw gitFailed(git.folder, args, answer);
      return answer.stdout;
    },
    async *readAll(prefix) {
      const paths = await list(prefix);
      const objects = await files();
      let next = 0;
      for await (const bytes of readBlobs(
        git,
        paths.map((path) => objects.get(path) as string),
      )) {
        yield { path: paths[next] as string, bytes };
        next += 1;
      }
    },
  };
}

/** Path to object id of every regular file, sorted by code unit. Symbolic links and submodules are left out: nothing here follows them. */
async function listTree(git: Git, commit: string): Promise<Map<string, string>> {
  const text = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const rows: [string, string][] = [];
  for (const line of text.split('\0')) {
    const tab = line.indexOf('\t');
    const [mode, , object] = line.slice(0, tab).split(' ');
    if (object !== undefined && mode?.startsWith('100')) rows.push([line.slice(tab + 1), object]);
  }
  // Git sorts by bytes, the port by code unit.
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map(rows);
}

/** The contents of blobs, in the order asked for, through one `git cat-file --batch`. */
async function* readBlobs(git: Git, objects: readonly string[]): AsyncGenerator<Buffer> {
  if (objects.length === 0) return;
  const args = ['cat-file', '--batch', '--buffer'];
  const child = git.open(args);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw gitFailed(git.folder, args, { status: -1, stderr: 'no pipes' });
  const closed = once(child, 'close');
  const complaints: Buffer[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  stdin.on('error', () => {});
  stdin.end(`${objects.join('\n')}\n`);
  let given = 0;
  try {
    for await (const blob of splitBatch(stdout as AsyncIterable<Buffer>)) {
      given += 1;
      yield blob;
    }
  } finally {
    child.kill('SIGKILL');
  }
  const [status] = await closed;
  if (given === objects.length) return;
  throw gitFailed(git.folder, args, {
    status: typeof status === 'number' ? status : -1,
    stderr: `${Buffer.concat(complaints).toString('utf8')} ${given} of ${objects.length} objects came back`,
  });
}

/** Splits the answer of cat-file --batch: `<object> <type> <size>`, the bytes, a newline; ends early at the first missing object. */
async function* splitBatch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
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
      const size = Number(buffer.toString('latin1', at, end).split(' ')[2]);
      if (!Number.isInteger(size)) return;
      const stop = end + 1 + size;
      if (stop + 1 > buffer.length) {
        wanted = stop + 1 - at;
        break;
      }
      yield buffer.subarray(end + 1, stop);
      at = stop + 1;
    }
    const rest = buffer.subarray(at);
    held = rest.length > 0 ? [rest] : [];
    heldBytes = rest.length;
  }
}
