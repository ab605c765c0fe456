/**
 * Builds the leaderboard of the folder given, or checks it, and prints how long that took and how much memory: one process for each
 * measurement. The marker and the policy that check-repo asks for are written before the clock starts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../src/domain/policy.ts';
import { folderSnapshot } from '../src/results-repo/folder.ts';
import { MARKER, MARKER_TEXT, POLICY } from '../src/results-repo/recognise.ts';
import { checkRepository } from '../src/stages/check-repo.ts';
import { buildLeaderboard, writeLeaderboard } from '../src/stages/leaderboard.ts';

const BUILDER = { builderVersion: '0.1.0' };

/** What can be measured; each gives the number of files that it wrote, or of findings. */
const WORK = {
  /** Tables and data: labels are drawn where they change alone, and that is another figure. */
  tables: (folder: string) => built(folder, 'without labels'),
  labels: (folder: string) => built(folder, 'with labels'),
  check: async (folder: string) => {
    const request = { place: folder, snapshot: folderSnapshot(folder), git: null, evidence: 'leave', ...BUILDER } as const;
    return (await checkRepository(request)).findings.length;
  },
} as const;

async function built(folder: string, which: 'with labels' | 'without labels'): Promise<number> {
  const { files, labels } = await buildLeaderboard(folderSnapshot(folder), defaultPolicy(), BUILDER);
  return (await writeLeaderboard(folder, { files, labels: which === 'with labels' ? labels : [] }, 'changed')).written.length;
}

const [folder = '.', work = 'tables'] = process.argv.slice(2);
writeFileSync(join(folder, MARKER), MARKER_TEXT);
writeFileSync(join(folder, POLICY), `schemaVersion: 1\nname: ${JSON.stringify(defaultPolicy().name)}\n`);
const started = process.hrtime.bigint();
const count = await WORK[work as keyof typeof WORK](folder);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const main = process.threadCpuUsage();
console.log(
  JSON.stringify({
    count,
    seconds,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    mainThreadSeconds: (main.user + main.system) / 1e6,
    peakBytes: maxRSS * 1024,
  }),
);
