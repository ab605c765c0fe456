import { operatorFault } from '../domain/errors.ts';
import { pullRequestFault } from '../domain/pull-request/checks.ts';
import { earlierOrder } from '../domain/pull-request/earlier-order.ts';
import { saveComment } from '../github/comment.ts';
import { findOwnComment } from '../github/find-comment.ts';
import { askComments } from '../github/overview.ts';
import { cancelRun, listRunsUnderWay } from '../github/workflow-runs.ts';
import { cancelledComment } from '../render/gate-comment.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { refuse } from './gate-answers.ts';
import { type Desk, type GateOutcome, pullRequestAt, reactTo } from './gate-desk.ts';

/**
 * The name that the workflow gives its runs on a pull request, from the number in GitHub's own event. It is the workflow's word on the
 * default branch: no comment, title or branch of anybody can take it.
 */
const runTitle = (pullRequest: number): string => `Pull request #${pullRequest}`;

/** Ends what is under way for the pull request: the runs of this very workflow that have its name and began before this one. */
export async function cancelMeasurements(desk: Desk): Promise<GateOutcome> {
  const { github, event, run, conversation } = desk;
  if (conversation.state !== 'open') return refuse(desk, pullRequestFault('P-order-closed', `The pull request is ${conversation.state}.`));
  if (run.workflow === null) throw workflowUnknown();
  const listed = await listRunsUnderWay(github, event, { workflow: run.workflow, title: runTitle(event.number) });
  const ended: number[] = [];
  // What was said before this command has been carried out by now; what was said after it is not meant.
  for (const id of listed) if (id < run.id && (await cancelRun(github, event, id))) ended.push(id);
  if (ended.length === 0) return refuse(desk, pullRequestFault('P-cancel-none', 'No measurement of this pull request is under way.'));
  const at = pullRequestAt(desk);
  const command = earlierOrder(conversation.comments, at.headSha) === null ? 'benchmark' : 'rerun';
  const body = cancelledComment({
    headSha: at.headSha,
    by: event.comment.author,
    runUrls: ended.map((id) => `${run.runsUrl}/${id}`),
    line: `/${command} ${at.headSha}`,
  });
  const known = await findOwnComment(github, at, await askComments(github, at), PULL_REQUEST_MARKER);
  await saveComment(github, { event: at, marker: PULL_REQUEST_MARKER, body, known });
  await reactTo(desk, '+1');
  return { kind: 'cancelled', runs: ended.length };
}

const workflowUnknown = () =>
  operatorFault('The runner does not tell the file of this workflow, so that its runs cannot be listed.', {
    code: 'run-unknown',
    mend: 'Run this action in a workflow of GitHub Actions, which sets GITHUB_WORKFLOW_REF.',
  });
