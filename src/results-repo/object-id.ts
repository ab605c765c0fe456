import { createHash } from 'node:crypto';

/** The id that git gives to an object, with the hash that another id of the repository has: SHA-1 has 40 digits, SHA-256 64. */
export function objectId(type: 'blob' | 'tree', bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}
