import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorFault } from '../../domain/errors.ts';
import { labelFiles } from '../../domain/leaderboard/label-plan.ts';
import { counted } from '../../domain/plural.ts';
import { TABLES_PLACE } from '../../render/readme.ts';
import { folderSnapshot } from '../../results-repo/folder.ts';
import { openGitStore } from '../../results-repo/git-store.ts';
import { MARKER } from '../../results-repo/recognise.ts';
import { buildLeaderboard, writeLeaderboard } from '../../stages/leaderboard.ts';
import { VERSION } from '../../version.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { namedFolder, policyInFolder } from '../results-folder.ts';

/** Rebuilds the derived files of a results repository in its working tree. */
export const leaderboardBuild: Command = {
  name: 'leaderboard build',
  summary: "Rebuild a results repository's tables, data, labels and badges from its records.",
  arguments: '--repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository, or any folder with results/.' },
    fresh: {
      type: 'boolean',
      description: 'Draw every label and badge anew and compare it with the file, in place of those alone whose words have changed.',
    },
    json: JSON_OPTION,
  },
  async run(context) {
    const named = context.text('repo');
    if (named === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    const [extra] = context.positionals;
    if (extra !== undefined) throw operatorFault(`leaderboard build takes no argument ${JSON.stringify(extra)}.`, { code: 'usage' });
    const folder = await builtFolder(named);
    const snapshot = folderSnapshot(folder);
    const built = await buildLeaderboard(snapshot, await policyInFolder(folder), { builderVersion: VERSION });
    const { boards, files, labels, records } = built;
    if (records === 0 && !existsSync(join(folder, MARKER))) {
      throw operatorFault(`${named} has no record below results/, and no ${MARKER} that makes it a results repository.`, {
        code: 'no-results',
        mend: 'Name a results repository; score and publish make one.',
      });
    }
    const { written, removed } = await writeLeaderboard(folder, built, context.flag('fresh') ? 'all' : 'changed');
    const paths = [...files.keys(), ...labels.flatMap(({ stem }) => Object.values(labelFiles(stem)))].sort();
    const unchanged = paths.length - written.length;
    context.answer(
      `${counted(records, 'record')} on ${counted(boards.length, 'board')}; ${counted(written.length, 'file')} written, ${removed.length} removed, ${unchanged} as they were.\n`,
    );
    if (!files.has('README.md'))
      context.tell(`README.md was left alone: it has no place for tables. Give it the lines:\n${TABLES_PLACE}\n`);
    if (context.flag('json')) {
      const shown = boards.map((board) => ({ id: board.id, models: board.rows.length }));
      context.print(`${JSON.stringify({ records, boards: shown, files: paths, written, removed }, null, 2)}\n`);
    }
    return 0;
  },
};

/** The folder to build in: a git repository has to be a results repository, a plain folder has to have results/. */
async function builtFolder(named: string): Promise<string> {
  const folder = namedFolder(named);
  if (!existsSync(join(folder, 'results'))) {
    throw operatorFault(`${named} has no folder results/.`, {
      code: 'no-results',
      mend: 'Name a results repository; score and publish make one.',
    });
  }
  if (existsSync(join(folder, '.git'))) await openGitStore(folder);
  return folder;
}
