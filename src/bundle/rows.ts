import { gunzipSync } from 'node:zlib';
import type { EdgeReading, GpuTraceRow, TraceRow } from '../domain/evidence.ts';
import { CLOCK_EVENT_REASONS } from '../domain/hardware/event-reasons.ts';

/** Longest line of a file of rows, in UTF-16 code units; this program writes some 300. */
const LINE_LENGTH = 4096;

/**
 * The rows of a file of JSON Lines, each within the bounds of a reading: what is computed of them stays finite.
 * @param most bytes that a packed file may unpack to
 * @throws Error with one sentence, which names the first line that is no row
 */
export function rowsIn<Row>(
  content: Buffer | null,
  name: string,
  { isRow, most }: { isRow: (row: unknown) => row is Row; most: number },
): Row[] {
  if (content === null) throw new Error(`${name} is missing or too large.`);
  const text = unpacked(content, name, most).toString('utf8');
  const rows: Row[] = [];
  let [line, from] = [0, 0];
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to > from) rows.push(rowOf(text, { from, to, place: `${name}:${++line}`, isRow }));
    from = to + 1;
  }
  return rows;
}

function unpacked(content: Buffer, name: string, most: number): Buffer {
  if (!name.endsWith('.gz')) return content;
  try {
    return gunzipSync(content, { maxOutputLength: most });
  } catch (cause) {
    throw new Error(`${name} cannot be unpacked within ${most} bytes.`, { cause });
  }
}

type Line<Row> = { from: number; to: number; place: string; isRow: (row: unknown) => row is Row };

function rowOf<Row>(text: string, { from, to, place, isRow }: Line<Row>): Row {
  const row = to - from > LINE_LENGTH ? null : jsonOrNull(text.slice(from, to));
  if (!isRow(row)) throw new Error(`${place} is no reading.`);
  return row;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // The caller tells.
  }
}

/** Whether a value is a figure that a meter or a sensor can give: whole counts beyond it are rounded, and sums of it stay finite. */
const isFigure = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** A row is one of the two: they are told apart by these keys wherever they are used. */
export function isAnyTraceRow(row: unknown): row is TraceRow | GpuTraceRow {
  const { gpu, meter } = (row ?? {}) as Partial<GpuTraceRow & TraceRow>;
  if (gpu !== undefined && meter !== undefined) return false;
  return gpu === undefined ? isTraceRow(row) : isGpuTraceRow(row);
}

function isGpuTraceRow(row: unknown): row is GpuTraceRow {
  const { gpu, seconds, watts, celsius, smMhz, memoryMhz, utilization, reasons, foreign } = (row ?? {}) as Partial<GpuTraceRow>;
  return (
    Number.isSafeInteger(gpu) &&
    isFigure(seconds) &&
    [watts, celsius, smMhz, memoryMhz, utilization, foreign].every((value) => value === null || isFigure(value)) &&
    (reasons === null || (Array.isArray(reasons) && reasons.every((reason) => CLOCK_EVENT_REASONS.includes(reason))))
  );
}

function isTraceRow(row: unknown): row is TraceRow {
  const { meter, seconds, count } = (row ?? {}) as Partial<TraceRow>;
  return typeof meter === 'string' && isFigure(seconds) && isFigure(count);
}

export function isEdgeReading(row: unknown): row is EdgeReading {
  const { run, phase, edge, waitJoules = 0, edgeJoules = 0 } = (row ?? {}) as Partial<EdgeReading>;
  return (
    isTraceRow(row) &&
    Number.isSafeInteger(run) &&
    typeof phase === 'string' &&
    (edge === 'start' || edge === 'end') &&
    isFigure(waitJoules) &&
    isFigure(edgeJoules)
  );
}
