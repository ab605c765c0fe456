/** `npm run bench [NAME...]`: figures side by side with a peer, printed as ratios. */
import { benchColdStart } from './cold-start.ts';
import { benchHarness } from './harness/bench-harness.ts';
import { ORDINARY_TASKS, TINY_TASKS } from './harness/bench-tasks.ts';
import { benchLeaderboard, leaderboardTable } from './leaderboard.ts';
import { benchMeters } from './meters/bench-meters.ts';
import { benchPage } from './page.ts';
import { benchPublish } from './publish/bench-publish.ts';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  'cold-start': benchColdStart,
  agreement: () => benchHarness(ORDINARY_TASKS),
  harness: () => benchHarness(TINY_TASKS),
  leaderboard: async () => console.log(leaderboardTable(await benchLeaderboard())),
  meters: benchMeters,
  page: benchPage,
  publish: benchPublish,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench();
