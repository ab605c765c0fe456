import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cpuEstimateMeter } from '../../src/energy/cpu-estimate.ts';
import { pythonWith } from '../../tests/support/python.ts';
import type { BenchTask } from './bench-tasks.ts';
import { timed } from './command.ts';
import type { Materials } from './materials.ts';
import type { Side, SidePhase } from './side.ts';

/** The peer, the newest transformers that it imports, and the worker's PyTorch. */
const PACKAGES = [
  'optimum-benchmark==0.6.0',
  'transformers==4.57.6',
  'datasets==5.0.1',
  'torch==2.15.0',
  'torchvision==0.29.2',
  'codecarbon==3.3.2',
  // Of the worker, which is run on these libraries as well.
  'soundfile==0.14.0',
  'soxr==1.1.0',
] as const;

/** The peer's measured phases by our names. The rest, such as load_model, is nobody's score. */
const PHASES: Readonly<Record<string, SidePhase['name']>> = {
  preprocess_dataset: 'preprocess',
  prefill: 'prefill',
  generate: 'generate',
  forward: 'forward',
};

const READING = 'reading';

type Told = { phase: string; edge: 'start' | 'end'; pid: number; launcher: number };
type Edge = Told & { seconds: number; cpuSeconds: number; launcherCpuSeconds: number };

export type PeerOptions = {
  /** A folder of this run alone: the peer keeps what it made of a data set, and would take it from there. */
  cache: string;
  /** Whether its own energy tracker runs too. */
  energy: boolean;
};

/** The peer's Python; takes minutes where it is not there yet. */
export const peerPython = (): Promise<string> => pythonWith(...PACKAGES);

/** Runs the peer once, its process launcher and its scenario of the AI Energy Score, and reads our meter at its edges. */
export async function runPeer(bench: BenchTask, materials: Materials, { cache, energy }: PeerOptions): Promise<Side> {
  const request = {
    backend: { model: materials.model, task: bench.task, device: 'cpu', torch_dtype: 'float32' },
    scenario: { dataset_name: materials.parquetFolder, num_samples: bench.samples, energy, latency: true, ...bench.scenario },
  };
  const edges: Edge[] = [];
  const wholeSeconds = await timed(
    [await peerPython(), '-B', join(import.meta.dirname, 'peer_run.py'), JSON.stringify(request)],
    { PATH: process.env.PATH, OMP_NUM_THREADS: '1', HF_HUB_OFFLINE: '1', HF_HOME: cache, LOG_TO_FILE: '0', CODECARBON_OUTPUT_DIR: cache },
    (child) => answerEdges(child, edges),
  );
  const windows = edges.flatMap((end, index) => {
    const start = edges[index - 1];
    return end.edge === 'end' && start !== undefined ? [{ phase: end.phase, ...between(start, end, bench.samples) }] : [];
  });
  const phases = windows.flatMap(({ phase, ...window }) => {
    const name = PHASES[phase];
    return name === undefined ? [] : [{ name, ...window }];
  });
  const found = windows.find(({ phase }) => phase === READING);
  if (found === undefined || phases.length < 2) throw new Error(`The peer stopped at ${edges.map(({ phase }) => phase).join(', ')}.`);
  const reading: SidePhase = { ...found, name: phases.at(-1)?.name ?? 'forward' };
  return {
    // Reading once more is ours, and no part of the peer.
    wallSeconds: wholeSeconds - reading.seconds,
    cpuSeconds: edges.findLast(({ phase }) => phase !== READING)?.cpuSeconds ?? Number.NaN,
    phases,
    warmUpSeconds: null,
    reading,
  };
}

function answerEdges(child: ChildProcessWithoutNullStreams, edges: Edge[]): void {
  createInterface({ input: child.stdout }).on('line', async (line) => {
    if (!line.startsWith('{"phase"')) return;
    const told = JSON.parse(line) as Told;
    const [inferring, launcher] = [await cpuSeconds(told.pid), await cpuSeconds(told.launcher)];
    edges.push({ ...told, seconds: performance.now() / 1000, cpuSeconds: inferring, launcherCpuSeconds: launcher });
    child.stdin.write('\n');
  });
}

/** CPU time by the product's own meter. */
async function cpuSeconds(pid: number): Promise<number> {
  const meter = cpuEstimateMeter({ pid, clock: () => performance.now() / 1000, wattsPerBusyCore: 1 });
  return (await meter.read()).count * meter.description.joulesPerCount;
}

const between = (start: Edge, end: Edge, queries: number) => ({
  seconds: end.seconds - start.seconds,
  cpuSeconds: end.cpuSeconds - start.cpuSeconds,
  launcherCpuSeconds: end.launcherCpuSeconds - start.launcherCpuSeconds,
  queries,
});
