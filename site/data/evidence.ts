import { BUNDLE_FILES } from '../../src/bundle/files.ts';
import type { GpuTraceRow, TraceRow } from '../../src/domain/evidence.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { urlOf } from './load.ts';

/** Where a file of a bundle lies. */
export const bundleFile = (name: string, file: keyof typeof BUNDLE_FILES): string => `bundles/${name}/${BUNDLE_FILES[file]}`;

export type AnyTraceRow = TraceRow | GpuTraceRow;

/** A trace that was held against its record, or why it is not the record's. */
export type ReadTrace = { state: 'whole'; rows: AnyTraceRow[] } | { state: 'damaged'; why: string };

/** Largest trace that is unpacked, in bytes: a file of a few kilobytes can hold more than a browser has room for. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The trace of the bundle that lies at hand, read only where its manifest is the one that the record names and it is the manifest's. */
export async function readTrace(name: string, { bundle }: Pick<Result, 'bundle'>): Promise<ReadTrace> {
  const damaged = (why: string): ReadTrace => ({ state: 'damaged', why });
  const manifest = await bytesAt(bundleFile(name, 'manifest'));
  if (manifest === null) return damaged(`${BUNDLE_FILES.manifest} is missing.`);
  if ((await sha256(manifest)) !== bundle.manifestSha256)
    return damaged(`${BUNDLE_FILES.manifest} is not the one that the record names: its SHA-256 is another.`);
  const trace = await bytesAt(bundleFile(name, 'trace'));
  if (trace === null) return damaged(`${BUNDLE_FILES.trace} is missing.`);
  if ((await sha256(trace)) !== digestIn(manifest, BUNDLE_FILES.trace))
    return damaged(`${BUNDLE_FILES.trace} is not the file that ${BUNDLE_FILES.manifest} names: its SHA-256 is another.`);
  try {
    return { state: 'whole', rows: rowsIn(await unpacked(trace)) };
  } catch {
    return damaged(`${BUNDLE_FILES.trace} holds something else than samples.`);
  }
}

async function bytesAt(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetch(urlOf(path));
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path} cannot be loaded: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a manifest that is the record's says of a file. */
function digestIn(manifest: Uint8Array, file: string): string | null {
  const { files } = JSON.parse(new TextDecoder().decode(manifest)) as { files: { path: string; sha256: string }[] };
  return files.find(({ path }) => path === file)?.sha256 ?? null;
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new Error('It is too large.');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function rowsIn(text: string): AnyTraceRow[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const row = JSON.parse(line) as Partial<GpuTraceRow & TraceRow> | null;
    const isSample = Number.isFinite(row?.seconds) && (typeof row?.gpu === 'number' ? isPower(row.watts) : isCount(row));
    if (!isSample) throw new Error('It is no sample.');
    return row as AnyTraceRow;
  });
}

const isPower = (watts: unknown): boolean => watts === null || Number.isFinite(watts);
const isCount = (row: Partial<TraceRow> | null): boolean => typeof row?.meter === 'string' && Number.isFinite(row.count);
