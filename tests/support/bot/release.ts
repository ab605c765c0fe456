import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LoopbackRepository } from '../github/repository.ts';
import { RELEASE } from './repositories.ts';

/** What a runner needs of a release of this repository. */
const RELEASED = ['action.yml', 'actions', 'dist', 'package.json'];

/** Actions that are not this repository's: what stands for them is told in each folder's action.yml. */
const STAND_INS = resolve('tests/support/bot/stand-ins');

/** Copies what a runner downloads of a release, as it is committed here; gives the folder. */
export async function releaseFolder(folder: string): Promise<string> {
  const release = join(folder, 'release');
  await mkdir(release);
  for (const part of RELEASED) await cp(part, join(release, part), { recursive: true });
  return release;
}

/** Every action that the workflows of repositories use, as `OWNER/NAME@COMMIT`, and the folder in which act finds it. */
export function actionFolders(repositories: readonly LoopbackRepository[], release: string): Record<string, string> {
  const found = repositories.flatMap(({ git, defaultBranch }) => {
    const branch = `refs/heads/${defaultBranch}`;
    const workflows = git.files(branch).filter(({ path }) => path.startsWith('.github/workflows/'));
    return workflows.flatMap(({ path }) => usedBy(git.readAt(`${branch}:${path}`)?.toString() ?? ''));
  });
  return Object.fromEntries(
    found.map(({ repository, commit }) => {
      const place = repository === RELEASE.repository ? release : join(STAND_INS, repository.replace(/^actions\//, ''));
      return [`${repository}@${commit}`, place];
    }),
  );
}

const usedBy = (workflow: string) =>
  [...workflow.matchAll(/uses: ([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@([0-9a-f]{40})/g)].map(([, repository = '', commit = '']) => ({
    repository,
    commit,
  }));
