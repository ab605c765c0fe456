import { join } from 'node:path';
import type { PublishedResult } from '../domain/checks/check.ts';
import type { Order } from '../domain/generated/order.ts';
import { recordDigest, recordPath } from '../domain/identifiers.ts';
import { type Policy, policyOfRepository } from '../domain/policy.ts';
import { type Failure, inputFailure } from '../domain/pull-request/failure.ts';
import { artifactName, expectedOf } from '../domain/pull-request/order.ts';
import type { FoundFile, SubmissionFiles } from '../ports/submission-files.ts';
import { type CheckedResult, checkResult } from './check.ts';
import { type OpenedResult, openPacked } from './packed-result.ts';
import { readArtifact } from './read-artifacts.ts';
import { submissionObstacle } from './report-obstacles.ts';
import { judgeEvidence, type OpenedEvidence, openEvidence } from './self-reported.ts';
import { type ValidatedFile, validateSubmissions } from './validate.ts';

/** What came of one order: a result that nobody has judged yet, or why there is none. */
export type OpenedOrder = {
  order: Order;
  /** The submission as the policy that holds now reads it. */
  file: ValidatedFile;
} & (
  | { kind: 'opened'; result: OpenedResult }
  | { kind: 'self-reported'; result: OpenedEvidence }
  /** The run says itself that it failed. */
  | { kind: 'failed'; failure: Failure }
  | { kind: 'missing' }
  /** What came back, or what the submission names, is no result. */
  | { kind: 'refused'; failure: Failure }
);

export type OpenOrderRequest = {
  order: Order;
  /** The policy that holds now, not the one of the order. */
  policy: Policy;
  /** Folder with every artifact in a folder of its name. */
  artifacts: string;
  /** A folder of ours; what is opened is left in a folder below it. */
  scratch: string;
  fetch?: typeof globalThis.fetch;
};

/**
 * Opens what came back for an order: its artifact, or the evidence that its submission names. All of it is a stranger's; nothing is
 * written but the files of a result, below scratch.
 * @throws Fault of the operator where evidence cannot be fetched for now
 */
export async function openOrder(request: OpenOrderRequest): Promise<OpenedOrder> {
  const { order, policy, artifacts, scratch } = request;
  const folder = join(scratch, artifactName(order));
  const file = await orderedSubmission(order, policy);
  try {
    if (file.submission?.evidence !== undefined) {
      const { fetch } = request;
      const result = await openEvidence({ file, policy, folder, ...(fetch === undefined ? {} : { fetch }) });
      return { order, file, kind: 'self-reported', result };
    }
    const artifact = await readArtifact(artifacts, order, policy.evidence);
    if (artifact.kind === 'missing') return (await refusedEvidence(order, file)) ?? { order, file, kind: 'missing' };
    if (artifact.kind === 'failure') return { order, file, kind: 'failed', failure: artifact.failure };
    if (artifact.kind === 'refused') return { order, file, ...artifact };
    const { unpackedBytes } = policy.evidence;
    return { order, file, kind: 'opened', result: await openPacked(artifact.file, folder, { unpackedBytes }) };
  } catch (thrown) {
    return { order, file, kind: 'refused', failure: inputFailure(thrown) };
  }
}

/** A submission whose evidence the policy does not take any more; null for any other, of which something should have come back. */
async function refusedEvidence(order: Order, file: ValidatedFile): Promise<OpenedOrder | null> {
  const failure = submissionObstacle(file);
  if (failure === null) return null;
  const asOrdered = await orderedSubmission(order, policyOfRepository(order.policy));
  return asOrdered.submission?.evidence === undefined ? null : { order, file, kind: 'refused', failure };
}

/** The ordered text as the submission that it was approved as. */
export async function orderedSubmission({ path, submission }: Order, policy: Policy): Promise<ValidatedFile> {
  const bytes = Buffer.from(submission);
  const source: SubmissionFiles = {
    resolve: (name) => (name === '.' ? '/ordered' : name.startsWith('/') ? name : `/ordered/${name}`),
    list: async () => null,
    read: async (name, { limit }): Promise<FoundFile> => {
      if (name !== `/ordered/${path}`) return { kind: 'missing' };
      return bytes.length > limit ? { kind: 'too large', bytes: bytes.length } : { kind: 'read', bytes };
    },
  };
  const [file] = await validateSubmissions({ root: '.', files: [path], policy, catalogue: null, source });
  return file as ValidatedFile;
}

/** A result with everything the checks say of it. */
export type JudgedResult = CheckedResult & {
  /** SHA-256 of the canonical record; null where there is none. */
  recordDigest: string | null;
  /** Where it belongs in a results repository; null where there is no record. */
  recordPath: string | null;
};

/**
 * Judges an opened result by the order and by the policy that holds now.
 * @param published what a results repository holds of the same model and board; null where none is at hand
 */
export async function judgeOrder(
  opened: Extract<OpenedOrder, { result: OpenedResult }>,
  { policy, published, now }: { policy: Policy; published: readonly PublishedResult[] | null; now: Date },
): Promise<JudgedResult> {
  const { order, kind, result } = opened;
  const { text, evidence } = result;
  const checked =
    kind === 'self-reported'
      ? await judgeEvidence(result, { policy, published, now })
      : checkResult({ text, policy, evidence, expected: expectedOf(order), published, now });
  const { record } = checked;
  return {
    ...checked,
    recordDigest: record === null ? null : recordDigest(record),
    recordPath: record === null ? null : recordPath(record),
  };
}
