import type { CheckText, Outcome } from '../checks/check.ts';
import type { CheckEffect } from '../findings.ts';
import type { ImportRequest, Told } from './told.ts';

/** A report, and what it is imported as. */
export type ReportFacts = { readonly told: Told; readonly request: ImportRequest };

/** A check of what a report says. */
export type ReportCheck = CheckText & { readonly effect: CheckEffect; readonly run: (facts: ReportFacts) => Outcome };
