import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from '../ports/results-store.ts';
import { type Git, gitFailed } from './git.ts';
import { readCommit } from './trees.ts';
import { writeTrees } from './write-trees.ts';

/** Who commits where the repository's own settings name nobody. */
const COMMITTER = { name: 'AI Energy Score', email: 'noreply@ai-energy-score.invalid' };

/** Leftovers of a killed process are cleared after this long. */
const LEFTOVER_MILLISECONDS = 3_600_000;

/** Where commits are prepared. */
const benchesOf = (workshop: string): string => join(workshop, 'benches');

/** Writes blobs, trees and commit beside everything: until the branch moves, nobody sees them. */
export async function writeCommit(
  git: Git,
  workshop: string,
  request: { expected: string | null; message: string; changes: Changes },
): Promise<string> {
  const { expected, message, changes } = request;
  const bench = join(benchesOf(workshop), randomBytes(8).toString('hex'));
  await mkdir(bench, { recursive: true });
  try {
    const [env, blobs] = await Promise.all([committer(git), writeBlobs(git, bench, changes)]);
    const root = expected === null ? null : await rootOf(git, expected);
    const tree = await writeTrees(git, root, { blobs, like: expected ?? (await someId(git)) });
    const parents = expected === null ? [] : ['-p', expected];
    return (await git.text(['commit-tree', tree, ...parents, '-F', '-'], { env, input: message })).trim();
  } finally {
    await rm(bench, { recursive: true, force: true });
  }
}

async function rootOf(git: Git, commit: string): Promise<string> {
  const found = await readCommit(git, commit);
  if (found === null) throw gitFailed(git.folder, ['cat-file'], { status: 0, stderr: `${commit} is missing` });
  return found.tree;
}

/** The id of no bytes: it tells how long the ids of a repository without a commit are. */
const someId = async (git: Git): Promise<string> => (await git.text(['hash-object', '--stdin'])).trim();

/** Writes the changed files' contents into the object store, byte for byte, and gives their ids; null for a file that goes. */
async function writeBlobs(git: Git, bench: string, changes: Changes): Promise<Map<string, string | null>> {
  const written = [...changes].filter((change): change is [string, Uint8Array] => change[1] !== null);
  const files = await Promise.all(
    written.map(async ([, bytes], index) => {
      const file = join(bench, String(index));
      await writeFile(file, bytes);
      return file;
    }),
  );
  const objects = await git.text(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    input: files.map((file) => `${file}\n`).join(''),
  });
  const ids = objects.split('\n');
  const blobs = new Map<string, string | null>([...changes.keys()].map((path) => [path, null]));
  for (const [index, [path]] of written.entries()) blobs.set(path, ids[index] as string);
  return blobs;
}

const committers = new WeakMap<Git, Promise<Record<string, string>>>();

/** The repository's own user.name and user.email, else this program's: asked for once, for they are settings. */
function committer(git: Git): Promise<Record<string, string>> {
  const known = committers.get(git) ?? readCommitter(git);
  committers.set(git, known);
  return known;
}

async function readCommitter(git: Git): Promise<Record<string, string>> {
  const answer = await git.ask(['config', '--local', '-z', '--get-regexp', '^user\\.(name|email)$']);
  const own = { ...COMMITTER };
  for (const row of answer.stdout.toString('utf8').split('\0')) {
    const [key, value = ''] = row.split('\n', 2);
    if (value.trim() === '') continue;
    if (key === 'user.name') own.name = value.trim();
    if (key === 'user.email') own.email = value.trim();
  }
  const { name, email } = own;
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}

/** Removes what killed processes left of their preparations. */
export async function clearBenches(workshop: string): Promise<void> {
  const names = await readdir(benchesOf(workshop)).catch(() => []);
  for (const name of names) {
    const path = join(benchesOf(workshop), name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > LEFTOVER_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}
