import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';

const REPOSITORY = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9_.-]{1,100})$/;

/**
 * The results repository that the input names.
 * @throws Fault of the operator, code input-results-repository
 */
export function readRepository(): { owner: string; repository: string } {
  const value = core.getInput('results-repository');
  const [, owner, repository] = REPOSITORY.exec(value) ?? [];
  if (owner !== undefined && repository !== undefined) return { owner, repository };
  throw operatorFault(`The input results-repository takes owner/name, not ${JSON.stringify(value.slice(0, 100))}.`, {
    code: 'input-results-repository',
    mend: 'Name the results repository, as in octo-lab/results.',
  });
}
