import { isScalar, parseAllDocuments, visit } from 'yaml';
import { literally } from './placeholders.ts';

/** An action as a workflow names it; the ref is empty where it names none. */
export type Pin = { action: string; ref: string; comment: string | null };

/**
 * Every action, reusable workflow and container that a workflow uses from elsewhere, however its YAML is written.
 * @returns null for what is no YAML
 */
export function pinsIn(workflow: string): Pin[] | null {
  const documents = parseAllDocuments(workflow);
  if (!Array.isArray(documents)) return [];
  const pins: Pin[] = [];
  for (const document of documents) {
    if (document.errors.length > 0) return null;
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || key.value !== 'uses' || !isScalar(value) || typeof value.value !== 'string') return;
        // What lies in the repository itself moves with it.
        if (value.value.startsWith('./')) return;
        pins.push(pinOf(value.value, value.comment ?? null));
      },
    });
  }
  return pins;
}

function pinOf(used: string, comment: string | null): Pin {
  const at = used.lastIndexOf('@');
  const [action, ref] = at < 0 ? [used, ''] : [used.slice(0, at), used.slice(at + 1)];
  return { action, ref, comment: comment?.trim().split(/\s/)[0] || null };
}

/** Whether a pin names a commit, or an image by its digest: what nobody can move, rather than a tag or a branch. */
export const isCommit = ({ ref }: Pin): boolean => /^(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/.test(ref);

/** A workflow in which every pinned commit is left out, to compare two of them but for that. */
export const withoutPins = (text: string): string => text.replace(/@[0-9a-f]{40}(?:[^\S\n]+#[^\S\n]*\S+)?/g, '@COMMIT');

export type Release = { action: string; release: string; version: string };

/**
 * A file in which everything that names a commit of this program's repository names another one: pins with the version beside them,
 * links to files, and the sentence that says which version it is. All else stays to the byte.
 */
export function movePins(text: string, { action, release, version }: Release): string {
  const name = `(?<![\\w.-])${literally(action)}`;
  const uses = `^[^\\S\\n]*(?:-[^\\S\\n]+)?["']?uses["']?[^\\S\\n]*:[^\\S\\n]*["']?`;
  return text
    .replace(new RegExp(`(${uses}${name}(?:/[\\w./-]+)?@)[0-9a-f]{40}\\b(["']?)(?:([^\\S\\n]+#[^\\S\\n]*)v\\d[\\w.+-]*)?`, 'gm'), pinned)
    .replace(new RegExp(`(${name}/(?:blob/)?)[0-9a-f]{40}(?=/)`, 'g'), `$1${release}`)
    .replace(new RegExp(`(pinned to )v\\d[\\w.+-]*( of \\[${literally(action)}\\])`, 'g'), `$1${version}$2`);

  function pinned(_match: string, before: string, quote: string, comment: string | undefined): string {
    return `${before}${release}${quote}${comment ?? ' # '}${version}`;
  }
}
