import { literally } from './placeholders.ts';

/** An action as a workflow names it. */
export type Pin = { action: string; ref: string; comment: string | null };

const USES = /^\s*(?:- )?uses:\s*(?<action>[^@\s#]+)@(?<ref>[^\s#]+)[^\S\n]*(?:#\s*(?<comment>\S+))?/gm;

/** Every action that a workflow uses from another repository. */
export const pinsIn = (workflow: string): Pin[] =>
  [...workflow.matchAll(USES)].map(({ groups = {} }) => ({
    action: groups.action as string,
    ref: groups.ref as string,
    comment: groups.comment ?? null,
  }));

/** Whether a pin names a commit, which nobody can move, rather than a tag or a branch. */
export const isCommit = ({ ref }: Pin): boolean => /^[0-9a-f]{40}$/.test(ref);

/** A workflow in which every pinned commit is left out, to compare two of them but for that. */
export const withoutPins = (text: string): string => text.replace(/@[0-9a-f]{40}(?:[^\S\n]+#[^\S\n]*\S+)?/g, '@COMMIT');

export type Release = { action: string; release: string; version: string };

/**
 * A file in which everything that names a commit of this program's repository names another one: pins with the version beside them,
 * links to files, and the sentence that says which version it is. All else stays to the byte.
 */
export function movePins(text: string, { action, release, version }: Release): string {
  const name = `(?<![\\w.-])${literally(action)}`;
  return text
    .replace(new RegExp(`(${name}(?:/[\\w./-]+)?@)[0-9a-f]{40}\\b(?:([^\\S\\n]+#[^\\S\\n]*)v\\d[\\w.+-]*)?`, 'g'), pinned)
    .replace(new RegExp(`(${name}/(?:blob/)?)[0-9a-f]{40}(?=/)`, 'g'), `$1${release}`)
    .replace(new RegExp(`(pinned to )v\\d[\\w.+-]*( of \\[${literally(action)}\\])`, 'g'), `$1${version}$2`);

  function pinned(_match: string, before: string, comment: string | undefined): string {
    return `${before}${release}${comment ?? ' # '}${version}`;
  }
}
