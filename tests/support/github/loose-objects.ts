import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** A line of a tree. */
export type TreeEntry = { path: string; mode: string; type: 'blob' | 'tree' | 'commit'; sha: string; bytes: number };

/** What a commit does to one path: a file's bytes, an object that is there already, or nothing any more. */
export type Change = { path: string; mode?: number } & ({ bytes: Uint8Array } | { sha: string } | { removed: true });

/** The same without how long a file is, which only the file itself tells. */
export type TreeLine = Pick<TreeEntry, 'path' | 'mode' | 'sha'>;

const FOLDER_MODE = '40000';

const typeOfMode = (mode: string): TreeEntry['type'] => (mode === FOLDER_MODE ? 'tree' : mode === '160000' ? 'commit' : 'blob');

/**
 * The objects of a git repository, each in a file of its own, as git writes them before it packs. Written here instead of by
 * git: a test makes hundreds, and starting a program for each takes longer than all the rest.
 */
export function openLooseObjects(repository: string) {
  const fileOf = (sha: string) => join(repository, 'objects', sha.slice(0, 2), sha.slice(2));

  const write = (type: ObjectType, body: Uint8Array): string => {
    const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
    const sha = createHash('sha1').update(whole).digest('hex');
    const file = fileOf(sha);
    if (existsSync(file)) return sha;
    mkdirSync(dirname(file), { recursive: true });
    const partial = `${file}.partial`;
    writeFileSync(partial, deflateSync(whole, { level: 1 }));
    renameSync(partial, file);
    return sha;
  };

  const read = (sha: string): { type: ObjectType; body: Buffer } | null => {
    if (!/^[0-9a-f]{40}$/.test(sha) || !existsSync(fileOf(sha))) return null;
    const whole = inflateSync(readFileSync(fileOf(sha)));
    const end = whole.indexOf(0);
    return { type: whole.subarray(0, whole.indexOf(32)).toString() as ObjectType, body: whole.subarray(end + 1) };
  };

  const linesOf = (sha: string | null): TreeLine[] => {
    const found = sha === null ? null : read(sha);
    return found?.type === 'tree' ? [...parsed(found.body)] : [];
  };

  const writeTree = (lines: readonly TreeLine[]): string => {
    const key = ({ path, mode }: TreeLine) => Buffer.from(mode === FOLDER_MODE ? `${path}/` : path);
    const sorted = lines.toSorted((one, other) => Buffer.compare(key(one), key(other)));
    return write(
      'tree',
      Buffer.concat(sorted.flatMap(({ mode, path, sha }) => [Buffer.from(`${mode} ${path}\0`), Buffer.from(sha, 'hex')])),
    );
  };

  /** A tree with changes made to it; null where nothing is left. */
  const changed = (sha: string | null, changes: readonly Change[]): string | null => {
    const whole = changes.findLast(({ path }) => path === '');
    const lines = new Map(linesOf(whole !== undefined && 'sha' in whole ? whole.sha : sha).map((line) => [line.path, line]));
    const below = Map.groupBy(
      changes.filter(({ path }) => path !== ''),
      ({ path }) => path.split('/', 1)[0] ?? '',
    );
    for (const [name, all] of below) {
      const last = all.findLast(({ path }) => path === name);
      if (last !== undefined) lines.delete(name);
      if (last !== undefined && !('removed' in last)) {
        const mode = (last.mode ?? 0o100644).toString(8);
        lines.set(name, { path: name, mode, sha: 'sha' in last ? last.sha : write('blob', last.bytes) });
      }
      const deeper = all.filter(({ path }) => path !== name).map((change) => ({ ...change, path: change.path.slice(name.length + 1) }));
      if (deeper.length === 0) continue;
      const known = lines.get(name);
      const tree = changed(known?.mode === FOLDER_MODE ? known.sha : null, deeper);
      if (tree === null) lines.delete(name);
      else lines.set(name, { path: name, mode: FOLDER_MODE, sha: tree });
    }
    return lines.size === 0 ? null : writeTree([...lines.values()]);
  };

  const filesOf = (sha: string): TreeLine[] =>
    linesOf(sha).flatMap((line) => {
      if (line.mode !== FOLDER_MODE) return [line];
      return filesOf(line.sha).map((deeper) => ({ ...deeper, path: `${line.path}/${deeper.path}` }));
    });

  return {
    write,
    read,
    /** Every file of a tree, however deep. */
    filesOf,
    /** The tree that changes make of another; the empty one where nothing is left. */
    changedTree: (sha: string | null, changes: readonly Change[]): string => changed(sha, changes) ?? writeTree([]),
    entriesOf: (sha: string): TreeEntry[] =>
      linesOf(sha).map(({ path, mode, sha: of }) => {
        const type = typeOfMode(mode);
        return { path, mode: mode.padStart(6, '0'), type, sha: of, bytes: type === 'blob' ? (read(of)?.body.length ?? 0) : 0 };
      }),
  };
}

function* parsed(body: Buffer): Generator<TreeLine> {
  for (let at = 0; at < body.length; ) {
    const [space, end] = [body.indexOf(32, at), body.indexOf(0, at)];
    const path = body.subarray(space + 1, end).toString();
    yield { mode: body.subarray(at, space).toString(), path, sha: body.subarray(end + 1, end + 21).toString('hex') };
    at = end + 21;
  }
}
