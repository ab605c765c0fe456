import { blobSha } from '../domain/blob-sha.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

/** A repository by its names. */
export type RepositoryPlace = { owner: string; repository: string };

/**
 * Reads a file by the SHA of its blob: the bytes are those of the SHA or none.
 * @param what what is read, for the message, as in "a file of the pull request"
 */
export async function readBlob(github: GitHub, { owner, repository }: RepositoryPlace, sha: string, what: string): Promise<Uint8Array> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { owner, repo: repository, file_sha: sha });
    const bytes = Buffer.from(data.content, 'base64');
    if (blobSha(bytes) !== sha) throw new Error(`the bytes are not those of ${sha}`);
    return bytes;
  } catch (thrown) {
    throw githubFault(thrown, `read ${what}`);
  }
}
