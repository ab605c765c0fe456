import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StepOutcome } from '../action-step.ts';
import { startHub } from '../hub-server.ts';
import { pullRequestEvent, writeEvent } from './events.ts';
import { runAction } from './run-action.ts';
import { type GitHubServer, startGitHub } from './server.ts';
import { emptyRepository, type LoopbackPullRequest, type LoopbackRepository } from './state.ts';
import { loopbackModel, POLICY } from './submission.ts';
import { BOT, type Grants, VALIDATE_GRANTS } from './tokens.ts';

export { GOOD, GOOD_PATH, MODEL, POLICY } from './submission.ts';

export type ValidateScene = AsyncDisposable & {
  repository: LoopbackRepository;
  server: GitHubServer;
  /** Runs the validate action for a pull request, as a runner does at an event. */
  run(
    pullRequest: LoopbackPullRequest,
    options?: { action?: 'opened' | 'synchronize' | 'closed'; environment?: NodeJS.ProcessEnv },
  ): Promise<StepOutcome>;
};

/** A submissions repository on a loopback GitHub, with a loopback Hub, and the job of validate with its token; all of the bot is in bot-scene.ts. */
export async function validateScene(grants: Grants = VALIDATE_GRANTS): Promise<ValidateScene> {
  const folder = await mkdtemp(join(tmpdir(), 'validate-'));
  const repository = emptyRepository('octo', 'submissions');
  repository.policy = POLICY;
  const server = await startGitHub(repository, { 'job-token': { ...BOT, grants } });
  const hub = await startHub([loopbackModel()]);
  return {
    repository,
    server,
    async run(pullRequest, { action = 'opened', environment = {} } = {}) {
      const event = await writeEvent(folder, pullRequestEvent(repository, pullRequest, { action }));
      const told = { GITHUB_API_URL: server.url, HF_ENDPOINT: hub.url, ...event };
      return runAction({ action: 'validate', folder, token: 'job-token', environment: { ...told, ...environment } });
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await hub[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
