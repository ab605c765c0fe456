import { explain as explainResult, RESULT_CHECKS } from './checks/index.ts';
import { PUBLICATION_CHECKS } from './checks/publication.ts';
import { FAULTS, faultText } from './faults/index.ts';
import { SETTING_CODES } from './github-settings/codes.ts';
import { explainImport, IMPORT_CHECKS } from './imports/index.ts';
import { OMISSIONS } from './imports/omissions.ts';
import { PULL_REQUEST_CHECKS } from './pull-request/checks.ts';
import { REPOSITORY_CHECKS } from './repository/checks.ts';
import { SUBMISSION_CHECKS } from './submission/checks.ts';
import { nearest } from './submission/nearest.ts';

/** What a code means, for people. */
export type Explanation = {
  code: string;
  /** A check makes sure of something; a fault is something that happened. */
  kind: 'check' | 'fault';
  /** What has to hold, or what happened. */
  title: string;
  why: string;
  mend: string;
};

type Text = Omit<Explanation, 'kind'>;

const SETTINGS: readonly Text[] = Object.entries(SETTING_CODES).map(([code, { holds, mend }]) => ({
  code,
  title: holds,
  why: 'Whoever can write here, or gets hold of a key, can forge a result.',
  mend,
}));

const REPOSITORY: readonly Text[] = Object.entries(REPOSITORY_CHECKS).map(([code, { title, mend }]) => ({
  code,
  title,
  why: 'A results repository proves itself: whoever quotes a figure relies on it.',
  mend,
}));

const MISSING: readonly Text[] = OMISSIONS.map(({ code, sentence }) => ({
  code,
  title: sentence,
  why: 'A figure that was measured elsewhere is told with everything that it lacks.',
  mend: 'Nothing needs to be done; for a figure without this gap, have the model measured here.',
}));

const OTHER_CHECKS: readonly Text[] = [...SUBMISSION_CHECKS, ...PULL_REQUEST_CHECKS, ...REPOSITORY, ...SETTINGS];
const OTHER_FAULTS: readonly Text[] = [...FAULTS, ...MISSING];

const inCode =
  (wanted: string) =>
  ({ code }: Text): boolean =>
    code.toLowerCase() === wanted;

/** What a code of a check or a fault means, in whatever case it is written; null for one that is not known. */
export function explainCode(code: string): Explanation | null {
  const wanted = code.trim().toLowerCase();
  const check = explainResult(wanted) ?? explainImport(wanted) ?? OTHER_CHECKS.find(inCode(wanted));
  if (check !== undefined) return explanation('check', check);
  const fault = faultText(wanted) ?? OTHER_FAULTS.find(inCode(wanted));
  return fault === undefined ? null : explanation('fault', fault);
}

const explanation = (kind: Explanation['kind'], { code, title, why, mend }: Text): Explanation => ({ code, kind, title, why, mend });

/** The known code that was probably meant; null where none is near. */
export function nearestCode(code: string): string | null {
  const known = [...RESULT_CHECKS, ...PUBLICATION_CHECKS, ...IMPORT_CHECKS, ...OTHER_CHECKS, ...OTHER_FAULTS].map((one) => one.code);
  return nearest(code, known) ?? endingIn(code, known);
}

/** The shortest code that ends in the words of another, as R-energy-cv does in energy-cv. */
function endingIn(words: string, known: readonly string[]): string | null {
  const end = `-${words.trim().toLowerCase()}`;
  const found = known.filter((code) => code.toLowerCase().endsWith(end));
  return found.sort((a, b) => a.length - b.length)[0] ?? null;
}
