import { access, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import { SYSTEM_FOLDERS } from './mounts.ts';
import { isWithin } from './request.ts';

/** A chain of links is never that long. */
const MOST_LINKS = 40;

/**
 * What a program needs to be readable besides the system's folders: its file by every name on the way to it and, for a
 * Python, its virtual environment and the installation that it was made from.
 * @param path the PATH by which a bare name is found
 * @param more files and folders that the program reads as well: sources, modules
 * @throws Fault of the operator, code program-missing
 */
export async function programFolders({
  command,
  path,
  more = [],
}: {
  command: string;
  path: string;
  more?: readonly string[];
}): Promise<string[]> {
  const program = await findProgram(command, path);
  const found = isPython(program) ? await pythonFolders(program, new Set()) : await namesOf(program);
  const all = new Set([...found, ...more.map((one) => resolve(one))]);
  return [...all].filter((one) => !SYSTEM_FOLDERS.some((folder) => isWithin(one, folder)));
}

async function findProgram(command: string, path: string): Promise<string> {
  const places = command.includes('/')
    ? [resolve(command)]
    : path
        .split(delimiter)
        .filter(isAbsolute)
        .map((folder) => join(folder, command));
  for (const place of places) if (await exists(place)) return place;
  throw operatorFault(`The program ${command} is not there.`, {
    code: 'program-missing',
    mend: 'Install it, or name it by its whole path.',
  });
}

const isPython = (program: string): boolean => /^python[\d.]*$/.test(basename(program));

/** A file by each link on the way to it, and by its real path. */
async function namesOf(program: string): Promise<string[]> {
  const names = [program];
  for (let name = program; names.length < MOST_LINKS; ) {
    const target = await readlink(name).catch(() => null);
    if (target === null) break;
    name = resolve(dirname(name), target);
    names.push(name);
  }
  const real = await realpath(program).catch(() => null); // A link to nothing.
  return real === null ? [] : [...names, real];
}

/** A Python by each of its names, with its libraries: bin/python of a virtual environment links to the one that made it. */
async function pythonFolders(program: string, known: Set<string>): Promise<string[]> {
  const folders: string[] = [];
  for (const name of await namesOf(program)) {
    folders.push(name);
    const prefix = dirname(dirname(name));
    if (known.has(prefix)) continue;
    known.add(prefix);
    const home = await homeOf(prefix);
    if (home === null) folders.push(...(await libraryFolders(prefix)));
    else folders.push(prefix, ...(await pythonFolders(join(home, basename(name)), known)));
  }
  return folders;
}

/** The folder with the Python that a virtual environment was made from; null for what is no virtual environment. */
async function homeOf(prefix: string): Promise<string | null> {
  const settings = await readFile(join(prefix, 'pyvenv.cfg'), 'utf8').catch(() => '');
  return settings.match(/^home\s*=\s*(.+?)\s*$/m)?.[1] ?? null;
}

/** The libraries of an installation. Its prefix is not shown as a whole: it may be a home folder. */
async function libraryFolders(prefix: string): Promise<string[]> {
  const folders = [join(prefix, 'lib'), join(prefix, 'lib64')];
  const there = await Promise.all(folders.map(exists));
  return folders.filter((_, index) => there[index]);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
