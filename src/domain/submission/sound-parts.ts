import type { SoundParts } from './policy-faults.ts';
import type { SchemaReading } from './schema-faults.ts';
import { pointerTo } from './schema-places.ts';

/**
 * The parts of a document that are well formed, each by itself, so that one misspelt word does not hide what is wrong elsewhere.
 * A part that is there but at fault is kept as undefined: it is not missing.
 */
export function soundParts({ value, spoilt }: Pick<SchemaReading, 'value' | 'spoilt'>): SoundParts {
  const partOf = (part: unknown, pointer: string): unknown => {
    if (spoilt.has(pointer)) return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, partOf(child, pointerTo(pointer, key))]));
  };
  const parts = partOf(value, '');
  return typeof parts === 'object' && parts !== null ? (parts as SoundParts) : {};
}
