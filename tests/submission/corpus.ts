import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocatedFault } from '../../src/domain/findings.ts';
import { type Policy, policyFrom } from '../../src/domain/policy.ts';
import type { ModelCatalogue, ModelLookup } from '../../src/ports/hub.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Code, line, and where it matters the column. */
export type Expected = [code: string, line: number, column?: number];

/** What one folder of fixtures/bad has to give, by path below it; no policy is the default one, no hub leaves it out. */
export type BadCase = { errors: Record<string, Expected[]>; policy?: object; hub?: Record<string, ModelLookup> };

export const badCases: [string, BadCase][] = Object.entries(JSON.parse(readFileSync(join(FIXTURES, 'bad/expectations.json'), 'utf8')));

export const policyWith = (part: object = {}): Policy => policyFrom({ schemaVersion: 1, name: 'Tests', ...part });

/** A catalogue that knows what it is given, and nothing else. */
export function catalogueOf(answers: Record<string, ModelLookup>): ModelCatalogue & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    lookUp: async (id, revision) => {
      asked.push(`${id}@${revision}`);
      return answers[id] ?? { kind: 'missing' };
    },
  };
}

/** Every good submission: its path below its root, its bytes, and the policy that takes it. */
export async function goodSubmissions(): Promise<{ name: string; root: string; path: string; bytes: Buffer; policy: Policy }[]> {
  const folder = join(FIXTURES, 'good');
  const policies = JSON.parse(readFileSync(join(folder, 'policies.json'), 'utf8'));
  const found = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((child) => child.isDirectory())) {
    const root = join(folder, entry.name);
    const files = await readdir(join(root, 'submissions'), { recursive: true });
    const path = `submissions/${files.find((file) => file.endsWith('.yaml'))}`;
    found.push({ name: entry.name, root, path, bytes: readFileSync(join(root, path)), policy: policyWith(policies[entry.name]) });
  }
  return found;
}

const byPlace = (a: Expected, b: Expected) => a[1] - b[1] || (a[0] < b[0] ? -1 : Number(a[0] > b[0])) || (a[2] ?? 0) - (b[2] ?? 0);

/** Faults as expectations are written, in their order; a column only where one is expected. */
export function comparable(errors: readonly LocatedFault[], expected: readonly Expected[]): { found: Expected[]; wanted: Expected[] } {
  const wanted = [...expected].sort(byPlace);
  const found = errors.map(({ code, line, column }): Expected => [code, line, column]).sort(byPlace);
  const cut = ([code, line, column = 0]: Expected, index: number): Expected =>
    wanted[index]?.length === 2 ? [code, line] : [code, line, column];
  return { found: found.map(cut), wanted };
}
