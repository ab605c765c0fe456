import { readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import { type PullRequestEvent, readPullRequestEvent } from '../../domain/pull-request/event.ts';
import { validationVerdict } from '../../domain/pull-request/validation.ts';
import { openGitHub } from '../../github/client.ts';
import { hubCatalogue } from '../../hub/hub-catalogue.ts';
import { defused } from '../../render/log.ts';
import { validationSummary, validationTitle } from '../../render/validation-comment.ts';
import { validatePullRequest } from '../../stages/validate-pull-request.ts';

/**
 * The validate action: reads the submissions of a pull request without checking anything out, and comments on them.
 * A submission at fault does not fail the step: the check on the commit says it.
 * @throws Fault of the operator where the event or GitHub does not allow an answer
 */
export async function runValidateAction(): Promise<void> {
  const event = await readEvent();
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_SERVER_URL: serverUrl = 'https://github.com' } = process.env;
  const place = { repositoryUrl: `${serverUrl}/${event.owner}/${event.repository}` };
  const validation = await validatePullRequest({
    event,
    github: openGitHub({ token: readToken(), apiUrl }),
    catalogue: hubCatalogue({ hubUrl: process.env.HF_ENDPOINT, accessToken: readHubToken() }),
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

async function readEvent(): Promise<PullRequestEvent> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '' } = process.env;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw operatorFault('The event cannot be read.', { code: 'event-unreadable', mend: 'Run this action in a workflow.', cause });
  });
  return readPullRequestEvent(name, JSON.parse(text));
}

function readToken(): string {
  const token = core.getInput('token');
  if (token === '') throw operatorFault('The input token is missing.', { code: 'input-token', mend: 'Leave it out, or name a token.' });
  core.setSecret(token);
  return token;
}

function readHubToken(): string | undefined {
  const token = core.getInput('hub-token');
  if (token === '') return undefined;
  core.setSecret(token);
  return token;
}
