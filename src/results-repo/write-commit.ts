import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from '../ports/results-store.ts';
import type { Git } from './git.ts';

/** Who commits where the repository's own settings name nobody. */
const COMMITTER = { name: 'AI Energy Score', email: 'noreply@ai-energy-score.invalid' };

/** Leftovers of a killed process are cleared after this long. */
const LEFTOVER_MILLISECONDS = 3_600_000;

/** Where commits are prepared. */
const benchesOf = (workshop: string): string => join(workshop, 'benches');

/** Writes blobs, tree and commit beside everything: until the branch moves, nobody sees them. */
export async function writeCommit(
  git: Git,
  workshop: string,
  request: { expected: string | null; message: string; changes: Changes },
): Promise<string> {
  const bench = join(benchesOf(workshop), randomBytes(8).toString('hex'));
  await mkdir(bench, { recursive: true });
  try {
    const env = { GIT_INDEX_FILE: join(bench, 'index') };
    await git.text(request.expected === null ? ['read-tree', '--empty'] : ['read-tree', request.expected], { env });
    const lines = await writeBlobs(git, bench, request.changes);
    await git.text(['update-index', '-z', '--add', '--index-info'], { env, input: lines });
    const tree = (await git.text(['write-tree'], { env })).trim();
    const parents = request.expected === null ? [] : ['-p', request.expected];
    const made = await git.text(['commit-tree', tree, ...parents, '-F', '-'], { env: await committer(git), input: request.message });
    return made.trim();
  } finally {
    await rm(bench, { recursive: true, force: true });
  }
}

/** Writes the changed files' contents into the object store, byte for byte, and gives the lines that put them into an index. */
async function writeBlobs(git: Git, bench: string, changes: Changes): Promise<string> {
  const written = [...changes].filter((change): change is [string, Uint8Array] => change[1] !== null);
  const deleted = [...changes].filter(([, bytes]) => bytes === null).map(([path]) => `0 ${'0'.repeat(40)}\t${path}\0`);
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
  return [...deleted, ...written.map(([path], index) => `100644 ${ids[index]}\t${path}\0`)].join('');
}

/** The repository's own user.name and user.email, else this program's. */
async function committer(git: Git): Promise<Record<string, string>> {
  const own = async (key: string) => {
    const answer = await git.ask(['config', '--local', '--get', key]);
    return answer.status === 0 ? answer.stdout.toString('utf8').trim() : '';
  };
  const name = (await own('user.name')) || COMMITTER.name;
  const email = (await own('user.email')) || COMMITTER.email;
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
