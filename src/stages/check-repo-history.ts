import { found, type RepositoryFinding } from '../domain/repository/checks.ts';
import { whyNotGrown } from '../domain/repository/ledgers.ts';
import { isEditionPath } from '../domain/repository/paths.ts';
import type { Git } from '../results-repo/git.ts';
import { editedPaths, irregularFiles, isShallow, mergesIn, type PastChange, pastChanges, textsOf } from '../results-repo/history.ts';

/** Looks at what only git knows: the line of commits, every change of what never changes, links, and the working tree. */
export async function historyFindings(git: Git, head: string): Promise<RepositoryFinding[]> {
  const findings: RepositoryFinding[] = [];
  if (await isShallow(git)) findings.push(found('C-git-shallow', '.', 'Older commits are missing, so that nobody can see what changed.'));
  for (const commit of await mergesIn(git, head)) findings.push(found('C-git-linear', '.', `Commit ${commit} has several parents.`));
  const changes = await pastChanges(git, head, ['results', 'ledger', 'editions']);
  findings.push(...changes.flatMap(frozenFinding), ...(await ledgerChanges(git, changes)));
  for (const { path, mode } of await irregularFiles(git, head))
    findings.push(found('C-path-kind', path, `Its mode is ${mode}, not 100644.`));
  for (const path of await editedPaths(git)) findings.push(found('C-git-dirty', path, 'It is not what the last commit says.'));
  return findings;
}

function frozenFinding({ path, commit, after }: PastChange): RepositoryFinding[] {
  const deed = after === null ? 'deleted' : 'changed';
  const message = `Commit ${commit} ${deed} it.`;
  if (path.startsWith('results/')) return [found(`C-record-${deed}`, path, message)];
  if (path.startsWith('ledger/')) return after === null ? [found('C-ledger-deleted', path, message)] : [];
  return isEditionPath(path) ? [found('C-edition-changed', path, message)] : [];
}

async function ledgerChanges(git: Git, changes: readonly PastChange[]): Promise<RepositoryFinding[]> {
  const grown = changes.filter(({ path, after }) => path.startsWith('ledger/') && after !== null);
  const texts = await textsOf(git, [...new Set(grown.flatMap(({ before, after }) => [before, after ?? '']))]);
  return grown.flatMap(({ path, commit, before, after }) => {
    const why = whyNotGrown(path, texts.get(before) ?? '', texts.get(after ?? '') ?? '');
    return why === null ? [] : [found('C-ledger-changed', path, `Commit ${commit} did more than add to it. ${why}`)];
  });
}
