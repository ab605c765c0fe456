import { sha256 } from '../domain/canonical.ts';
import { Fault, inputFault } from '../domain/errors.ts';
import type { LocatedFault } from '../domain/findings.ts';
import type { Submission } from '../domain/generated/submission.ts';
import type { Policy } from '../domain/policy.ts';
import { sizeFault } from '../domain/submission/file-bytes.ts';
import { quoted } from '../domain/submission/hostile-characters.ts';
import { hubFaults, hubReferences } from '../domain/submission/hub-faults.ts';
import { readPath, type SubmissionLocation } from '../domain/submission/location.ts';
import { inOrder, parseSubmission, type ReadSubmission } from '../domain/submission/parse-submission.ts';
import type { ModelCatalogue, ModelLookup } from '../ports/hub.ts';
import type { FoundFile, SubmissionFiles } from '../ports/submission-files.ts';
import { localSubmissionFiles } from '../submissions/local-files.ts';

/** A submission's file and what is wrong with it. */
export type ValidatedFile = {
  /** The path as it was told; below a folder that was told, the folder's path and the rest. */
  path: string;
  valid: boolean;
  /** By place; empty where the file is valid. */
  errors: LocatedFault[];
  /** Null where the file is not valid. */
  submission: Submission | null;
  location: SubmissionLocation | null;
  /** Size of the file; null where it was not read. */
  bytes: number | null;
  /** Digest of the file's bytes; null where it was not read. */
  sha256: string | null;
  /** The file's text; empty where it was not read. */
  source: string;
};

export type ValidateRequest = {
  /** Folder that holds submissions/. */
  root: string;
  /** Files, and folders whose .yaml and .yml files are all meant. A path that is not there is looked for below the root. */
  files: readonly string[];
  policy: Policy;
  /** Null leaves the Hub out. */
  catalogue: ModelCatalogue | null;
  source?: SubmissionFiles;
};

/** Repositories that are looked up at one time. */
const LOOKUPS_AT_ONCE = 8;

/**
 * Validates submissions, in the order told, folders in the order of their paths, each file once.
 * @throws Fault of the input, code submissions-none, where a folder holds no submission
 * @throws Fault of the operator where a file or the catalogue cannot be read
 */
export async function validateSubmissions(request: ValidateRequest): Promise<ValidatedFile[]> {
  const source = request.source ?? localSubmissionFiles;
  const root = source.resolve(request.root);
  const examined: Examined[] = [];
  for (const { path, absolute } of await expanded(request.files, root, source)) {
    examined.push(await examine(path, absolute, { root, policy: request.policy, source }));
  }
  for (const clash of clashes(examined)) clash.file.errors.push(clash.fault);
  if (request.catalogue !== null) await askHub(examined, request.catalogue, request.policy);
  return examined.map(({ file }) => {
    const errors = inOrder(file.errors);
    return { ...file, errors, valid: errors.length === 0, submission: errors.length === 0 ? file.submission : null };
  });
}

type Named = { path: string; absolute: string };

/** A file under examination; read is null where it was not read. */
type Examined = { file: ValidatedFile; belowRoot: string; read: ReadSubmission | null };

async function expanded(paths: readonly string[], root: string, source: SubmissionFiles): Promise<Named[]> {
  const found = new Map<string, Named>();
  const add = (named: Named) => found.has(named.absolute) || found.set(named.absolute, named);
  for (const path of paths) {
    const absolute = await placed(path, root, source);
    const files = await source.list(absolute);
    if (files === null || /\.ya?ml$/i.test(absolute)) {
      add({ path, absolute });
      continue;
    }
    // The folder that holds submissions/ often holds the policy too, which is not one of them.
    const submissions = files.filter((file) => !/^policy\.ya?ml$/.test(file.slice(absolute.length + 1)));
    if (submissions.length === 0) {
      throw inputFault(`There is no .yaml file below ${quoted(path)}.`, {
        code: 'submissions-none',
        mend: 'Name a submission, or a folder that holds some.',
      });
    }
    const prefix = path.replace(/[\\/]+$/, '');
    for (const file of submissions) add({ path: joined(prefix, file.slice(absolute.length + 1)), absolute: file });
  }
  return [...found.values()];
}

const joined = (prefix: string, rest: string): string => (prefix === '.' || prefix === '' ? rest : `${prefix}/${rest}`);

/** A path is one of the current folder; where nothing is there, one of the root. */
async function placed(path: string, root: string, source: SubmissionFiles): Promise<string> {
  const here = source.resolve(path);
  const there = source.resolve(`${root}/${path}`);
  const exists = async (at: string) => (await source.read(at, { root, limit: 0 })).kind !== 'missing';
  return !here.startsWith(`${root}/`) && !(await exists(here)) && (await exists(there)) ? there : here;
}

const atStart = (code: string, message: string, suggestion?: string): LocatedFault => ({
  code,
  message,
  line: 1,
  column: 1,
  pointer: '',
  ...(suggestion === undefined ? {} : { suggestion }),
});

