import { type JsonScan, placeText, scanJson } from '../checks/json-scan.ts';
import { isBenchmarkResults, readAiEnergyBenchmarks } from './ai-energy-benchmarks.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { isBenchmark, isBenchmarkReport, readOptimumBenchmark } from './optimum-benchmark.ts';
import type { Told } from './told.ts';

/** Bounds of a report: latencies list one number a query, so that lists are longer than in a record. */
export const REPORT_LIMITS = { bytes: 16 * 1024 * 1024, depth: 24, members: 200_000, values: 1_000_000 } as const;

/** How far the reading of a report came. */
export type ReportReading = {
  text: string;
  bytes: number;
  /** Null where the text was too large to scan. */
  scan: JsonScan | null;
  /** What is wrong with its JSON, in words; empty where nothing is, or where it was not scanned. */
  faults: string[];
  /** Null where the text is no report of a known shape. */
  told: Told | null;
};

/** Reads the text of a report of another harness. */
export function readReport(text: string): ReportReading {
  const bytes = Buffer.byteLength(text);
  if (bytes > REPORT_LIMITS.bytes) return { text, bytes, scan: null, faults: [], told: null };
  const scan = scanJson(text);
  const faults = [...(text.includes('\uFFFD') || !text.isWellFormed() ? ['it holds bytes that are no UTF-8'] : []), ...faultsOf(scan)];
  const fields = faults.length === 0 ? fieldsOf(JSON.parse(text)) : null;
  return { text, bytes, scan, faults, told: fields === null ? null : toldBy(fields) };
}

function faultsOf({ syntax, depth, members, values, duplicateKeys, numbers, characters }: JsonScan): string[] {
  return [
    ...(syntax === null ? [] : [`it is not JSON: ${placeText(syntax)}`]),
    ...(depth <= REPORT_LIMITS.depth ? [] : [`it is nested ${depth} levels deep`]),
    ...(members <= REPORT_LIMITS.members && values <= REPORT_LIMITS.values ? [] : [`it holds ${values} values`]),
    ...[...duplicateKeys, ...numbers, ...characters].map(placeText),
  ];
}

function toldBy(fields: Fields): Told | null {
  if (isBenchmark(fields) || isBenchmarkReport(fields)) return readOptimumBenchmark(fields);
  return isBenchmarkResults(fields) ? readAiEnergyBenchmarks(fields) : null;
}
