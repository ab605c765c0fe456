import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import { appToken, type RepositoryName } from '../../github/app-token.ts';
import { basicCredentials } from '../../results-repo/remote-clone.ts';
import { openRemoteResults, type RemoteResults } from '../../stages/remote-store.ts';
import { githubAddresses } from './github-job.ts';
import { readRepository } from './results-repository.ts';

/** A folder of this step, and the results repository, opened with what the inputs give. */
export type ResultsAccess = AsyncDisposable & { results: RemoteResults; scratch: string };

/**
 * Opens the results repository of the inputs: as the App of app-id and private-key, or with results-token.
 * @throws Fault of the operator: input-results-repository, input-results-token, and those of appToken
 */
export async function openResultsAccess(): Promise<ResultsAccess> {
  const name = readRepository();
  const token = await readToken(name);
  const scratch = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ai-energy-score-'));
  const results = await openRemoteResults({ ...name, ...githubAddresses(), token, folder: scratch });
  return { results, scratch, [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Every form of a secret is masked before anything is done with it. */
async function readToken(repository: RepositoryName): Promise<string> {
  const [given, appId, privateKey] = ['results-token', 'app-id', 'private-key'].map((name) => core.getInput(name)) as [
    string,
    string,
    string,
  ];
  for (const secret of [given, privateKey]) if (secret !== '') core.setSecret(secret);
  const isApp = appId !== '' && privateKey !== '';
  const isToken = given !== '' && appId === '' && privateKey === '';
  if (!isApp && !isToken) {
    throw operatorFault('The results repository needs app-id and private-key, or results-token instead of both.', {
      code: 'input-results-token',
      mend: "Give the App's id as app-id and its key as private-key, from the environment results; docs/bot.md tells how.",
    });
  }
  const { apiUrl } = githubAddresses();
  const token = isToken ? given : await appToken({ appId, privateKey, repository, permissions: { contents: 'write' }, apiUrl });
  core.setSecret(token);
  core.setSecret(basicCredentials(token));
  return token;
}
