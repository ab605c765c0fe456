import { MANIFEST } from '../domain/leaderboard/files.ts';
import { BADGES, LABELS } from '../domain/leaderboard/label-plan.ts';
import { VERIFY } from '../domain/leaderboard/verify.ts';
import type { Changes, CommitOutcome, ResultsStore } from '../ports/results-store.ts';

/** Bytes of one commit: as base64, GitHub's limit of 5 MB is a third more than this. */
const MOST_BYTES = 3_500_000;

type Request = { expected: string | null; message: string; changes: Changes };

/**
 * Commits changes at once, or, where they are too large for one commit, their labels and badges in commits of their own. The first
 * commit holds everything else but what leaderboard/verify/ says of labels; that goes last. Where somebody else commits in between,
 * the rest is left to them: labels that leaderboard/verify/ does not vouch for yet are drawn by whoever publishes next.
 * @returns the outcome of the first commit
 */
export async function commitInParts(store: ResultsStore, { expected, message, changes }: Request): Promise<CommitOutcome> {
  const [first, ...later] = partsOf(changes);
  const outcome = await store.commit({ expected, message, changes: first ?? changes });
  if (outcome.kind === 'conflict') return outcome;
  let head = outcome.commit;
  for (const [index, part] of later.entries()) {
    const title = `Labels of ${head.slice(0, 12)}, part ${index + 1} of ${later.length}\n\n${message}`;
    const next = await store.commit({ expected: head, message: title, changes: part });
    if (next.kind === 'conflict') return outcome;
    head = next.commit;
  }
  return outcome;
}

const isDrawing = (path: string): boolean => path.startsWith(LABELS) || path.startsWith(BADGES);
const isVouching = (path: string): boolean => path.startsWith(VERIFY) || path === MANIFEST;
const sizeOf = (bytes: Uint8Array | null): number => bytes?.length ?? 0;

/** The changes in commits of at most so many bytes, as far as single files allow. */
function partsOf(changes: Changes): Changes[] {
  const all = [...changes];
  const total = all.reduce((sum, [, bytes]) => sum + sizeOf(bytes), 0);
  if (total <= MOST_BYTES) return [changes];
  const plain = all.filter(([path]) => !isDrawing(path) && !isVouching(path));
  const parts: [string, Uint8Array | null][][] = [plain];
  let size = plain.reduce((sum, [, bytes]) => sum + sizeOf(bytes), 0);
  for (const change of [...all.filter(([path]) => isDrawing(path)), ...all.filter(([path]) => isVouching(path))]) {
    if (size + sizeOf(change[1]) > MOST_BYTES && parts.at(-1)?.length !== 0) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(change);
    size += sizeOf(change[1]);
  }
  return parts.map((part) => new Map(part));
}
