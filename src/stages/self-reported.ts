import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILES, RECORD_FILE } from '../bundle/files.ts';
import type { PublishedResult } from '../domain/checks/check.ts';
import { inputFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import type { Submission } from '../domain/generated/submission.ts';
import { selfReportedFindings, selfReportedRecord } from '../domain/imports/self-reported.ts';
import type { Policy } from '../domain/policy.ts';
import { parseSubmission } from '../domain/submission/parse-submission.ts';
import { verdictOf } from '../domain/verdict.ts';
import { fetchEvidence } from '../evidence/fetch-evidence.ts';
import { type Packed, packArchive } from '../evidence/pack.ts';
import { type CheckedResult, checkResult } from './check.ts';
import { type OpenedResult, openPacked, PACKED_NAMES } from './packed-result.ts';
import type { ValidatedFile } from './validate.ts';

/** Packs a result folder as a submission's evidence. @throws as packArchive */
export const packResult = (folder: string, file: string): Promise<Packed> => packArchive(folder, PACKED_NAMES, file);

export type OpenRequest = {
  /** The submission, valid. */
  file: ValidatedFile;
  policy: Policy;
  /** A folder that is there and empty; the result is left in it. */
  folder: string;
  signal?: AbortSignal;
  fetch?: typeof globalThis.fetch;
  deadlineMilliseconds?: number;
};

export type SelfReportedRequest = OpenRequest & {
  /** What is published, or null when no results repository is at hand. */
  published: readonly PublishedResult[] | null;
  /** When it is judged. */
  now: Date;
};

/** The evidence of a submission, fetched and unpacked; its record is a self-reported one. */
export type OpenedEvidence = OpenedResult & {
  file: ValidatedFile;
  /** The record as its owner packed it; null where that is none. */
  packed: Result | null;
};

/** What became of the evidence. */
export type SelfReported = CheckedResult & Pick<OpenedResult, 'text' | 'folder' | 'bundleFolder'>;

/**
 * Fetches the evidence that a submission names, and checks it as any other result, and as this submission's. The record becomes a
 * self-reported one; its verdict is at best unofficial.
 * @throws Fault of the input: as openEvidence
 */
export async function importSelfReported(request: SelfReportedRequest): Promise<SelfReported> {
  const opened = await openEvidence(request);
  const { text, folder, bundleFolder } = opened;
  return { ...(await judgeEvidence(opened, request)), text, folder, bundleFolder };
}

/**
 * Fetches the evidence that a submission names, and marks its record as self-reported; one that cannot be read stays as it was packed.
 * @throws Fault of the input: evidence-none, and those of fetchEvidence and openPacked
 */
export async function openEvidence(request: OpenRequest): Promise<OpenedEvidence> {
  const { file, folder } = request;
  const { evidence, attestation } = withEvidence(file);
  const opened = await fetched(request, evidence);
  if (opened.record === null) return { ...opened, file, packed: null };
  const record = selfReportedRecord(opened.record, { evidence, attestation }, file.sha256 ?? '');
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeFile(join(folder, RECORD_FILE), text);
  return { ...opened, file, packed: opened.record, record, text };
}

/** Checks evidence as any other result, and as that of its submission. */
export async function judgeEvidence(
  opened: OpenedEvidence,
  { policy, published, now }: Pick<SelfReportedRequest, 'policy' | 'published' | 'now'>,
): Promise<CheckedResult> {
  const { text, evidence, record, packed, file, bundleFolder } = opened;
  const checked = checkResult({ text, policy, evidence, expected: null, published, now });
  if (record === null || packed === null) return checked;
  const together = selfReportedFindings({
    packed,
    record,
    submission: file.submission as Submission,
    variant: file.location?.variant ?? null,
    measured: await measuredSubmission(bundleFolder, policy),
    published,
  });
  const findings = [...checked.findings, ...together];
  return { ...verdictOf(findings, { scripted: record.hardware.scripted }), findings, record: checked.record };
}

type Attested = Required<Pick<Submission, 'evidence' | 'attestation'>>;

function withEvidence({ path, submission }: ValidatedFile): Attested {
  if (submission?.evidence === undefined || submission.attestation === undefined) {
    throw inputFault(`${path} names no evidence, so there is nothing to import.`, {
      code: 'evidence-none',
      mend: 'Add evidence and attestation as `ai-energy-score pack` prints them, or have the model measured with `ai-energy-score score`.',
    });
  }
  return { evidence: submission.evidence, attestation: submission.attestation };
}

async function fetched(request: OpenRequest, { url, sha256 }: Attested['evidence']): Promise<OpenedResult> {
  const { policy, folder, signal, fetch, deadlineMilliseconds } = request;
  const { hosts, bytes, unpackedBytes } = policy.evidence;
  const archive = join(folder, 'evidence.tar.gz');
  await mkdir(folder, { recursive: true });
  try {
    await fetchEvidence({
      url,
      sha256,
      hosts,
      bytes,
      file: archive,
      ...(signal === undefined ? {} : { signal }),
      ...(fetch === undefined ? {} : { fetch }),
      ...(deadlineMilliseconds === undefined ? {} : { deadlineMilliseconds }),
    });
    return await openPacked(archive, folder, { unpackedBytes });
  } finally {
    await rm(archive, { force: true });
  }
}

/** The submission in the bundle; null where it is none by this policy's limits. Where it lay is not known here. */
async function measuredSubmission(bundleFolder: string, policy: Policy): Promise<Submission | null> {
  const bytes = await readFile(join(bundleFolder, BUNDLE_FILES.submission)).catch(() => null);
  return bytes === null ? null : parseSubmission({ path: null, bytes, policy }).submission;
}
