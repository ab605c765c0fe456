import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { internalFault } from './errors.ts';

/** Canonical JSON by RFC 8785: one text for one value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw internalFault('A value without a JSON form cannot be hashed.', { code: 'not-json' });
  return text;
}

/**
 * Whether two values have the same canonical JSON. A value that has none is different from every other: a stranger's can hold an
 * infinite number, half a character, or more nesting than there is stack.
 */
export function sameJson(one: unknown, other: unknown): boolean {
  const [first, second] = [canonicalOrNull(one), canonicalOrNull(other)];
  return first !== null && first === second;
}

function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalize(value) ?? null;
  } catch {
    return null; // The comparison tells.
  }
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a value's canonical JSON: planDigest and recordDigest. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
