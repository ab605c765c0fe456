import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Cost, costOf } from './cost.ts';

const run = promisify(execFile);

/** A clone in which the same files are committed as anybody would: `git add` and `git commit`, with git's own settings. */
export type Peer = { commitAsPublished(commit: string): Promise<Cost> };

/** Clones a repository as it is now. */
export async function peerOf(repository: string, folder: string): Promise<Peer> {
  await git('.', 'clone', '--quiet', repository, folder);
  await git(folder, 'config', 'user.name', 'Somebody');
  await git(folder, 'config', 'user.email', 'somebody@example.invalid');
  return {
    async commitAsPublished(commit) {
      const rows = (await git(repository, 'diff-tree', '-r', '-z', '--name-status', '--no-renames', `${commit}~`, commit)).split('\0');
      const paths: string[] = [];
      for (let at = 0; at + 1 < rows.length; at += 2) {
        const path = rows[at + 1] as string;
        paths.push(path);
        await mkdir(dirname(join(folder, path)), { recursive: true });
        if (rows[at] === 'D') await rm(join(folder, path));
        else await copyFile(join(repository, path), join(folder, path));
      }
      const { cost } = await costOf(async () => {
        await git(folder, 'add', '--', ...paths);
        await git(folder, 'commit', '--quiet', '--message', 'Publish');
      });
      return cost;
    },
  };
}

/** Runs git as a person would, with nothing of this program's settings. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: folder, maxBuffer: 1e9 })).stdout;
}
