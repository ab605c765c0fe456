import * as core from '@actions/core';
import { Fault, type FaultKind, messageOf } from '../../domain/errors.ts';
import { defused } from '../../render/log.ts';
import { interruptible } from '../interrupt.ts';
import { runBenchmarkAction } from './run.ts';

const WHOSE: Readonly<Record<FaultKind, string>> = {
  input: 'The submission cannot be scored',
  operator: 'This runner cannot score it',
  internal: 'A defect of the action',
};

/** Fails the step with what went wrong and how to mend it. */
function fail(thrown: unknown): void {
  const kind = thrown instanceof Fault ? thrown.kind : 'internal';
  const mend = thrown instanceof Fault && thrown.mend !== undefined ? ` ${thrown.mend}` : '';
  if (kind === 'internal' && thrown instanceof Error) core.info(defused(thrown.stack ?? ''));
  core.setFailed(defused(`${WHOSE[kind]}: ${messageOf(thrown)}${mend}`));
}

await interruptible(runBenchmarkAction).catch(fail);
