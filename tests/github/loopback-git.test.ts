import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Octokit } from '@octokit/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GIT_ENVIRONMENT } from '../support/github/git-folder.ts';
import { LARGEST_COMMIT } from '../support/github/graphql/mutations.ts';
import { type GitHubServer, startGitHub } from '../support/github/server.ts';
import { commitTo, emptyRepository, type LoopbackRepository, mergePullRequest, push } from '../support/github/state.ts';
import { BOT } from '../support/github/tokens.ts';

const MAINTAINER = { id: 202, login: 'maintainer-mia' };

let repository: LoopbackRepository;
let server: GitHubServer;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopback-git-'));
  repository = emptyRepository('octo', 'results', { private: true });
  server = await startGitHub(repository, {
    writer: { ...BOT, grants: { contents: 'write', 'pull-requests': 'write' } },
    reader: { ...BOT, grants: { contents: 'read' } },
    other: { ...BOT, grants: { contents: 'write' }, repositories: ['octo/elsewhere'] },
  });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const client = (token: string) => new Octokit({ auth: token, baseUrl: server.url });
const there = { owner: 'octo', repo: 'results' };
const run = promisify(execFile);
const git = async (...args: string[]) =>
  (await run('git', args, { cwd: folder, env: { ...GIT_ENVIRONMENT, GIT_TERMINAL_PROMPT: '0' } })).stdout.trim();
