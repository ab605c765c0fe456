/** JSON with one list, one item a line: small differences stay small in the history. */
export function linesOfJson(head: object, name: string, items: readonly object[]): string {
  const opening = JSON.stringify(head).slice(0, -1);
  const list = items.map((item) => JSON.stringify(item)).join(',\n');
  return `${opening},${JSON.stringify(name)}:[\n${list}\n]}\n`;
}
