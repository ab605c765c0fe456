import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import { readCommentEvent } from '../../domain/pull-request/comment-event.ts';
import { matrixOf } from '../../domain/pull-request/matrix.ts';
import { fewFiles } from '../../github/few-files.ts';
import { hubCatalogue } from '../../hub/hub-catalogue.ts';
import { defused } from '../../render/log.ts';
import { gate } from '../../stages/gate.ts';
import type { GateOutcome, GateRun } from '../../stages/gate-desk.ts';
import { readHubToken, readResultsPlace } from './bot-inputs.ts';
import { githubAddresses, openJob, readEvent } from './github-job.ts';

/**
 * The gate action: reads a comment as a command and, where it approves a measurement, emits what is to be measured.
 * @throws Fault of the operator where the event or GitHub does not allow an answer; nothing was ordered then
 */
export async function runGateAction(): Promise<void> {
  // What follows in the workflow runs by these: they say no until everything says yes.
  setOutputs({ go: 'false', orders: '[]', matrix: '[]' });
  const { name, payload } = await readEvent();
  const read = readCommentEvent(name, payload);
  if (read.kind === 'ignored') return tell({ kind: 'ignored', why: read.why });
  const { event } = read;
  const { RUNNER_TEMP: policyFolder = '.', HF_ENDPOINT: hubUrl } = process.env;
  const github = openJob();
  const results = readResultsPlace();
  const outcome = await gate({
    event,
    github,
    catalogue: hubCatalogue({ hubUrl, accessToken: readHubToken() }),
    results: results === null ? null : fewFiles(github, results),
    policyFolder,
    run: runOf(`${event.owner}/${event.repository}`),
    drawNonce: () => randomBytes(16).toString('hex'),
    warn: (text) => core.warning(defused(text)),
  });
  await tell(outcome);
}

async function tell(outcome: GateOutcome): Promise<void> {
  if (outcome.kind === 'ordered') {
    const { orders, comment } = outcome;
    await core.summary.addRaw(comment).write();
    setOutputs({ go: 'true', orders: JSON.stringify(orders.map(({ order }) => order)), matrix: JSON.stringify(matrixOf(orders)) });
  }
  if (outcome.kind === 'refused') core.notice(defused(`${outcome.fault.code}: ${outcome.fault.message} ${outcome.fault.mend}`));
  else core.info(defused(wordsFor(outcome)));
}

function wordsFor(outcome: Exclude<GateOutcome, { kind: 'refused' }>): string {
  switch (outcome.kind) {
    case 'ignored':
      return outcome.why;
    case 'denied':
      return 'Who gave the command may not write to this repository: nothing was started.';
    case 'answered':
      return 'The question was answered.';
    case 'cancelled':
      return `Runs that were ended: ${outcome.runs}`;
    case 'ordered':
      return outcome.orders.map(({ order, isMeasured }) => `${isMeasured ? 'to be measured' : 'to be checked'}: ${order.path}`).join('\n');
  }
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** This workflow run, as the runner tells it. */
function runOf(repository: string): GateRun {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_WORKFLOW_REF = '' } = process.env;
  const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)];
  const workflow = /\/\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(GITHUB_WORKFLOW_REF)?.[1] ?? null;
  if (!isCount(id) || !isCount(attempt)) {
    throw operatorFault('The runner does not tell which workflow run this is.', {
      code: 'run-unknown',
      mend: 'Run this action in a workflow of GitHub Actions.',
    });
  }
  return { id, attempt, workflow, runsUrl: `${githubAddresses().serverUrl}/${repository}/actions/runs` };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
