import { blobSha } from '../../src/domain/blob-sha.ts';
import type { Order } from '../../src/domain/pull-request/order.ts';

/** An order of a submission, as a gate gives it. */
export function orderOf(given: Pick<Order, 'path' | 'submission' | 'policy'> & Partial<Order>): Order {
  return {
    schemaVersion: 1,
    repository: { id: 700_001, owner: 'octo', name: 'submissions' },
    pullRequest: 7,
    head: 'c'.repeat(40),
    blob: blobSha(Buffer.from(given.submission)),
    nonce: '0123456789abcdef'.repeat(2),
    runId: 9001,
    attempt: 1,
    runs: null,
    runner: ['self-hosted', 'h100'],
    timeoutMinutes: 60,
    approvedBy: { id: 202, login: 'maintainer-mia' },
    submittedBy: { id: 101, login: 'stranger' },
    ...given,
  };
}

/** What the runner of the order's own workflow run tells. */
export const RUN_OF_ORDER = { GITHUB_REPOSITORY_ID: '700001', GITHUB_RUN_ID: '9001', GITHUB_RUN_ATTEMPT: '1' } as const;
