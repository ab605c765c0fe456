import type { Evidence } from '../evidence.ts';
import type { CheckEffect, Finding } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import type { Policy } from '../policy.ts';

/**
 * What follows from a failure: the same for every result, or by what the score is made of. Only the energy of GPU
 * counters can be official, and there a wrong figure must not stand. An estimate on a laptop is unofficial whatever
 * happens, so that a noisy one is kept, with a warning, rather than lost.
 */
export type EffectRule = CheckEffect | { readonly gpuCounter: CheckEffect; readonly otherwise: CheckEffect };

/** The effect of what makes a GPU's figure wrong, and an estimate merely noisy. */
export const GRAVE_ON_GPU: EffectRule = { gpuCounter: 'invalid', otherwise: 'warn' };

/** What one check found: skip where it does not apply or cannot be evaluated, with the reason as its message. */
export type Outcome = { readonly status: 'pass' | 'fail' | 'skip'; readonly message: string };

export const pass = (message: string): Outcome => ({ status: 'pass', message });
export const fail = (message: string): Outcome => ({ status: 'fail', message });
export const skip = (reason: string): Outcome => ({ status: 'skip', message: reason });

/** What a check says of itself: the source of the docs' table and of /explain. */
export type CheckText = {
  /** Stable; the group's letter first. */
  readonly code: string;
  readonly effect: EffectRule;
  /** What the check makes sure of. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do when it fails. */
  readonly mend: string;
};

/** What a gate bound a run to; a field that is absent was not bound. */
export type Expected = {
  readonly nonce?: string;
  readonly repositoryId?: number;
  readonly pullRequest?: number;
  readonly head?: string;
  readonly blob?: string;
  readonly runId?: number;
  /** The gate's own attempt: later ones are accepted. */
  readonly attempt?: number;
  readonly submissionSha256?: string;
  /** What the submission asks to be measured. */
  readonly subject?: { readonly model: string; readonly revision: string; readonly task: string; readonly variant: string | null };
  readonly recordDigest?: string;
};

/** What the results repository holds already, one entry a record. */
export type PublishedResult = {
  /** The record's 12 digits. */
  readonly name: string;
  readonly path: string;
  readonly nonce: string;
  readonly model: string;
  readonly task: string;
  readonly planDigest: string;
  readonly whPer1000Queries: number;
  readonly boardId: string;
};

export type CheckInput = {
  /** The exact text of the record's file. */
  readonly text: string;
  readonly record: Result;
  readonly policy: Policy;
  /** The bundle, or null when it is not at hand. */
  readonly evidence: Evidence | null;
  /** What the gate bound the run to, or null where no gate ordered it. */
  readonly expected: Expected | null;
  /** What is published, or null when no results repository is at hand. */
  readonly published: readonly PublishedResult[] | null;
  /** When it is judged. */
  readonly now: Date;
};

/** A check of a record that could be read. */
export type RecordCheck = CheckText & { readonly reads: 'record'; readonly run: (input: CheckInput) => Outcome };

/** Whether the score is the energy of GPU counters, the only one that can be official. */
const isGpuCounter = (record: Result): boolean => record.score.scope === 'gpu' && record.score.quality === 'counter';

/** The effect of a failure on one record; without a record, the gravest. */
export function effectOn(effect: EffectRule, record: Result | null): CheckEffect {
  if (typeof effect === 'string') return effect;
  return record === null || isGpuCounter(record) ? effect.gpuCounter : effect.otherwise;
}

/** An outcome as a finding: what fails with the effect to warn is a warning. */
export function findingOf(check: CheckText, outcome: Outcome, record: Result | null): Finding {
  const effect = effectOn(check.effect, record);
  const status = outcome.status === 'fail' && effect === 'warn' ? 'warn' : outcome.status;
  return { code: check.code, effect, status, message: outcome.message };
}

/** A record check that needs the bundle. */
export const withEvidence =
  (run: (evidence: Evidence, input: CheckInput) => Outcome): RecordCheck['run'] =>
  (input) =>
    input.evidence === null ? skip('The bundle is not at hand.') : run(input.evidence, input);

/** Passes without problems; otherwise fails with the first few of them. */
export function noProblems(problems: readonly string[], whenFine: string): Outcome {
  if (problems.length === 0) return pass(whenFine);
  const shown = problems.slice(0, 3).join('; ');
  return fail(problems.length > 3 ? `${shown}; and ${problems.length - 3} more.` : `${shown}.`);
}

/** A fraction as percent for people. */
export const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(3))} %`;
