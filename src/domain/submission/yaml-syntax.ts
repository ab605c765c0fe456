import type { ErrorCode } from 'yaml';
import { quoted } from './hostile-characters.ts';

const RESERVED = 'cannot begin with this character; put the value in quotes.';

/** YAML's errors in one plain sentence each. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'Double quotes hold an escape that YAML does not know; use single quotes for text as it is.',
  BAD_INDENT: 'The indentation does not fit the lines above, or a bracket was never closed.',
  BAD_PROP_ORDER: 'Anchors and tags stand at the wrong place.',
  BLOCK_AS_IMPLICIT_KEY: 'A second key begins within a value: one key a line, and text with a colon in quotes.',
  BLOCK_IN_FLOW: 'Within braces or brackets no indented block can begin.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters.',
  MULTILINE_IMPLICIT_KEY: 'A key has to stand on one line with its colon.',
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces.',
  RESOURCE_EXHAUSTION: 'The document nests too deep.',
};

/** The sentence for a syntax error of YAML at an offset. */
export function syntaxMessage(code: ErrorCode, text: string, offset: number): string {
  const here = text.charAt(offset);
  if (code === 'BAD_SCALAR_START') return `A value ${RESERVED}`;
  if (code === 'MISSING_CHAR') return missingMessage(here);
  const message = MESSAGES[code];
  if (message !== undefined) return message;
  const word = /^\S{1,40}/.exec(text.slice(offset, offset + 40))?.[0];
  return word === undefined ? 'The file ends in the middle of something.' : `YAML cannot read ${quoted(word)} at this place.`;
}

function missingMessage(here: string): string {
  if (here === "'" || here === '"') return 'The quote that opens here is never closed.';
  return 'Something is missing here: the colon and a space after a key, a comma, or a closing bracket.';
}
