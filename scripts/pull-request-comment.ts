/** The comment that a pull request would get for a result folder, once it is staged: for pictures of it. */

import { labelOfReport } from '../src/domain/label-sources.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import type { PullRequestReport } from '../src/domain/pull-request/reported.ts';
import { checkFile } from '../src/fronts/checking.ts';
import { reportOn } from '../src/fronts/publication.ts';
import { readResults } from '../src/fronts/results-folder.ts';
import { labelSvg } from '../src/render/label/label.ts';
import { pullRequestReportComment } from '../src/render/pull-request-report.ts';

/** Stands for the label's place until the picture itself is put there. */
const LABEL_URL = 'https://example.org/label.svg';

export type PullRequestComment = {
  markdown: string;
  /** What stands for the label's picture, and the picture. */
  label: { url: string; svg: string };
};

/** @param repository a results repository to rate it in; null for none */
export async function pullRequestCommentOf(
  result: string,
  repository: string | null,
  theme: 'light' | 'dark',
): Promise<PullRequestComment> {
  const results = repository === null ? null : await readResults(repository);
  const policy = results?.policy ?? defaultPolicy();
  const checked = await checkFile(result, policy, null);
  const snapshot = results === null ? null : await results.snapshot();
  const rated = await reportOn(checked, { snapshot, policy, edition: null, publication: null, reproduce: null });
  const report = { ...rated, bundlePath: null, commands: { reproduce: null, check: null } };
  const { task, model } = report.record.plan;
  const pullRequest: PullRequestReport = {
    at: { owner: 'octo-lab', repository: 'submissions', number: 7, headSha: 'a1b2c3d4'.repeat(5) },
    state: 'open',
    submissions: [
      {
        path: `submissions/${model.id}/${task}.yaml`,
        artifact: 'result-7-0123456789ab',
        outcome: { kind: 'judged', report, recordDigest: '' },
        obstacles: [],
        labelUrl: LABEL_URL,
        bundleUrl: 'https://example.org/bundle.tar.gz',
      },
    ],
    obstacle: null,
    ignored: [],
    candidate: { compareUrl: 'https://example.org/compare' },
  };
  const place = { repositoryUrl: 'https://example.org/octo-lab/submissions', runUrl: 'https://example.org/run' };
  return {
    markdown: pullRequestReportComment(pullRequest, place),
    label: { url: LABEL_URL, svg: labelSvg(labelOfReport(report, { link: null }), theme) },
  };
}
