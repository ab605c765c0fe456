import { type Pin, pinsIn } from '../templates/pins.ts';
import { ACTION_PLACEHOLDER, type Template } from '../templates/placeholders.ts';
import { bad, good, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';

/** A repository with the template that it was made from. */
export type Made = { place: Place; template: Template };

/**
 * Whether everything that both repositories use of this program is one commit of one repository.
 * @param action OWNER/NAME of that repository, where the owner has told it; else only that it is one is looked at, and its name told
 */
export function releaseFinding(place: Place, made: readonly Made[], action: string | null): SettingFinding {
  const url = pageOf(place, 'actions');
  const dark = made.map((one) => one.place.repository.workflows).find((fact) => !fact.known);
  if (dark !== undefined && !dark.known) return unknown('G-release', place.repository, { why: dark.why, url });
  const found = new Set(made.flatMap(releasesIn));
  const [one, ...others] = found;
  const tell = (message: string) => bad('G-release', place.repository, { message, url });
  if (one === undefined) return tell('No workflow uses a release of this program.');
  if (others.length > 0) return tell(`The workflows use more than one release: ${[...found].join(', ')}.`);
  const repository = one.slice(0, one.indexOf('@'));
  if (action !== null && repository.toLowerCase() !== action.toLowerCase())
    return tell(`The workflows use ${one}, which is not of ${action}.`);
  return good('G-release', place.repository, { message: `Both repositories use ${one}: see that this is the release you mean.`, url });
}

/** What stands where the template has this program, as in OWNER/NAME@COMMIT (v1.2.3). */
function releasesIn({ place, template }: Made): string[] {
  const { workflows } = place.repository;
  if (!workflows.known) return [];
  return [...workflows.value].flatMap(([path, text]) => {
    const parts = (pinsIn(template.get(path) ?? '') ?? []).flatMap(({ action }) =>
      action.startsWith(ACTION_PLACEHOLDER) ? [action.slice(ACTION_PLACEHOLDER.length)] : [],
    );
    return (pinsIn(text) ?? []).flatMap((pin) => releaseOf(pin, parts) ?? []);
  });
}

/** @param parts what of this program the template uses in that file, as in /actions/gate, or nothing for its root */
function releaseOf({ action, ref, comment }: Pin, parts: readonly string[]): string | null {
  const [owner, name, ...more] = action.split('/');
  const part = more.length === 0 ? '' : `/${more.join('/')}`;
  const isOurs = part === '' ? parts.includes('') && !KNOWN_OWNERS.has(owner ?? '') : parts.includes(part);
  return isOurs ? `${owner}/${name}@${ref}${comment === null ? '' : ` (${comment})`}` : null;
}

/** Whose actions stand beside this program's in the templates. */
const KNOWN_OWNERS: ReadonlySet<string> = new Set(['actions']);
