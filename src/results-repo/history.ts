import type { Version } from '../domain/repository/past.ts';
import { type Git, gitFailed } from './git.ts';
import { filesOf } from './trees.ts';

/** A file that a commit changed or deleted: the objects before and after, null where there is none after. */
export type PastChange = { commit: string; path: string; before: string; after: string | null };

/** Commits with several parents, oldest first. */
export async function mergesIn(git: Git, head: string): Promise<string[]> {
  return (await git.text(['rev-list', '--reverse', '--merges', head])).split('\n').filter((line) => line !== '');
}

/** Whether older commits are missing here. */
export async function isShallow(git: Git): Promise<boolean> {
  return (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** Every change and deletion of a file below the given folders in the whole history, oldest first. */
export async function pastChanges(git: Git, head: string, folders: readonly string[]): Promise<PastChange[]> {
  return changesIn(git, head, { paths: folders, kinds: 'MDT' });
}

/** Changes of given kinds, as git's --diff-filter names them. What a commit added has zeros before it. */
async function changesIn(git: Git, head: string, { paths, kinds }: { paths: readonly string[]; kinds: string }): Promise<PastChange[]> {
  const how = ['--raw', '-z', '--no-abbrev', '--no-renames', '--diff-merges=first-parent', `--diff-filter=${kinds}`, '--format=commit %H'];
  const text = await git.text(['log', '--reverse', ...how, head, '--', ...paths]);
  const changes: PastChange[] = [];
  let commit = '';
  const tokens = text.split('\0').values();
  for (const token of tokens) {
    const named = /^\n?commit ([0-9a-f]+)$/.exec(token);
    if (named?.[1] !== undefined) commit = named[1];
    const row = /^\n?:\d{6} \d{6} ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/.exec(token);
    if (row === null) continue;
    const [before = '', after = ''] = [row[1], row[2]];
    changes.push({ commit, path: tokens.next().value ?? '', before, after: /^0+$/.test(after) ? null : after });
  }
  return changes;
}

/** Paths that git is asked for by name; of more, it is asked for all below their folders. */
const FEW = 200;

/** Every version of each changed file by its path, oldest first; the last one is the head's. */
export async function versionsOf(git: Git, head: string, changes: readonly PastChange[]): Promise<Map<string, Version[]>> {
  const byPath = Map.groupBy(changes, ({ path }) => path);
  // Whether a deleted file came back is told by commits that add.
  const deleted = new Set(changes.flatMap(({ path, after }) => (after === null ? [path] : [])));
  if (deleted.size > 0) {
    const paths = deleted.size > FEW ? [...new Set([...deleted].map((path) => path.slice(0, path.indexOf('/'))))] : [...deleted];
    const whole = (await changesIn(git, head, { paths, kinds: 'AMDT' })).filter(({ path }) => deleted.has(path));
    for (const [path, own] of Map.groupBy(whole, ({ path }) => path)) byPath.set(path, own);
  }
  const now = await filesOf(git, head);
  return new Map([...byPath].map(([path, own]) => [path, versionsIn(own, { commit: head, id: now.get(path)?.id ?? null })]));
}

function versionsIn(changes: readonly PastChange[], now: Version): Version[] {
  const versions = changes.map(({ commit, after }): Version => ({ commit, id: after }));
  const before = changes[0]?.before ?? '';
  if (!/^0*$/.test(before)) versions.unshift({ commit: '', id: before });
  // In a history of several lines the newest change need not be the one that holds.
  return versions.at(-1)?.id === now.id ? versions : [...versions, now];
}

/** The texts of objects, by their ids; those that are missing are left out. */
export async function textsOf(git: Git, objects: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (objects.length === 0) return texts;
  const args = ['cat-file', '--batch', '--buffer'];
  const answer = await git.ask(args, { input: `${objects.join('\n')}\n` });
  if (answer.status !== 0) throw gitFailed(git.folder, args, answer);
  for (let at = 0; at < answer.stdout.length; ) {
    const end = answer.stdout.indexOf(10, at);
    const [object = '', , size] = answer.stdout.toString('latin1', at, end).split(' ');
    const bytes = Number(size);
    if (!Number.isInteger(bytes)) {
      at = end + 1;
      continue;
    }
    texts.set(object, answer.stdout.toString('utf8', end + 1, end + 1 + bytes));
    at = end + 1 + bytes + 1;
  }
  return texts;
}

/** What is no plain file in a commit, with git's mode: 120000 a link, 160000 a repository, 100755 a program. */
export async function irregularFiles(git: Git, commit: string): Promise<{ path: string; mode: string }[]> {
  const text = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
  return text.split('\0').flatMap((line) => {
    const mode = line.slice(0, 6);
    return line === '' || mode === '100644' ? [] : [{ path: line.slice(line.indexOf('\t') + 1), mode }];
  });
}

/** A repository's own settings could have git trust an edited file's size and time alone, or an old list of unknown files. */
const AS_IT_LIES = ['core.checkStat=default', 'core.trustctime=true', 'core.untrackedCache=false', 'core.fileMode=true'].flatMap(
  (setting) => ['-c', setting],
);

/** Paths whose file or staged version is not what the last commit says, files unknown to git among them. */
export async function editedPaths(git: Git): Promise<string[]> {
  const text = await git.text([...AS_IT_LIES, 'status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all']);
  return text.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
}
