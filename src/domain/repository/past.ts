/** One version of a file in a history: the commit that wrote it, and its object; null where the commit deleted the file. */
export type Version = { commit: string; id: string | null };

/** What went wrong with a file: the first commit that did, and the one that put it right; null where it is wrong to this day. */
export type PastFault = { kind: 'changed' | 'deleted'; commit: string; repaired: string | null; why: string };

/** Why a later version may not follow a good one, in a sentence or without words; null where it may. Asked of other bytes alone. */
type WhyWrong = (good: string, later: string) => string | null;

/** A file that never changes. */
export const frozen: WhyWrong = () => '';

/**
 * Finds where a file left its published versions, and whether it came back: to the very bytes, or to what may follow them. The
 * commit that brings it back is not at fault, nor is one that only goes on from what was wrong before.
 * @param versions oldest first; the first one is as it was published, the last one is there now
 */
export function pastFaults([first, ...later]: readonly Version[], whyWrong: WhyWrong): PastFault[] {
  const faults: PastFault[] = [];
  let good = first?.id ?? null;
  let wrong: string | null = null;
  for (const { commit, id } of later) {
    const why = whyNot(good, id, whyWrong);
    if (why === null) {
      for (const fault of faults) fault.repaired ??= commit;
      good = id;
    } else if (id === null || wrong === null || whyNot(wrong, id, whyWrong) !== null) {
      faults.push({ kind: id === null ? 'deleted' : 'changed', commit, repaired: null, why });
    }
    wrong = why === null ? null : id;
  }
  return faults;
}

function whyNot(good: string | null, id: string | null, whyWrong: WhyWrong): string | null {
  if (good === null || id === good) return null;
  return id === null ? '' : whyWrong(good, id);
}
