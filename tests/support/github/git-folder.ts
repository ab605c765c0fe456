import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Change, openLooseObjects, type TreeEntry, type TreeLine } from './loose-objects.ts';

export type { Change, TreeEntry };

/** Nobody's configuration but ours: what the machine's owner has set changes nothing. */
export const GIT_ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

/** An absent object, as git writes it. */
export const NO_OBJECT = '0'.repeat(40);

export type Person = { name: string; email: string };

/** GitHub, as it signs the commits that it makes itself. */
export const GITHUB: Person = { name: 'GitHub', email: 'noreply@github.com' };

export type NewCommit = { parents: readonly string[]; changes: readonly Change[]; message: string; author: Person; committer?: Person };

/** What keeps every object in a file of its own, and lets git fetch and push. */
const CONFIG = `[core]
\trepositoryformatversion = 0
\tbare = true
[gc]
\tauto = 0
[receive]
\tunpackLimit = 1000000
\tautogc = false
[http]
\treceivepack = true
[uploadpack]
\tallowAnySHA1InWant = true
`;

/** A bare repository on disk. */
export type GitFolder = ReturnType<typeof openGitFolder>;

/** Makes an empty bare repository in a temporary folder. */
export function openGitFolder(branch: string) {
  const path = mkdtempSync(join(tmpdir(), 'loopback-github-'));
  for (const folder of ['objects', 'refs/heads', 'refs/tags']) mkdirSync(join(path, folder), { recursive: true });
  writeFileSync(join(path, 'HEAD'), `ref: refs/heads/${branch}\n`);
  writeFileSync(join(path, 'config'), CONFIG);
  const objects = openLooseObjects(path);
  const git = (args: readonly string[]): string =>
    execFileSync('git', ['--git-dir', path, ...args], {
      env: GIT_ENVIRONMENT,
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();

  const tipOf = (reference: string): string | null => {
    const file = join(path, reference);
    const safe = /^refs\//.test(reference) && !reference.split('/').includes('..');
    if (!safe || !existsSync(file) || !statSync(file).isFile()) return null;
    return readFileSync(file, 'utf8').trim();
  };

  /** The object that a name of a branch, a tag or a commit means. */
  const named = (name: string): string | null => {
    if (name === 'HEAD') return tipOf(`refs/heads/${branch}`);
    if (objects.read(name) !== null) return name;
    return tipOf(name) ?? tipOf(`refs/${name}`) ?? tipOf(`refs/heads/${name}`) ?? tipOf(`refs/tags/${name}`);
  };

  const peeled = (sha: string | null, type: 'commit' | 'tree'): string | null => {
    const found = sha === null ? null : objects.read(sha);
    if (found === null || sha === null) return null;
    if (found.type === type) return sha;
    const field = found.type === 'tag' ? 'object' : found.type === 'commit' && type === 'tree' ? 'tree' : null;
    return field === null ? null : peeled(new RegExp(`^${field} (\\w{40})$`, 'm').exec(found.body.toString())?.[1] ?? null, type);
  };

  /** The entry at a path below a tree. */
  const below = (tree: string | null, parts: readonly string[]): string | null => {
    const [name, ...rest] = parts;
    if (tree === null || name === undefined || name === '') return tree;
    return below(objects.entriesOf(tree).find((entry) => entry.path === name)?.sha ?? null, rest);
  };

  const treeOf = (name: string): string | null => peeled(named(name), 'tree');

  const resolve = (expression: string): string | null => {
    const colon = expression.indexOf(':');
    if (colon < 0) return named(expression);
    return below(peeled(named(expression.slice(0, colon)), 'tree'), expression.slice(colon + 1).split('/'));
  };

  const read = (sha: string): Buffer => {
    const found = objects.read(sha);
    if (found?.type !== 'blob') throw new Error(`There is no file ${sha}.`);
    return found.body;
  };

  const readAt = (expression: string): Buffer | null => {
    const found = objects.read(resolve(expression) ?? '');
    return found?.type === 'blob' ? found.body : null;
  };

  return {
    path,
    /** Runs git; gives what it says. */
    git,
    /** The full name of the object that an expression such as HEAD:policy.yaml means; null where there is none. */
    resolve,
    /** The commit of a branch, tag, reference or SHA; null where there is none. */
    commitOf: (name: string): string | null => peeled(named(name), 'commit'),
    treeOf,
    typeOf: (sha: string) => objects.read(sha)?.type ?? null,
    read,
    /** The bytes of a file as in HEAD:policy.yaml; null where there is none. */
    readAt,
    write: (bytes: Uint8Array): string => objects.write('blob', bytes),
    writeTree: (base: string | null, changes: readonly Change[]): string => objects.changedTree(base, changes),
    /** What lies in the topmost folder of a commit or a tree. */
    tree: (name: string): TreeEntry[] => objects.entriesOf(treeOf(name) ?? NO_OBJECT),
    /** Every file of a commit or a tree, however deep. */
    files: (name: string): TreeLine[] => objects.filesOf(treeOf(name) ?? NO_OBJECT),
    tipOf,
    references(prefix: string): { name: string; sha: string }[] {
      const all = readdirSync(join(path, 'refs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const names = all.map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1));
      return names
        .filter((name) => (name === prefix || name.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)) && !name.endsWith('.lock'))
        .sort()
        .map((name) => ({ name, sha: tipOf(name) ?? NO_OBJECT }));
    },
    /** Puts a reference somewhere, wherever it was before. */
    point(reference: string, to: string): void {
      mkdirSync(dirname(join(path, reference)), { recursive: true });
      writeFileSync(join(path, reference), `${to}\n`);
    },
    /** Moves a reference from one commit to another as one act; gives false where it is elsewhere. */
    move(reference: string, { from, to }: { from: string; to: string }): boolean {
      try {
        git(['update-ref', reference, to, from]);
        return true;
      } catch {
        return false;
      }
    },
    /** Writes a commit that no branch has yet; gives its SHA. */
    commit({ parents, changes, message, author, committer = author }: NewCommit): string {
      const [first] = parents;
      const made = objects.changedTree(first === undefined ? null : peeled(first, 'tree'), changes);
      const lines = [
        `tree ${made}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${stamp(author)}`,
        `committer ${stamp(committer)}`,
      ];
      return objects.write('commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const stamp = ({ name, email }: Person): string => `${name} <${email}> ${Math.floor(Date.now() / 1000)} +0000`;
