import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../../../src/domain/generated/order.ts';
import type { Result } from '../../../src/domain/generated/result.ts';
import { recordPath } from '../../../src/domain/identifiers.ts';
import { entryOf } from '../../../src/domain/leaderboard/entry.ts';
import { openLedger } from '../../../src/domain/ledger.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { ARTIFACT_RESULT, artifactName } from '../../../src/domain/pull-request/order.ts';
import type { PullRequestReport } from '../../../src/domain/pull-request/reported.ts';
import { fewFiles } from '../../../src/github/few-files.ts';
import { boardsOf } from '../../../src/stages/leaderboard.ts';
import { reportPullRequest } from '../../../src/stages/report-pull-request.ts';
import { packResult } from '../../../src/stages/self-reported.ts';
import { recordText } from '../records.ts';
import { type Measured, type TwoRepositories, twoRepositories } from './ordered-results.ts';
import type { Trouble } from './server.ts';
import { commitTo, type LoopbackPullRequest } from './state.ts';
import { BOT, type Grants, REPORT_GRANTS } from './tokens.ts';

/** Every check of the synthetic results passes under this one. */
const RESULTS_POLICY = 'schemaVersion: 1\nname: AI Energy Score\n';
const SUBMISSIONS_POLICY = `${RESULTS_POLICY}backends: [transformers]\n`;

/** How a report ended. */
export type Told = {
  report: PullRequestReport | null;
  thrown: unknown;
  summary: string;
  warnings: string[];
  /** Requests of this report alone. */
  requests: string[];
};

export type ReportScene = AsyncDisposable & {
  two: TwoRepositories;
  pullRequest: LoopbackPullRequest;
  /** What was measured for it; nobody changes it. */
  measured: Measured;
  /** A copy of the artifacts, to damage. */
  artifacts(): Promise<string>;
  /** Copies the artifacts, changes a copy of the result folder and packs it as the order's artifact. */
  forge(change: (folder: string) => Promise<void>): Promise<string>;
  /** Folder of an order's artifact. */
  folderOf(artifacts: string, order?: Order): string;
  tell(options?: {
    orders?: readonly Order[];
    artifacts?: string;
    troubles?: Trouble[];
    grants?: Grants;
    fetch?: typeof fetch;
  }): Promise<Told>;
  /** The bodies of the bot's comments. */
  comments(): string[];
  /** Takes away what was told. */
  forget(): void;
};

/** Puts published results into the results repository, with their boards. */
export function publish({ results }: TwoRepositories, records: readonly Result[], more: Record<string, string> = {}): void {
  const entry = { at: '2026-02-01T00:00:00Z', by: 'somebody' };
  const files = records.map((record): [string, string] => [recordPath(record), recordText(record)]);
  const entries = records.map((record) =>
    entryOf(record, recordPath(record), openLedger(record, { verdict: 'official', findings: [] }, entry)),
  );
  const boards = boardsOf(entries, defaultPolicy()).map((board): [string, string] => [
    `leaderboard/${board.id}.json`,
    JSON.stringify(board),
  ]);
  commitTo(results, { files: { 'policy.yaml': RESULTS_POLICY, ...Object.fromEntries([...files, ...boards]), ...more } });
}

/** A pull request that was measured, with a public results repository. */
export async function reportScene(): Promise<ReportScene> {
  const two = await twoRepositories();
  two.results.private = false;
  two.submissions.policy = SUBMISSIONS_POLICY;
  two.results.policy = RESULTS_POLICY;
  const { server, submissions } = two;
  const token = (grants: Grants) => ({ ...BOT, grants, repositories: ['octo/submissions'] });
  const pullRequest = two.open(7);
  const measured = await two.measure(pullRequest, 7);
  const scratches = await two.scratch();
  return {
    two,
    pullRequest,
    measured,
    async artifacts() {
      const copy = await mkdtemp(join(scratches, 'artifacts-'));
      await cp(measured.artifacts, copy, { recursive: true });
      return copy;
    },
    async forge(change) {
      const copy = await mkdtemp(join(scratches, 'forged-'));
      const { pullRequest: number, head, nonce } = measured.order;
      await cp(join(two.folder, `result-${number}-7-${head.slice(0, 7)}`), join(copy, 'result'), { recursive: true });
      await change(join(copy, 'result'));
      const folder = join(copy, 'artifacts', artifactName({ pullRequest: number, nonce }));
      await mkdir(folder, { recursive: true });
      await packResult(join(copy, 'result'), join(folder, ARTIFACT_RESULT));
      return join(copy, 'artifacts');
    },
    folderOf: (artifacts, order = measured.order) => join(artifacts, artifactName(order)),
    async tell({ orders = [measured.order], artifacts = measured.artifacts, troubles = [], grants = REPORT_GRANTS, fetch } = {}) {
      server.world.tokens['job-token'] = token(grants);
      server.troubles.splice(0, Infinity, ...troubles);
      const before = server.requests.length;
      const told: Told = { report: null, thrown: null, summary: '', warnings: [], requests: [] };
      const github = two.job();
      const scratch = await two.scratch();
      try {
        told.report = await reportPullRequest({
          orders,
          artifacts,
          scratch,
          now: new Date('2026-02-01T10:00:00Z'),
          github,
          results: fewFiles(github, { owner: 'octo', repository: 'results' }),
          place: { repositoryUrl: 'https://github.com/octo/submissions', runUrl: 'https://github.com/octo/submissions/actions/runs/5007' },
          ...(fetch === undefined ? {} : { fetch }),
          warn: (text) => told.warnings.push(text),
          summarise: async (markdown) => {
            told.summary = markdown;
          },
        });
      } catch (thrown) {
        told.thrown = thrown;
      }
      await rm(scratch, { recursive: true, force: true });
      server.troubles.splice(0);
      told.requests = server.requests.slice(before);
      return told;
    },
    comments: () => submissions.comments.filter(({ author }) => author?.id === BOT.id).map(({ body }) => body),
    forget: () => {
      submissions.comments.splice(0);
      submissions.checkRuns.splice(0);
    },
    [Symbol.asyncDispose]: () => two[Symbol.asyncDispose](),
  };
}
