import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Git } from './git.ts';
import type { Unfinished } from './unfinished.ts';

/** What this program alone writes. Everything else in a work tree belongs to people and is left as it is. */
const OWNED = ['results', 'ledger', 'leaderboard', 'labels', 'badges', 'feed.xml', 'README.md'] as const;

export const isOwned = (path: string): boolean => OWNED.some((owned) => path === owned || path.startsWith(`${owned}/`));

/** Paths whose index entry or file differs from the head's, by whose doing. */
export type Stale = {
  /** What an unfinished process left: older versions, missing files, beginnings of files. */
  ours: string[];
  /** Everything else: somebody's edits. */
  foreign: string[];
};

/** A path that differs: object ids in the head and in the index, null where it is in neither. */
type Difference = { path: string; committed: string | null; staged: string | null; sameMode: boolean };

/** Finds the owned paths, and those of unfinished work, that are not what a commit says. */
export async function findStale(git: Git, commit: string, unfinished: readonly Unfinished[]): Promise<Stale> {
  const extra = unfinished.flatMap(({ paths }) => paths).filter((path) => !isOwned(path));
  const pathspecs = [...OWNED, ...new Set(extra)];
  const differences = await differencesFrom(git, commit, pathspecs);
  if (differences.length === 0) return { ours: [], foreign: [] };
  const versions = await versionsOf(git, commit, { unfinished, pathspecs });
  const stale: Stale = { ours: [], foreign: [] };
  for (const difference of differences) {
    const whose = await judge(git, difference, versions.get(difference.path));
    if (whose !== 'nobody') stale[whose].push(difference.path);
  }
  return stale;
}

async function differencesFrom(git: Git, commit: string, pathspecs: readonly string[]): Promise<Difference[]> {
  const diff = async (args: readonly string[]) =>
    rawRows(await git.text(['diff-index', '--raw', '-z', '--no-abbrev', '--no-renames', ...args, commit, '--', ...pathspecs]));
  const [index, files] = [await diff(['--cached']), await diff([])];
  const staged = new Map(index.map((row) => [row.path, row]));
  const all = new Map([...index, ...files].map((row) => [row.path, row]));
  return [...all.values()].map(({ path, before, sameMode, status }) => {
    const entry = staged.get(path);
    const unmerged = status === 'U' || entry?.status === 'U';
    // "unmerged" is no object's id: no version is ever equal to it.
    return { path, committed: before, staged: unmerged ? 'unmerged' : entry === undefined ? before : entry.after, sameMode };
  });
}

type RawRow = { path: string; before: string | null; after: string | null; sameMode: boolean; status: string };

/** Rows of git's raw diff format: `:mode mode id id status NUL path NUL`. */
function rawRows(text: string): RawRow[] {
  const rows: RawRow[] = [];
  const tokens = text.split('\0').values();
  for (const token of tokens) {
    const match = token.match(/^\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/);
    if (match === null) continue;
    const [, oldMode, newMode, before = '', after = '', status = ''] = match;
    const path = tokens.next().value ?? '';
    rows.push({ path, before: objectId(before), after: objectId(after), sameMode: oldMode === newMode, status });
  }
  return rows;
}

const objectId = (text: string): string | null => (/^0+$/.test(text) ? null : text);

/** Every version that each unfinished path has had since its work began. */
async function versionsOf(
  git: Git,
  commit: string,
  { unfinished, pathspecs }: { unfinished: readonly Unfinished[]; pathspecs: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const versions = new Map<string, Set<string>>();
  const asked = ['log', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-merges=first-parent', '--format='];
  for (const { old, paths } of unfinished) {
    const known = await git.ask([...asked, old === null ? commit : `${old}..${commit}`, '--', ...pathspecs]);
    // A commit that is not there any more vouches for nothing.
    if (known.status !== 0) continue;
    for (const path of paths) if (!versions.has(path)) versions.set(path, new Set());
    const own = new Set(paths);
    for (const { path, before, after } of rawRows(known.stdout.toString('utf8'))) {
      if (!own.has(path)) continue;
      for (const id of [before, after]) if (id !== null) versions.get(path)?.add(id);
    }
  }
  return versions;
}

async function judge(git: Git, difference: Difference, versions: ReadonlySet<string> | undefined): Promise<keyof Stale | 'nobody'> {
  const { path, committed, staged } = difference;
  const file = await onDisk(git.folder, path);
  const touchedOnly = staged === committed && difference.sameMode && file instanceof Uint8Array && committed !== null;
  if (touchedOnly && idOf(file, committed) === committed) return 'nobody';
  if (versions === undefined || file === 'other') return 'foreign';
  const known = new Set(versions);
  if (committed !== null) known.add(committed);
  if (staged !== null && !known.has(staged)) return 'foreign';
  if (file === 'missing') return 'ours';
  for (const id of known) {
    if (idOf(file, id) === id || (await isBeginning(git, file, id))) return 'ours';
  }
  return 'foreign';
}

/** A file's bytes; other where something lies there that is no file, or something that is no folder lies above it. */
export async function onDisk(root: string, path: string): Promise<Uint8Array | 'missing' | 'other'> {
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const found = await lstat(join(root, above)).catch(() => null);
    if (found !== null && !found.isDirectory()) return 'other';
  }
  const found = await lstat(join(root, path)).catch(() => null);
  if (found === null) return 'missing';
  return found.isFile() ? readFile(join(root, path)) : 'other';
}

/** The id that git gives to bytes, with the hash that another id of the repository has: SHA-1 has 40 digits, SHA-256 64. */
function idOf(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether a file is the beginning of an object: what is left of a write that was cut off. */
async function isBeginning(git: Git, file: Uint8Array, id: string): Promise<boolean> {
  const { status, stdout } = await git.ask(['cat-file', 'blob', id]);
  return status === 0 && file.length < stdout.length && stdout.subarray(0, file.length).equals(file);
}
