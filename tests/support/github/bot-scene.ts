/**
 * The bot's whole world for a test, on loopback: a GitHub with the submissions repository octo/submissions and the results
 * repository octo/results (empty, private unless told otherwise), a Hub with one model, and the jobs of lifecycle.md's table.
 *
 *     await using scene = await botScene();
 *     const pullRequest = scene.open();                                    // by a stranger, from a fork, with a good submission
 *     await scene.run('validate', pullRequestEvent(scene.submissions, pullRequest));
 *     const said = scene.comment(pullRequest, PEOPLE.maintainer, `/benchmark ${pullRequest.headSha}`);
 *     const gate = await scene.run('gate', commentEvent(scene.submissions, said));
 *     expect([gate.code, gate.outputs.go]).toEqual([0, 'true']);           // also gate.log, gate.summary, gate.requests
 *     mergePullRequest(scene.submissions, pullRequest, { by: PEOPLE.maintainer });
 *     await scene.run('publish', pullRequestEvent(scene.submissions, pullRequest, { action: 'closed' }), {
 *       inputs: { 'results-repository': 'octo/results', ...scene.appInputs },
 *     });
 *     expect(scene.server.violations).toEqual([]);                         // GitHub's own description knows all of it
 *
 * What stands on GitHub: scene.submissions.comments, .reactions, .checkRuns, .runs; scene.results.git (resolve, readAt,
 * files, references, commitOf) and .releases. `scene.clone('results')` clones by git. What a test does as a person:
 * push, commitTo, comment, mergePullRequest, closePullRequest, startRun of state.ts; events: events.ts (any author,
 * association and body; edited comments, comments on issues). What goes wrong: scene.server.troubles (troubles.ts), the
 * limit of requests: scene.server.rate. What an owner has set: scene.submissions.settings, scene.server.world.organisations.
 * Who asked for what: scene.server.requests, .exchanges; what was changed by whom, also by question or push: .changes.
 *
 * A token holds the grants of its job and no more: scene.tokens names them. An operation that is missing is added as a file
 * of operations/ (see operations.ts).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StepOutcome } from '../action-step.ts';
import { startHub } from '../hub-server.ts';
import { type Account, BOT, type Role } from './accounts.ts';
import type { LoopbackOrganisation } from './answer.ts';
import { type App, appFor } from './app.ts';
import { type Event, writeEvent } from './events.ts';
import { GIT_ENVIRONMENT } from './git-folder.ts';
import { fullNameOf, type LoopbackComment, type LoopbackPullRequest, type LoopbackRepository } from './repository.ts';
import { runAction } from './run-action.ts';
import { type GitHubServer, startGitHub } from './server.ts';
import { comment, emptyRepository, type PushedFile, push } from './state.ts';
import { GOOD, GOOD_PATH, loopbackModel, POLICY } from './submission.ts';
import {
  APP_GRANTS,
  DOCTOR_GRANTS,
  GATE_GRANTS,
  type Grants,
  LEDGER_GRANTS,
  PUBLISH_GRANTS,
  REPORT_GRANTS,
  STAGE_GRANTS,
  VALIDATE_GRANTS,
} from './tokens.ts';

/** Those who belong to the submissions repository, by their role there; everybody else is a stranger. */
export const PEOPLE = {
  admin: { id: 201, login: 'owner-ada' },
  maintainer: { id: 202, login: 'maintainer-mia' },
  writer: { id: 203, login: 'writer-wim' },
  triager: { id: 204, login: 'triager-tom' },
  reader: { id: 205, login: 'reader-rea' },
} as const satisfies Record<string, Account>;

const ROLES = { admin: 'admin', maintainer: 'maintain', writer: 'write', triager: 'triage', reader: 'read' } as const satisfies Record<
  keyof typeof PEOPLE,
  Role
>;

const JOBS = { validate: VALIDATE_GRANTS, gate: GATE_GRANTS, report: REPORT_GRANTS, stage: STAGE_GRANTS, publish: PUBLISH_GRANTS } as const;

type Job = keyof typeof JOBS;

type RunOptions = { inputs?: Readonly<Record<string, string>>; environment?: NodeJS.ProcessEnv; token?: string };

export type BotScene = AsyncDisposable & {
  submissions: LoopbackRepository;
  results: LoopbackRepository;
  server: GitHubServer;
  hubUrl: string;
  app: App;
  /** A folder that the scene's end removes. */
  folder: string;
  /** Tokens: one of each job; results-writer and results-reader are fine-grained ones, owner is for doctor. */
  tokens: Record<Job | 'ledger' | 'results-writer' | 'results-reader' | 'owner', string>;
  /** The App as inputs of stage and publish. */
  appInputs: { 'app-id': string; 'private-key': string };
  /** The workflow's run that the jobs belong to, and the attempt. */
  workflowRun: { id: number; attempt: number };
  /** Opens a pull request of a fork, or pushes to it; with a good submission where nothing else is given. */
  open(number?: number, files?: readonly PushedFile[], options?: { author?: Account }): LoopbackPullRequest;
  comment(pullRequest: LoopbackPullRequest, author: Account, body: string): LoopbackComment;
  /** Runs the action of a job at an event, with the job's token. */
  run(job: Job, event: Event, options?: RunOptions): Promise<StepOutcome & { requests: string[] }>;
  /** Clones a repository by git over HTTP; gives the folder. */
  clone(which: 'submissions' | 'results'): Promise<string>;
};

