import { Composer, type CST, type Document, isScalar, Lexer, type ParsedNode, Parser, visit, type YAMLParseError } from 'yaml';
import type { LocatedFault } from '../findings.ts';
import type { TracedText } from './source-text.ts';
import { forbiddenSyntax, type SyntaxFault } from './yaml-features.ts';
import { withColonSpaces, withoutLeadingTabs } from './yaml-repairs.ts';
import { syntaxMessage } from './yaml-syntax.ts';
import { treeOf, type YamlTree } from './yaml-tree.ts';

/** A fault with its offset in the file's text instead of line and column. */
export type OffsetFault = Omit<LocatedFault, 'line' | 'column'> & { offset: number };

/** What the YAML says. Offsets are those of the file's text. */
export type ReadYaml = {
  /** Null where there is no document to look at. */
  tree: YamlTree | null;
  faults: OffsetFault[];
  /** Offset from which on the reading cannot be trusted, after a syntax error; null where there is none. */
  brokenAt: number | null;
};

/** Deeper than any submission; a reader that recurses must not be led down thousands of levels. */
const DEEPEST = 20;

/** Reads YAML 1.2 by its core schema, without anchors, aliases, merge keys, tags, directives, further documents or equal keys. */
export function readYaml(source: TracedText): ReadYaml {
  const spaced = withColonSpaces(source);
  let stream = parse(spaced.text);
  const slips = [...spaced.slips];
  if (stream.kind === 'read' && stream.errors.some(({ code }) => code === 'TAB_AS_INDENT')) {
    const untabbed = withoutLeadingTabs(spaced.text);
    slips.push(...untabbed.slips);
    stream = parse(untabbed.text);
  }
  const repaired = slips.map(({ offset, fault }) => ({ ...fault, offset, pointer: '' }));
  if (stream.kind === 'too deep') {
    const message = `The document nests more than ${DEEPEST} levels deep; a submission has two.`;
    return { tree: null, brokenAt: stream.offset, faults: [{ code: 'S-yaml-depth', message, offset: stream.offset, pointer: '' }] };
  }
  return understood(stream, repaired);
}

type Stream =
  | { kind: 'too deep'; offset: number }
  | { kind: 'read'; source: TracedText; tokens: CST.Token[]; document: Document.Parsed | null; errors: YAMLParseError[] };

function parse(source: TracedText): Stream {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return { kind: 'too deep', offset: source.origin[Math.min(parser.offset, source.text.length)] ?? 0 };
  }
  for (const token of parser.end()) tokens.push(token);
  // Directives are named as faults; a %YAML 1.1 must not change how the rest reads.
  const composer = new Composer({ version: '1.2', schema: 'core', strict: true, uniqueKeys: false, stringKeys: false });
  const [document = null] = composer.compose(tokens.filter(({ type }) => type !== 'directive'));
  return { kind: 'read', source, tokens, document, errors: document?.errors ?? [] };
}

function understood(stream: Extract<Stream, { kind: 'read' }>, repaired: OffsetFault[]): ReadYaml {
  const { source, document } = stream;
  const inFile = (offset: number): number => source.origin[Math.min(offset, source.text.length)] ?? 0;
  const error = firstError(stream);
  const before = ({ offset }: { offset: number }): boolean => error === null || offset < error.offset;
  const forbidden = forbiddenSyntax(stream.tokens, source.text).filter(before);
  if (document === null || (error === null && isEmpty(document))) {
    const empty = { code: 'S-yaml-empty', message: 'The file holds no submission.', offset: 0, pointer: '' };
    const faults = [...forbidden.map((fault) => ({ ...fault, offset: inFile(fault.offset) })), ...repaired];
    return { tree: null, faults: faults.length === 0 ? [empty] : faults, brokenAt: 0 };
  }
  const tree = treeOf(document.contents);
  for (const place of tree.places.values()) {
    place.start = inFile(place.start);
    place.end = inFile(place.end);
    place.key = place.key === null ? null : inFile(place.key);
  }
  // After tabs were read as spaces, an error of syntax most likely comes from how many there were.
  const own = error === null || repaired.some(({ code }) => code === 'S-yaml-tab') ? [] : [error];
  const found = [...forbidden, ...tree.faults.filter(before), ...own];
  const faults = [...repaired, ...found.map((fault) => ({ ...fault, offset: inFile(fault.offset) }))];
  return { tree, faults, brokenAt: error === null ? null : inFile(error.offset) };
}

const isEmpty = (document: Document.Parsed): boolean => {
  const { contents } = document;
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
};

/** What is named by faults of our own, or needs no second word. */
const NAMED_ELSEWHERE = new Set(['ALIAS_PROPS', 'BAD_ALIAS', 'BAD_DIRECTIVE', 'MULTIPLE_ANCHORS', 'MULTIPLE_TAGS', 'TAG_RESOLVE_FAILED']);

/** The first syntax error: what follows one is mostly its echo. */
function firstError({ errors, document, source }: Extract<Stream, { kind: 'read' }>): SyntaxFault | null {
  const [error] = errors.filter(({ code }) => !NAMED_ELSEWHERE.has(code)).sort((a, b) => a.pos[0] - b.pos[0]);
  if (error === undefined) return null;
  const quote = error.code === 'MISSING_CHAR' && error.message.includes('quote') ? openQuote(document, error.pos[0]) : null;
  const offset = quote ?? error.pos[0];
  return { offset, pointer: '', code: 'S-yaml-syntax', message: syntaxMessage(error.code, source.text, offset) };
}

/** Where the quoted text begins that was never closed; YAML itself notices only at its end. */
function openQuote(document: Document.Parsed | null, end: number): number | null {
  let start: number | null = null;
  visit(document as Document<ParsedNode>, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= end && range[1] >= end) start = range[0];
    },
  });
  return start;
}
