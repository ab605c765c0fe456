import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sha256 } from '../domain/canonical.ts';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { EdgeReading, GpuTraceRow, Manifest, TraceRow } from '../domain/evidence.ts';
import type { Result } from '../domain/generated/result.ts';
import { BUNDLE_FILES } from './files.ts';

/** A bundle being written. */
export type BundleWriter = {
  readonly logFile: string;
  writeText(name: 'plan' | 'submission' | 'environment', content: string | Uint8Array): Promise<void>;
  /** @throws Fault of the operator, code bundle-not-written, once the trace could not be written: a run need not go on for it */
  addReadings(readings: readonly EdgeReading[]): void;
  /** @throws Fault of the operator, code bundle-not-written, once an earlier row could not be written */
  addTrace(row: TraceRow | GpuTraceRow): void;
  /**
   * Writes the readings, closes the trace, writes the picture of its power and the manifest.
   * @param plot draws the picture, as SVG, from every row of the trace
   */
  finish(plot: (rows: (TraceRow | GpuTraceRow)[]) => string): Promise<Result['bundle']>;
  /** Closes what is open without finishing. May be called after finish. */
  abandon(): Promise<void>;
};

/** Starts a bundle in a folder that is made for it. */
export async function openBundle(folder: string): Promise<BundleWriter> {
  await mkdir(folder, { recursive: true });
  const readings: EdgeReading[] = [];
  const trace = new PassThrough();
  const written = pipeline(trace, createGzip(), createWriteStream(join(folder, BUNDLE_FILES.trace)));
  let failure: unknown = null;
  written.catch((error: unknown) => {
    failure = error;
  });
  const expectWritten = () => {
    if (failure === null) return;
    throw operatorFault(`The bundle cannot be written: ${messageOf(failure)}.`, {
      code: 'bundle-not-written',
      mend: 'See that the output folder has room and may be written.',
      cause: failure,
    });
  };
  const closeTrace = async () => {
    trace.end();
    await written.catch(() => {});
  };
  return {
    logFile: join(folder, BUNDLE_FILES.log),
    writeText: (name, content) => writeFile(join(folder, BUNDLE_FILES[name]), content),
    addReadings(more) {
      expectWritten();
      readings.push(...more);
    },
    addTrace(row) {
      expectWritten();
      trace.write(`${JSON.stringify(row)}\n`);
    },
    async finish(plot) {
      await closeTrace();
      expectWritten();
      await writeFile(join(folder, BUNDLE_FILES.plot), plot(await rowsIn(join(folder, BUNDLE_FILES.trace))));
      await writeFile(join(folder, BUNDLE_FILES.readings), readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''));
      return writeManifest(folder);
    },
    abandon: closeTrace,
  };
}

/** The trace as it was written: read back, so that hours of it need not be kept in memory while it is measured. */
async function rowsIn(file: string): Promise<(TraceRow | GpuTraceRow)[]> {
  const rows: (TraceRow | GpuTraceRow)[] = [];
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) rows.push(JSON.parse(line));
  return rows;
}

async function writeManifest(folder: string): Promise<Result['bundle']> {
  const manifest: Manifest = { schemaVersion: 1, files: [] };
  for (const path of (await readdir(folder)).sort()) {
    const content = await readFile(join(folder, path));
    manifest.files.push({ path, bytes: content.length, sha256: sha256(content) });
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, BUNDLE_FILES.manifest), text);
  const bytes = manifest.files.reduce((total, file) => total + file.bytes, Buffer.byteLength(text));
  return { manifestSha256: sha256(text), files: manifest.files.length + 1, bytes };
}
