import type { LocatedFault } from '../findings.ts';
import { quoted } from './hostile-characters.ts';
import { KNOWN_KEYS } from './schema-places.ts';
import { rewrite, type TracedText } from './source-text.ts';

/** A slip that can be put right for reading on, with its offset in the file's text. */
export type Repair = { text: TracedText; slips: { offset: number; fault: Pick<LocatedFault, 'code' | 'message' | 'suggestion'> }[] };

const KEY = KNOWN_KEYS.join('|');

/** A key of ours, at the start of an entry, whose colon runs into the value: to YAML that is one long word. */
const MISSING_SPACE = new RegExp(String.raw`(?<=^ *|^[^#'"\n]*[{,] *)(?:${KEY}):(?=[^\s,}\]])`, 'gm');

/** Puts the missing space after the colon of a known key. */
export function withColonSpaces(source: TracedText): Repair {
  const slips: Repair['slips'] = [];
  const text = rewrite(source, MISSING_SPACE, (match, index) => {
    const key = match.slice(0, -1);
    slips.push({
      offset: source.origin[index + key.length] ?? 0,
      fault: {
        code: 'S-yaml-colon-space',
        message: `The colon after ${quoted(key)} needs a space behind it; without one YAML reads key and value as one word.`,
        suggestion: `${key}: `,
      },
    });
    return `${key}: `;
  });
  return { text, slips };
}

const LEADING_TABS = /^ *\t[\t ]*(?=[^\s#])/gm;

/** Writes every tab at the beginning of a line as two spaces. */
export function withoutLeadingTabs(source: TracedText): Repair {
  const slips: Repair['slips'] = [];
  const text = rewrite(source, LEADING_TABS, (indentation, index) => {
    slips.push({
      offset: source.origin[index + indentation.indexOf('\t')] ?? 0,
      fault: { code: 'S-yaml-tab', message: 'A tab indents this line; YAML indents with spaces only.' },
    });
    return indentation.replaceAll('\t', '  ');
  });
  return { text, slips };
}
