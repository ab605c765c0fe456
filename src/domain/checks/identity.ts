import { digestOf } from '../canonical.ts';
import type { Result } from '../generated/result.ts';
import { recordName } from '../identifiers.ts';
import { counted } from '../plural.ts';
import { policyDigest } from '../policy-digest.ts';
import { type Expected, fail, noProblems, type Outcome, pass, type RecordCheck, skip } from './check.ts';

type GatedIdentity = Extract<Result['identity'], { kind: 'pull-request' }>;

/** The year of the method's first runs; a clock that was never set tells an earlier one. */
const FIRST_YEAR = 2024;

/** How far the clock of the machine that measured may be ahead of the one that judges. */
const CLOCKS_APART_MILLISECONDS = 10 * 60 * 1000;

const RERUN = 'Run the benchmark again from the pull request.';
const SAME_CONTENT = 'Measure again: what was measured has to be what was planned.';

/** A check that a gated run belongs to what the gate ordered. */
function bound(
  text: Pick<RecordCheck, 'code' | 'title' | 'why'>,
  fields: readonly (keyof Expected & keyof GatedIdentity)[],
  fits: (actual: string | number, wanted: string | number, field: string) => boolean = (actual, wanted) => actual === wanted,
): RecordCheck {
  return {
    ...text,
    effect: 'invalid',
    reads: 'record',
    mend: RERUN,
    run: ({ record, expected }) => {
      const wanted = fields.filter((field) => expected?.[field] !== undefined);
      if (expected === null || wanted.length === 0) return skip('No gate ordered the run.');
      const { identity } = record;
      if (identity.kind !== 'pull-request')
        return fail(`The record says it was run ${identity.kind === 'local' ? 'locally' : 'in a workflow'}, not for a pull request.`);
      const problems = wanted
        .filter((field) => !fits(identity[field], expected[field] as string | number, field))
        .map((field) => `${field} is ${identity[field]}, not ${expected[field]}`);
      return noProblems(problems, 'As the gate ordered.');
    },
  };
}

const same = (actual: string, planned: string, noun: string): Outcome =>
  actual === planned ? pass(`${noun} is as planned.`) : fail(`${noun} is ${actual}, not ${planned} as planned.`);

