import type { Expected, PublishedResult } from '../domain/checks/check.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { verdictOf } from '../domain/verdict.ts';
import { checkResult } from './check.ts';

export type CandidateToJudge = {
  text: string;
  /** What was said of it when it was staged, with the evidence at hand. */
  staged: Ledger;
  policy: Policy;
  expected: Expected;
  published: readonly PublishedResult[];
};

/**
 * Judges a staged record again, by the policy that holds now. Its evidence is not at hand any more, so that what only evidence
 * tells is taken from when it was staged; a verdict never gets better by that.
 */
export function judgeCandidate({ text, staged, ...rest }: CandidateToJudge): { verdict: Verdict; findings: Finding[]; reasons: Finding[] } {
  const { findings: now, record } = checkResult({ text, evidence: null, ...rest });
  const failedThen = new Set(staged.failed);
  const told = new Set(now.filter(({ status }) => status !== 'skip').map(({ code }) => code));
  const remembered = [...failedThen].filter((code) => !told.has(code)).map(failedWhenStaged);
  const findings = [...now.filter(({ code, status }) => status !== 'skip' || !failedThen.has(code)), ...remembered];
  const { verdict, reasons } = verdictOf(findings, { scripted: record?.hardware.scripted ?? false });
  return { verdict: verdict === 'official' ? staged.verdict : verdict, findings, reasons };
}

/** A ledger names failures that make a result unofficial; what is invalid never gets one. */
const failedWhenStaged = (code: string): Finding => ({
  code,
  effect: 'unofficial',
  status: 'fail',
  message: 'It failed when it was staged, with the evidence at hand.',
});
