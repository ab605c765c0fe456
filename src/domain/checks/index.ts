import { AGREEMENT_CHECKS } from './agreement.ts';
import { APPLIED_CHECKS } from './applied.ts';
import type { CheckText, RecordCheck } from './check.ts';
import { ENERGY_CHECKS } from './energy.ts';
import { EVIDENCE_CHECKS } from './evidence.ts';
import { DIGEST_CHECK, FORM_CHECKS, type FormCheck } from './form.ts';
import { GPU_RUN_CHECKS } from './gpu-run.ts';
import { GPU_SETTING_CHECKS } from './gpu-settings.ts';
import { HARDWARE_CHECKS } from './hardware.ts';
import { IDENTITY_CHECKS } from './identity.ts';
import { METHOD_CHECKS } from './method.ts';
import { PLAUSIBILITY_CHECKS } from './plausibility.ts';
import { PUBLICATION_CHECKS } from './publication.ts';
import { SETTINGS_CHECKS } from './settings.ts';
import { SOFTWARE_CHECKS } from './software.ts';
import { SPREAD_CHECKS } from './spread.ts';
import { TRACE_CHECKS } from './trace.ts';

export type ResultCheck = FormCheck | RecordCheck;

/** The checks of a record that could be read, in the order in which they are shown. */
export const RECORD_CHECKS: readonly RecordCheck[] = [
  DIGEST_CHECK,
  ...IDENTITY_CHECKS,
  ...SOFTWARE_CHECKS,
  ...METHOD_CHECKS,
  ...SETTINGS_CHECKS,
  ...APPLIED_CHECKS,
  ...HARDWARE_CHECKS,
  ...GPU_SETTING_CHECKS,
  ...GPU_RUN_CHECKS,
  ...ENERGY_CHECKS,
  ...AGREEMENT_CHECKS,
  ...SPREAD_CHECKS,
  ...TRACE_CHECKS,
  ...PLAUSIBILITY_CHECKS,
  ...EVIDENCE_CHECKS,
];

/** Every check of a result: first those of its text, then those of the record. */
export const RESULT_CHECKS: readonly ResultCheck[] = [...FORM_CHECKS, ...RECORD_CHECKS];

/** What a check makes sure of, why, and how to mend a failure; null for a code that no check of a result or publication has. */
export function explain(code: string): CheckText | null {
  const wanted = code.trim().toLowerCase();
  return [...RESULT_CHECKS, ...PUBLICATION_CHECKS].find((check) => check.code.toLowerCase() === wanted) ?? null;
}
