import { createHash } from 'node:crypto';
import { inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { now } from '../clock.ts';
import { NO_OBJECT } from '../git-folder.ts';
import { fullNameOf, type LoopbackAsset, type LoopbackRelease } from '../repository.ts';
import { shownAccount } from '../shown.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

type Written = {
  tag_name?: string;
  target_commitish?: string;
  name?: string | null;
  body?: string | null;
  draft?: boolean;
  prerelease?: boolean;
};

function shownAsset({ repository, origin }: RepositoryRequest, release: LoopbackRelease, asset: LoopbackAsset) {
  const { id, name, contentType, bytes, uploader, createdAt } = asset;
  return {
    id,
    name,
    label: null,
    state: 'uploaded',
    content_type: contentType,
    size: bytes.length,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    url: `${origin}/repos/${fullNameOf(repository)}/releases/assets/${id}`,
    browser_download_url: `${origin}/${fullNameOf(repository)}/releases/download/${release.tag}/${name}`,
    uploader: shownAccount(uploader),
    created_at: createdAt,
    updated_at: createdAt,
  };
}

function shown(request: RepositoryRequest, release: LoopbackRelease) {
  const { repository, origin } = request;
  const { id, tag, target, name, body, draft, prerelease, author, assets, createdAt } = release;
  const path = `/repos/${fullNameOf(repository)}/releases/${id}`;
  return {
    id,
    tag_name: tag,
    target_commitish: target,
    name,
    body,
    draft,
    prerelease,
    author: shownAccount(author),
    url: `${origin}${path}`,
    assets_url: `${origin}${path}/assets`,
    upload_url: `${origin}/uploads${path}/assets{?name,label}`,
    html_url: `${origin}/${fullNameOf(repository)}/releases/tag/${tag}`,
    created_at: createdAt,
    published_at: draft ? null : createdAt,
    assets: assets.map((asset) => shownAsset(request, release, asset)),
  };
}

const found = ({ repository, parameters }: RepositoryRequest) => repository.releases.find(({ id }) => id === Number(parameters.release_id));

const newest = ({ repository }: RepositoryRequest) => repository.releases.filter(({ draft }) => !draft).toReversed();

/** A published release has its tag: GitHub makes it where there is none. */
function tagged({ repository: { git } }: RepositoryRequest, { tag, target, draft }: LoopbackRelease): void {
  const to = git.commitOf(target);
  if (!draft && to !== null && git.resolve(`refs/tags/${tag}`) === null) git.move(`refs/tags/${tag}`, { from: NO_OBJECT, to });
}

/** The asset with an id, and its release. */
const assetOf = ({ repository, parameters }: RepositoryRequest) =>
  repository.releases
    .flatMap((release) => release.assets.map((asset) => ({ release, asset })))
    .find(({ asset }) => asset.id === Number(parameters.asset_id));

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/releases': inRepository(READ, (request) =>
    listed(request, request.repository.releases.toReversed(), (one) => shown(request, one)),
  ),
  'GET /repos/{owner}/{repo}/releases/latest': inRepository(READ, (request) => {
    const [latest] = newest(request).filter(({ prerelease }) => !prerelease);
    return latest === undefined ? missing() : { status: 200, body: shown(request, latest) };
  }),
  'GET /repos/{owner}/{repo}/releases/tags/{tag}': inRepository(READ, (request) => {
    const release = newest(request).find(({ tag }) => tag === request.parameters.tag);
    return release === undefined ? missing() : { status: 200, body: shown(request, release) };
  }),
  'GET /repos/{owner}/{repo}/releases/{release_id}': inRepository(READ, (request) => {
    const release = found(request);
    return release === undefined ? missing() : { status: 200, body: shown(request, release) };
  }),
  'POST /repos/{owner}/{repo}/releases': inRepository(WRITE, (request) => {
    const { repository, token } = request;
    const {
      tag_name: tag = '',
      target_commitish: target = repository.defaultBranch,
      name = null,
      body = null,
      draft = false,
      prerelease = false,
    } = request.body as Written;
    if (!draft && repository.git.commitOf(target) === null) return refusal(422, 'Repository is empty.');
    if (!draft && newest(request).some((one) => one.tag === tag)) return refusal(422, 'Validation Failed: tag_name already_exists');
    const release: LoopbackRelease = {
      id: repository.nextId(),
      tag,
      target,
      name,
      body,
      draft,
      prerelease,
      author: { id: token.id, login: token.login },
      assets: [],
      createdAt: now(),
    };
    repository.releases.push(release);
    tagged(request, release);
    return { status: 201, body: shown(request, release) };
  }),
  'PATCH /repos/{owner}/{repo}/releases/{release_id}': inRepository(WRITE, (request) => {
    const release = found(request);
    if (release === undefined) return missing();
    const { tag_name: tag, target_commitish: target, ...rest } = request.body as Written;
    Object.assign(release, rest, tag === undefined ? {} : { tag }, target === undefined ? {} : { target });
    tagged(request, release);
    return { status: 200, body: shown(request, release) };
  }),
  'DELETE /repos/{owner}/{repo}/releases/{release_id}': inRepository(WRITE, (request) => {
    const release = found(request);
    if (release === undefined) return missing();
    request.repository.releases.splice(request.repository.releases.indexOf(release), 1);
    return { status: 204 };
  }),
  'GET /repos/{owner}/{repo}/releases/{release_id}/assets': inRepository(READ, (request) => {
    const release = found(request);
    return release === undefined ? missing() : listed(request, release.assets, (asset) => shownAsset(request, release, asset));
  }),
  'POST /repos/{owner}/{repo}/releases/{release_id}/assets': inRepository(WRITE, (request) => {
    const { repository, token, query, bytes, headers } = request;
    const release = found(request);
    if (release === undefined) return missing();
    const name = (query.get('name') ?? '').replace(/[^\w.+-]+/g, '.');
    if (bytes.length === 0) return refusal(400, 'Bad Content-Length: empty file');
    if (release.assets.some((asset) => asset.name === name)) return refusal(422, 'Validation Failed: name already_exists');
    const contentType = String(headers['content-type'] ?? 'application/octet-stream');
    const uploader = { id: token.id, login: token.login };
    const asset = { id: repository.nextId(), name, contentType, bytes, uploader, createdAt: now() };
    release.assets.push(asset);
    return { status: 201, body: shownAsset(request, release, asset) };
  }),
  'GET /repos/{owner}/{repo}/releases/assets/{asset_id}': inRepository(READ, (request) => {
    const of = assetOf(request);
    if (of === undefined) return missing();
    const { asset, release } = of;
    if (request.headers.accept === 'application/octet-stream') {
      return { status: 200, body: asset.bytes, headers: { 'content-type': asset.contentType } };
    }
    return { status: 200, body: shownAsset(request, release, asset) };
  }),
  'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}': inRepository(WRITE, (request) => {
    const of = assetOf(request);
    if (of === undefined) return missing();
    of.release.assets.splice(of.release.assets.indexOf(of.asset), 1);
    return { status: 204 };
  }),
};
