import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../src/domain/generated/result.ts';
import { recordName } from '../../../src/domain/identifiers.ts';
import { policyOfRepository } from '../../../src/domain/policy.ts';
import { gitIn } from '../../../src/results-repo/git.ts';
import { gitSnapshot } from '../../../src/results-repo/git-snapshot.ts';
import { initGitStore } from '../../../src/results-repo/init.ts';
import { checkRepository, type RepositoryReport } from '../../../src/stages/check-repo.ts';
import { type LedgerRequest, type PreparedChange, prepareLedgerChange } from '../../../src/stages/prepare-ledger.ts';
import { publishRecord } from '../../../src/stages/publish.ts';
import { openRemoteResults } from '../../../src/stages/remote-store.ts';
import { VERSION } from '../../../src/version.ts';
import { nthGpuRecord } from '../../results-repo/repository.ts';
import type { StepOutcome } from '../action-step.ts';
import { recordText } from '../records.ts';
import { runAction } from './run-action.ts';
import { type GitHubServer, startGitHub } from './server.ts';
import { emptyRepository, type LoopbackRepository } from './state.ts';
import { BOT, LEDGER_GRANTS } from './tokens.ts';

const POLICY = 'schemaVersion: 1\nname: AI Energy Score\n';

/** When everything of this scene is published. */
const PUBLISHED = new Date('2026-02-01T09:00:00Z');
const DECIDED = new Date('2026-02-01T10:00:00Z');

export type LedgerScene = AsyncDisposable & {
  results: LoopbackRepository;
  server: GitHubServer;
  /** The 12 digits of the n-th model's record. */
  nameOf(n: number): string;
  /** Publishes official results of further models: the larger the number, the more energy. */
  publish(models: readonly number[]): Promise<void>;
  /** What others do while the job pauses between two tries. */
  meanwhile: { act(): void };
  /** Prepares a change as the ledger's job does, in this process. */
  prepare(wanted: Partial<LedgerRequest>): Promise<PreparedChange>;
  /** Runs the ledger action as a runner does. */
  run(inputs: Readonly<Record<string, string>>): Promise<StepOutcome>;
  /** Merges the one open pull request by rebase, as a maintainer does. */
  merge(): void;
  /** Proves a clone of a branch. */
  prove(branch: string): Promise<RepositoryReport>;
};

/** A results repository on a loopback GitHub with official results of one board, and the grants of the ledger's job. */
export async function ledgerScene({ models }: { models: readonly number[] }): Promise<LedgerScene> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  const results = emptyRepository('octo', 'results', { id: 700_002 });
  const server = await startGitHub(results, { 'ledger-token': { ...BOT, grants: LEDGER_GRANTS, repositories: ['octo/results'] } });
  const desk = join(folder, 'desk');
  const store = await initGitStore(desk, { policyText: POLICY });
  const scratch = () => mkdtemp(join(folder, 'scratch-'));
  const remote = { owner: 'octo', repository: 'results', token: 'ledger-token', apiUrl: server.url, serverUrl: server.url };
  const recordOf = (n: number): Result => nthGpuRecord(n);
  const meanwhile = { act: () => {} };

  const scene: LedgerScene = {
    results,
    server,
    meanwhile,
    nameOf: (n) => recordName(recordOf(n)),
    async publish(numbers) {
      const git = gitIn(desk);
      if (results.git.commitOf('refs/heads/main') !== null) await git.text(['pull', '--quiet', '--ff-only', results.git.path, 'main']);
      for (const n of numbers) {
        const policy = policyOfRepository(POLICY);
        const text = recordText(recordOf(n));
        await publishRecord({
          store,
          recordText: text,
          verdict: 'official',
          findings: [],
          policy,
          now: PUBLISHED,
          builderVersion: VERSION,
        });
      }
      await git.text(['push', '--quiet', results.git.path, 'HEAD:refs/heads/main']);
    },
    async prepare(wanted) {
      const access = { ...remote, folder: await scratch(), wait: async () => meanwhile.act(), timeLimit: server.timeLimit };
      const plain = { change: 'withdraw', result: '', reason: 'It was asked for.', edition: '', by: 'mia' } as const;
      return prepareLedgerChange({ ...plain, results: await openRemoteResults(access), now: DECIDED, builderVersion: VERSION, ...wanted });
    },
    run: (inputs) =>
      runAction({
        action: 'ledger',
        folder,
        token: 'ledger-token',
        inputs,
        environment: {
          GITHUB_API_URL: server.url,
          GITHUB_SERVER_URL: server.url,
          GITHUB_REPOSITORY: 'octo/results',
          GITHUB_ACTOR: 'maintainer-mia',
        },
      }),
    merge() {
      const [open, ...more] = results.pullRequests.filter(({ state, from }) => state === 'open' && from === 'octo');
      if (open === undefined || more.length > 0) throw new Error('There is not one open pull request.');
      results.git.point('refs/heads/main', open.headSha);
      Object.assign(open, { state: 'closed', merged: { sha: open.headSha, by: BOT, at: DECIDED.toISOString() } });
    },
    async prove(branch) {
      const place = await scratch();
      const git = gitIn(place);
      await git.text(['clone', '--quiet', '--branch', branch, `file://${results.git.path}`, '.']);
      const commit = (await git.text(['rev-parse', 'HEAD'])).trim();
      return checkRepository({ place, snapshot: gitSnapshot(git, commit), git, builderVersion: VERSION, evidence: 'leave' });
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await scene.publish(models);
  return scene;
}
