import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentFor, scene, writeScene } from '../../tests/support/fake-nvml.ts';
import { scenePower, trueJoules } from '../../tests/support/fake-nvml-truth.ts';
import { pythonWith } from '../../tests/support/python.ts';

const PEERS = { codecarbon: 'codecarbon==3.3.2', zeus: 'zeus==0.16.0' } as const;
const BINDING = 'nvidia-ml-py==13.615.71';

export const METERS = ['ours', 'codecarbon', 'zeus'] as const;
export type MeterName = (typeof METERS)[number];

/** What a meter made of a window: its energy beside the truth, or the fault it ended with. */
export type Outcome = { joules: number; truth: number; witness: Witness | null; said: string[] } | { fault: string; said: string[] };

/** What our meter says of its own figure: the bound of the error of its edges, and the integral of power over the same window. */
type Witness = { boundJoules: number; integralJoules: number };

/** A meter in a process of its own, which plays a scene on the real clock. */
export type MeterProgram = AsyncDisposable & {
  /** Measures a window; the cue of the scene is given so many seconds after its start. */
  phase(seconds: number, cueAfter?: number): Promise<Outcome>;
  /** Share of one core that the meter takes while it samples at 10 Hz. */
  watch(seconds: number): Promise<number>;
};

type Told = Partial<Witness> & { begun?: number; from?: number; to?: number; joules?: number; fault?: string; said?: string[] };

/** Makes the Pythons of the peers, where they are not there yet. */
export async function installPeers(): Promise<void> {
  for (const peer of Object.values(PEERS)) await pythonWith(peer, BINDING);
}

async function commandOf(meter: MeterName): Promise<[string, string]> {
  if (meter === 'ours') return [process.execPath, fileURLToPath(new URL('./our-meter.ts', import.meta.url))];
  return [await pythonWith(PEERS[meter], BINDING), join(import.meta.dirname, `${meter}_meter.py`)];
}

/** Starts a meter on a shipped scene, and waits until it is ready. */
export async function startMeter(meter: MeterName, sceneName: string): Promise<MeterProgram> {
  const stack = new AsyncDisposableStack();
  const text = scene(sceneName);
  const { path, folder } = stack.use(await writeScene(text));
  const epoch = process.hrtime.bigint();
  const cue = join(folder, 'cue');
  const pids = join(folder, 'pids');
  await writeFile(pids, '');
  const programs = await mkdtemp(join(tmpdir(), 'programs-'));
  stack.defer(() => rm(programs, { recursive: true }));
  // codecarbon looks for this program before it asks NVML, and never reads what it prints.
  await writeFile(join(programs, 'nvidia-smi'), '#!/bin/sh\n');
  await chmod(join(programs, 'nvidia-smi'), 0o755);
  const environment = await environmentFor(path, { epoch, cue, pids });
  const [command, script] = await commandOf(meter);
  const env = { ...environment, PATH: `${programs}:${process.env.PATH}`, HOME: folder, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(command, [script], { cwd: folder, env });
  stack.defer(() => endOf(child));
  const tellings = linesOf(child);
  await tellings();
  const power = scenePower(text);
  const ask = (what: object) => child.stdin.write(`${JSON.stringify(what)}\n`);
  const sinceEpoch = (nanoseconds: number) => (nanoseconds - Number(epoch)) / 1e9;

  return {
    async phase(seconds, cueAfter) {
      ask({ command: 'phase', seconds });
      let told = await tellings();
      if (told.begun !== undefined) {
        if (cueAfter !== undefined) await writeFile(cue, String(sinceEpoch(told.begun) + cueAfter));
        told = await tellings();
      }
      const { from, to, joules, fault, said = [] } = told;
      if (fault !== undefined) return { fault, said };
      if (from === undefined || to === undefined || joules === undefined) throw new Error(`${meter} told ${JSON.stringify(told)}.`);
      const { boundJoules, integralJoules } = told;
      const witness = boundJoules === undefined || integralJoules === undefined ? null : { boundJoules, integralJoules };
      return { joules, truth: trueJoules(power, 0, sinceEpoch(from), sinceEpoch(to)), witness, said };
    },
    async watch(seconds) {
      ask({ command: 'watch', seconds: seconds + 2 });
      await tellings();
      await sleep(1);
      const [before, start] = [cpuSeconds(child.pid), performance.now()];
      await sleep(seconds);
      const share = (cpuSeconds(child.pid) - before) / ((performance.now() - start) / 1000);
      const { fault } = await tellings();
      if (fault !== undefined) throw new Error(`${meter}: ${fault}`);
      return share;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export const sleep = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<Told> {
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk).slice(-4000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => {
    for (;;) {
      const line = await lines.next();
      if (line.done) throw new Error(`The meter ended: ${complaints}`);
      // Libraries print on their own; what is not of the protocol is theirs.
      if (line.value.startsWith('{')) return JSON.parse(line.value);
    }
  };
}

async function endOf(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdin.end();
  const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(kill);
}

/** CPU time of a process and all below it, in seconds, threads that have ended included. Linux tells it in steps of a hundredth. */
function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  let seconds = (Number(fields[11]) + Number(fields[12])) / 100;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim();
    for (const below of children === '' ? [] : children.split(' ')) seconds += cpuSeconds(Number(below));
  }
  return seconds;
}
