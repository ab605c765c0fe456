/** JSON with one list, one item a line, in pieces: small differences stay small in the history. */
export function* linesOfJson(head: object, name: string, items: Iterable<object>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[\n`;
  let between = '';
  for (const item of items) {
    yield `${between}${JSON.stringify(item)}`;
    between = ',\n';
  }
  yield '\n]}\n';
}
