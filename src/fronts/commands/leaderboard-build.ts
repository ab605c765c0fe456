import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorFault } from '../../domain/errors.ts';
import { folderSnapshot } from '../../results-repo/folder.ts';
import { buildLeaderboard, writeLeaderboard } from '../../stages/leaderboard.ts';
import { VERSION } from '../../version.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { policyOfFolder } from '../results-folder.ts';

/** Rebuilds the derived files of a results repository in its working tree. */
export const leaderboardBuild: Command = {
  name: 'leaderboard build',
  summary: "Rebuild a results repository's tables and data from its records.",
  arguments: '--repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository, or any folder with results/.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const folder = context.text('repo') ?? context.positionals[0];
    if (folder === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    if (!existsSync(join(folder, 'results'))) {
      throw operatorFault(`${folder} has no folder results/.`, {
        code: 'no-results',
        mend: 'Name a results repository; score and publish make one.',
      });
    }
    const snapshot = folderSnapshot(folder);
    const { boards, files, records } = await buildLeaderboard(snapshot, await policyOfFolder(folder), { builderVersion: VERSION });
    const { written, removed } = await writeLeaderboard(folder, files);
    context.tell(
      `${records} records on ${boards.length} boards; ${written.length} files written, ${removed.length} removed, ${files.size - written.length} as they were.\n`,
    );
    if (context.flag('json')) {
      const shown = boards.map((board) => ({ id: board.id, models: board.rows.length }));
      context.print(`${JSON.stringify({ records, boards: shown, files: [...files.keys()].sort(), written, removed }, null, 2)}\n`);
    }
    return 0;
  },
};
