import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GIT_ENVIRONMENT } from '../github/git-folder.ts';
import { runCli } from '../quick-examples.ts';

/** The release that the workflows are pinned to. */
export const RELEASE = { repository: 'octo/ai-energy-score', commit: 'c0ffee'.repeat(6).padEnd(40, '0'), version: 'v1.0.0' };

/** What owners of a rehearsal write in place of the defaults: one short run, for which it does not matter how busy the machine is. */
const REHEARSAL = `
rehearsal: true
run: { runs: 1, minimumPhaseSeconds: 5, warmUpMaximumSeconds: 1, deadlineSeconds: 300 }
tolerances: { agreement: 0.5, traceGapSeconds: 30 }
official: { runs: 1, queries: 32, minimumPhaseSeconds: 1 }
`;

/** Writes one of the two repositories with init, as an owner does, adapts its policy, and pushes it. */
export async function initialise(kind: 'submissions' | 'results', { folder, remote }: { folder: string; remote: string }): Promise<void> {
  const { repository, commit, version } = RELEASE;
  const other = kind === 'submissions' ? ['--results', 'octo/results'] : ['--submissions', 'octo/submissions'];
  const written = await runCli(['init', kind, folder, '--action', repository, '--release', commit, '--version', version, ...other]);
  if (written.code !== 0) throw new Error(written.stderr);
  const policy = join(folder, 'policy.yaml');
  await writeFile(policy, (await readFile(policy, 'utf8')).replace('backends: [transformers]', 'backends: [embedded]'));
  await appendFile(policy, REHEARSAL);
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-C', folder, ...args], { env: { ...GIT_ENVIRONMENT, GIT_TERMINAL_PROMPT: '0' } });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('-c', 'user.name=owner-ada', '-c', 'user.email=owner-ada@example.org', 'commit', '--quiet', '--message=Begin');
  await git('push', '--quiet', remote, 'main');
}
