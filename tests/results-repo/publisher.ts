/**
 * A process that publishes: node publisher.ts REPOSITORY FIRST COUNT. It writes a line with the record's path after each publication
 * that it was told of, and not before.
 */
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { nthRecord, publish } from './repository.ts';

const [folder = '', first = '0', count = '1'] = process.argv.slice(2);
const store = await openGitStore(folder);
process.stdout.write('open\n');
for (let n = Number(first); n < Number(first) + Number(count); n += 1) {
  const outcome = await publish(store, nthRecord(n));
  process.stdout.write(`${outcome.path}\n`);
}
