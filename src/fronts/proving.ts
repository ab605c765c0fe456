import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import { counted } from '../domain/plural.ts';
import type { RepositoryFinding } from '../domain/repository/checks.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { folderSnapshot } from '../results-repo/folder.ts';
import { gitSnapshot } from '../results-repo/git-snapshot.ts';
import { findRepository } from '../results-repo/git-store.ts';
import { checkRepository, type RepositoryReport, type RepositoryToCheck } from '../stages/check-repo.ts';
import { VERSION } from '../version.ts';
import { namedFolder } from './results-folder.ts';

/** A results repository that was looked through, whatever came of it. */
export type ProvedRepository = {
  place: string;
  history: 'git' | 'none';
  report: RepositoryReport;
  /** Every finding and the verdict, for a person. */
  text: string;
};

/**
 * Proves the results repository in a folder consistent, or says where it is not: git at its last commit, a plain folder as it lies there.
 * @throws Fault of the operator: usage, not-a-results-repository
 */
export async function proveRepository(named: string, evidence: RepositoryToCheck['evidence']): Promise<ProvedRepository> {
  const found = await repositoryAt(named);
  const report = await checkRepository({ ...found, builderVersion: VERSION, evidence });
  const history = found.git === null ? 'none' : 'git';
  const text = textOf(report, { place: history === 'none' ? 'without a history' : `at commit ${report.commit}`, how: evidence });
  return { place: found.place, history, report, text };
}

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

function textOf(
  { findings, notes, records, editions, bundles, evidence }: RepositoryReport,
  { place, how }: { place: string; how: RepositoryToCheck['evidence'] },
): string {
  const told = ({ code, path, message, mend }: RepositoryFinding) =>
    `[${code}]: ${visible(path)}: ${visible(message)}\n  help: ${visible(mend)}\n`;
  const lines = [...findings.map((finding) => `error${told(finding)}`), ...notes.map((note) => `note${told(note)}`)];
  const depth = how === 'check' ? `evidence of ${evidence} checked again` : 'held by name and size alone (digests: --evidence)';
  const seen = `${counted(records, 'record')}, ${counted(editions, 'edition')}, ${counted(bundles, 'bundle')} at hand, ${depth}, ${place}`;
  const verdict = findings.length === 0 ? 'Consistent' : `Not consistent in ${findings.length} places`;
  return `${lines.join('')}${verdict}: ${seen}.\n`;
}
