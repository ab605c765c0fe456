import { found, type RepositoryCode, type RepositoryFinding, settled } from '../domain/repository/checks.ts';
import { whyNotGrown } from '../domain/repository/ledgers.ts';
import { frozen, type PastFault, pastFaults } from '../domain/repository/past.ts';
import { isEditionPath, isLedgerPath, isRecordPath } from '../domain/repository/paths.ts';
import type { Git } from '../results-repo/git.ts';
import { hiddenPaths } from '../results-repo/hidden.ts';
import { editedPaths, irregularFiles, isShallow, mergesIn, pastChanges, textsOf, versionsOf } from '../results-repo/history.ts';

/** What fails, and what once did and was put right. */
export type HistoryFindings = { findings: RepositoryFinding[]; notes: RepositoryFinding[] };

/** Looks at what only git knows: the line of commits, every change of what never changes, links, and the working tree. */
export async function historyFindings(git: Git, head: string): Promise<HistoryFindings> {
  const findings: RepositoryFinding[] = [];
  if (await isShallow(git)) findings.push(found('C-git-shallow', '.', 'Older commits are missing, so that nobody can see what changed.'));
  for (const commit of await mergesIn(git, head)) findings.push(found('C-git-linear', '.', `Commit ${commit} has several parents.`));
  const past = await changeFindings(git, head);
  findings.push(...past.findings);
  for (const { path, mode } of await irregularFiles(git, head))
    findings.push(found('C-path-kind', path, `Its mode is ${mode}, not 100644.`));
  const edited = new Set([...(await editedPaths(git)), ...(await hiddenPaths(git, head))]);
  for (const path of edited) findings.push(found('C-git-dirty', path, 'It is not what the last commit says.'));
  return { findings, notes: past.notes };
}

/** Holds every version of what never changes, and of what only grows, against the first that was published. */
async function changeFindings(git: Git, head: string): Promise<HistoryFindings> {
  const changes = (await pastChanges(git, head, ['results', 'ledger', 'editions'])).filter(({ path }) => codesOf(path) !== null);
  const past = await versionsOf(git, head, changes);
  const ledgers = [...past].flatMap(([path, versions]) => (isLedgerPath(path) ? versions.flatMap(({ id }) => id ?? []) : []));
  const texts = await textsOf(git, [...new Set(ledgers)]);
  const grown = (path: string) => (good: string, later: string) => whyNotGrown(path, texts.get(good) ?? '', texts.get(later) ?? '');
  const outcome: HistoryFindings = { findings: [], notes: [] };
  for (const [path, versions] of past) {
    for (const fault of pastFaults(versions, isLedgerPath(path) ? grown(path) : frozen)) tell(outcome, path, fault);
  }
  return outcome;
}

function tell({ findings, notes }: HistoryFindings, path: string, { kind, commit, repaired, why }: PastFault): void {
  const code = codesOf(path)?.[kind];
  if (code === undefined) return;
  const deed = code === 'C-ledger-changed' ? 'did more than add to it' : `${kind} it`;
  const reason = why === '' ? '' : ` ${why}`;
  if (repaired === null) findings.push(found(code, path, `Commit ${commit} ${deed}.${reason}`));
  else notes.push(settled(code, path, `Commit ${commit} ${deed}, and commit ${repaired} put it back.${reason}`));
}

/** What it is called where a file that was published changes or goes; null where neither is a fault. */
function codesOf(path: string): Readonly<Record<PastFault['kind'], RepositoryCode>> | null {
  if (isRecordPath(path)) return { changed: 'C-record-changed', deleted: 'C-record-deleted' };
  if (isLedgerPath(path)) return { changed: 'C-ledger-changed', deleted: 'C-ledger-deleted' };
  return isEditionPath(path) ? { changed: 'C-edition-changed', deleted: 'C-edition-changed' } : null;
}
