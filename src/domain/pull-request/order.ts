import { createHash } from 'node:crypto';
import type { Expected } from '../checks/check.ts';
import { operatorFault } from '../errors.ts';
import type { Order } from '../generated/order.ts';
import { validateOrder } from '../generated/validators.js';
import { defaultPolicy } from '../policy.ts';
import { readPath } from '../submission/location.ts';
import { parseSubmission } from '../submission/parse-submission.ts';

export type { Order };

/** Name of the one file in an order's artifact: the packed result, as the command pack writes it. */
export const ARTIFACT_RESULT = 'result.tar.gz';

/** Name of the file in its place where the run gave no result: code, message and mend as JSON. */
export const ARTIFACT_FAILURE = 'failure.json';

/** Name of an order's artifact; different for every order. */
export const artifactName = ({ pullRequest, nonce }: Pick<Order, 'pullRequest' | 'nonce'>): string =>
  `result-${pullRequest}-${nonce.slice(0, 12)}`;

/** Name of the artifact that the workflow's own report job adds: one that is alone would be unpacked without a folder of its name. */
export const companyName = ({ pullRequest }: Pick<Order, 'pullRequest'>): string => `result-${pullRequest}-company`;

/** What an order, or a record that says so of itself, binds a record to. */
type Bound = Pick<Order, 'nonce' | 'pullRequest' | 'head' | 'blob' | 'runId' | 'attempt' | 'submission' | 'path'> & {
  repository: Pick<Order['repository'], 'id'>;
};

/** What a record of this order has to say of itself. */
export function expectedOf(order: Bound): Expected {
  const { nonce, repository, pullRequest, head, blob, runId, attempt, submission, path } = order;
  const submissionSha256 = createHash('sha256').update(submission).digest('hex');
  const { parts } = parseSubmission({ path: null, bytes: new TextEncoder().encode(submission), policy: defaultPolicy() });
  const { model, revision, task } = parts;
  const variant = readPath(path).location?.variant ?? null;
  return {
    nonce,
    repositoryId: repository.id,
    pullRequest,
    head,
    blob,
    runId,
    attempt,
    submissionSha256,
    // What the text does not tell, no record can be: the digest above is compared all the same.
    ...(model === undefined || revision === undefined || task === undefined ? {} : { subject: { model, revision, task, variant } }),
  };
}

/**
 * Reads one order as a job gives it to the next.
 * @throws Fault of the operator, code order-damaged
 */
export function orderFrom(text: string): Order {
  const [order, ...more] = ordersFrom(`[${text}]`);
  if (order === undefined || more.length > 0) throw damaged('it is not one order');
  return order;
}

/**
 * Reads the gate's orders.
 * @throws Fault of the operator, code order-damaged
 */
export function ordersFrom(text: string): Order[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged('it is no JSON', cause);
  }
  if (!Array.isArray(value)) throw damaged('it is no list');
  for (const order of value) {
    if (validateOrder(order)) continue;
    const [error] = validateOrder.errors ?? [];
    throw damaged(`${error?.instancePath || '/'} ${error?.message ?? 'does not fit'}`);
  }
  return value as Order[];
}

const damaged = (why: string, cause?: unknown) =>
  operatorFault(`The order cannot be read: ${why}.`, {
    code: 'order-damaged',
    mend: 'Give this step the output of the gate, unchanged; templates/ holds the workflow.',
    cause,
  });
