import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../domain/canonical.ts';
import { type JsonLimits, readBoundedJson } from '../domain/checks/bounded-json.ts';
import { inputFault, messageOf } from '../domain/errors.ts';
import type { Evidence, Manifest } from '../domain/evidence.ts';
import { BUNDLE_FILES } from './files.ts';
import { isAnyTraceRow, isEdgeReading, rowsIn } from './rows.ts';

/** The names that a bundle's files can have. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(BUNDLE_FILES));

/** Largest file of a bundle that is read, packed and unpacked, in bytes. */
const FILE_BYTES = 256 * 1024 * 1024;

/** An environment lists every file of the model; a manifest names fewer than ten. */
const ENVIRONMENT_LIMITS: JsonLimits = { bytes: 4 * 1024 * 1024, depth: 16, members: 20_000, values: 100_000 };
const MANIFEST_LIMITS: JsonLimits = { bytes: 1024 * 1024, depth: 8, members: 1000, values: 10_000 };

/**
 * Reads a bundle back and holds it against its manifest.
 * @returns null when the folder holds no manifest; damage in words otherwise, never an exception for a damaged file
 * @throws Fault of the input, code bundle-manifest, where the manifest cannot be read
 */
export async function readBundle(folder: string): Promise<Evidence | null> {
  const text = await fileIn(folder, BUNDLE_FILES.manifest);
  if (text === null) return null;
  const manifest = manifestIn(text);
  const damage = await damageOf(folder, manifest);
  const rows = async <Row>(name: string, isRow: (row: unknown) => row is Row): Promise<Row[]> => {
    try {
      return rowsIn(await fileIn(folder, name), name, { isRow, most: FILE_BYTES });
    } catch (error) {
      damage.push(messageOf(error));
      return [];
    }
  };
  const environment = jsonIn(await fileIn(folder, BUNDLE_FILES.environment), ENVIRONMENT_LIMITS);
  if ('why' in environment) damage.push(`${BUNDLE_FILES.environment} cannot be read: ${environment.why}.`);
  const trace = await rows(BUNDLE_FILES.trace, isAnyTraceRow);
  return {
    manifestSha256: sha256(text),
    manifest,
    damage,
    environment: 'value' in environment ? environment.value : null,
    readings: await rows(BUNDLE_FILES.readings, isEdgeReading),
    trace: trace.filter((row) => 'meter' in row),
    gpuTrace: trace.filter((row) => 'gpu' in row),
  };
}

/** What is missing is told by the checks that need it. */
function jsonIn(content: Buffer | null, limits: JsonLimits): { value: unknown } | { why: string } {
  if (content === null) return { value: null };
  if (content.length > limits.bytes) return { why: `it has ${content.length} bytes; the most is ${limits.bytes}` };
  return readBoundedJson(content.toString('utf8'), limits);
}

/**
 * The manifest in the bytes of its file.
 * @throws Fault of the input, code bundle-manifest
 */
export function manifestIn(content: Buffer): Manifest {
  const fault = inputFault('The bundle has no readable manifest.json.', {
    code: 'bundle-manifest',
    mend: 'Take the bundle as the benchmark wrote it.',
  });
  const read = jsonIn(content, MANIFEST_LIMITS);
  if ('why' in read) throw fault;
  const files = (read.value as Partial<Manifest> | null)?.files;
  if (!Array.isArray(files)) throw fault;
  const isEntry = (entry: Partial<Manifest['files'][number]> | null) =>
    typeof entry?.path === 'string' &&
    /^[a-z][a-z0-9.-]{0,99}$/.test(entry.path) &&
    typeof entry.sha256 === 'string' &&
    Number.isSafeInteger(entry.bytes);
  if (!files.every(isEntry)) throw fault;
  return { schemaVersion: 1, files };
}

async function damageOf(folder: string, manifest: Manifest): Promise<string[]> {
  const damage: string[] = [];
  const present = new Set(await readdir(folder));
  present.delete(BUNDLE_FILES.manifest);
  const named = new Set<string>();
  for (const entry of manifest.files) {
    // Reading a file once for each of a thousand names would keep its checker busy.
    if (named.has(entry.path)) {
      damage.push(`${JSON.stringify(entry.path)} is named twice.`);
      continue;
    }
    named.add(entry.path);
    present.delete(entry.path);
    if (!KNOWN.has(entry.path)) damage.push(`${JSON.stringify(entry.path)} is no file of a bundle.`);
    const content = await fileIn(folder, entry.path);
    if (content === null) damage.push(`${entry.path} is missing or too large.`);
    else if (sha256(content) !== entry.sha256 || content.length !== entry.bytes)
      damage.push(`${entry.path} is not the file that the manifest names.`);
  }
  for (const path of present) damage.push(`${JSON.stringify(path)} is not in the manifest.`);
  return damage;
}

/** The bytes of a plain file; null when there is none, when it is a link, or when it is too large. */
async function fileIn(folder: string, name: string): Promise<Buffer | null> {
  const path = join(folder, name);
  const stats = await lstat(path).catch(() => null);
  return stats === null || !stats.isFile() || stats.size > FILE_BYTES ? null : readFile(path);
}
