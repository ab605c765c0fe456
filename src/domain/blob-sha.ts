import { createHash } from 'node:crypto';

/** The SHA that git gives a file of these bytes. */
export const blobSha = (bytes: Uint8Array): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
