import { type Git, gitFailed } from './git.ts';
import { objectId } from './object-id.ts';
import { FOLDER, rememberTree, type TreeEntry, treeOf } from './trees.ts';

/** What changes in one folder: files by name with their new blobs, null for one that goes; and the folders in it. */
type Folder = { files: Map<string, string | null>; folders: Map<string, Folder> };

/** A tree to be written. */
type NewTree = { id: string; entries: readonly TreeEntry[] };

/**
 * Writes the trees that changed files make of a tree, and gives the new root. What did not change is not even read.
 * @param root the tree before; null where there is none
 * @param blobs the new blob of each path, null for one that goes
 * @param like any id of the repository, for its hash
 */
export async function writeTrees(
  git: Git,
  root: string | null,
  { blobs, like }: { blobs: ReadonlyMap<string, string | null>; like: string },
): Promise<string> {
  const made: NewTree[] = [];
  const top = (await grown(git, root, { folder: foldersOf(blobs), at: '', like, made })) ?? treeFrom([], like, made);
  const args = ['mktree', '-z', '--batch', '--missing'];
  const input = Buffer.from(made.map(({ entries }) => `${entries.map(lineOf).join('')}\0`).join(''), 'latin1');
  const written = await git.text(args, { input });
  if (written !== made.map(({ id }) => `${id}\n`).join('')) {
    throw gitFailed(git.folder, args, { status: 0, stderr: 'it gave a tree another name than it has' });
  }
  for (const { id, entries } of made) rememberTree(git, id, entries);
  return top;
}

const lineOf = ({ mode, name, id }: TreeEntry): string =>
  `${mode} ${mode === FOLDER ? 'tree' : mode === '160000' ? 'commit' : 'blob'} ${id}\t${name}\0`;

function foldersOf(blobs: ReadonlyMap<string, string | null>): Folder {
  const root = emptyFolder();
  for (const [path, blob] of blobs) {
    const parts = Buffer.from(path).toString('latin1').split('/');
    const name = parts.pop() as string;
    let folder = root;
    for (const part of parts) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.set(name, blob);
  }
  return root;
}

const emptyFolder = (): Folder => ({ files: new Map(), folders: new Map() });

type Growth = { folder: Folder; at: string; like: string; made: NewTree[] };

/** The tree of a folder after its changes; null where nothing is left in it. */
async function grown(git: Git, tree: string | null, { folder, at, like, made }: Growth): Promise<string | null> {
  const entries = new Map((tree === null ? [] : await treeOf(git, tree)).map((entry) => [entry.name, entry]));
  for (const [name, below] of folder.folders) {
    const before = entries.get(name);
    if (before !== undefined && before.mode !== FOLDER) {
      if (writesInto(below)) throw both(git, `${at}${name}`);
      continue;
    }
    const id = await grown(git, before?.id ?? null, { folder: below, at: `${at}${name}/`, like, made });
    if (id === null) entries.delete(name);
    else entries.set(name, { mode: FOLDER, name, id });
  }
  for (const [name, id] of folder.files) {
    const isFolder = entries.get(name)?.mode === FOLDER;
    if (isFolder && id !== null) throw both(git, `${at}${name}`);
    if (id !== null) entries.set(name, { mode: '100644', name, id });
    else if (!isFolder) entries.delete(name);
  }
  return entries.size === 0 ? null : treeFrom([...entries.values()], like, made);
}

const writesInto = ({ files, folders }: Folder): boolean =>
  [...files.values()].some((id) => id !== null) || [...folders.values()].some(writesInto);

function treeFrom(entries: TreeEntry[], like: string, made: NewTree[]): string {
  entries.sort((one, other) => (sortName(one) < sortName(other) ? -1 : 1));
  const parts = entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')]);
  const id = objectId('tree', Buffer.concat(parts), like);
  made.push({ id, entries });
  return id;
}

/** Git sorts a folder as if its name ended with a slash. */
const sortName = ({ mode, name }: TreeEntry): string => (mode === FOLDER ? `${name}/` : name);

const both = (git: Git, path: string) =>
  gitFailed(git.folder, ['mktree'], {
    status: 0,
    stderr: `${Buffer.from(path, 'latin1').toString('utf8')} would be a file and a folder at once`,
  });