/** Checks that a record is of the run, the plan and the content that it claims. */
export const IDENTITY_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-identity-plan',
    effect: 'invalid',
    reads: 'record',
    title: 'planDigest is the digest of the plan in the record.',
    why: 'The digest is what a maintainer approved and what other records are compared by.',
    mend: SAME_CONTENT,
    run: ({ record }) => same(record.planDigest, digestOf(record.plan), 'planDigest'),
  },
  {
    code: 'R-identity-policy',
    effect: 'warn',
    reads: 'record',
    title: 'The run was planned under the policy that checks it.',
    why: 'Another policy may have asked for fewer runs or other limits; this one judges the result all the same.',
    mend: 'Check with the policy of the results repository, or measure again under it.',
    run: ({ record, policy }) =>
      record.plan.policySha256 === policyDigest(policy)
        ? pass(`Planned under the policy "${policy.name}".`)
        : fail(`The run was planned under another policy than "${policy.name}".`),
  },
  {
    code: 'R-identity-nonce',
    effect: 'invalid',
    reads: 'record',
    title: 'The nonce is the one that the gate gave.',
    why: 'It proves that the record was made for this order, and is not an old one shown again.',
    mend: RERUN,
    run: ({ record, expected }) => {
      if (expected?.nonce === undefined) return skip('No gate gave a nonce.');
      return record.nonce === expected.nonce ? pass("The nonce is the gate's.") : fail(`The nonce is ${record.nonce}, not the gate's.`);
    },
  },
  {
    code: 'R-identity-single-use',
    effect: 'invalid',
    reads: 'record',
    title: 'No other published record has used the nonce.',
    why: 'One order gives one record; a second one would let a submitter pick the better of two.',
    mend: 'Order a new run, which gets a new nonce.',
    run: ({ record, published }) => {
      if (published === null) return skip('No results repository is at hand.');
      const name = recordName(record);
      const other = published.find((entry) => entry.nonce === record.nonce && entry.name !== name);
      return other === undefined ? pass('The nonce is new.') : fail(`The nonce was used by ${other.path}.`);
    },
  },
  bound(
    {
      code: 'R-identity-pull-request',
      title: 'Repository and pull request are those that the gate ordered the run for.',
      why: 'A result belongs to one request, with one approval.',
    },
    ['repositoryId', 'pullRequest'],
  ),
  bound(
    {
      code: 'R-identity-head',
      title: 'The head commit is the one that was approved.',
      why: 'An approval covers one commit; what was pushed later was not read by anyone.',
    },
    ['head'],
  ),
  bound(
    {
      code: 'R-identity-blob',
      title: "The submission's blob is the one that was approved.",
      why: 'The file that was approved is the file that has to be measured.',
    },
    ['blob'],
  ),
  bound(
    {
      code: 'R-identity-run',
      title: "The workflow run is the gate's, at its attempt or a later one.",
      why: 'An artifact of another run was not ordered by this gate.',
    },
    ['runId', 'attempt'],
    (actual, wanted, field) => (field === 'attempt' ? actual >= wanted : actual === wanted),
  ),
  {
    code: 'R-identity-gate',
    effect: 'unofficial',
    reads: 'record',
    title: 'A gate ordered the run: somebody with the right to approved it in a pull request.',
    why: 'A record can be written by hand; an official one is bound to an approval that can be looked up.',
    mend: 'Open a pull request with the submission and have it approved.',
    run: ({ record, expected }) => {
      if (record.identity.kind !== 'pull-request') return fail('No gate ordered the run.');
      const told = expected !== null && expected.pullRequest !== undefined && expected.head !== undefined && expected.nonce !== undefined;
      return told
        ? pass('It belongs to a pull request.')
        : fail('What the gate ordered is not at hand, so the approval cannot be looked up.');
    },
  },
  {
    code: 'R-identity-submission',
    effect: 'invalid',
    reads: 'record',
    title: 'The plan was made from the bytes of the submission that was approved.',
    why: 'Otherwise something else than the submission was measured.',
    mend: RERUN,
    run: ({ record, expected }) => {
      if (expected?.submissionSha256 === undefined) return skip('The bytes of the submission are not at hand.');
      return same(record.plan.submission.sha256, expected.submissionSha256, "The submission's digest");
    },
  },
  {
    code: 'R-identity-subject',
    effect: 'invalid',
    reads: 'record',
    title: 'The plan is for the model, the revision, the task and the variant of the submission that was approved.',
    why: 'They decide where a result is filed; a plan for something else would be published under another name.',
    mend: RERUN,
    run: ({ record: { plan }, expected }) => {
      if (expected?.subject === undefined) return skip('The submission is not at hand.');
      const { subject } = expected;
      const planned = { model: plan.model.id, revision: plan.model.revision, task: plan.task, variant: plan.variant };
      const names = ['model', 'revision', 'task', 'variant'] as const;
      const problems = names
        .filter((name) => planned[name] !== subject[name])
        .map((name) => `the ${name} is ${planned[name] ?? 'none'}, not ${subject[name] ?? 'none'}`);
      return noProblems(problems, 'Planned as submitted.');
    },
  },
  {
    code: 'R-identity-revision',
    effect: 'invalid',
    reads: 'record',
    title: 'The model was loaded at the planned revision.',
    why: 'A branch can move between plan and download; the score is of one revision.',
    mend: SAME_CONTENT,
    run: ({ record }) => same(record.model.revision, record.plan.model.revision, "The model's revision"),
  },
  {
    code: 'R-identity-dataset',
    effect: 'invalid',
    reads: 'record',
    title: 'The queries were read as planned: as many rows, each the same, in the same order.',
    why: 'Shorter or easier queries take less energy.',
    mend: SAME_CONTENT,
    run: ({ record }) =>
      record.dataset.rows === record.plan.dataset.rows
        ? same(record.dataset.rowsSha256, record.plan.dataset.rowsSha256, 'The digest of the rows')
        : fail(
            `${counted(record.dataset.rows, 'row was', 'rows were')} read where ${counted(record.plan.dataset.rows, 'was', 'were')} planned.`,
          ),
  },
  {
    code: 'R-identity-time',
    effect: 'invalid',
    reads: 'record',
    title: `measuredAt is a real moment, from ${FIRST_YEAR} on and no later than the result is judged.`,
    why: 'Ledgers, editions and the releases that keep evidence go by it.',
    mend: 'Set the clock of the machine and measure again.',
    run: ({ record: { measuredAt }, now }) => {
      const time = Date.parse(measuredAt);
      const isReal = Number.isFinite(time) && new Date(time).toISOString().slice(0, 19) === measuredAt.slice(0, 19);
      if (!isReal) return fail(`${measuredAt} is no moment of any calendar.`);
      if (new Date(time).getUTCFullYear() < FIRST_YEAR) return fail(`${measuredAt} is before ${FIRST_YEAR}, when nothing was measured.`);
      const judged = `${now.toISOString().slice(0, 19)}Z`;
      return time <= now.getTime() + CLOCKS_APART_MILLISECONDS
        ? pass(`Measured at ${measuredAt}.`)
        : fail(`${measuredAt} is later than the moment of this check, ${judged}.`);
    },
  },
  {
    code: 'R-identity-origin',
    effect: 'unofficial',
    reads: 'record',
    title: 'This program measured the result itself.',
    why: 'What an owner reports or another harness measured cannot be recomputed to the same depth.',
    mend: 'Submit the model to be measured here.',
    run: ({ record }) => (record.origin === 'measured' ? pass('Measured by this program.') : fail(`The result is ${record.origin}.`)),
  },
  {
    code: 'R-identity-evidence',
    effect: 'invalid',
    reads: 'record',
    title: 'A self-reported result, and no other, names its evidence and what its owner attested.',
    why: 'What nobody else measured rests on its evidence and on its owner’s word; both have to stand in the record.',
    mend: 'Import the evidence with this program, which writes it into the record.',
    run: ({ record }) => {
      const reported = record.origin === 'self-reported';
      if (reported === (record.evidence !== undefined))
        return pass(reported ? 'It names both.' : 'It is not self-reported, and names none.');
      return fail(reported ? 'The result is self-reported and names no evidence.' : `The result is ${record.origin} and names evidence.`);
    },
  },
  {
    code: 'R-identity-public-model',
    effect: 'unofficial',
    reads: 'record',
    title: 'The model comes from the Hub at a pinned revision.',
    why: 'Others can repeat the measurement only if they can get the model.',
    mend: 'Publish the model on the Hub and submit it from there.',
    run: ({ record: { plan } }) => {
      if (plan.model.source === 'hub') return pass('The model is on the Hub.');
      return fail(
        plan.model.source === 'local'
          ? 'The model is a local folder that others do not have.'
          : 'The model ran behind an endpoint, where nobody sees its files.',
      );
    },
  },
];
