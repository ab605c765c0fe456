import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256 } from '../domain/canonical.ts';
import { inputFault, messageOf } from '../domain/errors.ts';
import type { EdgeReading, Evidence, GpuTraceRow, Manifest, TraceRow } from '../domain/evidence.ts';
import { BUNDLE_FILES } from './files.ts';

/** The names that a bundle's files can have. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(BUNDLE_FILES));

/** Largest file of a bundle that is read, packed and unpacked, in bytes. */
const FILE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a bundle back and holds it against its manifest.
 * @returns null when the folder holds no manifest; damage in words otherwise, never an exception for a damaged file
 */
export async function readBundle(folder: string): Promise<Evidence | null> {
  const text = await fileIn(folder, BUNDLE_FILES.manifest);
  if (text === null) return null;
  const manifest = manifestIn(text.toString('utf8'));
  const damage = await damageOf(folder, manifest);
  const rows = async <Row>(name: string, isRow: (row: unknown) => row is Row): Promise<Row[]> => {
    try {
      return rowsIn(await fileIn(folder, name), name, isRow);
    } catch (error) {
      damage.push(messageOf(error));
      return [];
    }
  };
  const environment = jsonOrNull(await fileIn(folder, BUNDLE_FILES.environment));
  const trace = await rows(BUNDLE_FILES.trace, isAnyTraceRow);
  return {
    manifestSha256: sha256(text),
    manifest,
    damage,
    environment,
    readings: await rows(BUNDLE_FILES.readings, isEdgeReading),
    trace: trace.filter((row) => 'meter' in row),
    gpuTrace: trace.filter((row) => 'gpu' in row),
  };
}

function jsonOrNull(content: Buffer | null): unknown {
  try {
    return content === null ? null : JSON.parse(content.toString('utf8'));
  } catch {
    return null; // R-evidence-environment tells.
  }
}

function manifestIn(text: string): Manifest {
  const fault = inputFault('The bundle has no readable manifest.json.', {
    code: 'bundle-manifest',
    mend: 'Take the bundle as the benchmark wrote it.',
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault;
  }
  const files = (value as Partial<Manifest> | null)?.files;
  if (!Array.isArray(files) || files.length > 1000) throw fault;
  const isEntry = (entry: Partial<Manifest['files'][number]> | null) =>
    typeof entry?.path === 'string' &&
    /^[a-z][a-z0-9.-]{0,99}$/.test(entry.path) &&
    typeof entry.sha256 === 'string' &&
    typeof entry.bytes === 'number';
  if (!files.every(isEntry)) throw fault;
  return { schemaVersion: 1, files };
}

async function damageOf(folder: string, manifest: Manifest): Promise<string[]> {
  const damage: string[] = [];
  const present = new Set(await readdir(folder));
  present.delete(BUNDLE_FILES.manifest);
  for (const entry of manifest.files) {
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

function rowsIn<Row>(content: Buffer | null, name: string, isRow: (row: unknown) => row is Row): Row[] {
  if (content === null) throw new Error(`${name} is missing or too large.`);
  const text = (name.endsWith('.gz') ? gunzipSync(content, { maxOutputLength: FILE_BYTES }) : content).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const row: unknown = JSON.parse(line);
      if (!isRow(row)) throw new Error(`${name}:${index + 1} is no reading.`);
      return row;
    });
}

const isAnyTraceRow = (row: unknown): row is TraceRow | GpuTraceRow => isTraceRow(row) || isGpuTraceRow(row);

function isGpuTraceRow(row: unknown): row is GpuTraceRow {
  const { gpu, seconds, watts, celsius, smMhz, memoryMhz, utilization, reasons, foreign } = (row ?? {}) as Partial<GpuTraceRow>;
  return (
    Number.isSafeInteger(gpu) &&
    Number.isFinite(seconds) &&
    [watts, celsius, smMhz, memoryMhz, utilization, foreign].every((value) => value === null || Number.isFinite(value)) &&
    (reasons === null || (Array.isArray(reasons) && reasons.every((reason) => typeof reason === 'string')))
  );
}

function isTraceRow(row: unknown): row is TraceRow {
  const { meter, seconds, count } = (row ?? {}) as Partial<TraceRow>;
  return typeof meter === 'string' && Number.isFinite(seconds) && Number.isFinite(count);
}

function isEdgeReading(row: unknown): row is EdgeReading {
  const { run, phase, edge, waitJoules = 0, edgeJoules = 0 } = (row ?? {}) as Partial<EdgeReading>;
  return (
    isTraceRow(row) &&
    Number.isSafeInteger(run) &&
    typeof phase === 'string' &&
    (edge === 'start' || edge === 'end') &&
    Number.isFinite(waitJoules) &&
    Number.isFinite(edgeJoules)
  );
}
