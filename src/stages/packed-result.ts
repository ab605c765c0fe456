import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILES, BUNDLE_FOLDER, RECORD_FILE } from '../bundle/files.ts';
import { readBundle } from '../bundle/read.ts';
import { parseRecord } from '../domain/checks/form.ts';
import { inputFault } from '../domain/errors.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Result } from '../domain/generated/result.ts';
import { unpackArchive } from '../evidence/unpack.ts';

/** The files of a packed result in their order: the record, then its bundle. */
export const PACKED_NAMES: readonly string[] = [RECORD_FILE, ...Object.values(BUNDLE_FILES).map((name) => `${BUNDLE_FOLDER}/${name}`)];

/** Largest record that is read at all, in bytes; the checks have a limit of their own, which they tell of. */
const RECORD_BYTES = 8 * 1024 * 1024;

/** A result that lies unpacked in a folder of ours. Nothing of it has been checked. */
export type OpenedResult = {
  folder: string;
  bundleFolder: string;
  /** The record's text as it is to be published. */
  text: string;
  /** Null where the text is no record. */
  record: Result | null;
  evidence: Evidence | null;
};

/**
 * Unpacks a packed result into an empty folder, its own files and nothing else, within the limit, and reads it.
 * @throws Fault of the input: evidence-archive, evidence-too-large, evidence-incomplete, record-too-large, bundle-manifest
 */
export async function openPacked(archive: string, folder: string, { unpackedBytes }: { unpackedBytes: number }): Promise<OpenedResult> {
  const names = await unpackArchive(archive, folder, { names: PACKED_NAMES, unpackedBytes });
  const missing = [RECORD_FILE, `${BUNDLE_FOLDER}/${BUNDLE_FILES.manifest}`].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw inputFault(`The packed result holds no ${missing.join(' and no ')}.`, {
      code: 'evidence-incomplete',
      mend: 'Pack the whole result folder with `ai-energy-score pack`.',
    });
  const text = await recordText(join(folder, RECORD_FILE));
  const bundleFolder = join(folder, BUNDLE_FOLDER);
  return { folder, bundleFolder, text, record: parseRecord(text).record, evidence: await readBundle(bundleFolder) };
}

async function recordText(file: string): Promise<string> {
  const { size } = await lstat(file);
  if (size <= RECORD_BYTES) return readFile(file, 'utf8');
  throw inputFault(`The packed record has ${size} bytes; at most ${RECORD_BYTES} are read.`, {
    code: 'record-too-large',
    mend: 'Take the record as the benchmark wrote it.',
  });
}
