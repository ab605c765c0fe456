import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';

/** What a model's folder tells of itself, as the Hub reads it. */
const CARD = 'README.md';

/** The head of a card lies within its first bytes; nothing after them is read. */
const LONGEST_HEAD = 1_000_000;

/**
 * The YAML block at the head of a model's card.
 * @returns hostile fields, as far as the block can be read; none where there is no card, no block, or nothing in it is YAML
 */
export async function localCard(folder: string, files: readonly { path: string }[]): Promise<Record<string, unknown>> {
  if (!files.some(({ path }) => path === CARD)) return {};
  const head = await text(createReadStream(join(folder, CARD), { end: LONGEST_HEAD - 1 }));
  const block = /^---\r?\n(.*?)\r?\n---/s.exec(head)?.[1];
  return block === undefined ? {} : fieldsOf(block);
}

function fieldsOf(block: string): Record<string, unknown> {
  try {
    const card: unknown = parse(block, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof card === 'object' && card !== null ? (card as Record<string, unknown>) : {};
  } catch {
    // Aliases, and nesting without end: such a card tells nothing.
    return {};
  }
}
