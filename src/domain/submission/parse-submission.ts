import type { LocatedFault } from '../findings.ts';
import type { Submission } from '../generated/submission.ts';
import type { Policy } from '../policy.ts';
import { readBytes } from './file-bytes.ts';
import { visible } from './hostile-characters.ts';
import { readPath, type SubmissionLocation } from './location.ts';
import { type PointedFault, policyFaults, type SoundParts } from './policy-faults.ts';
import { type OffsetFault, readYaml } from './read-yaml.ts';
import { readSchema, type SchemaReading } from './schema-faults.ts';
import { soundParts } from './sound-parts.ts';
import { lineStarts, placeOf } from './source-text.ts';

/** A submission's file as it came. */
export type SubmissionFile = {
  /** Path below the root, with forward slashes; null where the file has no root, and then nothing is said of its path. */
  path: string | null;
  bytes: Uint8Array;
  policy: Policy;
};

/** A submission's file as it was understood. */
export type ReadSubmission = {
  /** The submission, where there is no fault at all. */
  submission: Submission | null;
  location: SubmissionLocation | null;
  /** Every fault, by place. */
  faults: LocatedFault[];
  /** What is well formed in itself, whatever is at fault elsewhere. */
  parts: SoundParts;
  /** The file's text; bytes that are not UTF-8 are U+FFFD in it. */
  text: string;
  /** Puts a fault of the value at a pointer in its place in the file. */
  locate: (fault: PointedFault) => LocatedFault;
};

/**
 * Reads a submission: its path, its bytes, its YAML, its schema, and whether it agrees with the policy and with itself.
 * Tells every fault it can tell at once; a fault that only follows from another is left out.
 */
export function parseSubmission({ path, bytes, policy }: SubmissionFile): ReadSubmission {
  const { location, faults: pathFaults } = path === null ? { location: null, faults: [] } : readPath(path);
  const read = readBytes(bytes, policy.limits.submissionBytes);
  const starts = lineStarts(read.text);
  const atStart = (fault: PointedFault): LocatedFault => located({ ...fault, offset: 0 }, starts);
  const unread = { submission: null, location, parts: {}, text: read.text, locate: atStart };
  if (read.clean === null) return { ...unread, faults: inOrder([...pathFaults, ...read.faults]) };

  const yaml = readYaml(read.clean);
  const schema = yaml.tree === null ? null : readSchema(yaml.tree, yaml, read.text);
  const parts = schema === null ? {} : soundParts(schema);
  const locate = schema === null ? atStart : (fault: PointedFault) => located(placed(fault, schema), starts);
  const content = [...yaml.faults, ...(schema?.faults ?? [])].map((fault) => located(fault, starts));
  const policed = schema === null ? [] : policyFaults(parts, policy, location).map(locate);
  const believed = [...content, ...policed].filter(outsideBadBytes(read.text, read.faults, starts));
  const faults = inOrder([...pathFaults, ...read.faults, ...believed]);
  const submission = faults.length === 0 && schema !== null ? (schema.value as Submission) : null;
  return { submission, location, faults, parts, text: read.text, locate };
}

function placed(fault: PointedFault, { places, written }: SchemaReading): OffsetFault {
  const place = places.get(fault.pointer);
  return { ...fault, offset: place?.start ?? 0, pointer: written(fault.pointer) };
}

const located = ({ offset, ...fault }: OffsetFault, starts: readonly number[]): LocatedFault => ({
  ...fault,
  ...placeOf(starts, offset),
  pointer: visible(fault.pointer),
  ...(fault.suggestion === undefined ? {} : { suggestion: visible(fault.suggestion) }),
});

/** What is said of a line whose bytes are broken only repeats that they are. */
function outsideBadBytes(text: string, faults: readonly LocatedFault[], starts: readonly number[]): (fault: LocatedFault) => boolean {
  if (faults.every(({ code }) => code !== 'S-bytes-utf8')) return () => true;
  return ({ line }) => !text.slice(starts[line - 1], starts[line]).includes('\uFFFD');
}

/** Faults by place; equal ones once. */
export function inOrder(faults: readonly LocatedFault[]): LocatedFault[] {
  const unique = new Map(faults.map((fault) => [`${fault.line}:${fault.column} ${fault.code} ${fault.message}`, fault]));
  return [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code)));
}
