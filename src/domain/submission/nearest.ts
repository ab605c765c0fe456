/** Longer words are never compared: nothing of ours is that long. */
const LONGEST = 64;

/**
 * Edits between two words: insert, delete, replace, or swap two neighbours.
 * Optimal string alignment, the restricted Damerau-Levenshtein distance (Boytsov 2011, section 2).
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** Words alike but for case, hyphens, underscores and blanks are the same word to people. */
const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

/** The word that was probably meant: an alias's target, or the nearest within a third of its length; null when none is near. */
export function nearest(word: string, known: readonly string[], aliases: Readonly<Record<string, string>> = {}): string | null {
  if (word.length === 0 || word.length > LONGEST) return null;
  const wanted = plain(word);
  const alias = Object.entries(aliases).find(([name, target]) => plain(name) === wanted && known.includes(target));
  if (alias !== undefined) return alias[1];
  let best: string | null = null;
  let bestEdits = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(wanted.length - plain(candidate).length) > allowed) continue;
    const edits = editDistance(wanted, plain(candidate));
    if (edits > allowed || edits >= bestEdits || edits >= candidate.length) continue;
    best = candidate;
    bestEdits = edits;
  }
  return best;
}
