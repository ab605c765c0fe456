import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as core from '@actions/core';
import { blobSha } from '../../domain/blob-sha.ts';
import { operatorFault } from '../../domain/errors.ts';
import type { Result } from '../../domain/generated/result.ts';
import { type Order, orderFrom } from '../../domain/pull-request/order.ts';
import { readPath } from '../../domain/submission/location.ts';

/** An order, and the folder that holds its submission and its policy. */
export type OpenedOrder = { order: Order; root: string; identity: Extract<Result['identity'], { kind: 'pull-request' }> };

/** Inputs in whose place the order stands. */
const REPLACED = ['submission', 'policy', 'runs'] as const;

/**
 * Opens the order of the input: it has to be this workflow run's own, and its text the blob that was approved. Submission and policy
 * are written below the runner's temporary folder.
 * @throws Fault of the operator: input-order, order-damaged, order-elsewhere or order-blob
 */
export async function openOrder(text: string): Promise<OpenedOrder> {
  const given = REPLACED.filter((name) => core.getInput(name) !== '');
  if (given.length > 0) {
    throw operatorFault(`The inputs order and ${given.join(', ')} exclude each other.`, {
      code: 'input-order',
      mend: 'An order names its submission, its policy and its runs: leave the others out.',
    });
  }
  const order = orderFrom(text);
  const { path, submission, blob, policy } = order;
  if (blobSha(Buffer.from(submission)) !== blob || readPath(path).faults.length > 0) {
    throw operatorFault(`The text of ${JSON.stringify(path)} is not that of the blob ${blob}, or lies at no place of a submission.`, {
      code: 'order-blob',
      mend: 'Give this step the output of the gate, unchanged.',
    });
  }
  const attempt = attemptOf(order);
  const root = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ai-energy-score-order-'));
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), submission);
  if (policy !== null) await writeFile(join(root, 'policy.yaml'), policy);
  return { order, root, identity: identityOf(order, attempt) };
}

/** The attempt that this job is part of: the gate's, or a later one of the same run. */
function attemptOf({ repository, runId, attempt: ordered }: Order): number {
  const { GITHUB_REPOSITORY_ID: id, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const isOwn = Number(run) === runId && Number.isSafeInteger(Number(attempt)) && Number(attempt) >= ordered;
  if (isOwn && (id === undefined || Number(id) === repository.id)) return Number(attempt);
  throw operatorFault(`The order was given in run ${runId} of another repository, another run or a later attempt than this one.`, {
    code: 'order-elsewhere',
    mend: 'Run the benchmark in the workflow run whose gate gave the order.',
  });
}

const identityOf = ({ repository, pullRequest, head, blob, runId }: Order, attempt: number): OpenedOrder['identity'] => ({
  kind: 'pull-request',
  repositoryId: repository.id,
  pullRequest,
  head,
  blob,
  runId,
  attempt,
});