type SceneOptions = {
  /** Grants of a job in place of those of the table. */
  grants?: Partial<Record<Job, Grants>>;
  policy?: string | null;
  resultsArePublic?: boolean;
  organisations?: LoopbackOrganisation[];
};

export async function botScene({
  grants = {},
  policy = POLICY,
  resultsArePublic = false,
  organisations = [],
}: SceneOptions = {}): Promise<BotScene> {
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  const submissions = emptyRepository('octo', 'submissions', { id: 700_001 });
  const results = emptyRepository('octo', 'results', { id: 700_002, private: !resultsArePublic });
  submissions.policy = policy;
  for (const [who, role] of Object.entries(ROLES)) submissions.collaborators.set(PEOPLE[who as keyof typeof PEOPLE].login, role);
  const app = appFor({ owner: 'octo', repositories: [fullNameOf(results)], grants: APP_GRANTS });
  const inSubmissions = { ...BOT, repositories: [fullNameOf(submissions)] };
  const inResults = { ...PEOPLE.admin, repositories: [fullNameOf(results)] };
  const jobs = Object.entries(JOBS).map(([job, granted]) => [`${job}-token`, { ...inSubmissions, grants: grants[job as Job] ?? granted }]);
  const server = await startGitHub(
    [submissions, results],
    {
      ...Object.fromEntries(jobs),
      'ledger-token': { ...BOT, grants: LEDGER_GRANTS, repositories: [fullNameOf(results)] },
      'results-writer-token': { ...inResults, grants: { contents: 'write' } },
      'results-reader-token': { ...inResults, grants: { contents: 'read' } },
      'owner-token': { ...PEOPLE.admin, grants: DOCTOR_GRANTS },
    },
    { app, organisations },
  );
  const hub = await startHub([loopbackModel()]);
  const names = [...Object.keys(JOBS), 'ledger', 'results-writer', 'results-reader', 'owner'];
  const workflowRun = { id: 9_001, attempt: 1 };
  return {
    submissions,
    results,
    server,
    hubUrl: hub.url,
    app,
    folder,
    tokens: Object.fromEntries(names.map((name) => [name, `${name}-token`])) as BotScene['tokens'],
    appInputs: { 'app-id': String(app.id), 'private-key': app.privateKey },
    workflowRun,
    open: (number = 7, files = [{ path: GOOD_PATH, content: GOOD }], options = {}) => push(submissions, number, files, options),
    comment: (pullRequest, author, body) => comment(submissions, pullRequest, { author, body }),
    async run(job, event, { inputs = {}, environment = {}, token = `${job}-token` } = {}) {
      const before = server.requests.length;
      const step = await runAction({
        action: job,
        folder,
        token,
        inputs,
        environment: {
          ...jobVariables(submissions, server.url, workflowRun),
          HF_ENDPOINT: hub.url,
          ...(await writeEvent(folder, event)),
          ...environment,
        },
      });
      return { ...step, requests: server.requests.slice(before) };
    },
    async clone(which) {
      const repository = which === 'results' ? results : submissions;
      const into = await mkdtemp(join(folder, 'clone-'));
      const address = `${server.url.replace('://', '://x-access-token:owner-token@')}/${fullNameOf(repository)}.git`;
      await promisify(execFile)('git', ['clone', '--quiet', address, into], { env: { ...GIT_ENVIRONMENT, GIT_TERMINAL_PROMPT: '0' } });
      return into;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await hub[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a runner tells every job of the submissions repository. */
const jobVariables = (repository: LoopbackRepository, url: string, { id, attempt }: BotScene['workflowRun']) => ({
  GITHUB_API_URL: url,
  GITHUB_GRAPHQL_URL: `${url}/graphql`,
  GITHUB_SERVER_URL: url,
  GITHUB_REPOSITORY: fullNameOf(repository),
  GITHUB_REPOSITORY_ID: String(repository.id),
  GITHUB_REPOSITORY_OWNER: repository.owner,
  GITHUB_RUN_ID: String(id),
  GITHUB_RUN_ATTEMPT: String(attempt),
  GITHUB_RUN_NUMBER: '1',
  GITHUB_REF: `refs/heads/${repository.defaultBranch}`,
  GITHUB_SHA: repository.git.commitOf('HEAD') ?? '',
});
