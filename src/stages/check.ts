import { type CheckInput, findingOf, skip } from '../domain/checks/check.ts';
import { parseRecord } from '../domain/checks/form.ts';
import { RECORD_CHECKS } from '../domain/checks/index.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Result } from '../domain/generated/result.ts';
import { verdictOf } from '../domain/verdict.ts';

export type CheckRequest = Omit<CheckInput, 'record'>;

export type CheckedResult = {
  verdict: Verdict;
  /** What failed, the gravest first. */
  reasons: Finding[];
  /** One finding per check, in the order of the registry. */
  findings: Finding[];
  /** The record; null when its form is broken. */
  record: Result | null;
};

const UNREADABLE = 'The record cannot be read.';

/** Runs every check on one result and gives the verdict. A record that cannot be read is invalid, its other checks skipped. */
export function checkResult(request: CheckRequest): CheckedResult {
  const { findings: form, record } = parseRecord(request.text);
  const rest = RECORD_CHECKS.map((check) =>
    findingOf(check, record === null ? skip(UNREADABLE) : check.run({ ...request, record }), record),
  );
  const findings = [...form, ...rest];
  return { ...verdictOf(findings, { scripted: record?.hardware.scripted ?? false }), findings, record };
}
