import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** How a step of an action ended. */
export type Step = { code: number | null; log: string; outputs: Record<string, string>; summary: string };

type Run = {
  /** As in actions/<name>/action.yml and src/fronts/action/<name>.ts; "benchmark" is the one of the repository itself. */
  action: string;
  /** A folder in which the step gets one of its own. */
  folder: string;
  /** Token of the job, which inputs have that default to ${{ github.token }}. */
  token: string;
  inputs?: Readonly<Record<string, string>>;
  /** What the runner tells besides. */
  environment?: NodeJS.ProcessEnv;
};

/** Runs an action's front in a process of its own, as a runner does: with inputs, variables, and files for what it tells. */
export async function runAction({ action, folder, token, inputs = {}, environment = {} }: Run): Promise<Step> {
  const own = await mkdtemp(join(folder, `${action}-`));
  const files = Object.fromEntries(['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'].map((name) => [`GITHUB_${name}`, join(own, name)]));
  for (const file of Object.values(files)) await writeFile(file, '');
  const child = spawn(process.execPath, [resolve(`src/fronts/action/${action}.ts`)], {
    cwd: own,
    env: {
      PATH: process.env.PATH,
      HOME: own,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: `__${action}`,
      GITHUB_JOB: action,
      GITHUB_WORKSPACE: own,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_NAME: 'loopback',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_TEMP: own,
      ...files,
      ...(await inputVariables(action, token, inputs)),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return {
    code,
    log,
    outputs: written(await readFile(join(own, 'OUTPUT'), 'utf8')),
    summary: await readFile(join(own, 'STEP_SUMMARY'), 'utf8'),
  };
}

/** The variables in which an action finds its inputs. */
async function inputVariables(action: string, token: string, given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const file = action === 'benchmark' ? 'action.yml' : `actions/${action}/action.yml`;
  const { inputs = {} } = parse(await readFile(file, 'utf8')) as { inputs?: Record<string, { default?: unknown }> };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`${file} has no input ${unknown.join(', ')}.`);
  const values = Object.entries(inputs).map(([name, input]) => [name, given[name] ?? String(input.default ?? '')]);
  return Object.fromEntries(
    values.map(([name = '', value = '']) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value.replaceAll(/\$\{\{ github\.token \}\}/g, token),
    ]),
  );
}

/** Names and values as @actions/core writes them into a file. */
const written = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]));
