import type { LocatedFault } from '../findings.ts';
import type { Submission } from '../generated/submission.ts';
import { VALUE_ALIASES } from './field-sentences.ts';
import { hostileCharacters, quoted } from './hostile-characters.ts';
import { nearest } from './nearest.ts';
import { schemaAt } from './schema-places.ts';

/** Where a submission's file says what it is. */
export type SubmissionLocation = {
  org: string;
  name: string;
  task: Submission['task'];
  /** What tells two submissions of one model and task apart; null for the plain one. */
  variant: string | null;
};

export type ReadPath = { location: SubmissionLocation | null; faults: LocatedFault[] };

const LAYOUT = 'submissions/<org>/<model>/<task>[.<variant>].yaml';
const VARIANT = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const MODEL = new RegExp(schemaAt(['model'])?.pattern ?? '', 'u');
const TASKS = (schemaAt(['task'])?.enum ?? []) as readonly Submission['task'][];

const fault = (code: string, message: string, suggestion?: string): LocatedFault => ({
  code,
  message,
  line: 1,
  column: 1,
  pointer: '',
  ...(suggestion === undefined ? {} : { suggestion }),
});

/** Reads a path below the root, with forward slashes, as submissions/<org>/<model>/<task>[.<variant>].yaml. */
export function readPath(path: string): ReadPath {
  const parts = path.split('/');
  if (
    path.startsWith('/') ||
    path.includes('\\') ||
    /^[A-Za-z]:/.test(path) ||
    parts.some((part) => part === '' || part === '.' || part === '..')
  ) {
    const message = `The path ${quoted(path)} does not simply lead down from the root: no '..', no backslash, no empty part.`;
    return { location: null, faults: [fault('S-path-traversal', message)] };
  }
  if (/[^\x20-\x7e]/.test(path) || hostileCharacters(path).length > 0) {
    return { location: null, faults: [fault('S-path-characters', `The path ${quoted(path)} has characters that are not ASCII.`)] };
  }
  const [top, org = '', name = '', file = ''] = parts;
  if (top !== 'submissions' || parts.length !== 4) {
    return { location: null, faults: [fault('S-path-layout', `The path ${quoted(path)} is not of the form ${LAYOUT}.`)] };
  }
  return readParts(org, name, file);
}

function readParts(org: string, name: string, file: string): ReadPath {
  const faults: LocatedFault[] = [];
  const folder = `submissions/${org}/${name}`;
  if (!MODEL.test(`${org}/${name}`)) {
    faults.push(fault('S-path-layout', `The folders ${quoted(`${org}/${name}`)} are not a model's id on the Hub.`));
  }
  const [, stem = '', ending = ''] = /^(.*?)((?:\.(?:ya?ml|json))?)$/i.exec(file) ?? [];
  if (ending !== '.yaml') {
    faults.push(fault('S-path-extension', `The file ${quoted(file)} does not end in .yaml.`, `${folder}/${stem}.yaml`));
  }
  const [word = '', ...rest] = stem.split('.');
  const variant = rest.length === 0 ? null : rest.join('.');
  const task = TASKS.find((known) => known === word);
  if (task === undefined) {
    const meant = nearest(word, TASKS, VALUE_ALIASES.task);
    const suggestion = meant === null ? undefined : `${folder}/${[meant, ...rest].join('.')}.yaml`;
    faults.push(fault('S-path-task', `The file's name begins with ${quoted(word)}, which is not a task.`, suggestion));
  }
  if (variant !== null && !VARIANT.test(variant)) {
    const message = `The variant ${quoted(variant)} is not of lower-case letters, digits and inner hyphens, at most 40.`;
    const meant = variant.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const suggestion = VARIANT.test(meant) && task !== undefined ? `${folder}/${task}.${meant}.yaml` : undefined;
    faults.push(fault('S-path-variant', message, suggestion));
  }
  const isRead = task !== undefined && faults.every(({ code }) => code === 'S-path-extension');
  return { location: isRead ? { org, name, task, variant } : null, faults };
}

/** The path a submission of this model, task and variant has below the root. */
export const submissionPath = ({ org, name, task, variant }: SubmissionLocation): string =>
  `submissions/${org}/${name}/${variant === null ? task : `${task}.${variant}`}.yaml`;
