import type { ClosedEvent } from '../../../src/domain/pull-request/closed-event.ts';
import { type ClosedOutcome, publishPullRequest } from '../../../src/stages/publish-pull-request.ts';
import type { RemoteResults } from '../../../src/stages/remote-store.ts';
import { type StageOutcome, stagePullRequest } from '../../../src/stages/stage-pull-request.ts';
import { VERSION } from '../../../src/version.ts';
import type { Measured, TwoRepositories } from './ordered-results.ts';
import type { LoopbackPullRequest } from './state.ts';

export const NOW = new Date('2026-02-01T10:00:00Z');

/** Stages what was measured, as the job does. */
export async function stage(
  scene: TwoRepositories,
  measured: readonly Measured[],
  { results, fetch }: { results?: RemoteResults; fetch?: typeof globalThis.fetch } = {},
): Promise<StageOutcome> {
  return stagePullRequest({
    orders: measured.map(({ order }) => order),
    accepted: measured,
    artifacts: measured[0]?.artifacts ?? '',
    scratch: await scene.scratch(),
    github: scene.job(),
    results: results ?? (await scene.openResults()),
    ...(fetch === undefined ? {} : { fetch }),
    builderVersion: VERSION,
    now: NOW,
    place: { repositoryUrl: 'https://github.com/octo/submissions', runUrl: 'https://github.com/octo/submissions/actions/runs/1' },
    warn: (text) => {
      throw new Error(`unexpected warning: ${text}`);
    },
    summarise: async () => {},
  });
}

/** The event of a pull request that was just closed. */
function closedEvent({ submissions }: TwoRepositories, { number, headSha, merged }: LoopbackPullRequest): ClosedEvent {
  const { owner, name: repository, id: repositoryId } = submissions;
  const of = merged === null ? null : { commit: merged.sha, base: 'main', defaultBranch: 'main', by: merged.by.login };
  return { owner, repository, repositoryId, number, headSha, merged: of };
}

/** Publishes or cleans up, as the job does at the end of a pull request. */
export async function close(
  scene: TwoRepositories,
  pullRequest: LoopbackPullRequest,
  { event = {}, results }: { event?: Partial<ClosedEvent>; results?: RemoteResults } = {},
): Promise<ClosedOutcome & { warnings: string[] }> {
  const warnings: string[] = [];
  const outcome = await publishPullRequest({
    event: { ...closedEvent(scene, pullRequest), ...event },
    github: scene.job(),
    results: results ?? (await scene.openResults()),
    scratch: await scene.scratch(),
    builderVersion: VERSION,
    now: NOW,
    warn: (text) => warnings.push(text),
  });
  return { ...outcome, warnings };
}
