import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import type { RepositoryPlace } from '../../github/blob.ts';

const PLACE = /^([A-Za-z0-9][A-Za-z0-9-]{0,99})\/([A-Za-z0-9_.-]{1,100})$/;

/** The token of the Hugging Face Hub, where one is given. */
export function readHubToken(): string | undefined {
  const token = core.getInput('hub-token');
  if (token === '') return undefined;
  core.setSecret(token);
  return token;
}

/**
 * The results repository, where one is named.
 * @throws Fault of the operator, code input-results-repository
 */
export function readResultsPlace(): RepositoryPlace | null {
  const value = core.getInput('results-repository');
  if (value === '') return null;
  const [, owner, repository] = PLACE.exec(value) ?? [];
  if (owner !== undefined && repository !== undefined) return { owner, repository };
  throw operatorFault(`The input results-repository takes owner/name, not ${JSON.stringify(value.slice(0, 100))}.`, {
    code: 'input-results-repository',
    mend: 'Name the results repository, as in octo-lab/results, or leave it out.',
  });
}
