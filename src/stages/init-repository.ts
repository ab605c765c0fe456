import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, operatorFault } from '../domain/errors.ts';
import { type LineChange, lineChanges } from '../domain/templates/line-changes.ts';
import { movePins, type Release, withoutPins } from '../domain/templates/pins.ts';
import { fill, TEMPLATE_KINDS, type Template, type TemplateKind, type TemplateValues } from '../domain/templates/placeholders.ts';
import { makeFolder } from '../files/make-folder.ts';

/** What became of one file of the template. */
export type InitialFile = { path: string; status: 'written' | 'same' | 'differs' };

/** What became of one file at an upgrade; where the template says otherwise, how. */
export type UpgradedFile = { path: string; status: 'moved' | 'same' | 'missing'; differences: LineChange[] };

/** Whether files are written, or it is only told what would be. */
export type Writing = 'write' | 'tell';

/** What only the other of the two repositories has. */
const OF_THE_OTHER: Readonly<Record<TemplateKind, string>> = { submissions: '.ai-energy-score', results: 'submissions' };

/**
 * Keeps the two repositories apart: one folder cannot be both.
 * @throws Fault of the operator, code init-other-repository
 */
export async function refuseOther(folder: string, kind: TemplateKind): Promise<void> {
  const there = await lstat(join(folder, OF_THE_OTHER[kind])).catch(() => null);
  if (there === null) return;
  const other = TEMPLATE_KINDS.find((one) => one !== kind);
  throw operatorFault(`${folder} holds ${OF_THE_OTHER[kind]}, as a ${other} repository does.`, {
    code: 'init-other-repository',
    mend: `Name another folder for the ${kind} repository: the two have different rules and secrets.`,
  });
}

/**
 * Writes a filled template into a folder. A file that is there stays as it is, whatever it holds.
 * @throws Fault of the operator: folder-refused, not-a-folder, init-write
 */
export async function initRepository(
  folder: string,
  { template, values, writing }: { template: Template; values: TemplateValues; writing: Writing },
): Promise<InitialFile[]> {
  const files: InitialFile[] = [];
  for (const [path, text] of template) {
    const filled = fill(text, values);
    const present = await textAt(folder, path);
    const status = present === null ? 'written' : present.replaceAll('\r\n', '\n') === filled ? 'same' : 'differs';
    if (status === 'written' && writing === 'write') await writeNew(folder, path, filled);
    files.push({ path, status });
  }
  return files;
}

/**
 * Moves the pins of a repository that was made from a template to another release, in place, and tells where the template now says
 * something else. Workflows of the owner's own are moved as well.
 * @param from where the pins are looked for, and what else the repository was filled with
 */
export async function upgradeRepository(
  folder: string,
  {
    template,
    values,
    release,
    writing,
  }: { template: Template; values: TemplateValues & Release; release: Omit<Release, 'action'>; writing: Writing },
): Promise<UpgradedFile[]> {
  const files: UpgradedFile[] = [];
  for (const path of [...template.keys(), ...(await ownWorkflows(folder, template))]) {
    const present = await textAt(folder, path);
    if (present === null) {
      files.push({ path, status: 'missing', differences: [] });
      continue;
    }
    const moved = movePins(present, { action: values.action, ...release });
    if (moved !== present && writing === 'write') await writeFile(join(folder, path), moved);
    const text = template.get(path);
    const compared = text !== undefined && path.startsWith(MACHINERY);
    const differences = compared ? differencesOf(moved, fill(text, { ...values, ...release })) : [];
    files.push({ path, status: moved === present ? 'same' : 'moved', differences });
  }
  return files;
}

/** What the template has a say in; the rest, such as the policy, is the owner's from the first day. */
const MACHINERY = '.github/';

const WORKFLOWS = `${MACHINERY}workflows`;

async function ownWorkflows(folder: string, template: Template): Promise<string[]> {
  const names = await readdir(join(folder, WORKFLOWS)).catch(() => []);
  return names.filter((name) => /\.ya?ml$/.test(name) && !template.has(`${WORKFLOWS}/${name}`)).map((name) => `${WORKFLOWS}/${name}`);
}

/** Differences but for pinned commits: those of others are moved by Dependabot. */
function differencesOf(present: string, filled: string): LineChange[] {
  // However git has checked its lines out.
  const [theirs, ours] = [withoutPins(present.replaceAll('\r\n', '\n')), withoutPins(filled)];
  return theirs === ours ? [] : lineChanges(theirs, ours);
}

/** The filled template's files that are in a folder, by path: what valuesIn reads. */
export async function presentFiles(folder: string, template: Template): Promise<Template> {
  const texts = await Promise.all([...template.keys()].map(async (path) => [path, await textAt(folder, path)] as const));
  return new Map(texts.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A file's text; null where nothing is there; empty where what is there is no file. */
async function textAt(folder: string, path: string): Promise<string | null> {
  try {
    const place = join(folder, path);
    return (await lstat(place)).isFile() ? await readFile(place, 'utf8') : '';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw operatorFault(`${path} cannot be read: ${messageOf(error)}.`, {
      code: 'init-read',
      mend: 'Name a folder whose files you may read.',
      cause: error,
    });
  }
}

async function writeNew(folder: string, path: string, text: string): Promise<void> {
  await makeFolder(dirname(join(folder, path)));
  await writeFile(join(folder, path), text, { flag: 'wx' }).catch((cause: unknown) => {
    throw operatorFault(`${path} cannot be written: ${messageOf(cause)}.`, {
      code: 'init-write',
      mend: 'Name a folder in which you may write.',
      cause,
    });
  });
}
