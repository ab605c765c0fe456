import type { CST } from 'yaml';

/** A fault at an offset of the text that YAML read. */
export type SyntaxFault = { offset: number; code: string; message: string; pointer: string };

/** What YAML can do and a submission may not, by the type of its token. */
const FORBIDDEN: Readonly<Record<string, { code: string; message: string }>> = {
  anchor: { code: 'S-yaml-anchor', message: 'Anchors are not read here; remove the & and its name.' },
  alias: { code: 'S-yaml-alias', message: 'Aliases are not read here; write the value out.' },
  tag: { code: 'S-yaml-tag', message: 'Tags are not read here; remove the ! and its name.' },
  directive: { code: 'S-yaml-directive', message: 'Directives are not read here; remove the line.' },
};

/** Every anchor, alias, tag, directive and further document of a stream of tokens, by offset. */
export function forbiddenSyntax(tokens: readonly CST.Token[], text: string): SyntaxFault[] {
  const found: SyntaxFault[] = [];
  let documents = 0;
  for (const token of tokens) {
    for (const { type, offset } of below(token)) {
      const forbidden = FORBIDDEN[type];
      if (forbidden !== undefined) found.push({ ...forbidden, offset, pointer: '' });
    }
    if (token.type !== 'document') continue;
    documents += 1;
    if (documents !== 2) continue;
    const offset = Math.min(token.offset + (/^\s*/.exec(text.slice(token.offset))?.[0].length ?? 0), text.length);
    found.push({ offset, code: 'S-yaml-documents', message: 'A second document begins here; a file holds one submission.', pointer: '' });
  }
  return found;
}

type Part = { type: string; offset: number };

/** A token and every token below it. The depth is bounded by the parser's caller. */
function* below(token: CST.Token): Generator<Part> {
  yield token;
  for (const list of ['start', 'props', 'end'] as const) {
    if (!(list in token)) continue;
    const parts = (token as unknown as Record<string, CST.Token | CST.Token[] | undefined>)[list];
    for (const part of [parts ?? []].flat()) yield* below(part);
  }
  if ('value' in token && token.value !== undefined) yield* below(token.value);
  if (!('items' in token)) return;
  for (const item of token.items as CST.CollectionItem[]) {
    for (const part of [...item.start, ...(item.sep ?? [])]) yield* below(part);
    for (const part of [item.key, item.value]) if (part) yield* below(part);
  }
}
