import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a step of an action leaves for the runner. */
export type StepOutcome = {
  code: number | null;
  /** Everything that it printed, annotations among it. */
  log: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  summary: string;
};

type ToRun = {
  script: string;
  /** Where the step works. */
  cwd: string;
  /** A folder of this step alone, for the runner's files. */
  folder: string;
  environment: NodeJS.ProcessEnv;
};

/** Runs one step as a runner does: a process of its own, and files for what it tells. */
export async function runStep({ script, cwd, folder, environment }: ToRun): Promise<StepOutcome> {
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map((name) => [`GITHUB_${name}`, join(folder, name)]),
  );
  for (const file of Object.values(files)) await writeFile(file, '');
  const child = spawn(process.execPath, ['--no-warnings', script], {
    cwd,
    env: { PATH: process.env.PATH, HOME: folder, CI: 'true', GITHUB_ACTIONS: 'true', ...files, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  return {
    code,
    log,
    outputs: keyValues(await read('OUTPUT')),
    state: keyValues(await read('STATE')),
    summary: await read('STEP_SUMMARY'),
  };
}

/** What stands in a runner's file: name<<delimiter, the value's lines, delimiter. */
const keyValues = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]));
