import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorFault } from '../../domain/errors.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { folderSnapshot } from '../../results-repo/folder.ts';
import { gitSnapshot } from '../../results-repo/git-snapshot.ts';
import { findRepository } from '../../results-repo/git-store.ts';
import { checkRepository, type RepositoryReport, type RepositoryToCheck } from '../../stages/check-repo.ts';
import { VERSION } from '../../version.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { namedFolder } from '../results-folder.ts';

/** Proves a whole results repository consistent, or says where it is not. */
export const checkRepo: Command = {
  name: 'check-repo',
  summary: 'Prove a whole results repository consistent, or say where it is not: records, ledgers, editions, derived files, history.',
  arguments: '--repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository: git at its last commit, or a plain folder.' },
    evidence: { type: 'boolean', description: 'Check every record again whose bundle lies in bundles/. Slow.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const named = context.text('repo');
    if (named === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    if (context.positionals.length > 0) throw operatorFault('check-repo takes options alone.', { code: 'usage' });
    const found = await repositoryAt(named);
    const evidence = context.flag('evidence') ? 'check' : 'leave';
    const report = await checkRepository({ ...found, builderVersion: VERSION, evidence });
    context.tell(textOf(report, found.git === null ? 'without a history' : `at commit ${report.commit}`));
    if (context.flag('json')) {
      const { findings, ...counts } = report;
      const history = found.git === null ? 'none' : 'git';
      context.print(
        `${JSON.stringify({ repository: found.place, history, ...counts, consistent: findings.length === 0, findings }, null, 2)}\n`,
      );
    }
    return report.findings.length === 0 ? 0 : 1;
  },
};

async function repositoryAt(named: string): Promise<Pick<RepositoryToCheck, 'place' | 'snapshot' | 'git'>> {
  const folder = namedFolder(named);
  if (existsSync(folder) && !existsSync(join(folder, '.git'))) return { place: folder, snapshot: folderSnapshot(folder), git: null };
  const { git, tree } = await findRepository(folder);
  const head = await tree.head();
  if (head === null) {
    throw operatorFault(`${folder} is no results repository: it has no commit.`, {
      code: 'not-a-results-repository',
      mend: 'Name a results repository; score and publish make one.',
    });
  }
  return { place: git.folder, snapshot: gitSnapshot(git, head), git };
}

function textOf({ findings, records, editions, bundles, evidence }: RepositoryReport, place: string): string {
  const lines = findings.map(
    ({ code, path, message, mend }) => `error[${code}]: ${visible(path)}: ${visible(message)}\n  help: ${visible(mend)}\n`,
  );
  const seen = `${records} records, ${editions} editions, ${bundles} bundles at hand, evidence of ${evidence} checked again, ${place}`;
  const verdict = findings.length === 0 ? 'Consistent' : `Not consistent in ${findings.length} places`;
  return `${lines.join('')}${verdict}: ${seen}.\n`;
}
