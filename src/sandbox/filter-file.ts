import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCallFilter } from './system-calls.ts';

/** File descriptor by which bubblewrap reads its filter. */
const DESCRIPTOR = 9;

/** A filter of system calls in a file that bubblewrap reads as it starts. */
export type FilterFile = {
  /** The words before bwrap, which open the file for it. */
  prefix: readonly string[];
  flags: readonly string[];
  remove(): Promise<void>;
};

/** Writes the filter for this machine; without words where none is known for it. */
export async function writeFilterFile(): Promise<FilterFile> {
  const filter = systemCallFilter();
  if (filter === null) return { prefix: [], flags: [], remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'ai-energy-score-filter-'));
  const file = join(folder, 'filter.bpf');
  await writeFile(file, filter);
  return {
    prefix: ['/bin/sh', '-c', `exec ${DESCRIPTOR}<"$0" && exec "$@"`, file],
    flags: ['--seccomp', String(DESCRIPTOR)],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
