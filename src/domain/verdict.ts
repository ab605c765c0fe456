import type { CheckEffect, Finding, Verdict } from './findings.ts';

/** Why the verdict is what it is: everything that failed, the gravest first. */
export type Judgement = { verdict: Verdict; reasons: Finding[] };

const GRAVITY: readonly CheckEffect[] = ['invalid', 'unofficial', 'warn'];

/**
 * The verdict of a result's findings: invalid if any check with that effect failed, then rehearsal for scripted
 * hardware, then unofficial if any check with that effect failed, else official. Warnings are reasons for nothing.
 */
export function verdictOf(findings: readonly Finding[], { scripted }: { scripted: boolean }): Judgement {
  const failed = findings.filter((finding) => finding.status === 'fail');
  const reasons = GRAVITY.flatMap((effect) => failed.filter((finding) => finding.effect === effect));
  const has = (effect: CheckEffect) => failed.some((finding) => finding.effect === effect);
  if (has('invalid')) return { verdict: 'invalid', reasons };
  if (scripted) return { verdict: 'rehearsal', reasons };
  return { verdict: has('unofficial') ? 'unofficial' : 'official', reasons };
}
