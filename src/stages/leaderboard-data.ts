import { bytesOf, type DerivedFile } from '../domain/leaderboard/derived-file.ts';
import { CITATION, type DerivedFiles, FEED, LEADERBOARD, MANIFEST } from '../domain/leaderboard/files.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { PAGES_AT_ROOT } from '../render/pages.ts';
import { README } from '../render/readme.ts';

/** Derived files that lie beside leaderboard/. */
const BESIDE = [README, FEED, CITATION, ...PAGES_AT_ROOT];

/**
 * What differs between the derived files that are there, labels and badges left out, and those that should be: null for one that has
 * to go. Each is made, compared and given before the next. The manifest comes last: until it is written, it names what an earlier
 * build made.
 */
export async function* dataChanges(snapshot: Snapshot, files: DerivedFiles): AsyncGenerator<readonly [string, Uint8Array | null]> {
  const manifest = await snapshot.read(MANIFEST);
  const madeBefore = pathsIn(manifest);
  const looked = new Set([MANIFEST]);
  for await (const { path, bytes } of presentFiles(snapshot, files)) {
    if (looked.has(path)) continue;
    looked.add(path);
    const change = files.has(path) ? changeOf(bytes, files.get(path)) : madeBefore.has(path) ? null : undefined;
    if (change !== undefined) yield [path, change];
  }
  for (const [path, file] of files) if (!looked.has(path)) yield [path, bytesOf(file)];
  const change = changeOf(manifest, files.get(MANIFEST));
  if (change !== undefined) yield [MANIFEST, change];
}

async function* presentFiles(snapshot: Snapshot, files: DerivedFiles): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  yield* snapshot.readAll(LEADERBOARD);
  for (const path of BESIDE) {
    const bytes = files.has(path) ? await snapshot.read(path) : null;
    if (bytes !== null) yield { path, bytes };
  }
}

/** The file's bytes where other ones are there, or none; undefined where it is as it should be. */
function changeOf(present: Uint8Array | null, file: DerivedFile | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  if (present === null) return bytesOf(file);
  const there = Buffer.from(present.buffer, present.byteOffset, present.length);
  let same = 0;
  let parts: Uint8Array[] | null = null;
  for (const part of file.parts()) {
    if (parts === null && there.subarray(same, same + part.length).equals(part)) {
      same += part.length;
    } else {
      parts ??= [there.subarray(0, same)];
      parts.push(part);
    }
  }
  if (parts !== null) return Buffer.concat(parts);
  return same === there.length ? undefined : there.subarray(0, same);
}

/** Paths that a manifest names; none where there is no manifest that can be read. */
function pathsIn(manifest: Uint8Array | null): Set<string> {
  if (manifest === null) return new Set();
  try {
    const { files } = JSON.parse(new TextDecoder().decode(manifest)) as { files: { path: string }[] };
    return new Set(files.map(({ path }) => path));
  } catch {
    return new Set();
  }
}
