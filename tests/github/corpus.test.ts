import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { operatorFault } from '../../src/domain/errors.ts';
import { hostileCharacters } from '../../src/domain/submission/hostile-characters.ts';
import { openGitHub } from '../../src/github/client.ts';
import type { ModelCatalogue } from '../../src/ports/hub.ts';
import { PULL_REQUEST_MARKER } from '../../src/render/validation-comment.ts';
import { validatePullRequest } from '../../src/stages/validate-pull-request.ts';
import { type BadCase, badCases, catalogueOf, FIXTURES, goodSubmissions } from '../submission/corpus.ts';
import { startGitHub } from '../support/github/server.ts';
import { emptyRepository, type PushedFile, push } from '../support/github/state.ts';
import { BOT, VALIDATE_GRANTS } from '../support/github/tokens.ts';

/** Opens a pull request with the files and validates it; gives what stands on GitHub then. */
async function told(files: readonly PushedFile[], policy: object, catalogue: ModelCatalogue) {
  const repository = emptyRepository('octo', 'submissions');
  repository.policy = JSON.stringify(policy);
  const { headSha } = push(repository, 7, files);
  await using server = await startGitHub(repository, { 'job-token': { ...BOT, grants: VALIDATE_GRANTS } });
  const validation = await validatePullRequest({
    event: { action: 'opened', owner: 'octo', repository: 'submissions', number: 7, headSha },
    github: openGitHub({ token: 'job-token', apiUrl: server.url }),
    catalogue,
    place: { repositoryUrl: 'https://github.com/octo/submissions' },
    policyFolder: FIXTURES,
    warn: (text) => expect.unreachable(text),
  });
  expect(server.violations).toEqual([]);
  expect([repository.comments.length, repository.checkRuns.length]).toEqual([1, 1]);
  return { validation, body: repository.comments[0]?.body ?? '', check: repository.checkRuns[0], command: `/benchmark ${headSha}` };
}

const withPolicy = ({ limits, ...part }: { limits?: object } = {}) => ({
  schemaVersion: 1,
  name: 'Tests',
  ...part,
  limits: { ...limits, maxSubmissions: 50 },
});

const noHub: ModelCatalogue = {
  lookUp: async () => {
    throw operatorFault('The Hub does not answer.', { code: 'hub-unavailable' });
  },
};

/** Files elsewhere are no submissions to a pull request, whatever they hold. */
const inFolder = ([, { errors }]: [string, BadCase]) => Object.keys(errors).every((path) => /^submissions?\//i.test(path));

describe('every fault of the corpus stands in the comment and on its line in the check', () => {
  test.each(badCases.filter(inFolder))('%s', async (name, { errors, policy, hub }) => {
    const paths = Object.keys(errors);
    const files = await Promise.all(
      paths.map(async (path) => ({ path, content: await readFile(join(FIXTURES, 'bad', name, path)), status: 'added' as const })),
    );
    const { body, check, command } = await told(files, withPolicy(policy), hub === undefined ? noHub : catalogueOf(hub));
    const wanted = Object.entries(errors).flatMap(([path, expected]) => expected.map(([code, line]) => `${path}:${line} ${code}`));
    const found = check?.annotations.map(({ path, start_line, title }) => `${path}:${start_line} ${title}`);
    expect(found?.sort()).toEqual(wanted.sort());
    for (const [code] of Object.values(errors).flatMap((expected) => expected.slice(0, 12))) expect(body).toContain(code);
    expect(check?.conclusion).toBe('failure');
    expect(body).not.toContain(command);
    expect(body.split(PULL_REQUEST_MARKER)).toHaveLength(2);
    expect(hostileCharacters(body)).toEqual([]);
  });

  test('most of the corpus is of that kind', () => {
    expect(badCases.filter(inFolder).length).toBeGreaterThan(150);
  });
});

test('good submissions have no fault; without the Hub none is offered for measurement', async () => {
  for (const { path, bytes, policy } of await goodSubmissions()) {
    const { validation, body, check, command } = await told([{ path, content: bytes }], { ...policy }, noHub);
    expect(validation?.submissions[0]?.faults, path).toEqual([]);
    expect(body).not.toContain(command);
    expect(check?.conclusion).toBe('neutral');
  }
});
