import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Git } from './git.ts';
import { objectId } from './object-id.ts';
import { readObject } from './objects.ts';
import { filesOf, readCommit, type TreeFile } from './trees.ts';
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

/** Paths that git is told to look at by name; of more, everything owned is looked at. */
const FEW = 100;

/** Finds the owned paths, and those of unfinished work, that are not what a commit says. */
export async function findStale(git: Git, commit: string, unfinished: readonly Unfinished[]): Promise<Stale> {
  const pathspecs = pathspecsOf(unfinished.flatMap(({ paths }) => paths));
  const differences = await differencesFrom(git, commit, pathspecs);
  return judged(git, commit, { differences, unfinished, pathspecs });
}

/**
 * Finds which of the paths that a commit has just changed are still to be brought up to it: those that the index has as they were
 * before. What the index has of the commit itself was brought up, and is somebody's edit where the file is another.
 */
export async function findBehind(
  git: Git,
  commit: string,
  { paths, unfinished }: { paths: readonly string[]; unfinished: readonly Unfinished[] },
): Promise<string[]> {
  if (paths.length === 0) return [];
  const pathspecs = paths.length > FEW ? pathspecsOf(paths) : paths;
  const [committed, staged] = await Promise.all([filesOf(git, commit), stagedFiles(git, pathspecs)]);
  const differences = paths.flatMap((path) => differenceAt(path, committed.get(path), staged.get(path)) ?? []);
  return (await judged(git, commit, { differences, unfinished, pathspecs })).ours;
}

/** Everything owned, and those of some paths that are not. */
const pathspecsOf = (paths: readonly string[]): string[] => [...OWNED, ...new Set(paths.filter((path) => !isOwned(path)))];

type Question = { differences: readonly Difference[]; unfinished: readonly Unfinished[]; pathspecs: readonly string[] };

async function judged(git: Git, commit: string, { differences, unfinished, pathspecs }: Question): Promise<Stale> {
  const stale: Stale = { ours: [], foreign: [] };
  if (differences.length === 0) return stale;
  const versions = await versionsOf(git, commit, { unfinished, pathspecs });
  for (const difference of differences) {
    const whose = await judge(git, difference, versions.get(difference.path));
    if (whose !== 'nobody') stale[whose].push(difference.path);
  }
  return stale;
}

/** What the index and the files beside it say, held against a commit that was listed before: git need not read its trees again. */
async function differencesFrom(git: Git, commit: string, pathspecs: readonly string[]): Promise<Difference[]> {
  const [committed, staged, touched] = await Promise.all([
    filesOf(git, commit),
    stagedFiles(git, pathspecs),
    git.text(['diff-files', '--raw', '-z', '--no-abbrev', '--no-renames', '--', ...pathspecs]).then(rawRows),
  ]);
  const files = new Map(touched.map((row) => [row.path, row]));
  const isAsked = (path: string) => pathspecs.some((spec) => path === spec || path.startsWith(`${spec}/`));
  const unstaged = [...committed.keys()].filter((path) => !staged.has(path) && isAsked(path));
  return [...staged.keys(), ...unstaged].flatMap((path) => {
    const [before, after, file] = [committed.get(path), staged.get(path), files.get(path)];
    if (file === undefined) return differenceAt(path, before, after) ?? [];
    return [{ path, committed: before?.id ?? null, staged: after?.id ?? null, sameMode: before?.mode === after?.mode && file.sameMode }];
  });
}

/** What a commit and the index say otherwise of a path; null where they agree. */
function differenceAt(path: string, before: TreeFile | undefined, after: TreeFile | undefined): Difference | null {
  const sameMode = before?.mode === after?.mode;
  if (sameMode && before?.id === after?.id) return null;
  return { path, committed: before?.id ?? null, staged: after?.id ?? null, sameMode };
}

/** What the index says of some paths. Where a merge is not settled, "unmerged", which is no object's id. */
async function stagedFiles(git: Git, pathspecs: readonly string[]): Promise<Map<string, TreeFile>> {
  const files = new Map<string, TreeFile>();
  for (const line of (await git.text(['ls-files', '--stage', '-z', '--', ...pathspecs])).split('\0')) {
    const tab = line.indexOf('\t');
    const [mode, id, stage] = line.slice(0, tab).split(' ');
    if (mode === undefined || id === undefined || stage === undefined) continue;
    files.set(line.slice(tab + 1), { mode, id: stage === '0' ? id : 'unmerged' });
  }
  return files;
}

