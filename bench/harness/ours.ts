import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MeasuredPhase, Result } from '../../src/domain/generated/result.ts';
import { timed } from './command.ts';
import type { Materials } from './materials.ts';
import type { Side, SidePhase } from './side.ts';

/** Joules that the estimate gives a second of CPU time, where it is told nothing else. */
export const WATTS_PER_BUSY_CORE = 10;

/** Ticks of the estimate per second of CPU time. */
const TICKS_PER_SECOND = 100;

/** Runs our command line once, as a user does, with the worker on a Python. */
export async function runOurs(materials: Materials, python: string, sandbox: 'none' | 'bubblewrap', out: string): Promise<Side> {
  const { submission, policy } = materials;
  const options = ['--policy', policy, '--python', python, '--sandbox', sandbox, '--meter', 'cpu-estimate', '--offline'];
  const wallSeconds = await timed([process.execPath, resolve('dist/cli.js'), 'benchmark', submission, ...options, '--out', out], {
    PATH: process.env.PATH,
    OMP_NUM_THREADS: '1',
  });
  const [folder = ''] = (await readdir(out)).filter((name) => !name.startsWith('.'));
  const record: Result = JSON.parse(await readFile(join(out, folder, 'result.json'), 'utf8'));
  const readings = (await readFile(join(out, folder, 'bundle/readings.jsonl'), 'utf8')).trim().split('\n');
  const counts = readings.map((line) => (JSON.parse(line) as { count: number }).count);
  const measured = [...(record.prefill === null ? [] : [record.prefill]), ...record.runs.flatMap(({ phases }) => phases)];
  return {
    wallSeconds,
    cpuSeconds: Math.max(...counts) / TICKS_PER_SECOND,
    phases: measured.map(phaseOf),
    warmUpSeconds: record.warmUp.seconds,
    reading: null,
  };
}

function phaseOf({ name, startSeconds, endSeconds, joules, queries }: MeasuredPhase): SidePhase {
  return {
    name: name as SidePhase['name'],
    seconds: endSeconds - startSeconds,
    cpuSeconds: joules.reduce((sum, energy) => sum + energy.joules, 0) / WATTS_PER_BUSY_CORE,
    launcherCpuSeconds: null,
    queries,
  };
}