const address = (token: string) => `${server.url.replace('://', `://x-access-token:${token}@`)}/octo/results.git`;

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid signature { isValid } } }
}`;

/** Commits by GraphQL; gives the SHA, or the type of the error. */
async function commit(from: string, changes: { additions?: Record<string, string | Buffer>; deletions?: string[] }, token = 'writer') {
  const additions = Object.entries(changes.additions ?? {}).map(([path, content]) => ({
    path,
    contents: Buffer.from(content).toString('base64'),
  }));
  const input = {
    branch: { repositoryNameWithOwner: 'octo/results', branchName: 'main' },
    expectedHeadOid: from,
    message: { headline: 'A result', body: 'with a reason' },
    fileChanges: { additions, deletions: (changes.deletions ?? []).map((path) => ({ path })) },
  };
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: COMMIT, variables: { input } }),
  });
  const { data, errors } = (await answer.json()) as {
    data: { createCommitOnBranch: { commit: { oid: string; signature: { isValid: boolean } | null } } };
    errors?: { type: string; path: string[] }[];
  };
  return errors === undefined ? data.createCommitOnBranch.commit : { error: errors[0] };
}

test('an empty repository is told apart, gets its first commit by the contents API, and clones', async () => {
  const empty = await client('reader').graphql<{ repository: object }>(
    '{ repository(owner: "octo", name: "results") { isEmpty defaultBranchRef { name } object(expression: "HEAD:x") { id } } }',
  );
  expect(empty.repository).toEqual({ isEmpty: true, defaultBranchRef: null, object: null });
  await expect(
    client('writer').request('POST /repos/{owner}/{repo}/git/refs', { ...there, ref: 'refs/heads/a', sha: 'a'.repeat(40) }),
  ).rejects.toMatchObject({ status: 409 });
  const first = { ...there, path: 'deep/README.md', message: 'Begin', content: Buffer.from('hello\n').toString('base64') };
  const { status, data } = await client('writer').request('PUT /repos/{owner}/{repo}/contents/{path}', first);
  expect([status, data.content?.path]).toEqual([201, 'deep/README.md']);
  await expect(client('writer').request('PUT /repos/{owner}/{repo}/contents/{path}', first)).rejects.toMatchObject({ status: 422 });
  await git('clone', '--quiet', address('reader'), 'clone');
  expect(await readFile(join(folder, 'clone/deep/README.md'), 'utf8')).toBe('hello\n');
  expect(server.violations).toEqual([]);
});

test('git fetches what GraphQL committed, and finds nothing amiss in the repository', async () => {
  const start = commitTo(repository, { files: { 'a/b.txt': 'b\n', 'a.txt': 'a\n', 'a/c/d.txt': 'd\n' } });
  const made = await commit(start, {
    additions: { 'a/b.txt': 'B\n', 'new/ü "quoted".bin': Buffer.from([0, 255]) },
    deletions: ['a/c/d.txt'],
  });
  expect(made).toMatchObject({ signature: { isValid: true } });
  await git('clone', '--quiet', address('reader'), 'clone');
  const files = await git('-C', 'clone', '-c', 'core.quotePath=false', 'ls-tree', '-r', '-z', '--name-only', 'HEAD');
  expect(files.split('\0').filter((name) => name !== '')).toEqual(['a.txt', 'a/b.txt', 'new/ü "quoted".bin']);
  expect(await git('-C', 'clone', 'log', '-1', '--format=%H %P %an %cn %s|%b')).toBe(
    `${(made as { oid: string }).oid} ${start} github-actions[bot] GitHub A result|with a reason`,
  );
  expect(await git('-C', repository.git.path, 'fsck', '--strict', '--full')).toBe('');
  expect(server.violations).toEqual([]);
});

test('of commits that expect the same head one is made; the others are told that theirs is stale', async () => {
  const start = commitTo(repository, { files: { 'a.txt': 'a\n' } });
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => commit(start, { additions: { [`${index}.txt`]: 'x' } })));
  const refused = all.filter((one) => 'error' in one);
  expect(refused).toHaveLength(7);
  for (const { error } of refused as { error: object }[])
    expect(error).toMatchObject({ type: 'STALE_DATA', path: ['createCommitOnBranch'] });
  expect(repository.git.files('HEAD')).toHaveLength(2);
});

test.each([
  ['a path to delete that is not there', { deletions: ['nothing.txt'] }, 'writer', 'UNPROCESSABLE'],
  ['a path that leads elsewhere', { additions: { '../x': 'x' } }, 'writer', 'UNPROCESSABLE'],
  ['a commit above 5 MB', { additions: { 'large.bin': Buffer.alloc(LARGEST_COMMIT) } }, 'writer', 'UNPROCESSABLE'],
  ['a token that may only read', { additions: { 'x.txt': 'x' } }, 'reader', 'FORBIDDEN'],
  ['a token of another repository', { additions: { 'x.txt': 'x' } }, 'other', 'NOT_FOUND'],
])('%s is refused, and nothing is committed', async (_what, changes, token, type) => {
  const start = commitTo(repository, { files: { 'a.txt': 'a\n' } });
  expect(await commit(start, changes, token)).toMatchObject({ error: { type } });
  expect(repository.git.commitOf('main')).toBe(start);
});

test('git pushes with a token that may write, and no other', async () => {
  commitTo(repository, { files: { 'a.txt': 'a\n' } });
  await git('clone', '--quiet', address('reader'), 'clone');
  await writeFile(join(folder, 'clone/b.txt'), 'b\n');
  await git('-C', 'clone', 'add', '.');
  await git('-C', 'clone', '-c', 'user.name=mia', '-c', 'user.email=mia@example.org', 'commit', '--quiet', '-m', 'b');
  await expect(git('-C', 'clone', 'push', '--quiet', 'origin', 'HEAD:main')).rejects.toThrow('403');
  await git('-C', 'clone', 'push', '--quiet', address('writer'), 'HEAD:main');
  expect(repository.git.readAt('main:b.txt')?.toString()).toBe('b\n');
  expect(server.changes).toEqual([{ what: 'git push', by: BOT.login }]);
  await expect(git('clone', '--quiet', address('other'), 'hidden')).rejects.toThrow('not found');
  await expect(git('clone', '--quiet', `${server.url}/octo/results.git`, 'anonymous')).rejects.toThrow();
});

test('a ruleset keeps a branch to those whom it names, however they come', async () => {
  const start = commitTo(repository, { files: { 'a.txt': 'a\n' } });
  const rules = [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }, { type: 'non_fast_forward' }];
  const conditions = { ref_name: { include: ['~DEFAULT_BRANCH', 'refs/heads/candidates/*'], exclude: [] } };
  repository.settings.rulesets.push({
    id: 1,
    name: 'kept',
    enforcement: 'active',
    rules,
    conditions,
    bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5 }],
  });
  const writer = client('writer');
  expect(await commit(start, { additions: { 'x.txt': 'x' } })).toMatchObject({ error: { type: 'UNPROCESSABLE' } });
  const candidate = { ...there, ref: 'refs/heads/candidates/pr-7', sha: start };
  await expect(writer.request('POST /repos/{owner}/{repo}/git/refs', candidate)).rejects.toMatchObject({ status: 422 });
  const write = { ...there, path: 'x.txt', message: 'x', content: 'eA==' };
  await expect(writer.request('PUT /repos/{owner}/{repo}/contents/{path}', write)).rejects.toMatchObject({ status: 409 });
  await git('clone', '--quiet', address('writer'), 'clone');
  await expect(git('-C', 'clone', 'push', '--quiet', 'origin', 'HEAD:candidates/pr-8')).rejects.toThrow();
  await git('-C', 'clone', 'push', '--quiet', 'origin', 'HEAD:other');
  await writer.request('POST /repos/{owner}/{repo}/git/refs', { ...candidate, ref: 'refs/heads/candidates/pr-7/deeper' });
  expect(repository.git.references('refs/heads').map(({ name }) => name)).toEqual([
    'refs/heads/candidates/pr-7/deeper',
    'refs/heads/main',
    'refs/heads/other',
  ]);
  repository.collaborators.set(BOT.login, 'admin');
  expect(await commit(start, { additions: { 'x.txt': 'x' } })).toHaveProperty('oid');
  expect(server.violations).toEqual([]);
});

test('references are created once, moved forward alone unless forced, and deleted', async () => {
  const first = commitTo(repository, { files: { 'a.txt': 'a\n' } });
  const second = commitTo(repository, { files: { 'b.txt': 'b\n' } });
  const writer = client('writer');
  const created = { ...there, ref: 'refs/heads/candidates/pr-7', sha: first };
  const ref = 'heads/candidates/pr-7';
  await writer.request('POST /repos/{owner}/{repo}/git/refs', created);
  await expect(writer.request('POST /repos/{owner}/{repo}/git/refs', created)).rejects.toMatchObject({ status: 422 });
  await writer.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...there, ref, sha: second });
  const back = { ...there, ref, sha: first };
  await expect(writer.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', back)).rejects.toMatchObject({ status: 422 });
  await writer.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...back, force: true });
  const { data: compared } = await writer.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...there,
    basehead: 'candidates/pr-7...main',
  });
  expect([compared.status, compared.ahead_by, compared.files?.map(({ filename }) => filename)]).toEqual(['ahead', 1, ['b.txt']]);
  const { data: matching } = await writer.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
    ...there,
    ref: 'heads/candidates/',
  });
  expect(matching.map((one) => [one.ref, one.object.sha])).toEqual([['refs/heads/candidates/pr-7', first]]);
  await writer.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...there, ref });
  await expect(writer.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...there, ref })).rejects.toMatchObject({ status: 404 });
  expect(server.violations).toEqual([]);
});

test('a merged pull request is one commit on the default branch with the blobs of its head, or what the maintainer made of them', () => {
  repository.policy = 'name: x\n';
  const first = push(repository, 7, [{ path: 'submissions/a.yaml', content: 'a\n' }]);
  const other = push(repository, 8, [{ path: 'submissions/b.yaml', content: 'b\n' }]);
  const merged = mergePullRequest(repository, first, { by: MAINTAINER });
  expect(repository.git.resolve(`${merged}:submissions/a.yaml`)).toBe(first.files[0]?.sha);
  expect(first).toMatchObject({ state: 'closed', merged: { sha: merged, by: MAINTAINER } });
  mergePullRequest(repository, other, { by: MAINTAINER, changes: { 'submissions/b.yaml': 'changed\n' } });
  expect(repository.git.files('main').map(({ path }) => path)).toEqual(['policy.yaml', 'submissions/a.yaml', 'submissions/b.yaml']);
  expect(repository.git.resolve('main:submissions/b.yaml')).not.toBe(other.files[0]?.sha);
});

test('a push replaces the one before and lists what differs from the base', () => {
  commitTo(repository, { files: { 'old.yaml': 'old\n', 'kept.yaml': 'kept\n' } });
  push(repository, 7, [{ path: 'first.yaml', content: 'x\n' }]);
  const { files, headSha } = push(repository, 7, [
    { path: 'old.yaml', content: '', status: 'removed' },
    { path: 'kept.yaml', content: 'changed\n', status: 'modified' },
    { path: 'moved.yaml', content: 'moved\n', status: 'renamed' },
    { path: 'link.yaml', content: 'old.yaml', mode: 0o120000 },
  ]);
  expect(files.map(({ path, status }) => [path, status])).toEqual([
    ['old.yaml', 'removed'],
    ['kept.yaml', 'modified'],
    ['moved.yaml', 'renamed'],
    ['link.yaml', 'added'],
  ]);
  expect(repository.git.tree(headSha).map(({ path, mode }) => [path, mode])).toEqual([
    ['kept.yaml', '100644'],
    ['link.yaml', '120000'],
    ['moved.yaml', '100644'],
  ]);
  expect(repository.git.tipOf('refs/pull/7/head')).toBe(headSha);
});
