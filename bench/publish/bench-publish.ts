/**
 * `npm run bench publish`: a thousand records published one after another, then a thousand by ten writers at once, each a process of
 * its own, as runners on one machine are. At the end each repository is held against everything that was promised of it. Beside it
 * `git add` and `git commit` of the same files in a clone. RECORDS=100 publishes fewer.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median } from '../../src/domain/statistics.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { nthRecord, POLICY_TEXT, publish } from '../../tests/results-repo/repository.ts';
import { type Cost, costOf } from './cost.ts';
import { type Peer, peerOf } from './peer.ts';
import { expectWhole } from './whole.ts';

const RECORDS = Number(process.env.RECORDS ?? 1000);
const WRITERS = 10;
/** Publications at the beginning and at the end whose cost is told, beside the peer's. */
const EDGE = Math.min(20, Math.floor(RECORDS / 4));
const WRITER = join(import.meta.dirname, '../publish-writer.ts');

/** Prints what publications cost at the beginning and at the end. */
export async function benchPublish(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-publish-'));
  const writers = new Set<ChildProcess>();
  const clear = () => {
    for (const writer of writers) writer.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const stop = () => {
    clear();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await oneAfterAnother(folder);
    await atOnce(folder, writers);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

type Pair = { ours: Cost; peer: Cost };

async function oneAfterAnother(folder: string): Promise<void> {
  const repository = join(folder, 'in-turn');
  const store = await initGitStore(repository, { policyText: POLICY_TEXT });
  const pairs: Pair[] = [];
  const progress = progressOf('one after another');
  const began = performance.now();
  let peer: Peer | null = null;
  for (let n = 0; n < RECORDS; n += 1) {
    if (n === 0 || n === RECORDS - EDGE) peer = await peerOf(repository, join(folder, `peer-${n}`));
    const { cost, result } = await costOf(() => publish(store, nthRecord(n)));
    if (n < EDGE || n >= RECORDS - EDGE) pairs.push({ ours: cost, peer: await (peer as Peer).commitAsPublished(result.commit) });
    progress(n + 1);
  }
  const seconds = (performance.now() - began) / 1000;
  await expectWhole(repository, RECORDS);
  console.log(`${RECORDS} records one after another in ${seconds.toFixed(0)} s: ${PROMISED}`);
  console.log('Of one publication, median of its time and of its processor time; of git add and git commit of the same files; ratio');
  console.log(`  first ${EDGE}: ${pairText(pairs.slice(0, EDGE))}`);
  console.log(`  last ${EDGE}: ${pairText(pairs.slice(-EDGE))}`);
}

const PROMISED = 'every record present, one line of commits, derived files as a fresh build makes them, check-repo clean';

async function atOnce(folder: string, writers: Set<ChildProcess>): Promise<void> {
  const repository = join(folder, 'at-once');
  await initGitStore(repository, { policyText: POLICY_TEXT });
  const progress = progressOf(`by ${WRITERS} writers at once`);
  const began = performance.now();
  const times: number[] = [];
  const costs: Cost[] = [];
  const ends = Array.from({ length: WRITERS }, async (_, writer) => {
    const first = Math.floor((writer * RECORDS) / WRITERS);
    const count = Math.floor(((writer + 1) * RECORDS) / WRITERS) - first;
    const child = spawn(process.execPath, [WRITER, repository, String(first), String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
    writers.add(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      costs.push(JSON.parse(line));
      times.push(performance.now() - began);
      progress(times.length);
    });
    const [code] = await once(child, 'close');
    writers.delete(child);
    if (code !== 0) throw new Error(`Writer ${writer} ended with ${code}.`);
  });
  await Promise.all(ends);
  await expectWhole(repository, RECORDS);
  const part = Math.min(5 * EDGE, Math.floor(RECORDS / 2));
  const pace = (from: number, to: number) => (((times[to - 1] as number) - (times[from] ?? 0)) / (to - from)).toFixed(0);
  console.log(`${RECORDS} records by ${WRITERS} writers at once in ${((times.at(-1) as number) / 1000).toFixed(0)} s: ${PROMISED}`);
  console.log('From one publication to the next, of whichever writer; median processor time of one');
  console.log(`  first ${part}: ${pace(0, part)} ms; ${processor(costs.slice(0, part))} ms`);
  console.log(`  last ${part}: ${pace(RECORDS - part, RECORDS)} ms; ${processor(costs.slice(-part))} ms`);
}

const processor = (costs: readonly Cost[]): string => median(costs.map((cost) => cost.processorMilliseconds)).toFixed(0);

function pairText(pairs: readonly Pair[]): string {
  const of = (field: keyof Cost) => {
    const [ours, peer] = [median(pairs.map((pair) => pair.ours[field])), median(pairs.map((pair) => pair.peer[field]))];
    return `${ours.toFixed(0)} : ${peer.toFixed(0)} ms = ${(ours / peer).toFixed(2)}`;
  };
  return `${of('milliseconds')}; processor ${of('processorMilliseconds')}`;
}

/** Tells on the terminal, else every so often on a line of its own, how far it is. */
function progressOf(what: string): (done: number) => void {
  const began = performance.now();
  let told = began;
  return (done) => {
    const now = performance.now();
    if (done < RECORDS && now - told < (process.stderr.isTTY ? 200 : 15_000)) return;
    told = now;
    const left = ((now - began) / 1000 / done) * (RECORDS - done);
    const text = `${what}: ${done} of ${RECORDS}, about ${left.toFixed(0)} s left`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}${done === RECORDS ? '\n' : ''}` : `${text}\n`);
  };
}
