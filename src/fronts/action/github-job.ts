import { readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { Fault, messageOf, operatorFault } from '../../domain/errors.ts';
import { type GitHub, openGitHub } from '../../github/client.ts';
import { defused } from '../../render/log.ts';

/** Where GitHub's API and its pages are, as the runner tells. */
export function githubAddresses(): { apiUrl: string; serverUrl: string } {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_SERVER_URL: serverUrl = 'https://github.com' } = process.env;
  return { apiUrl, serverUrl };
}

/**
 * The payload of the job's event, with its name.
 * @throws Fault of the operator, code event-unreadable
 */
export async function readEvent(): Promise<{ name: string; payload: unknown }> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '' } = process.env;
  try {
    return { name, payload: JSON.parse(await readFile(path, 'utf8')) };
  } catch (cause) {
    throw operatorFault('The event cannot be read.', { code: 'event-unreadable', mend: 'Run this action in a workflow.', cause });
  }
}

/**
 * A client with the job's token.
 * @throws Fault of the operator, code input-token
 */
export function openJob(): GitHub {
  const token = core.getInput('token');
  if (token === '') throw operatorFault('The input token is missing.', { code: 'input-token', mend: 'Leave it out, or name a token.' });
  core.setSecret(token);
  return openGitHub({ token, apiUrl: githubAddresses().apiUrl });
}

/** Ends the step with what was thrown: its sentence, what to do, and where it is a defect, where it was thrown. */
export function failStep(thrown: unknown): void {
  const mend = thrown instanceof Fault && thrown.mend !== undefined ? ` ${thrown.mend}` : '';
  if (!(thrown instanceof Fault) && thrown instanceof Error) core.info(defused(thrown.stack ?? ''));
  core.setFailed(defused(`${messageOf(thrown)}${mend}`));
}
