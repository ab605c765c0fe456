import type { LocatedFault } from '../findings.ts';
import type { Policy } from '../policy.ts';
import { visible } from '../submission/hostile-characters.ts';
import { parseSubmission } from '../submission/parse-submission.ts';

/** A line as it is, and as it was probably meant. */
export type SuggestedChange = { line: number; from: string; to: string };

/** Longest line that is shown as a change, in UTF-16 code units. */
const LONGEST_LINE = 200;

/** What a fault can stand on: a quoted text, or a word up to what ends it in YAML. */
const WORD = /^(?:"[^"]*"|'[^']*'|[^\s:,#{}[\]]+(?::(?=\S)[^\s:,#{}[\]]+)*)/;

/**
 * The change of one line that mends a fault, where there is one: the word at its place replaced by the suggestion, if
 * nothing else is at fault after it and the fault is gone. A change that does not help is never shown.
 */
export function suggestedChange(
  fault: LocatedFault,
  file: { path: string; source: string; errors: readonly LocatedFault[]; policy: Policy },
): SuggestedChange | null {
  const { suggestion, line, column } = fault;
  if (suggestion === undefined || fault.pointer === '' || /[\r\n]/.test(suggestion)) return null;
  const lines = file.source.split('\n');
  const from = lines[line - 1]?.replace(/\r$/, '');
  if (from === undefined || from.length > LONGEST_LINE || visible(from) !== from) return null;
  const [word] = WORD.exec(from.slice(column - 1)) ?? [];
  if (word === undefined) return null;
  const to = `${from.slice(0, column - 1)}${suggestion}${from.slice(column - 1 + word.length)}`;
  const mended = lines.with(line - 1, to).join('\n');
  const { faults } = parseSubmission({ path: file.path, bytes: new TextEncoder().encode(mended), policy: file.policy });
  const isSame = (one: LocatedFault, other: LocatedFault) => one.code === other.code && one.message === other.message;
  const isWorse = faults.some((left) => isSame(left, fault) || !file.errors.some((known) => isSame(known, left)));
  return isWorse ? null : { line, from, to };
}