type RawRow = { path: string; before: string | null; after: string | null; sameMode: boolean };

/** Rows of git's raw diff format: `:mode mode id id status NUL path NUL`. */
function rawRows(text: string): RawRow[] {
  const rows: RawRow[] = [];
  const tokens = text.split('\0').values();
  for (const token of tokens) {
    const match = token.match(/^\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/);
    if (match === null) continue;
    const [, oldMode, newMode, before = '', after = ''] = match;
    const path = tokens.next().value ?? '';
    rows.push({ path, before: idIn(before), after: idIn(after), sameMode: oldMode === newMode });
  }
  return rows;
}

const idIn = (text: string): string | null => (/^0+$/.test(text) ? null : text);

/** Every version that each unfinished path has had since its work began. */
async function versionsOf(
  git: Git,
  commit: string,
  { unfinished, pathspecs }: { unfinished: readonly Unfinished[]; pathspecs: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const versions = new Map<string, Set<string>>();
  for (const work of unfinished) {
    const known = (await lastStep(git, commit, work)) ?? (await stepsSince(git, commit, { work, pathspecs }));
    // A commit that is not there any more vouches for nothing.
    if (known === null) continue;
    for (const path of work.paths) versions.set(path, (versions.get(path) ?? new Set()).union(known.get(path) ?? new Set()));
  }
  return versions;
}

type Versions = Map<string, Set<string>>;

/** Both versions of each path where the work is that of the commit itself and nothing was committed in between; else null. */
async function lastStep(git: Git, commit: string, work: Unfinished): Promise<Versions | null> {
  if (work.new !== commit || work.old === null || work.old === commit) return null;
  const parents = (await readCommit(git, commit))?.parents;
  if (parents?.length !== 1 || parents[0] !== work.old) return null;
  const [before, after] = [await filesOf(git, work.old), await filesOf(git, commit)];
  const ids = (path: string) => [before.get(path)?.id, after.get(path)?.id].filter((id) => id !== undefined);
  return new Map(work.paths.map((path) => [path, new Set(ids(path))]));
}

/** Every version that the history has of each path since the work began; null where that commit is gone. */
async function stepsSince(
  git: Git,
  commit: string,
  { work: { old, paths }, pathspecs }: { work: Unfinished; pathspecs: readonly string[] },
): Promise<Versions | null> {
  const asked = ['log', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-merges=first-parent', '--format='];
  const known = await git.ask([...asked, old === null ? commit : `${old}..${commit}`, '--', ...pathspecs]);
  if (known.status !== 0) return null;
  const versions: Versions = new Map(paths.map((path) => [path, new Set()]));
  for (const { path, before, after } of rawRows(known.stdout.toString('utf8'))) {
    for (const id of [before, after]) if (id !== null) versions.get(path)?.add(id);
  }
  return versions;
}

async function judge(git: Git, difference: Difference, versions: ReadonlySet<string> | undefined): Promise<keyof Stale | 'nobody'> {
  const { path, committed, staged } = difference;
  const file = await onDisk(git.folder, path);
  const touchedOnly = staged === committed && difference.sameMode && file instanceof Uint8Array && committed !== null;
  if (touchedOnly && objectId('blob', file, committed) === committed) return 'nobody';
  if (versions === undefined || file === 'other') return 'foreign';
  const known = new Set(versions);
  if (committed !== null) known.add(committed);
  if (staged !== null && !known.has(staged)) return 'foreign';
  if (file === 'missing') return 'ours';
  for (const id of known) {
    if (objectId('blob', file, id) === id || (await isBeginning(git, file, id))) return 'ours';
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

/** Whether a file is the beginning of an object: what is left of a write that was cut off. */
async function isBeginning(git: Git, file: Uint8Array, id: string): Promise<boolean> {
  const object = await readObject(git, id);
  return object !== null && file.length < object.bytes.length && object.bytes.subarray(0, file.length).equals(file);
}
