import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import { defaultPolicy, type Policy, policyFromText } from '../domain/policy.ts';

/** A checkout of a submissions repository, and what lies in it beside submissions/. */
export type SubmissionsFolder = {
  root: string;
  policy: Policy;
  /** The policy's file, or null where the defaults are used. */
  policyFile: string | null;
  /** Folder that the policy's relative paths start from. */
  policyFolder: string;
  /** Folder of local models, <org>/<model>/, or null where models come from the Hub. */
  modelsFolder: string | null;
};

/**
 * The folder that holds submissions/, for a file or folder in it: the current directory if that fits, else the nearest
 * ancestor of the path.
 */
export function rootFor(path: string): string {
  const current = process.cwd();
  if (isBelow(resolve(path), join(current, 'submissions'))) return current;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'submissions')) && isBelow(resolve(path), folder)) return folder;
  }
  return current;
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/**
 * Opens a submissions folder: its policy.yaml and models/ where it has them, or those that the operator names.
 * @throws Fault where a named file is missing or the policy does not fit its schema
 */
export async function openSubmissionsFolder(options: {
  root: string;
  policyFile?: string;
  modelsFolder?: string;
}): Promise<SubmissionsFolder> {
  const root = resolve(options.root);
  if (!(await isFolder(root)))
    throw operatorFault(`There is no folder ${options.root}.`, {
      code: 'root-missing',
      mend: 'Name the folder that holds submissions/ with --root.',
    });
  const ownPolicy = join(root, 'policy.yaml');
  const policyFile = options.policyFile ?? (existsSync(ownPolicy) ? ownPolicy : null);
  const ownModels = join(root, 'models');
  const modelsFolder = options.modelsFolder ?? ((await isFolder(ownModels)) ? ownModels : null);
  if (modelsFolder !== null && !(await isFolder(modelsFolder))) {
    throw operatorFault(`There is no folder ${modelsFolder}.`, {
      code: 'models-missing',
      mend: 'Name a folder of models with --models, or leave it out to use the Hub.',
    });
  }
  return {
    root,
    policy: policyFile === null ? defaultPolicy() : await readPolicy(policyFile),
    policyFile,
    policyFolder: policyFile === null ? root : dirname(resolve(policyFile)),
    modelsFolder,
  };
}

/**
 * Reads a policy.yaml.
 * @throws Fault of the input, code policy-missing, policy-yaml or policy-schema
 */
export async function readPolicy(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw inputFault(`The policy ${file} cannot be read: ${messageOf(cause)}.`, { code: 'policy-missing', cause });
  });
  return policyFromText(text, file);
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() === true;
}
