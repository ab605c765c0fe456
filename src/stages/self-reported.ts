import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILES, BUNDLE_FOLDER, RECORD_FILE } from '../bundle/files.ts';
import { readBundle } from '../bundle/read.ts';
import type { PublishedResult } from '../domain/checks/check.ts';
import { parseRecord } from '../domain/checks/form.ts';
import { inputFault } from '../domain/errors.ts';
import type { Submission } from '../domain/generated/submission.ts';
import { selfReportedFindings, selfReportedRecord } from '../domain/imports/self-reported.ts';
import type { Policy } from '../domain/policy.ts';
import { parseSubmission } from '../domain/submission/parse-submission.ts';
import { verdictOf } from '../domain/verdict.ts';
import { fetchEvidence } from '../evidence/fetch-evidence.ts';
import { type Packed, packArchive } from '../evidence/pack.ts';
import { unpackArchive } from '../evidence/unpack.ts';
import { type CheckedResult, checkResult } from './check.ts';
import type { ValidatedFile } from './validate.ts';

/** The files of a packed result in their order: the record, then its bundle. */
const PACKED_NAMES: readonly string[] = [RECORD_FILE, ...Object.values(BUNDLE_FILES).map((name) => `${BUNDLE_FOLDER}/${name}`)];

/** Packs a result folder as a submission's evidence. @throws as packArchive */
export const packResult = (folder: string, file: string): Promise<Packed> => packArchive(folder, PACKED_NAMES, file);

export type SelfReportedRequest = {
  /** The submission, valid. */
  file: ValidatedFile;
  policy: Policy;
  /** What is published, or null when no results repository is at hand. */
  published: readonly PublishedResult[] | null;
  /** A folder that is there and empty; the result is left in it. */
  folder: string;
  signal?: AbortSignal;
  fetch?: typeof globalThis.fetch;
  deadlineMilliseconds?: number;
};

/** What became of the evidence. */
export type SelfReported = CheckedResult & {
  /** The record's text as it is to be published; as it was packed where it cannot be read. */
  text: string;
  /** Where record and bundle lie. */
  folder: string;
  bundleFolder: string;
};

/**
 * Fetches the evidence that a submission names, and checks it as any other result, and as this submission's. The record becomes a
 * self-reported one; its verdict is at best unofficial.
 * @throws Fault of the input: evidence-none, evidence-incomplete, and those of fetchEvidence, unpackArchive and readBundle
 */
export async function importSelfReported(request: SelfReportedRequest): Promise<SelfReported> {
  const { file, policy, published, folder } = request;
  const { evidence, attestation } = withEvidence(file);
  await unpacked(request, evidence);
  const bundleFolder = join(folder, BUNDLE_FOLDER);
  const packedText = await readFile(join(folder, RECORD_FILE), 'utf8');
  const bundle = await readBundle(bundleFolder);
  const { record: packed } = parseRecord(packedText);
  if (packed === null)
    return {
      ...checkResult({ text: packedText, policy, evidence: bundle, expected: null, published }),
      text: packedText,
      folder,
      bundleFolder,
    };

  const record = selfReportedRecord(packed, { evidence, attestation }, file.sha256 ?? '');
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeFile(join(folder, RECORD_FILE), text);
  const checked = checkResult({ text, policy, evidence: bundle, expected: null, published });
  const measured = await measuredSubmission(bundleFolder, policy);
  const together = selfReportedFindings({
    packed,
    record,
    submission: file.submission as Submission,
    variant: file.location?.variant ?? null,
    measured,
    published,
  });
  const findings = [...checked.findings, ...together];
  return { ...verdictOf(findings, { scripted: record.hardware.scripted }), findings, record: checked.record, text, folder, bundleFolder };
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

async function unpacked(request: SelfReportedRequest, { url, sha256 }: Attested['evidence']): Promise<void> {
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
    const names = await unpackArchive(archive, folder, { names: PACKED_NAMES, unpackedBytes });
    const missing = [RECORD_FILE, `${BUNDLE_FOLDER}/${BUNDLE_FILES.manifest}`].filter((name) => !names.includes(name));
    if (missing.length > 0)
      throw inputFault(`The evidence holds no ${missing.join(' and no ')}.`, {
        code: 'evidence-incomplete',
        mend: 'Pack the whole result folder with `ai-energy-score pack`.',
      });
  } finally {
    await rm(archive, { force: true });
  }
}

/** The submission in the bundle; null where it is none by this policy's limits. Where it lay is not known here. */
async function measuredSubmission(bundleFolder: string, policy: Policy): Promise<Submission | null> {
  const bytes = await readFile(join(bundleFolder, BUNDLE_FILES.submission)).catch(() => null);
  return bytes === null ? null : parseSubmission({ path: null, bytes, policy }).submission;
}
