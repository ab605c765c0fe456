/**
 * Ours beside optimum-benchmark, the first AI Energy Score's harness: the same model files, the same rows, one after the
 * other in turn. RAPL is seldom readable, so that CPU time of the process that infers is the one meter around both.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoBubblewrap } from '../../tests/support/bubblewrap.ts';
import { type TinyModels, tinyModels } from '../../tests/support/worker-models.ts';
import { workerPython } from '../../tests/support/worker-python.ts';
import type { BenchTask } from './bench-tasks.ts';
import { writeMaterials } from './materials.ts';
import { runOurs } from './ours.ts';
import { peerPython, runPeer } from './peer.ts';
import { undisturbed } from './quiet.ts';
import type { Side } from './side.ts';
import { type Compared, harnessTable } from './table.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 3);

/** What both sides are run with. */
type Installed = { ours: string; peer: string; tiny: TinyModels; bubblewrap: boolean };

/** Installs both, runs every task three times (or ROUNDS times) and prints the tables; takes about twenty minutes on two quiet cores. */
export async function benchHarness(tasks: readonly BenchTask[]): Promise<Compared[]> {
  const installed = await install();
  const compared: Compared[] = [];
  try {
    for (const bench of tasks) {
      console.error(`${compared.length + 1} of ${tasks.length}: ${bench.task}, ${bench.model}`);
      compared.push(await compare(bench, installed));
    }
  } finally {
    // The figures of many minutes are not lost with the last task.
    if (compared.length > 0) console.log(harnessTable(compared));
  }
  return compared;
}

/** Installs what is not there yet. */
async function install(): Promise<Installed> {
  const [ours, peer] = [await workerPython(), await peerPython()];
  return { ours, peer, tiny: await tinyModels(), bubblewrap: (await whyNoBubblewrap()) === null };
}

/** Runs one task in rounds; inside bubblewrap once, where there is one. */
async function compare(bench: BenchTask, { ours, peer, tiny, bubblewrap }: Installed): Promise<Compared> {
  const root = await mkdtemp(join(tmpdir(), 'harness-'));
  const row: Compared = { bench, ours: [], peer: [], oursOnPeerLibraries: [], sealed: [], foreignShare: 0 };
  try {
    let folders = 0;
    // A try that was disturbed is made again, in another folder.
    const folder = (name: string) => join(root, `${name}-${folders++}`);
    const materials = await writeMaterials(root, bench, tiny, peer);
    for (let round = 0; round < ROUNDS; round += 1) {
      row.ours.push(await alone(row, () => runOurs(materials, ours, 'none', folder('ours'))));
      row.peer.push(await alone(row, () => runPeer(bench, materials, { cache: folder('peer'), energy: false })));
      row.oursOnPeerLibraries.push(await alone(row, () => runOurs(materials, peer, 'none', folder('same'))));
    }
    // What works inside it is not told apart from what others do.
    if (bubblewrap) row.sealed.push(await runOurs(materials, ours, 'bubblewrap', folder('sealed')));
    return row;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Measures while nobody else works, and keeps how much others did all the same. */
async function alone(row: Compared, measure: () => Promise<Side>): Promise<Side> {
  const { measured, foreignShare } = await undisturbed(measure);
  row.foreignShare = Math.max(row.foreignShare, foreignShare);
  return measured;
}
