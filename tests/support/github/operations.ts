import { readdirSync } from 'node:fs';
import type { Operation, Operations } from './answer.ts';

const FOLDER = new URL('./operations/', import.meta.url);

/**
 * Every operation that the server knows, by name. Each file of operations/ holds one family and exports it as `operations`;
 * a new file there is a new family. After it, `node scripts/github-description.ts` takes what GitHub says of it.
 */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  (await Promise.all(readdirSync(FOLDER).sort().map(familyIn))).flatMap((family) => Object.entries(family)),
);

async function familyIn(file: string): Promise<Operations> {
  const module = (await import(/* @vite-ignore */ new URL(file, FOLDER).href)) as { operations: Operations };
  return module.operations;
}
