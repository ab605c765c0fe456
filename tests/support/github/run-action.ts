import { mkdtemp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { runStep, type StepOutcome } from '../action-step.ts';

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
export async function runAction({ action, folder, token, inputs = {}, environment = {} }: Run): Promise<StepOutcome> {
  const own = await mkdtemp(join(folder, `${action}-`));
  return runStep({
    script: resolve(`src/fronts/action/${action}.ts`),
    cwd: own,
    folder: own,
    environment: {
      GITHUB_ACTION: `__${action}`,
      GITHUB_JOB: action,
      GITHUB_WORKSPACE: own,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_NAME: 'loopback',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_TEMP: own,
      ...(await inputVariables(action, token, inputs)),
      ...environment,
    },
  });
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
