import { readFile } from 'node:fs/promises';
import { importReport, type ReportRequest } from '../../src/domain/imports/document.ts';

/** A JSON value that a test may change as it likes. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes single fields of foreign documents.
export type Json = any;

export const MODEL = 'example-org/synthetic-1b';
export const REVISION = '0123456789abcdef0123456789abcdef01234567';

export const GOOD: ReportRequest = {
  model: MODEL,
  task: 'text-generation',
  revision: REVISION,
  told: { queries: null, hardware: null },
  file: 'report.json',
};

/** A request for the fixture of ai_energy_benchmarks. */
export const ONE_WINDOW: ReportRequest = { ...GOOD, model: 'example-org/synthetic-20b' };

export const fixture = async (name: string): Promise<Json> => JSON.parse(await readFile(`tests/imports/fixtures/${name}`, 'utf8'));

/** Converts a fixture with one change. */
export async function importing(name: string, change: (report: Json) => void = () => {}, request: Partial<ReportRequest> = {}) {
  const report = await fixture(name);
  change(report);
  const base = name.startsWith('ai-energy') ? ONE_WINDOW : GOOD;
  return importReport(JSON.stringify(report), { ...base, ...request });
}
