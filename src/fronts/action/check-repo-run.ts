import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { internalFault } from '../../domain/errors.ts';
import { defused } from '../../render/log.ts';

type Finding = { code: string; path: string; message: string; mend: string };

type Answer = { consistent?: boolean; findings?: Finding[]; error?: { code: string; message: string; mend: string | null } };

/** Findings that are shown at their files; a run shows no more of them anyway. */
const SHOWN = 50;

/** The check-repo action: proves a checked-out results repository with the command of that name, and fails where it is not consistent. */
export async function runCheckRepoAction(): Promise<void> {
  const folder = core.getInput('repository') || (process.env.GITHUB_WORKSPACE ?? '.');
  const { answer, words } = await check(folder);
  core.info(defused(words));
  if (answer.error !== undefined) {
    core.setFailed(defused(`${answer.error.message} ${answer.error.mend ?? ''} [${answer.error.code}]`));
    return;
  }
  const findings = answer.findings ?? [];
  for (const { code, path, message, mend } of findings.slice(0, SHOWN)) {
    core.error(defused(`${message} ${mend}`), { title: code, file: path });
  }
  core.setOutput('consistent', String(answer.consistent === true));
  if (answer.consistent !== true) core.setFailed(`The repository is not consistent in ${findings.length} places.`);
}

/** Runs the command line, which lies beside this program. */
function check(folder: string): Promise<{ answer: Answer; words: string }> {
  const here = import.meta.url;
  const program = fileURLToPath(here.endsWith('.ts') ? new URL('../cli.ts', here) : new URL('./cli.js', here));
  const args = ['--no-warnings', program, 'check-repo', '--repo', folder, '--json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (error, printed, words) => {
      try {
        resolve({ answer: JSON.parse(printed) as Answer, words });
      } catch {
        reject(internalFault(`check-repo gave no answer: ${words}`, { code: 'check-repo-silent', cause: error }));
      }
    });
  });
}
