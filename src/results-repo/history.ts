import { type Git, gitFailed } from './git.ts';

/** A file that a commit changed or deleted: the objects before and after, null where there is none after. */
export type PastChange = { commit: string; path: string; before: string; after: string | null };

/** Commits with several parents, oldest first. Replacements of objects, which could hide one, play no part. */
export async function mergesIn(git: Git, head: string): Promise<string[]> {
  return (await git.text(['--no-replace-objects', 'rev-list', '--reverse', '--merges', head])).split('\n').filter((line) => line !== '');
}

/** Whether older commits are missing here. */
export async function isShallow(git: Git): Promise<boolean> {
  return (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** Every change and deletion of a file below the given folders in the whole history, oldest first. */
export async function pastChanges(git: Git, head: string, folders: readonly string[]): Promise<PastChange[]> {
  const how = ['--raw', '-z', '--no-abbrev', '--no-renames', '--diff-merges=first-parent', '--diff-filter=MDT', '--format=commit %H'];
  const text = await git.text(['--no-replace-objects', 'log', '--reverse', ...how, head, '--', ...folders]);
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

/** The texts of objects, by their ids; those that are missing are left out. */
export async function textsOf(git: Git, objects: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (objects.length === 0) return texts;
  const args = ['--no-replace-objects', 'cat-file', '--batch', '--buffer'];
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
  const text = await git.text(['--no-replace-objects', 'ls-tree', '-r', '-z', '--full-tree', commit]);
  return text.split('\0').flatMap((line) => {
    const mode = line.slice(0, 6);
    return line === '' || mode === '100644' ? [] : [{ path: line.slice(line.indexOf('\t') + 1), mode }];
  });
}

/** Paths whose file or staged version is not what the last commit says, files unknown to git among them. */
export async function editedPaths(git: Git): Promise<string[]> {
  const text = await git.text(['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all']);
  return text.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
}
