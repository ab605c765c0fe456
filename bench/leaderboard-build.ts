/** Builds the leaderboard of the folder given and prints how long it took and how much memory: one process per measurement. */
import { defaultPolicy } from '../src/domain/policy.ts';
import { folderSnapshot } from '../src/results-repo/folder.ts';
import { buildLeaderboard, writeLeaderboard } from '../src/stages/leaderboard.ts';

const folder = process.argv[2] ?? '.';
const started = process.hrtime.bigint();
const { boards, files } = await buildLeaderboard(folderSnapshot(folder), defaultPolicy(), { builderVersion: '0.1.0' });
// Tables and data: labels are drawn only where they change, and publishing changes a few.
await writeLeaderboard(folder, { files, labels: [] }, 'changed');
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, boards: boards.length, peakBytes: maxRSS * 1024 }),
);
