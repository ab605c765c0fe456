import { BADGES, LABELS, labelFileAt } from '../domain/leaderboard/label-plan.ts';
import { labelsIn, VERIFY } from '../domain/leaderboard/verify.ts';
import { found, type RepositoryFinding } from '../domain/repository/checks.ts';
import type { Snapshot } from '../ports/results-store.ts';

/** Labels and badges that the repository's own list of labels does not name: all that can be told of them without a fresh build. */
export async function foreignLabels(snapshot: Snapshot): Promise<RepositoryFinding[]> {
  const stems = new Set<string>();
  const decoder = new TextDecoder();
  for await (const { bytes } of snapshot.readAll(VERIFY)) for (const { stem } of labelsIn(decoder.decode(bytes))) stems.add(stem);
  const present = [...(await snapshot.list(LABELS)), ...(await snapshot.list(BADGES))];
  const foreign = present.filter((path) => !stems.has(labelFileAt(path)?.stem ?? ''));
  return foreign.map((path) => found('C-derived-extra', path, `No file below ${VERIFY} names such a label.`));
}
