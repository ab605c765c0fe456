import { sameJson } from '../canonical.ts';
import { type CheckText, fail, findingOf, noProblems, type Outcome, type PublishedResult, pass, skip } from '../checks/check.ts';
import type { Finding } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import type { Submission } from '../generated/submission.ts';
import { boardId, boardOf, recordDigest, recordName } from '../identifiers.ts';

/** A submission with evidence, and the bundle that it names. */
export type SelfReportedInput = {
  /** The record as its owner packed it. */
  readonly packed: Result;
  /** The record as it is to be published. */
  readonly record: Result;
  readonly submission: Submission;
  /** What tells two submissions of one model and task apart; null for the plain one. */
  readonly variant: string | null;
  /** The submission that was measured, out of the bundle; null where it cannot be read as one. */
  readonly measured: Submission | null;
  /** What is published, or null when no results repository is at hand. */
  readonly published: readonly PublishedResult[] | null;
};

/** A check that a submission and the evidence it names belong together; every failure is invalid. */
export type SelfReportedCheck = CheckText & { readonly effect: 'invalid'; readonly run: (input: SelfReportedInput) => Outcome };

const OWN_RESULT = 'Pack the result folder of this submission’s own benchmark, and name that file’s address and SHA-256.';

const sameAs = (noun: string, told: string, asked: string): Outcome =>
  told === asked ? pass(`The ${noun} is ${asked}.`) : fail(`The evidence is of the ${noun} ${told}; the submission is for ${asked}.`);

/** Checks that submission and evidence belong together, in the order in which they are shown. */
export const SELF_REPORTED_CHECKS: readonly SelfReportedCheck[] = [
  {
    code: 'E-record-origin',
    effect: 'invalid',
    title: 'The packed record was measured by this program, outside of any pull request.',
    why: 'A record that a gate ordered, or that was reported before, is another result shown again.',
    mend: OWN_RESULT,
    run: ({ packed }) => {
      if (packed.origin !== 'measured' || packed.evidence !== undefined) return fail(`The packed record says that it is ${packed.origin}.`);
      return packed.identity.kind === 'pull-request'
        ? fail('The packed record belongs to a pull request, and is published from there.')
        : pass('It was measured by its owner.');
    },
  },
  {
    code: 'E-record-model',
    effect: 'invalid',
    title: 'The evidence is of the submitted model.',
    why: 'A figure belongs to one model.',
    mend: OWN_RESULT,
    run: ({ packed, submission }) => sameAs('model', packed.plan.model.id, submission.model),
  },
  {
    code: 'E-record-revision',
    effect: 'invalid',
    title: 'The evidence is of the submitted revision.',
    why: 'Two revisions are two models.',
    mend: OWN_RESULT,
    run: ({ packed, submission }) => sameAs('revision', packed.plan.model.revision, submission.revision),
  },
  {
    code: 'E-record-task',
    effect: 'invalid',
    title: 'The evidence is of the submitted task and variant.',
    why: 'Another task has other queries and other phases.',
    mend: OWN_RESULT,
    run: ({ packed, submission, variant }) =>
      packed.plan.task === submission.task
        ? sameAs('variant', packed.plan.variant ?? 'none', variant ?? 'none')
        : sameAs('task', packed.plan.task, submission.task),
  },
  {
    code: 'E-submission-same',
    effect: 'invalid',
    title: 'What was measured is what is submitted: the two submissions differ in evidence and attestation alone.',
    why: 'Precision, quantisation, reasoning and backend decide what a figure means.',
    mend: 'Submit the file that was measured, with evidence and attestation added and nothing else changed.',
    run: ({ submission, measured }) => {
      if (measured === null) return fail('The submission in the bundle cannot be read.');
      const [asked, ran] = [settingsOf(submission), settingsOf(measured)];
      const names = [...new Set([...Object.keys(asked), ...Object.keys(ran)])].sort();
      const differing = names.filter((name) => !sameJson(asked[name] ?? null, ran[name] ?? null));
      return noProblems(
        differing.map((name) => `${name} was not measured as it is submitted`),
        'It was measured as it is submitted.',
      );
    },
  },
  {
    code: 'E-evidence-replay',
    effect: 'invalid',
    title: 'The measurement is not published already.',
    why: 'One measurement gives one result, under whatever nonce it is shown.',
    mend: 'Measure again, or leave the result that is published.',
    run: ({ packed, record, published }) => {
      if (published === null) return skip('No results repository is at hand.');
      const [name, own] = [recordName(record), boardId(boardOf(packed))];
      const same = (entry: PublishedResult) =>
        entry.planDigest === packed.planDigest && entry.whPer1000Queries === packed.score.whPer1000Queries && entry.boardId === own;
      const other = published.find((entry) => entry.name !== name && (entry.nonce === packed.nonce || same(entry)));
      return other === undefined ? pass('It is new.') : fail(`The same measurement is published as ${other.path}.`);
    },
  },
];

/** A submission's fields but for those that only a self-reported one has. */
function settingsOf({ evidence: _evidence, attestation: _attestation, ...rest }: Submission): Record<string, unknown> {
  return rest;
}

/** The findings of the checks above. */
export const selfReportedFindings = (input: SelfReportedInput): Finding[] =>
  SELF_REPORTED_CHECKS.map((check) => findingOf(check, check.run(input), null));

/**
 * The record as it is published: its owner's, marked by its origin, with where it came from and what was attested.
 * @param submissionSha256 digest of the submission that brings the evidence
 */
export function selfReportedRecord(
  packed: Result,
  submission: Required<Pick<Submission, 'evidence' | 'attestation'>>,
  submissionSha256: string,
): Result {
  const { url, sha256 } = submission.evidence;
  return {
    ...packed,
    origin: 'self-reported',
    evidence: { url, sha256, submissionSha256, packedDigest: recordDigest(packed), attestation: { ...submission.attestation } },
  };
}
