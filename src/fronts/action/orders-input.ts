import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import type { Order } from '../../domain/generated/order.ts';
import { ordersFrom } from '../../domain/pull-request/order.ts';

/**
 * The gate's orders, at least one, of this very run.
 * @throws Fault of the operator: input-orders, order-damaged, order-foreign
 */
export function readOrders(): [Order, ...Order[]] {
  const [order, ...more] = ordersFrom(requiredInput('orders'));
  if (order === undefined)
    throw operatorFault('There is no order.', { code: 'order-damaged', mend: 'Run this job only where the gate says go.' });
  for (const one of [order, ...more]) refuseForeign(one);
  return [order, ...more];
}

/** Orders hold in the run that gave them alone. */
function refuseForeign({ repository, runId }: Order): void {
  const { GITHUB_REPOSITORY_ID: id, GITHUB_RUN_ID: run } = process.env;
  const isOwn = (told: string | undefined, own: number) => told === undefined || told === '' || told === String(own);
  if (isOwn(id, repository.id) && isOwn(run, runId)) return;
  throw operatorFault('The orders were given in another run, or for another repository.', {
    code: 'order-foreign',
    mend: 'Give this step the output of the gate of the same run; templates/ holds the workflow.',
  });
}

/** @throws Fault of the operator, code input-<name>, for an input that is empty */
export function requiredInput(name: string): string {
  const value = core.getInput(name);
  if (value !== '') return value;
  throw operatorFault(`The input ${name} is missing.`, { code: `input-${name}`, mend: 'templates/ holds the workflow.' });
}
