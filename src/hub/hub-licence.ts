import { licenceFrom, statedLicence } from '../domain/licence.ts';
import { accessOptions, type HubAccess, hubLibrary, onceFetch } from './hub-access.ts';

/** How long the Hub may be silent, in milliseconds: nothing that is measured waits for its answer. */
const STALL_MILLISECONDS = 10_000;

/**
 * The licence that a model's card states at its pinned revision, in the form of records. The Hub is asked once.
 * @returns null also where the Hub does not answer, or refuses: a licence never holds a measurement up
 */
export async function hubLicence(access: HubAccess, id: string, revision: string): Promise<string | null> {
  const { modelInfo } = await hubLibrary();
  const brief = { ...access, stallMilliseconds: Math.min(access.stallMilliseconds ?? STALL_MILLISECONDS, STALL_MILLISECONDS) };
  try {
    const { sha, cardData } = await modelInfo({
      ...accessOptions(brief),
      fetch: onceFetch(brief),
      name: id,
      revision,
      additionalFields: ['sha', 'cardData'],
    });
    return sha === revision ? licenceFrom(statedLicence(cardData)) : null;
  } catch {
    access.signal?.throwIfAborted();
    return null;
  }
}
