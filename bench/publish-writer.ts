/** A process that publishes: node publish-writer.ts REPOSITORY FIRST COUNT. It writes a line of JSON with each publication's cost. */
import { openGitStore } from '../src/results-repo/git-store.ts';
import { nthRecord, publish } from '../tests/results-repo/repository.ts';
import { costOf } from './publish/cost.ts';

const [folder = '', first = '0', count = '1'] = process.argv.slice(2);
const store = await openGitStore(folder);
for (let n = Number(first); n < Number(first) + Number(count); n += 1) {
  const { cost } = await costOf(() => publish(store, nthRecord(n)));
  process.stdout.write(`${JSON.stringify(cost)}\n`);
}
