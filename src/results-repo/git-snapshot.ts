import type { Snapshot } from '../ports/results-store.ts';
import { type Git, gitFailed } from './git.ts';
import { readObjects } from './objects.ts';
import { filesOf } from './trees.ts';

/** The files of one commit, read from git's objects: what lies in the work tree plays no part. */
export function gitSnapshot(git: Git, commit: string | null): Snapshot {
  let listed: Promise<Map<string, string>> | undefined;
  const files = () => {
    listed ??= commit === null ? Promise.resolve(new Map()) : plainFiles(git, commit);
    return listed;
  };
  const below = async (prefix: string) => [...(await files())].filter(([path]) => path.startsWith(prefix));
  const blobs = async function* (objects: readonly string[]) {
    let next = 0;
    for await (const blob of readObjects(git, objects)) {
      if (blob === null) throw gitFailed(git.folder, ['cat-file'], { status: 0, stderr: `${objects[next]} is missing` });
      yield blob.bytes;
      next += 1;
    }
  };

  return {
    commit,
    list: async (prefix = '') => (await below(prefix)).map(([path]) => path),
    identities: async (prefix) => new Map(await below(prefix)),
    async read(path) {
      const object = (await files()).get(path);
      if (object === undefined) return null;
      for await (const bytes of blobs([object])) return bytes;
      return null;
    },
    async *readAll(prefix) {
      const found = await below(prefix);
      let next = 0;
      for await (const bytes of blobs(found.map(([, object]) => object))) {
        yield { path: found[next]?.[0] as string, bytes };
        next += 1;
      }
    },
  };
}

/** Path to object id of every regular file, sorted by code unit. Symbolic links and submodules are left out: nothing here follows them. */
async function plainFiles(git: Git, commit: string): Promise<Map<string, string>> {
  const rows: [string, string][] = [];
  for (const [path, { mode, id }] of await filesOf(git, commit)) if (mode.startsWith('100')) rows.push([path, id]);
  // Git sorts by bytes, the port by code unit.
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map(rows);
}
