import * as core from '@actions/core';
import { Fault, messageOf } from '../../domain/errors.ts';
import { defused } from '../../render/log.ts';
import { runValidateAction } from './validate-run.ts';

await runValidateAction().catch((thrown: unknown) => {
  const mend = thrown instanceof Fault && thrown.mend !== undefined ? ` ${thrown.mend}` : '';
  if (!(thrown instanceof Fault) && thrown instanceof Error) core.info(defused(thrown.stack ?? ''));
  core.setFailed(defused(`${messageOf(thrown)}${mend}`));
});
