import { explain as explainResult, RESULT_CHECKS } from './checks/index.ts';
import { PUBLICATION_CHECKS } from './checks/publication.ts';
import { FAULT_CODES } from './fault-codes.ts';
import { explainImport, IMPORT_CHECKS } from './imports/index.ts';
import { PULL_REQUEST_CHECKS } from './pull-request/checks.ts';
import { SUBMISSION_CHECKS } from './submission/checks.ts';
import { nearest } from './submission/nearest.ts';

/** What a code means, for people. */
export type Explanation = {
  code: string;
  /** What is made sure of. */
  title: string;
  why: string;
  mend: string;
};

const OTHERS: readonly Explanation[] = [...SUBMISSION_CHECKS, ...PULL_REQUEST_CHECKS, ...FAULT_CODES];

/** What a code of a check or a fault means, in whatever case it is written; null for one that is not known. */
export function explainCode(code: string): Explanation | null {
  const wanted = code.trim().toLowerCase();
  return explainResult(code) ?? explainImport(code) ?? OTHERS.find((known) => known.code.toLowerCase() === wanted) ?? null;
}

/** The known code that was probably meant; null where none is near. */
export const nearestCode = (code: string): string | null =>
  nearest(
    code,
    [...RESULT_CHECKS, ...PUBLICATION_CHECKS, ...IMPORT_CHECKS, ...OTHERS].map((known) => known.code),
  );
