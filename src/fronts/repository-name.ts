import { operatorFault } from '../domain/errors.ts';
import type { CommandContext } from './command.ts';

/** An account's name and a repository's, as GitHub takes them. */
const FORM = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/(?!\.{1,2}$)[\w.-]{1,100}$/;

/**
 * A repository of GitHub given as an option: OWNER/NAME.
 * @throws Fault of the operator, code usage
 */
export function repositoryName(context: CommandContext, option: string): string | undefined {
  const value = context.text(option);
  if (value === undefined || FORM.test(value)) return value;
  throw operatorFault(`--${option} takes OWNER/NAME, not ${JSON.stringify(value)}.`, { code: 'usage' });
}
