import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { Fault, messageOf } from '../../domain/errors.ts';
import { ARTIFACT_FAILURE, ARTIFACT_RESULT } from '../../domain/pull-request/order.ts';
import { packResult } from '../../stages/self-reported.ts';

/** Longest message and mend that a failure tells, in UTF-16 code units. What it says may come from a model's own software. */
const LONGEST_WORDS = 2000;

/** What an order leaves for an upload step: one file, the packed result or why there is none. */
export type OrderArtifact = {
  /** Packs a result's folder. @throws as packResult */
  keep(resultFolder: string): Promise<void>;
  /** Tells why there is no result; where one was kept, it stands, and what went wrong after it is seen in the result itself. */
  fail(thrown: unknown): Promise<void>;
};

/** Makes the folder of an order's artifact. The output that names it is set once there is something in it. */
export async function openOrderArtifact(): Promise<OrderArtifact> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ai-energy-score-artifact-'));
  let isKept = false;
  return {
    async keep(resultFolder) {
      await packResult(resultFolder, join(folder, ARTIFACT_RESULT));
      isKept = true;
      core.setOutput('artifact-folder', folder);
    },
    async fail(thrown) {
      if (isKept) return;
      await rm(join(folder, ARTIFACT_RESULT), { force: true });
      await writeFile(join(folder, ARTIFACT_FAILURE), `${JSON.stringify(wordsOf(thrown), null, 2)}\n`);
      core.setOutput('artifact-folder', folder);
    },
  };
}

const short = (text: string): string => text.slice(0, LONGEST_WORDS).toWellFormed();

const wordsOf = (thrown: unknown): Record<'code' | 'message' | 'mend', string> => ({
  code: thrown instanceof Fault ? thrown.code : 'internal',
  message: short(messageOf(thrown)),
  mend: short(thrown instanceof Fault ? (thrown.mend ?? '') : 'This is a defect of the action: see the log of the run.'),
});
