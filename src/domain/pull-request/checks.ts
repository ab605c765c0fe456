import type { SubmissionCheck } from '../submission/checks.ts';
import type { PullRequestFault } from './changed-files.ts';

const check = (code: string, title: string, why: string, mend: string): SubmissionCheck => ({ code, title, why, mend });

const ALONE = 'A pull request that is approved by one line changes nothing but what that line is about.';
const APPROVED = 'An approval covers the one commit that was looked at.';
const FAIR = 'GPU time is shared; what one submitter takes, others wait for.';

/** What is made sure of about a pull request as a whole, and about an order for it, for people. */
export const PULL_REQUEST_CHECKS: readonly SubmissionCheck[] = [
  check(
    'P-files-other',
    'Nothing outside of submissions/ is changed',
    ALONE,
    'Take everything but the submission out of this pull request.',
  ),
  check('P-file-renamed', 'No file is renamed', ALONE, 'Add the new submission alone, and leave the other file where it is.'),
  check(
    'P-file-removed',
    'A submission is removed alone',
    'Whether a result is withdrawn is another question than what is measured.',
    'Remove it in a pull request of its own; nothing is measured there, and its result stays until a maintainer withdraws it.',
  ),
  check(
    'P-files-too-many',
    'All of its files can be listed',
    'What is not listed cannot be looked at.',
    'Open a pull request for the submission alone.',
  ),
  check(
    'P-submissions-too-many',
    'It holds no more submissions than the policy allows',
    FAIR,
    'Open one pull request for each of the others, or ask a maintainer for a team with a limit of its own.',
  ),
  check('P-order-closed', 'The pull request is open', 'Nothing that was closed or merged is measured.', 'Reopen it, or open a new one.'),
  check(
    'P-order-draft',
    'The pull request is no draft',
    'Its author says that it is not ready.',
    'Mark it as ready for review, then give the command again.',
  ),
  check(
    'P-order-locked',
    'The conversation is not locked',
    'The bot could not tell what becomes of it.',
    'Unlock the conversation, then give the command again.',
  ),
  check('P-order-head', 'The commit is the newest of the pull request', APPROVED, 'Look at the newest commit, then copy the line with it.'),
  check(
    'P-order-command',
    'The command is complete and stands alone',
    'What starts a measurement leaves no room for interpretation.',
    'Copy the line as it is; /help shows every command.',
  ),
  check('P-order-none', 'There is a submission to measure', 'A command needs something to run.', 'Add a submission below submissions/.'),
  check(
    'P-order-faulty',
    'Nothing is at fault with its submissions',
    'What cannot be understood cannot be measured.',
    "Mend what the bot's comment and the check on the commit name.",
  ),
  check(
    'P-order-hub',
    'The Hugging Face Hub has confirmed the model',
    'Before it has, nobody knows what would be downloaded.',
    'Give the command again once the Hub answers.',
  ),
  check(
    'P-order-runner',
    'The policy allows the runner',
    'A label decides on whose machine a stranger’s model runs.',
    'Leave --runner out, or list the label under bot.otherRunners in policy.yaml.',
  ),
  check(
    'P-order-minutes',
    'The measurement takes no longer than the policy allows',
    'A job that is ended half-way is time lost.',
    'Ask for fewer runs, or raise bot.maximumMinutes in policy.yaml.',
  ),
  check(
    'P-order-quota',
    "The submitter's GPU minutes of the month are enough",
    FAIR,
    'Wait for the next month (UTC), ask for fewer runs, or raise the limit in policy.yaml.',
  ),
  check(
    'P-order-quota-unknown',
    "The submitter's GPU minutes of the month can be counted",
    'A limit that cannot be looked up is kept all the same.',
    'Give the command again; if it stays so, close and lock what is no longer needed, or lift the limit for this submitter in policy.yaml.',
  ),
  check(
    'P-order-again',
    'This commit was not ordered before',
    'Two maintainers who approve at one time want one measurement.',
    'Use /rerun with the commit to order it once more.',
  ),
  check('P-order-never', 'There is an order to repeat', '/rerun repeats what was ordered.', 'Order it with /benchmark first.'),
  check(
    'P-order-size',
    'The order is small enough for a workflow',
    'GitHub passes at most 1 MB from one job to the next, and Linux 128 KB in one variable.',
    'Shorten policy.yaml on the default branch, or submit fewer files at one time.',
  ),
  check('P-cancel-none', 'There is a measurement to end', 'Nothing is under way.', 'Nothing needs to be done.'),
];

/** A fault of a pull request or an order, with the mend that goes with its code. */
export function pullRequestFault(code: string, message: string): PullRequestFault {
  const mend = PULL_REQUEST_CHECKS.find((known) => known.code === code)?.mend ?? '';
  return { code, message, mend };
}
