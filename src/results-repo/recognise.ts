import { operatorFault } from '../domain/errors.ts';
import { type Policy, policyFromText } from '../domain/policy.ts';

/** The file by which a results repository is known, beside its policy. No other program's repository has it by chance. */
export const MARKER = '.ai-energy-score';

/** The rules of a results repository. */
export const POLICY = 'policy.yaml';

const LAYOUT = 'layout: 1';

/** The marker's text in a repository that is made now. */
export const MARKER_TEXT = `# This repository holds results of AI Energy Score. Whoever publishes looks for this file before anything is written.\n${LAYOUT}\n`;

type Read = (path: string) => Promise<Uint8Array | null>;

/**
 * The policy of a results repository, which must have marker and policy among its files. Whatever lacks one of them belongs to
 * somebody else: nothing may be written there.
 * @param read gives a file of the repository's head
 * @throws Fault of the operator: not-a-results-repository, policy-yaml, policy-schema
 */
export async function recognise(place: string, read: Read): Promise<Policy> {
  const marker = textOf(await read(MARKER));
  if (marker === null || !marker.split(/\r?\n/).includes(LAYOUT)) throw unmarked(place, MARKER);
  const policy = textOf(await read(POLICY));
  if (policy === null) throw unmarked(place, POLICY);
  return policyFromText(policy, `${place}: ${POLICY}`, operatorFault);
}

const textOf = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

const unmarked = (place: string, missing: string) =>
  operatorFault(
    `${place} is no results repository: its last commit has no ${missing}${missing === MARKER ? ` with the line "${LAYOUT}"` : ''}.`,
    {
      code: 'not-a-results-repository',
      mend: `Name an empty folder, and one is made there; or make this one a results repository on purpose: commit ${POLICY} and a file ${MARKER} with the line "${LAYOUT}".`,
    },
  );
