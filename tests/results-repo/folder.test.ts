import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { temporaryFolder } from './repository.ts';

/** More files than are read without a thread; among them empty ones, and some that are larger than what the thread sends at once. */
async function manyFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (let n = 0; n < 1_100; n += 1) {
    const path = `results/org-${n % 7}/${String(n).padStart(5, '0')}.json`;
    files.set(path, Buffer.alloc(n % 100 === 0 ? n * 900 : (n * 37) % 9_000, `${n} `));
  }
  for (let n = 0; n < 7; n += 1) await mkdir(join(folder, `results/org-${n}`), { recursive: true });
  for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
  return files;
}

test('every one of many files is read whole, in the order of their paths; links are not followed', async () => {
  await using folder = await temporaryFolder();
  const files = await manyFiles(folder.path);
  await writeFile(join(folder.path, 'secret'), 'not part of it');
  await symlink(join(folder.path, 'secret'), join(folder.path, 'results/org-1/link.json'));
  const snapshot = folderSnapshot(folder.path);
  const read = await Array.fromAsync(snapshot.readAll('results/'));
  expect(read.map(({ path }) => path)).toEqual([...files.keys()].sort());
  expect(read.filter(({ path, bytes }) => files.get(path)?.equals(bytes) !== true)).toEqual([]);
});

test('whoever stops in the middle of many files keeps no thread alive, and files that go away meanwhile are left out', async () => {
  await using folder = await temporaryFolder();
  const files = await manyFiles(folder.path);
  const snapshot = folderSnapshot(folder.path);
  for await (const { path } of snapshot.readAll('results/')) {
    expect(path).toBe([...files.keys()].sort()[0]);
    break;
  }
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Worker' || name === 'MessagePort')).toEqual([]);
  const last = [...files.keys()].sort().at(-1) as string;
  const read: string[] = [];
  for await (const { path } of snapshot.readAll('results/')) {
    // The thread is a few megabytes ahead at most, and the files behind that are still to be read.
    if (read.length === 0) await rm(join(folder.path, last));
    read.push(path);
  }
  expect(read).toHaveLength(files.size - 1);
  expect(read).not.toContain(last);
});
