import { operatorFault } from '../domain/errors.ts';
import type { Git } from './git.ts';
import { type GitObject, readObject, readObjects } from './objects.ts';

/** One line of a tree. */
export type TreeEntry = {
  /** Git's mode: 40000 a folder, 100644 a file, 120000 a link, 160000 a repository. */
  mode: string;
  /** The name's bytes, one character each: names that are no UTF-8 stay as they are. */
  name: string;
  id: string;
};

/** A file of a commit. */
export type TreeFile = { mode: string; id: string };

/** A commit with what it is made of. */
type Commit = { id: string; tree: string; parents: readonly string[] };

export const FOLDER = '40000';

/** Commits whose files are kept: one that is built on, and the one before it. */
const KEPT = 2;

type Memory = {
  /** Trees by id, which never change: of the commits that were listed last. */
  trees: Map<string, readonly TreeEntry[]>;
  files: Map<string, Promise<ReadonlyMap<string, TreeFile>>>;
};

const memories = new WeakMap<Git, Memory>();

function memoryOf(git: Git): Memory {
  const memory = memories.get(git) ?? { trees: new Map(), files: new Map() };
  memories.set(git, memory);
  return memory;
}

/** A commit by its id or by a name, as HEAD; null where there is none. */
export async function readCommit(git: Git, name: string): Promise<Commit | null> {
  const object = await readObject(git, `${name}^{commit}`);
  if (object === null) return null;
  const [head = ''] = object.bytes.toString('latin1').split('\n\n', 1);
  const ids = (field: string) => head.split('\n').flatMap((line) => (line.startsWith(`${field} `) ? [line.slice(field.length + 1)] : []));
  return { id: object.id, tree: ids('tree')[0] ?? '', parents: ids('parent') };
}

/** Every file of a commit by its path, links and repositories among them. Of a commit much like the last one few trees are read. */
export function filesOf(git: Git, commit: string): Promise<ReadonlyMap<string, TreeFile>> {
  const { files } = memoryOf(git);
  const known = files.get(commit);
  if (known !== undefined) return known;
  const listed = listFiles(git, commit);
  files.set(commit, listed);
  listed.catch(() => files.delete(commit));
  for (const old of [...files.keys()].slice(0, -KEPT)) files.delete(old);
  return listed;
}

async function listFiles(git: Git, commit: string): Promise<ReadonlyMap<string, TreeFile>> {
  const found = await readCommit(git, commit);
  if (found === null) throw missing(git, commit);
  const memory = memoryOf(git);
  const used = new Map<string, readonly TreeEntry[]>();
  const files = new Map<string, TreeFile>();
  let folders: { at: string; tree: string }[] = [{ at: '', tree: found.tree }];
  while (folders.length > 0) {
    await readTrees(git, [...new Set(folders.map(({ tree }) => tree))]);
    const below: typeof folders = [];
    for (const { at, tree } of folders) {
      const entries = memory.trees.get(tree) ?? [];
      used.set(tree, entries);
      for (const { mode, name, id } of entries) {
        const path = at + textOf(name);
        if (mode === FOLDER) below.push({ at: `${path}/`, tree: id });
        else files.set(path, { mode: usualMode(mode), id });
      }
    }
    folders = below;
  }
  memory.trees = used;
  return files;
}

/** A tree's entries. */
export async function treeOf(git: Git, tree: string): Promise<readonly TreeEntry[]> {
  await readTrees(git, [tree]);
  return memoryOf(git).trees.get(tree) ?? [];
}

/** Keeps a tree that was just written. */
export function rememberTree(git: Git, tree: string, entries: readonly TreeEntry[]): void {
  memoryOf(git).trees.set(tree, entries);
}

async function readTrees(git: Git, trees: readonly string[]): Promise<void> {
  const memory = memoryOf(git);
  const unknown = trees.filter((tree) => !memory.trees.has(tree));
  let next = 0;
  for await (const object of readObjects(git, unknown)) {
    const tree = unknown[next] as string;
    if (object === null) throw missing(git, tree);
    memory.trees.set(tree, entriesOf(object));
    next += 1;
  }
}

/** Entries of git's binary form: mode, a space, the name, a zero byte, the id's bytes. */
function entriesOf({ id, bytes }: GitObject): TreeEntry[] {
  const idBytes = id.length / 2;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const zero = bytes.indexOf(0, space);
    const mode = bytes.toString('latin1', at, space);
    const name = bytes.toString('latin1', space + 1, zero);
    at = zero + 1 + idBytes;
    entries.push({ mode, name, id: bytes.toString('hex', zero + 1, at) });
  }
  return entries;
}

/** The text of bytes that stand one a character. */
function textOf(name: string): string {
  return /^[\0-\x7f]*$/.test(name) ? name : Buffer.from(name, 'latin1').toString('utf8');
}

/** Old gits wrote other modes of plain files; an index knows two. */
function usualMode(mode: string): string {
  if (!mode.startsWith('100')) return mode;
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755';
}

const missing = (git: Git, object: string) =>
  operatorFault(`git cat-file failed in ${git.folder}: ${object} is missing.`, {
    code: 'git-failed',
    mend: 'Read what `git fsck` says in that folder.',
  });
