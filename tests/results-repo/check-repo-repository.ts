import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUNDLE_FILES } from '../../src/bundle/files.ts';
import { sha256 } from '../../src/domain/canonical.ts';
import { editionText } from '../../src/domain/edition.ts';
import type { Edition } from '../../src/domain/generated/edition.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName } from '../../src/domain/identifiers.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { ResultsStore } from '../../src/ports/results-store.ts';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { gitSnapshot } from '../../src/results-repo/git-snapshot.ts';
import { findRepository } from '../../src/results-repo/git-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { checkRepository, type RepositoryReport } from '../../src/stages/check-repo.ts';
import { frozenEdition, writeFrozenEdition } from '../../src/stages/edition-freeze.ts';
import { buildLeaderboard, writeLeaderboard } from '../../src/stages/leaderboard.ts';
import { goodEvidence, goodRecord, sealed } from '../support/records.ts';
import { git, nthGpuRecord, nthRecord, publish, temporaryFolder } from './repository.ts';

/** Names and records of the sound repository. */
export const RECORDS = {
  first: nthGpuRecord(10),
  second: nthGpuRecord(20),
  third: nthGpuRecord(30),
  unofficial: nthRecord(50),
  /** Replaced by `again`. */
  replaced: nthRecord(60),
  again: { ...nthRecord(60), nonce: 'f'.repeat(32) },
};

/** A record of its own with the files of its evidence. */
export function withBundle(base: Result): { record: Result; files: Map<string, Buffer> } {
  const closed = sealed(base);
  const { readings, trace, gpuTrace, environment } = goodEvidence(closed);
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const files = new Map<string, Buffer>([
    [BUNDLE_FILES.environment, Buffer.from(JSON.stringify(environment))],
    [BUNDLE_FILES.log, Buffer.from('')],
    [BUNDLE_FILES.plan, Buffer.from(`${JSON.stringify(closed.plan, null, 2)}\n`)],
    [BUNDLE_FILES.readings, Buffer.from(lines(readings))],
    [BUNDLE_FILES.submission, Buffer.from('schemaVersion: 1\n')],
    [BUNDLE_FILES.trace, gzipSync(lines([...trace, ...gpuTrace]))],
  ]);
  const named = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const manifest = Buffer.from(JSON.stringify({ schemaVersion: 1, files: named }));
  files.set(BUNDLE_FILES.manifest, manifest);
  const bytes = [...files.values()].reduce((total, file) => total + file.length, 0);
  return { record: { ...closed, bundle: { manifestSha256: sha256(manifest), files: files.size, bytes } }, files };
}

/** The one record of the sound repository whose evidence is at hand. */
export const PROVEN = withBundle(goodRecord());

/** Writes a record's bundle into a repository's bundles/. */
export async function writeBundle(folder: string, { record, files }: ReturnType<typeof withBundle>): Promise<void> {
  const at = join(folder, 'bundles', recordName(record));
  await mkdir(at, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(at, name), bytes);
}

/** Commits everything that lies there, as a person would. */
export async function commitAll(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'commit', '-qm', message);
}

/** Builds the derived files anew, as `leaderboard build` does. */
export async function rebuild(folder: string): Promise<void> {
  const built = await buildLeaderboard(folderSnapshot(folder), defaultPolicy(), { builderVersion: '0.1.0' });
  await writeLeaderboard(folder, built, 'changed');
}

async function makeSound(folder: string): Promise<ResultsStore> {
  const store = await initGitStore(folder, { policyText: 'schemaVersion: 1\nname: AI Energy Score\n' });
  for (const record of [RECORDS.first, RECORDS.second, RECORDS.third, PROVEN.record]) await publish(store, record, { verdict: 'official' });
  for (const record of [RECORDS.unofficial, RECORDS.replaced, RECORDS.again]) await publish(store, record);
  await writeBundle(folder, PROVEN);
  const options = { name: '2026-02', cutOff: '2026-02-01T10:00:00Z', checker: 'ai-energy-score@0.1.0', profile: null };
  const made = await frozenEdition({ snapshot: await store.snapshot(), policy: defaultPolicy(), ...options });
  await writeFrozenEdition(folder, made);
  // One task of the published edition: each of its labels is a file of every copy.
  const published: Edition = JSON.parse(await readFile('editions/2025-02.json', 'utf8'));
  const rows = published.rows.filter(({ task }) => task === 'image-to-text');
  await writeFile(join(folder, 'editions/2025-02.json'), editionText({ ...published, rows }));
  await rebuild(folder);
  await commitAll(folder, 'Editions');
  return store;
}

/** A folder with a sound repository, and copies of it to damage. */
export async function soundRepository() {
  const folder = await temporaryFolder();
  const sound = join(folder.path, 'sound');
  await makeSound(sound);
  let copies = 0;
  return {
    path: sound,
    async copy(kind: 'git' | 'plain'): Promise<string> {
      copies += 1;
      const path = join(folder.path, `copy-${copies}`);
      await cp(sound, path, { recursive: true, preserveTimestamps: true });
      if (kind === 'plain') await rm(join(path, '.git'), { recursive: true });
      return path;
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** What check-repo says of a folder. */
export async function checked(folder: string, options: { evidence?: 'check'; builderVersion?: string } = {}): Promise<RepositoryReport> {
  const request = { place: folder, builderVersion: options.builderVersion ?? '0.1.0', evidence: options.evidence ?? ('leave' as const) };
  if (!existsSync(join(folder, '.git'))) return checkRepository({ ...request, snapshot: folderSnapshot(folder), git: null });
  const found = await findRepository(folder);
  return checkRepository({ ...request, snapshot: gitSnapshot(found.git, await found.tree.head()), git: found.git });
}

/** Replaces a file by what a function makes of its text; makes it where there is none. */
export async function rewrite(folder: string, path: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
}
