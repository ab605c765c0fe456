import * as core from '@actions/core';
import { inputFault } from '../../domain/errors.ts';
import { readClosedEvent } from '../../domain/pull-request/closed-event.ts';
import type { PullRequestPublication } from '../../domain/pull-request/publication.ts';
import { defused } from '../../render/log.ts';
import { publicationSummary, publicationTitle } from '../../render/publication-comment.ts';
import { publishPullRequest } from '../../stages/publish-pull-request.ts';
import { VERSION } from '../../version.ts';
import { openJob, readEvent } from './github-job.ts';
import { openResultsAccess } from './results-access.ts';

/**
 * The publish action: publishes what a merged pull request was measured for, or removes what was prepared for one that was not merged.
 * @throws Fault of the operator where GitHub or the results repository does not allow it; of the input, code not-published, where a
 * rerun can publish what was refused
 */
export async function runPublishAction(): Promise<void> {
  const { name, payload } = await readEvent();
  const event = readClosedEvent(name, payload);
  const github = openJob();
  await using access = await openResultsAccess();
  const { publication, place } = await publishPullRequest({
    event,
    github,
    results: access.results,
    scratch: access.scratch,
    builderVersion: VERSION,
    now: new Date(),
    warn: (text) => core.warning(defused(text)),
  });
  await core.summary.addRaw(publicationSummary(publication, place)).write();
  core.info(defused(publicationTitle(publication)));
  core.setOutput('outcome', publication.outcome);
  tellRefusals(publication);
}

function tellRefusals({ submissions, candidate }: PullRequestPublication): void {
  const refused = submissions.flatMap((one) => (one.kind === 'refused' ? [one] : []));
  for (const { path, failure } of refused) core.warning(defused(`${path}: ${failure.message} ${failure.mend}`), { title: failure.code });
  if (refused.length === 0 || candidate !== 'kept') return;
  const what = refused.length === 1 ? 'One result was' : `${refused.length} results were`;
  throw inputFault(`${what} not published.`, { code: 'not-published', mend: 'The comment names why; rerun this job once that is mended.' });
}
