import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** One step of the action as a runner runs it: the files of a checkout of the action alone, and the runner's environment files. */
type StepOutcome = {
  code: number | null;
  log: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  summary: string;
};

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
  const step = async (script: string, environment: NodeJS.ProcessEnv): Promise<StepOutcome> => {
    const files = Object.fromEntries(['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]));
    for (const file of Object.values(files)) await writeFile(file, '');
    const child = spawn(process.execPath, [join(action, script)], {
      cwd: workspace,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        AI_ENERGY_SCORE_SANDBOX: 'none',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: join(folder, 'temp'),
        ...files,
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
    const read = (name: string) => readFile(files[`GITHUB_${name}`] as string, 'utf8');
    return {
      code,
      log,
      outputs: keyValues(await read('OUTPUT')),
      state: keyValues(await read('STATE')),
      summary: await read('STEP_SUMMARY'),
    };
  };
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

/** What stands in a runner's file: name<<delimiter, the value's lines, delimiter. */
function keyValues(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]));
}
