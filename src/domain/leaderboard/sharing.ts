import type { Entry } from './entry.ts';

/** Texts that many entries have in common. */
const COMMON = ['boardId', 'model', 'variant', 'precision', 'quantization', 'reasoning', 'backend', 'device', 'license', 'reason'] as const;

/**
 * Gives entries that keep once what they have in common: every record that is read has its own copies of the same texts, and those of
 * a hundred thousand are more than all that differs.
 */
export function sharing(): (entry: Entry) => Entry {
  const [text, board, failed] = [keeper<string>(), keeper<Entry['board']>(), keeper<Entry['failed']>()];
  return (entry) => {
    const shared = {
      ...entry,
      board: board(JSON.stringify(entry.board), entry.board),
      failed: failed(entry.failed.join(' '), entry.failed),
    };
    for (const name of COMMON) {
      const own = entry[name];
      if (own !== null) (shared[name] as string) = text(own, own);
    }
    return shared;
  };
}

/** Gives for each key the first value that came with it. */
function keeper<T>(): (key: string, value: T) => T {
  const kept = new Map<string, T>();
  return (key, value) => {
    const first = kept.get(key);
    if (first !== undefined) return first;
    kept.set(key, value);
    return value;
  };
}
