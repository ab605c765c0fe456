import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { runStep, type StepOutcome } from '../support/action-step.ts';

export type ActionRunner = {
  /** Runs dist/benchmark.js with inputs, action.yml's defaults filled in as the runner does. */
  main(inputs: Record<string, string>, environment?: NodeJS.ProcessEnv): Promise<StepOutcome>;
  /** Runs dist/benchmark-post.js with the state that a main step has saved. */
  post(state: Record<string, string>): Promise<StepOutcome>;
  folder: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Copies what a runner would check out, far away from this repository's node_modules. */
export async function actionRunner(workspace: string): Promise<ActionRunner> {
  const folder = await mkdtemp(join(tmpdir(), 'action-'));
  const action = join(folder, 'action');
  await mkdir(join(folder, 'temp'));
  for (const part of ['action.yml', 'package.json', 'dist']) await cp(part, join(action, part), { recursive: true });
  const { inputs: declared, runs } = parse(await readFile('action.yml', 'utf8'));
  const step = (script: string, environment: NodeJS.ProcessEnv): Promise<StepOutcome> =>
    runStep({
      script: join(action, script),
      cwd: workspace,
      folder,
      environment: { AI_ENERGY_SCORE_SANDBOX: 'none', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: join(folder, 'temp'), ...environment },
    });
  return {
    folder,
    main(inputs, environment = {}) {
      const defaults = Object.entries(declared as Record<string, { default?: string }>).map(([name, input]) => [name, input.default ?? '']);
      const given = Object.entries({ ...Object.fromEntries(defaults), modules: resolve('.'), ...inputs }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]);
      return step(runs.main, { ...Object.fromEntries(given), ...environment });
    },
    post: (state) => step(runs.post, Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
