import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { parse } from 'yaml';
import { startHub } from '../hub-server.ts';
import { type GitHubServer, startGitHub } from './server.ts';
import { emptyRepository, type LoopbackPullRequest, type LoopbackRepository } from './state.ts';
import { BOT, type Grants, VALIDATE_GRANTS } from './tokens.ts';

/** A model that the loopback Hub knows. */
export const MODEL = { id: 'octo-lab/small-1b', revision: '0123456789abcdef0123456789abcdef01234567' };

/** A submission without a fault. */
export const GOOD = `schemaVersion: 1\nmodel: ${MODEL.id}\nrevision: ${MODEL.revision}\ntask: text-generation\nbackend: transformers\n`;
export const GOOD_PATH = `submissions/${MODEL.id}/text-generation.yaml`;

/** The policy on the default branch. */
export const POLICY = 'schemaVersion: 1\nname: Ours\nbackends: [transformers]\n';

/** How a step of the action ended. */
type ValidateStep = { code: number | null; log: string; outputs: Record<string, string>; summary: string };

export type ValidateScene = AsyncDisposable & {
  repository: LoopbackRepository;
  server: GitHubServer;
  /** Runs the validate action for a pull request, as a runner does at an event. */
  run(pullRequest: LoopbackPullRequest, options?: { action?: string; environment?: NodeJS.ProcessEnv }): Promise<ValidateStep>;
};

/** A submissions repository on a loopback GitHub, with a loopback Hub, and the action's job with its token. */
export async function validateScene(grants: Grants = VALIDATE_GRANTS): Promise<ValidateScene> {
  const folder = await mkdtemp(join(tmpdir(), 'validate-'));
  const repository = emptyRepository('octo', 'submissions');
  repository.policy = POLICY;
  const server = await startGitHub(repository, { 'job-token': { ...BOT, grants } });
  const files = { 'config.json': Buffer.from('{}'), 'model.safetensors': Buffer.from('weights') };
  const hub = await startHub([
    {
      kind: 'model',
      id: MODEL.id,
      commit: MODEL.revision,
      files,
      parameters: 1_100_000_000,
      licence: 'mit',
      pipelineTag: 'text-generation',
    },
  ]);
  return {
    repository,
    server,
    async run(pullRequest, { action = 'opened', environment = {} } = {}) {
      const event = join(folder, 'event.json');
      await writeFile(event, JSON.stringify(eventOf(repository, pullRequest, action)));
      const inputs = await inputsOf('actions/validate/action.yml');
      return step(folder, {
        ...inputs,
        INPUT_TOKEN: 'job-token',
        GITHUB_EVENT_NAME: 'pull_request_target',
        GITHUB_EVENT_PATH: event,
        GITHUB_API_URL: server.url,
        HF_ENDPOINT: hub.url,
        ...environment,
      });
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await hub[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Payload = { action?: string; number?: number; pull_request: { head: object }; repository: { owner: object } };

/** An event with the shape of a published example. */
function eventOf({ owner, name }: LoopbackRepository, { number, headSha }: LoopbackPullRequest, action: string): object {
  const published = examples as unknown as { name: string; examples: Payload[] }[];
  const all = published.find((one) => one.name === 'pull_request')?.examples;
  const example = all?.find((one) => one.action === 'opened');
  if (example === undefined) throw new Error('There is no example of an opened pull request.');
  const { pull_request: pullRequest, repository } = example;
  return {
    ...example,
    action,
    number,
    pull_request: { ...pullRequest, number, head: { ...pullRequest.head, sha: headSha } },
    repository: { ...repository, name, full_name: `${owner}/${name}`, owner: { ...repository.owner, login: owner } },
  };
}

async function inputsOf(file: string): Promise<Record<string, string>> {
  const { inputs } = parse(await readFile(file, 'utf8')) as { inputs: Record<string, { default?: string }> };
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']));
}

async function step(folder: string, environment: NodeJS.ProcessEnv): Promise<ValidateStep> {
  const files = Object.fromEntries(['OUTPUT', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]));
  for (const file of Object.values(files)) await writeFile(file, '');
  const child = spawn(process.execPath, [resolve('src/fronts/action/validate.ts')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder, ...files, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const outputs = await readFile(files.GITHUB_OUTPUT as string, 'utf8');
  return {
    code,
    log,
    outputs: Object.fromEntries([...outputs.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value])),
    summary: await readFile(files.GITHUB_STEP_SUMMARY as string, 'utf8'),
  };
}
