/** One licence as the Hub names it, as in apache-2.0; a card may state several. */
const STATED = /^[A-Za-z0-9][A-Za-z0-9._+-]*(?: [A-Za-z0-9][A-Za-z0-9._+-]*)*$/;

/** Longest text of a licence that records and rows hold. */
const LONGEST = 64;

/** The Hub's word for a licence that is not in its list; its name then stands beside it. */
const OTHER = 'other';

/**
 * What the head of a model card states of the licence: the licence, several with blanks between them, or the name of another one.
 * @param card the head as it was parsed, hostile
 * @returns hostile text of any length; null where nothing is stated
 */
export function statedLicence(card: unknown): string | null {
  if (typeof card !== 'object' || card === null) return null;
  const { license, license_name: name } = card as { license?: unknown; license_name?: unknown };
  const all = [license].flat().filter(isText).map(trimmed);
  const stated = all.filter((text) => text !== '').join(' ');
  if (stated === OTHER) return licenceFrom(isText(name) ? trimmed(name) : null) ?? OTHER;
  return stated === '' ? null : stated;
}

/**
 * A stated licence in the form that records and rows hold: at most 64 characters that can do nothing wherever they are shown.
 * It is what the model's authors say; nobody has looked whether it holds.
 * @returns null where none is stated, and for everything that has not that form
 */
export const licenceFrom = (stated: unknown): string | null =>
  isText(stated) && stated.length <= LONGEST && STATED.test(stated) ? stated : null;

const isText = (value: unknown): value is string => typeof value === 'string';
const trimmed = (text: string): string => text.trim();
