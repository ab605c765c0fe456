import { spawn } from 'node:child_process';
import { installGoProgram } from '../tools.ts';

/** What act says of one job. */
export type ActOutcome = {
  result: 'success' | 'failure' | 'skipped';
  /** What its steps put out, by the step's id. */
  steps: Record<string, Record<string, string>>;
  log: string;
};

type ActRun = {
  /** The checkout that the job finds as its workspace. */
  folder: string;
  event: { name: string; file: string };
  workflowFile: string;
  job: string;
  /** Actions by `OWNER/NAME@COMMIT`, and the folders that they lie in. */
  actions: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  variables: Readonly<Record<string, string>>;
  /** What the runner itself tells: GITHUB_*. */
  told: Readonly<Record<string, string>>;
  /** The machine's own environment. */
  environment: Readonly<Record<string, string>>;
};

const options = (flag: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);

/** Runs one job of a workflow on this very machine, and those it needs before it. */
export async function runAct(run: ActRun): Promise<ActOutcome> {
  const { folder, event, workflowFile, job, actions, secrets, variables, told, environment } = run;
  const child = spawn(
    await installGoProgram('act'),
    [
      event.name,
      ...['--eventpath', event.file, '--workflows', workflowFile, '--job', job],
      ...['-P', 'self-hosted=-self-hosted', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--json'],
      ...options('--local-repository', actions),
      ...options('--secret', secrets),
      ...options('--var', variables),
      ...options('--env', told),
    ],
    { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      text[name] += chunk;
    });
  }
  await new Promise((done) => child.once('close', done));
  return outcomeOf(job, text.stdout, text.stderr);
}

type Line = { jobID?: string; msg?: string; command?: string; name?: string; arg?: string; stepID?: string[]; jobResult?: string };

/** Reads act's log: every line is an object. */
function outcomeOf(job: string, stdout: string, stderr: string): ActOutcome {
  const all = stdout.split('\n').flatMap((line): Line[] => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const lines = all.filter(({ jobID }) => jobID === job);
  const steps: ActOutcome['steps'] = {};
  for (const { command, name, arg = '', stepID: [id] = [] } of lines) {
    if (command !== 'set-output' || name === undefined || id === undefined) continue;
    steps[id] = { ...steps[id], [name]: arg };
  }
  const results = lines.flatMap(({ jobResult }) => jobResult ?? []);
  const result = results.length === 0 ? 'skipped' : results.every((one) => one === 'success') ? 'success' : 'failure';
  const log = `${lines.map(({ msg = '' }) => msg.trimEnd()).join('\n')}\n${stderr}`;
  return { result, steps, log };
}
