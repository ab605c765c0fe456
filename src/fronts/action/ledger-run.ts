import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import { defused } from '../../render/log.ts';
import { basicCredentials } from '../../results-repo/remote-clone.ts';
import { LEDGER_CHANGES, type LedgerChange, prepareLedgerChange } from '../../stages/prepare-ledger.ts';
import { openRemoteResults } from '../../stages/remote-store.ts';
import { VERSION } from '../../version.ts';
import { githubAddresses } from './github-job.ts';
import { requiredInput } from './orders-input.ts';

/**
 * The ledger action, run in the results repository itself: a change of state, or an edition, as a pull request for review.
 * @throws Fault of the input where the change makes no sense; of the operator where GitHub does not allow it
 */
export async function runLedgerAction(): Promise<void> {
  const change = readChange();
  const reason = requiredInput('reason');
  const token = requiredInput('token');
  core.setSecret(token);
  core.setSecret(basicCredentials(token));
  const [owner = '', repository = ''] = (process.env.GITHUB_REPOSITORY ?? '').split('/');
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ai-energy-score-'));
  try {
    const { pullRequestUrl } = await prepareLedgerChange({
      results: await openRemoteResults({ owner, repository, token, ...githubAddresses(), folder }),
      change,
      result: core.getInput('result'),
      reason,
      edition: core.getInput('edition'),
      by: process.env.GITHUB_ACTOR ?? 'maintainer',
      now: new Date(),
      builderVersion: VERSION,
    });
    core.info(defused(pullRequestUrl));
    core.setOutput('pull-request', pullRequestUrl);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function readChange(): LedgerChange {
  const value = requiredInput('change');
  const known = (Object.keys(LEDGER_CHANGES) as LedgerChange[]).find((change) => change === value);
  if (known !== undefined) return known;
  throw operatorFault(`The input change takes ${Object.keys(LEDGER_CHANGES).join(', ')}.`, { code: 'input-change' });
}
