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
import { BENCH_TASKS, type BenchTask } from './bench-tasks.ts';
import { writeMaterials } from './materials.ts';
import { runOurs } from './ours.ts';
import { peerPython, runPeer } from './peer.ts';
import { quietMachine } from './quiet.ts';
import { type Compared, harnessTable } from './table.ts';

const ROUNDS = 3;

/** Longest wait for a quiet machine before each command. */
const QUIET_SECONDS = 15;

/** What both sides are run with. */
type Installed = { ours: string; peer: string; tiny: TinyModels; bubblewrap: boolean };

/** Installs both, runs every task three times and prints the tables; takes half an hour on two quiet cores. */
export async function benchHarness(): Promise<Compared[]> {
  const installed = await install();
  const compared: Compared[] = [];
  for (const bench of BENCH_TASKS) {
    console.error(`${compared.length + 1} of ${BENCH_TASKS.length}: ${bench.task}, ${bench.model}`);
    compared.push(await compare(bench, installed));
  }
  console.log(harnessTable(compared));
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
  const row: Compared = { bench, ours: [], peer: [], oursOnPeerLibraries: [], sealed: [] };
  try {
    const materials = await writeMaterials(root, bench, tiny, peer);
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = (name: string) => join(root, `${name}-${round}`);
      await quietMachine(QUIET_SECONDS);
      row.ours.push(await runOurs(materials, ours, 'none', folder('ours')));
      await quietMachine(QUIET_SECONDS);
      row.peer.push(await runPeer(bench, materials, { cache: folder('peer'), energy: false }));
      await quietMachine(QUIET_SECONDS);
      row.oursOnPeerLibraries.push(await runOurs(materials, peer, 'none', folder('same')));
    }
    await quietMachine(QUIET_SECONDS);
    if (bubblewrap) row.sealed.push(await runOurs(materials, ours, 'bubblewrap', join(root, 'sealed')));
    return row;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
