import * as core from '@actions/core';
import { acceptedOrders } from '../../domain/pull-request/accepted.ts';
import { defused } from '../../render/log.ts';
import { type StageOutcome, stagePullRequest } from '../../stages/stage-pull-request.ts';
import { VERSION } from '../../version.ts';
import { githubAddresses, openJob } from './github-job.ts';
import { readOrders, requiredInput } from './orders-input.ts';
import { openResultsAccess } from './results-access.ts';

/**
 * The stage action: prepares what a pull request would change in the results repository.
 * @throws Fault of the input where an artifact is not what was judged; of the operator where GitHub or the results repository does
 * not allow it
 */
export async function runStageAction(): Promise<void> {
  const orders = readOrders();
  const accepted = acceptedOrders(requiredInput('accepted'), orders);
  const artifacts = requiredInput('artifacts');
  const github = openJob();
  const [{ repository, runId }] = orders;
  const repositoryUrl = `${githubAddresses().serverUrl}/${repository.owner}/${repository.name}`;
  await using access = await openResultsAccess();
  const outcome = await stagePullRequest({
    orders,
    accepted,
    artifacts,
    scratch: access.scratch,
    github,
    results: access.results,
    builderVersion: VERSION,
    now: new Date(),
    place: { repositoryUrl, runUrl: `${repositoryUrl}/actions/runs/${runId}` },
    warn: (text) => core.warning(defused(text)),
    summarise: async (markdown) => void (await core.summary.addRaw(markdown).write()),
  });
  tellOutcome(outcome);
}

function tellOutcome(outcome: StageOutcome): void {
  switch (outcome.kind) {
    case 'nothing':
      core.notice('Nothing was accepted, so nothing is staged.');
      break;
    case 'published':
      core.notice('Everything is published already.');
      break;
    case 'refused':
      core.warning(defused(`${outcome.failure.message} Nothing is staged.`));
      break;
    case 'staged':
      core.info(defused(`Staged: ${outcome.compareUrl}`));
      core.setOutput('candidate', outcome.candidate);
      core.setOutput('compare-url', outcome.compareUrl);
  }
}