async function examine(
  path: string,
  absolute: string,
  { root, policy, source }: { root: string; policy: Policy; source: SubmissionFiles },
): Promise<Examined> {
  const { belowRoot, faults: rootFaults } = positionOf(absolute, root, source.resolve('.'));
  const limit = policy.limits.submissionBytes;
  const found = await source.read(absolute, { root, limit });
  const unread = { path, valid: false, submission: null, bytes: null, sha256: null, source: '' };
  if (found.kind !== 'read') {
    const { location, faults } = belowRoot === null ? { location: null, faults: [] } : readPath(belowRoot);
    const errors = [...rootFaults, ...faults, unreadFault(found, path, limit)];
    const bytes = found.kind === 'too large' ? found.bytes : null;
    return { file: { ...unread, location, errors, bytes }, belowRoot: belowRoot ?? absolute, read: null };
  }
  // Outside of every root a file has no place to agree with, but its content is still worth a look.
  const read = parseSubmission({ path: belowRoot, bytes: found.bytes, policy });
  const { submission, location, text } = read;
  const errors = [...rootFaults, ...read.faults];
  const facts = { bytes: found.bytes.length, sha256: sha256(found.bytes), source: text };
  return { file: { ...unread, ...facts, submission, location, errors }, belowRoot: belowRoot ?? absolute, read };
}

/** A file's path below its root; where that is another root than the one told, the fault says which. */
function positionOf(absolute: string, root: string, here: string): { belowRoot: string | null; faults: LocatedFault[] } {
  const prefix = root === '/' ? '/' : `${root}/`;
  const belowRoot = absolute.startsWith(prefix) ? absolute.slice(prefix.length) : null;
  if (belowRoot?.startsWith('submissions/')) return { belowRoot, faults: [] };
  const parts = absolute.split('/');
  const fits = parts.at(-4) === 'submissions';
  if (fits) {
    const ancestor = parts.slice(0, -4).join('/') || '/';
    const shown = ancestor.startsWith(`${here}/`) ? ancestor.slice(here.length + 1) : ancestor === here ? '.' : ancestor;
    const message = `The file does not lie in submissions/ below the root, but it would below ${quoted(shown)}.`;
    return { belowRoot: parts.slice(-4).join('/'), faults: [atStart('S-path-root', message, `--root ${shown}`)] };
  }
  if (belowRoot !== null) return { belowRoot, faults: [] };
  return { belowRoot: null, faults: [atStart('S-path-root', 'The file lies outside the root.')] };
}

function unreadFault(found: Exclude<FoundFile, { kind: 'read' }>, path: string, limit: number): LocatedFault {
  if (found.kind === 'too large') return sizeFault(found.bytes, limit);
  if (found.kind === 'missing') return atStart('S-path-missing', `There is no file ${quoted(path)}.`);
  if (found.kind === 'symlink') return atStart('S-path-symlink', `${quoted(path)} is a symbolic link, or lies behind one.`);
  return atStart('S-path-kind', `${quoted(path)} is not a regular file.`);
}

/** Files whose paths differ only in case: two names for one model and task. */
function clashes(examined: readonly Examined[]): { file: ValidatedFile; fault: LocatedFault }[] {
  const groups = Map.groupBy(examined, ({ belowRoot }) => belowRoot.toLowerCase());
  return [...groups.values()].flatMap((group) => {
    const names = [...new Set(group.map(({ belowRoot }) => belowRoot))];
    if (names.length < 2) return [];
    return group.map(({ file, belowRoot }) => {
      const others = names.filter((name) => name !== belowRoot).map(quoted);
      return { file, fault: atStart('S-path-case', `The path differs only in case from ${others.join(', ')}.`) };
    });
  });
}

/** A repository that is at fault itself is the fault of those who name it, and of nobody else. */
function refused(error: unknown): ModelLookup {
  if (!(error instanceof Fault) || error.kind !== 'input') throw error;
  return { kind: 'refused', why: `${error.message}${error.mend === undefined ? '' : ` ${error.mend}`}` };
}

/** Looks every repository up once and adds what the Hub says against a file to its faults. */
async function askHub(examined: readonly Examined[], catalogue: ModelCatalogue, policy: Policy): Promise<void> {
  const questions = examined.flatMap(({ file, read }) =>
    read === null ? [] : hubReferences(read.parts).map((reference) => ({ file, read, reference })),
  );
  const keyOf = ({ id, revision }: { id: string; revision: string }) => `${id}@${revision}`;
  const waiting = [...new Map(questions.map(({ reference }) => [keyOf(reference), reference])).entries()];
  const answers = new Map<string, ModelLookup>();
  const lookUp = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [key, { id, revision }] = next;
      answers.set(key, await catalogue.lookUp(id, revision).catch(refused));
    }
  };
  await Promise.all(Array.from({ length: LOOKUPS_AT_ONCE }, lookUp));
  for (const { file, read, reference } of questions) {
    const answer = answers.get(keyOf(reference));
    if (answer === undefined) continue;
    file.errors.push(...hubFaults(reference, answer, read.parts, policy).map(read.locate));
  }
}

/** The form of --json: one document for all files. */
export type ValidationJson = {
  files: { path: string; valid: boolean; errors: LocatedFault[] }[];
};

/** What `validate --json` prints. */
export const validationJson = (files: readonly ValidatedFile[]): ValidationJson => ({
  files: files.map(({ path, valid, errors }) => ({
    path,
    valid,
    errors: errors.map(({ code, message, line, column, pointer, suggestion }) => ({
      code,
      message,
      line,
      column,
      pointer,
      ...(suggestion === undefined ? {} : { suggestion }),
    })),
  })),
});
