import type { Finding } from '../findings.ts';
import type { Policy } from '../policy.ts';
import { parseSubmission } from '../submission/parse-submission.ts';

/** The field of a submission that a check is about, as a JSON pointer. */
const FIELDS: Readonly<Record<string, string>> = {
  'R-identity-subject': '/model',
  'R-identity-public-model': '/model',
  'R-identity-revision': '/revision',
  'R-applied-precision': '/precision',
  'R-method-precision': '/precision',
  'R-method-precision-official': '/precision',
  'R-applied-reasoning': '/reasoning',
  'R-identity-origin': '/evidence',
  'R-identity-evidence': '/evidence',
  'E-record-origin': '/evidence',
  'E-record-model': '/model',
  'E-record-revision': '/revision',
  'E-record-task': '/task',
  'E-submission-same': '/evidence',
  'E-evidence-replay': '/evidence',
};

/** A finding at a line of its submission. */
export type PlacedFinding = Finding & { line: number };

/**
 * The findings that concern a submission, at the line of the field that they are about; what makes a result invalid stands at the
 * first line where it is about no field.
 */
export function placedFindings(file: { path: string; text: string; policy: Policy }, findings: readonly Finding[]): PlacedFinding[] {
  const { locate } = parseSubmission({ path: file.path, bytes: new TextEncoder().encode(file.text), policy: file.policy });
  return findings
    .filter(({ status, effect, code }) => (status === 'fail' && effect === 'invalid') || (isAmiss(status) && Object.hasOwn(FIELDS, code)))
    .map((finding) => {
      const { code, message } = finding;
      const pointer = FIELDS[code];
      return { ...finding, line: pointer === undefined ? 1 : locate({ code, message, pointer }).line };
    });
}

const isAmiss = (status: Finding['status']): boolean => status === 'fail' || status === 'warn';
