import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, operatorFault } from '../../domain/errors.ts';
import { MARKER } from '../../results-repo/recognise.ts';
import { type Command, type CommandContext, wholeNumber } from '../command.ts';
import { namedFolder } from '../results-folder.ts';
import { type Content, contentOf } from '../serve/content.ts';
import { type RunningServer, startServer } from '../serve/server.ts';
import { watchInputs } from '../serve/watch.ts';

const USUAL_PORT = 4173;

/** Shows a results repository's pages on this machine, before they are published. */
export const leaderboardServe: Command = {
  name: 'leaderboard serve',
  summary: "Show a results repository's pages on this machine, as they would be after a build.",
  arguments: '--repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository, or any folder with results/ or editions/.' },
    port: { type: 'string', placeholder: 'N', description: `Port on 127.0.0.1; 0 takes any that is free. Default: ${USUAL_PORT}.` },
    watch: { type: 'boolean', description: 'Follow changes of records, ledgers, editions and policy: open pages load themselves again.' },
  },
  async run(context) {
    const folder = servedFolder(context);
    const watched = context.flag('watch') ? 'watched' : 'as it is';
    const content = await contentOf(folder);
    const server = await startServer(content, { port: wholeNumber(context, 'port', 0, 65_535) ?? USUAL_PORT, watched });
    try {
      context.print(`${server.url}\n`);
      context.tell(`${told(content)} Ctrl-C ends it.\n`);
      using _watching = watched === 'watched' ? watchInputs(folder, () => rebuilt(folder, server, context)) : null;
      await ended(context.signal);
    } finally {
      await server.close();
    }
    return 0;
  },
};

function servedFolder(context: CommandContext): string {
  const named = context.text('repo');
  if (named === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
  const [extra] = context.positionals;
  if (extra !== undefined) throw operatorFault(`leaderboard serve takes no argument ${JSON.stringify(extra)}.`, { code: 'usage' });
  const folder = namedFolder(named);
  if (['results', 'editions', MARKER].some((name) => existsSync(join(folder, name)))) return folder;
  throw operatorFault(`${named} has neither results/ nor editions/.`, {
    code: 'no-results',
    mend: 'Name a results repository; score and publish make one.',
  });
}

const told = ({ stale }: Content): string =>
  stale === 0
    ? 'Every derived file is as it should be.'
    : `${stale} derived files are stale: they are shown as a build would make them, and nothing is written.`;

/** What is shown stays as it is while the folder cannot be built. */
async function rebuilt(folder: string, server: RunningServer, context: CommandContext): Promise<void> {
  try {
    const content = await contentOf(folder);
    server.show(content);
    context.tell(`Changed. ${told(content)}\n`);
  } catch (thrown) {
    context.tell(`${messageOf(thrown)} The pages stay as they were.\n`);
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
