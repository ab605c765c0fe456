import * as core from '@actions/core';
import { readPullRequestEvent } from '../../domain/pull-request/event.ts';
import { validationVerdict } from '../../domain/pull-request/validation.ts';
import { fewFiles } from '../../github/few-files.ts';
import { hubCatalogue } from '../../hub/hub-catalogue.ts';
import { defused } from '../../render/log.ts';
import { validationSummary, validationTitle } from '../../render/validation-comment.ts';
import { validatePullRequest } from '../../stages/validate-pull-request.ts';
import { readHubToken, readResultsPlace } from './bot-inputs.ts';
import { githubAddresses, openJob, readEvent } from './github-job.ts';

/**
 * The validate action: reads the submissions of a pull request without checking anything out, and comments on them.
 * A submission at fault does not fail the step: the check on the commit says it.
 * @throws Fault of the operator where the event or GitHub does not allow an answer
 */
export async function runValidateAction(): Promise<void> {
  const { name, payload } = await readEvent();
  const event = readPullRequestEvent(name, payload);
  const place = { repositoryUrl: `${githubAddresses().serverUrl}/${event.owner}/${event.repository}` };
  const github = openJob();
  const results = readResultsPlace();
  const validation = await validatePullRequest({
    event,
    github,
    catalogue: hubCatalogue({ hubUrl: process.env.HF_ENDPOINT, accessToken: readHubToken() }),
    ...(results === null ? {} : { results: fewFiles(github, results) }),
    place,
    policyFolder: process.env.RUNNER_TEMP ?? '.',
    warn: (text) => core.warning(defused(text)),
  });
  if (validation === null) {
    core.notice('A newer commit has come; its own run answers.');
    core.setOutput('verdict', 'outdated');
    return;
  }
  await core.summary.addRaw(validationSummary(validation, place)).write();
  core.info(defused(validationTitle(validation)));
  core.setOutput('verdict', validationVerdict(validation));
}
