import type { CheckText } from '../checks/check.ts';
import { REPORT_CHECKS } from './checks.ts';
import { DOCUMENT_CHECKS, SCHEMA_CHECK } from './document.ts';
import { SELF_REPORTED_CHECKS } from './self-reported.ts';
import { TEXT_CHECKS } from './text-checks.ts';

/** Every check of a report and of its import, in the order in which they are shown. */
export const REPORT_IMPORT_CHECKS: readonly CheckText[] = [...TEXT_CHECKS, SCHEMA_CHECK, ...DOCUMENT_CHECKS, ...REPORT_CHECKS];

/** Every check of what was measured elsewhere: of reports, and of evidence. */
export const IMPORT_CHECKS: readonly CheckText[] = [...REPORT_IMPORT_CHECKS, ...SELF_REPORTED_CHECKS];

/** What an import check makes sure of, why, and how to mend a failure; null for another code. */
export function explainImport(code: string): CheckText | null {
  const wanted = code.trim().toLowerCase();
  return IMPORT_CHECKS.find((check) => check.code.toLowerCase() === wanted) ?? null;
}
