import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault, isInDoubt, statusOf } from './faults.ts';

/** A file that a release has. */
export type ReleaseAsset = { id: number; name: string; bytes: number /** Null where GitHub does not tell it. */; sha256: string | null };

/** A release, as far as files are put into it. */
export type Release = { id: number; uploadUrl: string };

/** Files in one answer, the most there can be; a release takes a thousand. */
const PER_PAGE = 100;
const MOST_PAGES = 10;

/** Tries to write; before each but the first it is looked whether the one before succeeded after all. */
const TRIES = 3;

/** The release of a tag; null where there is none. */
export async function readRelease(github: GitHub, { owner, repository: repo }: RepositoryName, tag: string): Promise<Release | null> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { owner, repo, tag });
    return { id: data.id, uploadUrl: data.upload_url };
  } catch (thrown) {
    if (statusOf(thrown) === 404) return null;
    throw githubFault(thrown, `read the release ${tag}`);
  }
}

/** The release of a tag, made where there is none. Several jobs may do so at the same time. */
export async function ensureRelease(
  github: GitHub,
  name: RepositoryName,
  { tag, title, body, branch }: { tag: string; title: string; body: string; branch: string },
): Promise<Release> {
  const { owner, repository: repo } = name;
  for (let left = TRIES; ; ) {
    const present = await readRelease(github, name, tag);
    if (present !== null) return present;
    try {
      const { data } = await github.request('POST /repos/{owner}/{repo}/releases', {
        owner,
        repo,
        tag_name: tag,
        target_commitish: branch,
        name: title,
        body,
        make_latest: 'false',
      });
      return { id: data.id, uploadUrl: data.upload_url };
    } catch (thrown) {
      left -= 1;
      // 422: another job has made it meanwhile.
      if ((!isInDoubt(thrown) && statusOf(thrown) !== 422) || left === 0) throw githubFault(thrown, `make the release ${tag}`);
    }
  }
}

/** Every file of a release. */
export async function listAssets(github: GitHub, { owner, repository: repo }: RepositoryName, release: number): Promise<ReleaseAsset[]> {
  const assets: ReleaseAsset[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data, headers } = await github
      .request('GET /repos/{owner}/{repo}/releases/{release_id}/assets', { owner, repo, release_id: release, per_page: PER_PAGE, page })
      .catch((thrown: unknown) => {
        throw githubFault(thrown, 'list the files of a release');
      });
    assets.push(
      ...data.map(({ id, name, size, state, digest }) => ({ id, name, bytes: state === 'uploaded' ? size : -1, sha256: sha256Of(digest) })),
    );
    if (!/rel="next"/.test(headers.link ?? '')) break;
  }
  return assets;
}

const sha256Of = (digest: string | null | undefined): string | null => /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1] ?? null;

/**
 * Puts a file into a release. The same file that is there already stays; another one of its name, or half of one, is replaced.
 * @param github a client that gives an upload the time it takes
 */
export async function putAsset(
  github: GitHub,
  name: RepositoryName,
  { release, file }: { release: Release; file: { name: string; content: Uint8Array; sha256: string } },
): Promise<void> {
  for (let left = TRIES; ; ) {
    const present = (await listAssets(github, name, release.id)).find((asset) => asset.name === file.name);
    if (present !== undefined) {
      const isSame = present.bytes === file.content.length && (present.sha256 === null || present.sha256 === file.sha256);
      if (isSame) return;
      await deleteAsset(github, name, present.id);
    }
    try {
      await github.request({
        method: 'POST',
        url: release.uploadUrl.replace(/\{.*\}$/, '{?name}'),
        name: file.name,
        headers: { 'content-type': 'application/gzip', 'content-length': file.content.length },
        data: file.content,
      });
      return;
    } catch (thrown) {
      left -= 1;
      // 422: another job has put the same name there meanwhile.
      if ((!isInDoubt(thrown) && statusOf(thrown) !== 422) || left === 0) throw githubFault(thrown, `put ${file.name} into a release`);
    }
  }
}

/** Deletes a file of a release; one that is not there is deleted already. */
export async function deleteAsset(github: GitHub, { owner, repository: repo }: RepositoryName, asset: number): Promise<void> {
  try {
    await github.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { owner, repo, asset_id: asset });
  } catch (thrown) {
    if (statusOf(thrown) !== 404) throw githubFault(thrown, 'delete a file of a release');
  }
}
