import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { acceptedOf } from '../../domain/pull-request/reported.ts';
import { openGitHub } from '../../github/client.ts';
import { fewFiles } from '../../github/few-files.ts';
import { defused } from '../../render/log.ts';
import { pullRequestReportTitle } from '../../render/pull-request-report.ts';
import { reportPullRequest } from '../../stages/report-pull-request.ts';
import { githubAddresses, openJob } from './github-job.ts';
import { readOrders, requiredInput } from './orders-input.ts';
import { readRepository } from './results-repository.ts';

/**
 * The report action: tells on the pull request what came of the gate's orders. A measurement that failed, or a result that does not
 * hold, does not fail the step: the check on the commit is red.
 * @throws Fault of the operator where the orders, GitHub or the results repository do not allow an answer
 */
export async function runReportAction(): Promise<void> {
  const orders = readOrders();
  const [order] = orders;
  const { apiUrl, serverUrl } = githubAddresses();
  const github = openJob();
  const scratch = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ai-energy-score-'));
  const repositoryUrl = `${serverUrl}/${order.repository.owner}/${order.repository.name}`;
  try {
    const report = await reportPullRequest({
      orders,
      artifacts: requiredInput('artifacts'),
      scratch,
      github,
      now: new Date(),
      results: fewFiles(openResults() ?? github, readRepository()),
      place: { repositoryUrl, runUrl: `${repositoryUrl}/actions/runs/${order.runId}` },
      warn: (text) => core.warning(defused(text)),
      summarise: async (markdown) => void (await core.summary.addRaw(markdown).write()),
    });
    const accepted = acceptedOf(report);
    core.info(defused(pullRequestReportTitle(report)));
    core.setOutput('go', String(accepted.length > 0));
    core.setOutput('accepted', JSON.stringify(accepted));
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }

  /** A client of the results repository, where it has a token of its own. */
  function openResults() {
    const token = core.getInput('results-token');
    if (token === '') return null;
    core.setSecret(token);
    return openGitHub({ token, apiUrl });
  }
}
