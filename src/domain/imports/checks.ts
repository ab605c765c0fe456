import { ENERGY_CHECKS } from './checks-energy.ts';
import { QUERY_CHECKS } from './checks-queries.ts';
import { SUBJECT_CHECKS } from './checks-subject.ts';
import type { ReportCheck } from './report-check.ts';

/** Checks of what a report says, in the order in which they are shown. */
export const REPORT_CHECKS: readonly ReportCheck[] = [...SUBJECT_CHECKS, ...ENERGY_CHECKS, ...QUERY_CHECKS];
