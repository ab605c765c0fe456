import * as core from '@actions/core';
import { defused } from '../../render/log.ts';
import { faultWords } from '../fault-words.ts';
import { proveRepository } from '../proving.ts';

/** Findings that are shown at their files; a run shows no more of them anyway. */
const SHOWN = 50;

/** The check-repo action: proves a checked-out results repository as the command of that name does, and fails where it is not consistent. */
export async function runCheckRepoAction(): Promise<void> {
  try {
    await prove(core.getInput('repository') || (process.env.GITHUB_WORKSPACE ?? '.'));
  } catch (thrown) {
    const { code, message, mend, text } = faultWords(thrown);
    core.info(defused(text));
    core.setFailed(defused(`${message} ${mend ?? ''} [${code}]`));
  }
}

async function prove(folder: string): Promise<void> {
  const { report, text } = await proveRepository(folder, 'leave');
  const { findings, notes } = report;
  core.info(defused(text));
  for (const { code, path, message, mend } of findings.slice(0, SHOWN)) {
    core.error(defused(`${message} ${mend}`), { title: code, file: path });
  }
  for (const { code, path, message } of notes.slice(0, SHOWN)) core.notice(defused(message), { title: code, file: path });
  core.setOutput('consistent', String(findings.length === 0));
  if (findings.length > 0) core.setFailed(`The repository is not consistent in ${findings.length} places.`);
}
