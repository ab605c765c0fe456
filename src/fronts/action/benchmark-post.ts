import * as core from '@actions/core';
import { messageOf } from '../../domain/errors.ts';
import { endProcess, removeFolder, STATE } from './leftovers.ts';

try {
  if (endProcess(core.getState(STATE.process))) core.warning('The backend was still running and has been ended.');
  await removeFolder(core.getState(STATE.folder));
} catch (error) {
  core.warning(`Not everything could be cleared away: ${messageOf(error)}`);
}
