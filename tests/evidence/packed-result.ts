import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Manifest } from '../../src/domain/evidence.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { cpuRecord, goodEvidence, recordText } from '../support/records.ts';

const REVISION = cpuRecord().plan.model.revision;

/** The submission that was measured, before anybody packed it. */
export const MEASURED = `schemaVersion: 1
model: example-org/synthetic-tiny
revision: ${REVISION}
task: text-generation
precision: float32
`;

export const URL_OF_EVIDENCE = 'https://files.example.org/synthetic/result.tar.gz';

/** The same submission with its evidence and the attestation. */
export const submissionWith = (digest: string, url = URL_OF_EVIDENCE, measured = MEASURED): string => `${measured}evidence:
  url: ${url}
  sha256: ${digest}
attestation:
  publicSharing: true
  dataIntegrity: true
  modelRepresentation: true
`;

type Changes = {
  /** The submission in the bundle. */
  submission?: string;
  plan?: (plan: Plan) => Plan;
  /** The record once everything fits it. */
  record?: (record: Result) => Result;
  /** Files of the bundle after its manifest was written. */
  files?: Readonly<Record<string, string>>;
};

/** Writes a result folder as a benchmark on somebody's own machine leaves it: synthetic figures, whole in themselves. */
export async function resultFolder(folder: string, changes: Changes = {}): Promise<{ folder: string; record: Result }> {
  const { submission = MEASURED, plan = (same) => same, record: last = (same) => same, files: tampered = {} } = changes;
  const planned = cpuRecord().plan;
  const whole = cpuRecord({ plan: plan({ ...planned, submission: { ...planned.submission, sha256: sha256(submission) } }) });
  const { readings, trace, gpuTrace, environment } = goodEvidence(whole);
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const files: [string, string | Uint8Array][] = [
    ['environment.json', `${JSON.stringify(environment, null, 2)}\n`],
    ['log.txt', 'loaded\n'],
    ['plan.json', `${JSON.stringify(whole.plan, null, 2)}\n`],
    ['readings.jsonl', lines(readings)],
    ['submission.yaml', submission],
    ['trace.jsonl.gz', gzipSync(lines([...trace, ...gpuTrace]))],
  ];
  const manifest: Manifest = {
    schemaVersion: 1,
    files: files.map(([path, content]) => ({ path, bytes: Buffer.byteLength(content), sha256: sha256(content) })),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const bytes = manifest.files.reduce((total, file) => total + file.bytes, Buffer.byteLength(text));
  const record = last({ ...whole, bundle: { manifestSha256: sha256(text), files: files.length + 1, bytes } });
  await mkdir(join(folder, 'bundle'), { recursive: true });
  for (const [path, content] of [...files, ['manifest.json', text] as const, ...Object.entries(tampered)])
    await writeFile(join(folder, 'bundle', path), content);
  await writeFile(join(folder, 'result.json'), recordText(record));
  return { folder, record };
}
