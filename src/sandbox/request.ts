import { access, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { SandboxRequest } from '../ports/sandbox.ts';

/** The user that a model runs as where the sandbox can choose: nobody's, and no user of a usual system. */
export const SANDBOX_USER = 65532;

/** Sizes of the file systems in memory that a sandboxed program can write, in bytes. They bound what it can fill. */
export const SCRATCH_BYTES = 2 ** 30;
export const TEMPORARY_BYTES = 2 ** 28;
export const SHARED_MEMORY_BYTES = 2 ** 28;

/** Folders that hold secrets, sockets, or the system's controls. Nothing that contains one of them is shown to a model. */
const CLOSED = ['/etc', '/run', '/var/run', '/proc', '/sys', '/dev', '/root', '/home'];

/**
 * Makes sure that a request shows a model no more than it should.
 * @param asOther the program runs as another user, to whom the files have to be open
 * @throws Fault of the operator: sandbox-path, sandbox-too-wide, sandbox-missing-path, sandbox-unreadable
 */
export async function checkRequest(request: SandboxRequest, { asOther }: { asOther: boolean }): Promise<void> {
  for (const path of [...request.readable, request.scratchFolder]) checkPath(path);
  for (const path of request.readable) {
    await checkNarrow(path);
    await checkThere(path);
    if (asOther) await checkOpen(path);
  }
}

function checkPath(path: string): void {
  if (isAbsolute(path) && normalize(path) === path && !path.includes('\0') && !path.includes('\n')) return;
  throw operatorFault(`A sandbox cannot take the path ${JSON.stringify(path)}.`, {
    code: 'sandbox-path',
    mend: 'Name it as an absolute path without . and .. and line breaks.',
  });
}

async function checkNarrow(path: string): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const closed = [...CLOSED, homedir()].find((folder) => [path, real].some((shown) => isWithin(folder, shown)));
  if (closed === undefined) return;
  throw operatorFault(`The folder ${path} would show the model ${closed}.`, {
    code: 'sandbox-too-wide',
    mend: 'Name the folders of the program and of the model alone, not one that holds a home folder or the system.',
  });
}

async function checkThere(path: string): Promise<void> {
  await access(path).catch((cause: unknown) => {
    throw operatorFault(`The model is to read ${path}, which is not there.`, { code: 'sandbox-missing-path', cause });
  });
}

/** Entries of a folder that are looked at: a model has fewer, and programs are open to others anyway. */
const MOST_ENTRIES = 2000;

/**
 * Files are read as another user than ours, so everybody has to be able to. Weights often are not open to others:
 * safetensors writes them for their owner alone.
 */
async function checkOpen(path: string): Promise<void> {
  const waiting = [path];
  for (let looked = 0; looked < MOST_ENTRIES; looked += 1) {
    const next = waiting.shift();
    if (next === undefined) return;
    const found = await stat(next).catch(() => null); // A link to nothing, or gone meanwhile: the model will say.
    if (found === null) continue;
    const needed = found.isDirectory() ? 0o005 : 0o004;
    if ((found.mode & needed) !== needed) throw notOpen(next, path);
    if (found.isDirectory() && waiting.length < MOST_ENTRIES) waiting.push(...(await readdir(next)).map((name) => join(next, name)));
  }
}

const notOpen = (path: string, folder: string) =>
  operatorFault(`The model runs as user ${SANDBOX_USER}, who may not read ${path}.`, {
    code: 'sandbox-unreadable',
    mend: `chmod -R o+rX ${folder}`,
  });

/** Whether a path is a folder or lies below it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** The paths that have to be shown: without those that lie in one that is shown already, unless the scratch folder hides them. */
export function shownPaths({ readable, scratchFolder }: Pick<SandboxRequest, 'readable' | 'scratchFolder'>): string[] {
  const hidden = (path: string, folder: string) => isWithin(path, scratchFolder) && isWithin(scratchFolder, folder);
  const covered = (path: string) => readable.some((other) => other !== path && isWithin(path, other) && !hidden(path, other));
  return [...new Set(readable)].filter((path) => !covered(path));
}

/**
 * The environment of a program in a sandbox that has its own file systems: home and temporary files lie there.
 * The visible GPUs are named as well, for a program that would look further.
 */
export function sandboxEnvironment({ environment, scratchFolder, gpus }: SandboxRequest): Record<string, string> {
  return { ...environment, HOME: scratchFolder, TMPDIR: '/tmp', USER: 'worker', ...visibleGpus(environment, gpus) };
}

/** CUDA_VISIBLE_DEVICES for these GPUs, unless the environment names it; with no GPU it hides all. */
export const visibleGpus = (environment: SandboxRequest['environment'], gpus: readonly string[]): Record<string, string> =>
  environment.CUDA_VISIBLE_DEVICES === undefined ? { CUDA_VISIBLE_DEVICES: gpus.join(',') } : {};
