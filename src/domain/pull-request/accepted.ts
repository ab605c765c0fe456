import { operatorFault } from '../errors.ts';
import type { Order } from '../generated/order.ts';
import { artifactName } from './order.ts';

/** What report found good enough to stage: an artifact and the digest of its record. */
type Accepted = { artifact: string; recordDigest: string };

/** An order whose result was accepted. */
export type AcceptedOrder = { order: Order; recordDigest: string };

const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads the output `accepted` of report, and finds the order of each.
 * @throws Fault of the operator, code accepted-damaged
 */
export function acceptedOrders(text: string, orders: readonly Order[]): AcceptedOrder[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged('it is no JSON', cause);
  }
  if (!Array.isArray(value)) throw damaged('it is no list');
  const byArtifact = new Map(orders.map((order) => [artifactName(order), order]));
  const [first] = orders;
  for (const order of orders) {
    if (order.repository.id !== first?.repository.id || order.pullRequest !== first.pullRequest || order.head !== first.head)
      throw damaged('the orders are of several pull requests');
  }
  const found = value.map((one: Partial<Accepted> | null): AcceptedOrder => {
    const order = byArtifact.get(String(one?.artifact));
    const recordDigest = String(one?.recordDigest);
    if (order === undefined || !DIGEST.test(recordDigest)) throw damaged('it names something that was not ordered');
    return { order, recordDigest };
  });
  if (new Set(found.map(({ order }) => order)).size < found.length) throw damaged('it names an order twice');
  return found;
}

const damaged = (why: string, cause?: unknown) =>
  operatorFault(`The accepted results cannot be read: ${why}.`, {
    code: 'accepted-damaged',
    mend: 'Give this step the outputs of gate and report, unchanged; templates/ holds the workflow.',
    cause,
  });
