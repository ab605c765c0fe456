import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BUNDLE_FOLDER } from '../bundle/files.ts';
import { readBundle } from '../bundle/read.ts';
import type { Expected, PublishedResult } from '../domain/checks/check.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { type CheckedResult, checkResult } from '../stages/check.ts';
import { publishedOf, readEntries } from '../stages/leaderboard.ts';
import { readTextFile, recordFileAt } from './files.ts';

/** A record's file with everything the checks said. */
export type CheckedFile = CheckedResult & {
  path: string;
  text: string;
  /** Where its bundle lies, or null. */
  bundleFolder: string | null;
};

/**
 * Checks the record at a path: a result.json, the folder it lies in, or a record of a results repository. Its bundle is
 * looked for beside it and in the repository's bundles/.
 * @param expected what a gate ordered, where it is at hand
 */
export async function checkFile(
  path: string,
  policy: Policy,
  published: readonly PublishedResult[] | null,
  expected: Expected | null = null,
): Promise<CheckedFile> {
  const file = await recordFileAt(path);
  const text = await readTextFile(file, 'result');
  const bundleFolder = bundleFolderOf(file);
  const evidence = bundleFolder === null ? null : await readBundle(bundleFolder);
  return { path, text, bundleFolder, ...checkResult({ text, policy, evidence, expected, published, now: new Date() }) };
}

function bundleFolderOf(file: string): string | null {
  const beside = join(dirname(file), BUNDLE_FOLDER);
  if (existsSync(beside)) return beside;
  const repository = repositoryOf(file);
  const name = file.match(/([0-9a-f]{12})\.json$/)?.[1];
  const kept = repository === null || name === undefined ? null : join(repository, 'bundles', name);
  return kept !== null && existsSync(kept) ? kept : null;
}

/** The results repository that a record's file lies in: the folder above results/; null where it lies in none. */
export function repositoryOf(file: string): string | null {
  const match = resolve(file).match(/^(.*)\/results\/[^/]+\/[^/]+\/[^/]+\/[0-9a-f]{12}\.json$/);
  return match?.[1] ?? null;
}

/** What is published in a results repository, for the checks that compare with it. */
export const publishedIn = async (snapshot: Snapshot): Promise<PublishedResult[]> => publishedOf((await readEntries(snapshot)).values());
