import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentFor, type SceneOptions, virtualClock, writeScene } from '../support/fake-nvml.ts';
import { pythonWith } from '../support/python.ts';

/** NVIDIA's own binding, in the version whose functions the library was checked against. */
const BINDING = 'nvidia-ml-py==13.615.71';

/** What a call through NVIDIA's binding gave: its value, or NVML's code. */
export type Answer = { value: unknown } | { code: number; text: string };

export type Play = AsyncDisposable & {
  ask(name: string, ...args: (string | number)[]): Promise<Answer>;
  /** The value of a call that has to succeed. */
  value(name: string, ...args: (string | number)[]): Promise<unknown>;
  /** Lets it be so many seconds after time zero; only on the virtual clock. */
  at(seconds: number): void;
  /** Gives the cue for so many seconds after time zero. */
  cue(seconds: number): Promise<void>;
  /** What the library wrote to standard error. */
  complaints(): string;
};

/** Plays a scene to NVIDIA's own binding, in a Python of its own; on a virtual clock unless an epoch is given. */
export async function play(text: string, options: SceneOptions & { init?: 'no' } = {}): Promise<Play> {
  const stack = new AsyncDisposableStack();
  const { path, folder } = stack.use(await writeScene(text));
  const clock = options.epoch === undefined ? stack.use(await virtualClock()) : null;
  const cue = join(folder, 'cue');
  const env = { PATH: process.env.PATH, ...(await environmentFor(path, { cue, ...(clock === null ? {} : { clock }), ...options })) };
  const child = spawn(await pythonWith(BINDING), [join(import.meta.dirname, 'ask.py')], { env, stdio: 'pipe' });
  stack.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask: Play['ask'] = async (...call) => {
    child.stdin.write(`${JSON.stringify(call)}\n`);
    const line = await lines.next();
    if (line.done) throw new Error(`The binding ended: ${complaints}`);
    return JSON.parse(line.value);
  };
  const value: Play['value'] = async (...call) => {
    const answer = await ask(...call);
    if ('value' in answer) return answer.value;
    throw new Error(`${call.join(' ')}: ${answer.text} (${answer.code})`);
  };
  if (options.init === undefined) await value('nvmlInit');
  return {
    ask,
    value,
    at: (seconds) => clock?.set(seconds),
    cue: (seconds) => writeFile(cue, String(seconds)),
    complaints: () => complaints,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
