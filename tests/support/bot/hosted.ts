import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BOT } from '../github/accounts.ts';
import type { Event } from '../github/events.ts';
import { fullNameOf, type LoopbackRepository } from '../github/repository.ts';
import type { GitHubServer } from '../github/server.ts';
import { startRun } from '../github/state.ts';
import { type ActOutcome, runAct } from './act.ts';
import { alone, environmentOf, grantsOf, inTurn, type Job, type JobOutcome, readWorkflow } from './workflow.ts';

/** A job that has run: how it ended, and what it asked of GitHub. */
export type RunJob = ActOutcome & { requests: string[] };

/** What an owner keeps for the jobs of an environment. */
type Environments = Readonly<Record<string, { secrets: Record<string, string>; variables: Record<string, string> }>>;

/** A machine that runs jobs: its environment, and what a job finds in its workspace. */
export type Machine = { environment: Readonly<Record<string, string>>; workspace: string };

type Hosting = {
  server: GitHubServer;
  folder: string;
  /** Actions by `OWNER/NAME@COMMIT`, and the folders that they lie in. */
  actions: Readonly<Record<string, string>>;
  environments: Environments;
  /** What runs the jobs: GitHub's machines, and the one with the GPU. */
  machines: { hosted: Machine; gpu: Machine };
};

type EventRun = { repository: LoopbackRepository; workflow: string; event: Event };

/**
 * Stands for GitHub Actions: runs each job of a workflow with act, in turn, with a token of its own that holds what the workflow
 * grants to that job in that repository and is worth nothing after it, the secrets of its environment alone, and the artifacts of its run.
 */
export function hosting({ server, folder, actions, environments, machines }: Hosting) {
  let attempts = 0;

  const runJob = async (
    { repository, workflow: path, event }: EventRun,
    { name, workflow, run, file, earlier }: Prepared,
  ): Promise<RunJob> => {
    const job = workflow.jobs[name] as Job;
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    server.world.tokens[token] = { ...BOT, grants: grantsOf(workflow, name), repositories: [fullNameOf(repository)] };
    const { secrets = {}, variables = {} } = environments[environmentOf(job) ?? ''] ?? {};
    const before = server.requests.length;
    try {
      const workflowFile = join(dirname(file), `${name}.yml`);
      await writeFile(workflowFile, alone(workflow, name, earlier));
      const machine = [job['runs-on']].flat().includes('ubuntu-latest') ? machines.hosted : machines.gpu;
      const home = await mkdtemp(join(folder, 'home-'));
      const outcome = await runAct({
        folder: machine.workspace,
        event: { name: event.name, file },
        workflowFile,
        job: name,
        actions,
        secrets: { ...secrets, GITHUB_TOKEN: token },
        variables,
        told: toldBy(server, repository, { run, path }),
        environment: {
          HOME: home,
          XDG_CACHE_HOME: join(home, '.cache'),
          LOOPBACK_ARTIFACTS: join(dirname(file), 'artifacts'),
          ...machine.environment,
        },
      });
      return { ...outcome, requests: server.requests.slice(before) };
    } finally {
      delete server.world.tokens[token];
    }
  };

  return {
    /** Runs a workflow for an event; gives its jobs by name. */
    async run(given: EventRun): Promise<Record<string, RunJob>> {
      const { repository, workflow: path, event } = given;
      const text = repository.git.readAt(`refs/heads/${repository.defaultBranch}:${path}`)?.toString();
      if (text === undefined) throw new Error(`There is no ${path} on the default branch.`);
      const workflow = readWorkflow(text);
      const run = startRun(repository, { path, event: event.name, actor: BOT, name: workflow.name });
      const own = await mkdtemp(join(folder, `run-${++attempts}-`));
      const file = join(own, 'event.json');
      await writeFile(file, JSON.stringify(event.payload));
      const jobs: Record<string, RunJob> = {};
      const earlier = new Map<string, JobOutcome>();
      for (const name of inTurn(workflow)) {
        const ran = await runJob(given, { name, workflow, run: run.id, file, earlier });
        jobs[name] = ran;
        earlier.set(name, { result: ran.result, outputFiles: await kept(join(own, name), ran.steps) });
      }
      Object.assign(run, {
        status: 'completed',
        conclusion: Object.values(jobs).some(({ result }) => result === 'failure') ? 'failure' : 'success',
      });
      return jobs;
    },
  };
}

type Prepared = {
  name: string;
  workflow: ReturnType<typeof readWorkflow>;
  run: number;
  file: string;
  earlier: ReadonlyMap<string, JobOutcome>;
};

/** Writes what a job's steps have put out, one file each. */
async function kept(folder: string, steps: ActOutcome['steps']): Promise<JobOutcome['outputFiles']> {
  await mkdir(folder);
  const files: [string, string][] = [];
  for (const [id, outputs] of Object.entries(steps)) {
    const end = `END-${randomBytes(8).toString('hex')}`;
    const file = join(folder, id);
    await writeFile(
      file,
      Object.entries(outputs)
        .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
        .join(''),
    );
    files.push([id, file]);
  }
  return Object.fromEntries(files);
}

/** What a runner tells every job. */
function toldBy(
  { url }: GitHubServer,
  repository: LoopbackRepository,
  { run, path }: { run: number; path: string },
): Record<string, string> {
  const reference = `refs/heads/${repository.defaultBranch}`;
  return {
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
    GITHUB_REPOSITORY: fullNameOf(repository),
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_REF: reference,
    SHA_REF: repository.git.commitOf(reference) ?? '',
    GITHUB_WORKFLOW_REF: `${fullNameOf(repository)}/${path}@${reference}`,
  };
}
