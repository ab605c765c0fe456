import { type FaultText, family, RERUN } from './family.ts';

const AGAIN = 'A maintainer starts the measurement again with the line of the comment.';
const UNCHANGED = 'Give the step the outputs of the jobs before it, unchanged; templates/ holds the workflow.';

/** Why something that was measured is not staged. */
export const REPORT_FAULTS: readonly FaultText[] = family(
  { why: 'What is published is exactly what was approved and measured.', mend: AGAIN },
  {
    'head-moved': [
      'The pull request has a newer commit than the one that was measured',
      'Once the check of the newer commit is green, a maintainer has it measured; the comment has the line.',
    ],
    'pull-request-closed': [
      'The pull request was closed while it was measured',
      'Reopen it, and let a maintainer start the measurement again.',
    ],
    'pull-request-merged': [
      'The pull request was merged before its measurement was over',
      'Open another one that changes the submission, and have it measured before it is merged.',
    ],
    'already-published': ['Everything that was measured is published already', 'Nothing is left to do.'],
    'blob-moved': 'The commit does not have the submission that was ordered',
    'submission-refused': [
      'The policy that holds now does not take the submission',
      'Mend the submission as the comment says, and have it measured again.',
    ],
  },
);

/** Why something that was merged is not published. */
export const PUBLISH_FAULTS: readonly FaultText[] = [
  ...family(
    {
      why: 'What is published is exactly what was measured and merged.',
      mend: 'A merged file is measured by a pull request that changes it.',
    },
    {
      'other-blob': 'Another file was merged than the one that was measured',
      'submission-not-merged': [
        'The submission was measured, but is not part of what was merged',
        'Nothing needs to be done. To have it published, submit it in another pull request.',
      ],
      'not-measured': 'The submission was merged without a measurement that could be published',
      'merged-elsewhere': ['The pull request was merged into another branch than the default one', 'Merge it into the default branch.'],
    },
  ),
  ...family(
    { why: 'What lies in the results repository is judged again before it is published.', mend: RERUN },
    {
      'candidate-tampered': [
        'The candidate holds something that is no record of the pull request, so that nothing of it is published',
        'See who can write candidates/ in the results repository, then have the submission measured again.',
      ],
      'evidence-missing': [
        'The release of the results repository has no evidence of the result',
        'Rerun the job that stages it, then the one that publishes it.',
      ],
      'checks-fail-now': [
        'The result does not pass the checks under the policy of today',
        'The comment names the checks; see policy.yaml of the results repository, then rerun the job.',
      ],
      'not-published': ['Something that was merged is not published yet', 'The comment names why; rerun the job once that is mended.'],
    },
  ),
];

/** What the jobs of the bot can meet beside them. */
export const JOB_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Nothing that an artifact says is believed: it has to be what the run was ordered to leave.', mend: 'Measure again.' },
    {
      'artifact-refused': [
        'What came back is not what a run leaves: one folder of the order’s name with one plain file in it',
        'Measure again. Where it stays so, see who else can write artifacts in that run.',
      ],
      'artifact-changed': [
        'The artifact is not the one that was judged before',
        'Measure again. See who else can write artifacts in that run.',
      ],
      'result-refused': [
        'The result was accepted before, and cannot be staged now',
        'See policy.yaml of both repositories, or have it measured again.',
      ],
      'result-missing': [
        'No result came back from the run: it was cancelled, ran out of time, or ended before it could leave one',
        'Its log tells which; a maintainer starts the measurement again.',
      ],
      'record-too-large': ['The packed record is larger than a record can be', 'Take the record as the benchmark wrote it.'],
      'failure-unreadable': ['The run failed, and what it says of the failure cannot be read', 'See the log of the run.'],
      failed: ['The run failed under a code that cannot be read', 'See the log of the run.'],
    },
  ),
  ...family(
    { why: 'A job does what the gate has ordered, in the run in which it was ordered, and nothing else.', mend: UNCHANGED },
    {
      'order-damaged': 'The orders cannot be read, or are not those of one pull request at one commit',
      'order-foreign': 'The orders were given in another run, or for another repository',
      'order-elsewhere': 'The order is not one of this workflow run',
      'order-blob': 'The text of the order is not the blob that was approved',
      'accepted-damaged': 'The accepted results cannot be read',
      'input-order': ['The step has an order and other inputs that it replaces', 'Give it the order alone.'],
    },
  ),
  ...family(
    { why: 'Two jobs that write to one place would undo each other’s work.', mend: `${RERUN} Nothing was written.` },
    {
      'candidate-contended': [
        'Another job stages the same pull request',
        'Rerun the job; the workflow of templates/ lets one job at a time write to a pull request.',
      ],
      'publish-contended': 'Others kept publishing first',
    },
  ),
  ...family(
    { why: 'Every action is made for one kind of event, and believes nothing but that.', mend: 'templates/ holds the workflow.' },
    {
      'event-unexpected': 'The workflow ran on another event than the action is made for',
      'event-unreadable': 'The event cannot be read',
      'run-unknown': [
        'The runner does not tell which workflow run this is',
        'Run the action in a workflow of GitHub Actions, which sets GITHUB_RUN_ID and GITHUB_WORKFLOW_REF.',
      ],
    },
  ),
  ...family(
    { why: 'An action works with what its workflow gives it.', mend: 'The action.yml of the action tells what its inputs take.' },
    {
      'input-token': ['The action has no token', 'Leave the input out, or name a token.'],
      'input-results-repository': ['The results repository is not named as owner/name', 'Name it as in octo-lab/results.'],
      'input-results-token': [
        'There is no way, or more than one, to write to the results repository',
        'Give app-id and private-key from the environment results, or results-token instead of both; docs/bot.md tells how.',
      ],
      'input-app-id': ['The id of the App is none', 'Give the App ID or the Client ID, as the settings of the App show them.'],
      'input-private-key': [
        'The key of the App cannot be read',
        'Put the whole file that GitHub gave as the App’s private key into the secret, from -----BEGIN to the last -----.',
      ],
      'input-change': ['The ledger has no such change', 'It takes dispute, withdraw, correct and recalibrate.'],
    },
  ),
];

/** Codes of inputs, whatever the input is called. */
export const INPUT_FAULT: FaultText = {
  code: 'input-NAME',
  title: 'The input of this name is missing, or has a value that it does not take',
  why: 'An action works with what its workflow gives it.',
  mend: 'The action.yml of the action tells what the input takes.',
};
