import { relative } from 'node:path';
import * as core from '@actions/core';
import { editionFrom } from '../../domain/edition.ts';
import { inputFault, operatorFault } from '../../domain/errors.ts';
import type { Edition } from '../../domain/generated/edition.ts';
import type { Result } from '../../domain/generated/result.ts';
import type { Policy } from '../../domain/policy.ts';
import { expectedOf } from '../../domain/pull-request/order.ts';
import type { Snapshot } from '../../ports/results-store.ts';
import { defused } from '../../render/log.ts';
import { renderSummary } from '../../render/summary.ts';
import { renderTerminal } from '../../render/terminal.ts';
import { type BenchmarkOutcome, prepareOutFolder } from '../../stages/benchmark.ts';
import { measure } from '../../stages/measure.ts';
import { type ValidatedFile, validateSubmissions } from '../../stages/validate.ts';
import { VERSION } from '../../version.ts';
import { checkFile } from '../checking.ts';
import { readJsonFile } from '../files.ts';
import { thisMachine } from '../machine.ts';
import { showProgress } from '../progress.ts';
import { reportOn } from '../publication.ts';
import { readResults } from '../results-folder.ts';
import { catalogueFor, sourcesFor } from '../sources.ts';
import { openSubmissionsFolder, type SubmissionsFolder } from '../submissions-folder.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { processMark, STATE } from './leftovers.ts';
import { openOrderArtifact } from './order-artifact.ts';
import { type OpenedOrder, openOrder } from './order-input.ts';

const log = (text: string) => core.info(defused(text.trimEnd()));

/**
 * The benchmark action: validates the submission, measures it, checks and rates the result, writes summary and outputs. For an order
 * of the gate it leaves an artifact as well: the packed result, or why there is none.
 * @throws Fault where the submission, the runner or the result is at fault
 */
export async function runBenchmarkAction(signal: AbortSignal): Promise<void> {
  const text = core.getInput('order');
  if (text === '') return score({ inputs: await readInputs(null), signal, opened: null, keep: async () => {} });
  const artifact = await openOrderArtifact();
  try {
    const opened = await openOrder(text);
    await score({ inputs: await readInputs(opened), signal, opened, keep: artifact.keep });
  } catch (thrown) {
    await artifact.fail(thrown);
    throw thrown;
  }
}

type Scoring = { inputs: ActionInputs; signal: AbortSignal; opened: OpenedOrder | null; keep(resultFolder: string): Promise<void> };

async function score({ inputs, signal, opened, keep }: Scoring): Promise<void> {
  const folder = await openFolder(inputs);
  // What the rating needs is read before anything is spent on a measurement.
  const rating = await ratingSources(inputs, folder.policy);
  await prepareOutFolder(inputs.outFolder);
  const catalogue = catalogueFor({ folder, offline: inputs.offline, access: inputs.hub });
  const [file, ...more] = await validateSubmissions({ root: folder.root, files: [inputs.submission], policy: folder.policy, catalogue });
  if (file === undefined || more.length > 0)
    throw operatorFault('The input submission names a folder.', { code: 'usage', mend: 'Name one submission file.' });
  if (!file.valid) throw annotated(file, opened?.order.path ?? placeOf(inputs));

  const outcome = await measure(
    {
      file,
      root: folder.root,
      policy: folder.policy,
      sources: sourcesFor({ folder, offline: inputs.offline, access: inputs.hub, endpoints: inputs.machine.endpoints, signal, tell: log }),
      identity: opened?.identity ?? identityOfWorkflow(),
      runs: inputs.runs,
      ...(inputs.resume ? { checkpoint: { mode: 'resume', onSaved: tellSaved, onResume: tellResumed } } : {}),
      runnerVersion: VERSION,
      outFolder: inputs.outFolder,
      signal,
      onPlan: (plan) => showProgress(plan, { write: log, terminal: false, width: 120, clock: () => performance.now() / 1000 }).announce,
      onPartial: (partial) => core.saveState(STATE.folder, partial),
    },
    { ...thisMachine(machineOf(inputs, folder.policy)), ...(opened === null ? {} : { nonce: () => opened.order.nonce }) },
  );
  await keep(outcome.folder);
  setOutputs({ record: outcome.recordFile, bundle: outcome.bundleFolder, folder: outcome.folder });
  await tellOutcome(outcome, rating, opened);
}

/** An order brings its policy alone: what the policy names by a relative path lies on the runner. */
async function openFolder(inputs: ActionInputs): Promise<SubmissionsFolder> {
  const folder = await openSubmissionsFolder(inputs);
  return { ...folder, policyFolder: inputs.policyFolder ?? folder.policyFolder };
}

const machineOf = ({ machine }: ActionInputs, policy: Policy): Parameters<typeof thisMachine>[0] => ({
  ...machine,
  policy,
  onBackend: (pid) => core.saveState(STATE.process, processMark(pid)),
  note: (text) => core.warning(defused(text)),
});

const tellSaved = (runs: number) => log(`finished runs kept: ${runs}`);

const tellResumed = (runs: number | null) =>
  log(runs === null ? 'nothing to resume in out: it starts at the beginning' : `resumed; finished runs before: ${runs}`);

type RatingSources = { snapshot: Snapshot | null; policy: Policy; edition: Edition | null };

async function ratingSources({ resultsFolder, editionFile }: ActionInputs, policy: Policy): Promise<RatingSources> {
  const edition = editionFile === null ? null : editionFrom(await readJsonFile(editionFile, 'edition'));
  if (resultsFolder === null) return { snapshot: null, policy, edition };
  const results = await readResults(resultsFolder);
  return { snapshot: await results.snapshot(), policy: results.policy, edition };
}

/** Annotations find their file by its path in the workspace. */
const placeOf = ({ submission }: ActionInputs): string => relative(process.env.GITHUB_WORKSPACE ?? '.', submission);

/** Puts every fault onto its line of the submission; gives the fault that ends the step. */
function annotated(file: ValidatedFile, place: string) {
  for (const fault of file.errors) {
    const suggestion = fault.suggestion === undefined ? '' : ` Did you mean ${fault.suggestion}?`;
    core.error(defused(`${fault.message}${suggestion}`), {
      title: fault.code,
      file: place,
      startLine: fault.line,
      startColumn: fault.column,
    });
  }
  const faults = file.errors.length === 1 ? 'one fault' : `${file.errors.length} faults`;
  const [first] = file.errors;
  return inputFault(`${place} has ${faults}: ${first?.code} ${first?.message}`, {
    code: 'submission-invalid',
    mend: 'They are annotated on its lines.',
  });
}

async function tellOutcome(
  outcome: BenchmarkOutcome,
  { snapshot, policy, edition }: RatingSources,
  opened: OpenedOrder | null,
): Promise<void> {
  const ordered = opened === null ? null : expectedOf({ ...opened.order, attempt: opened.identity.attempt });
  const checked = await checkFile(outcome.folder, policy, null, ordered);
  const report = await reportOn(checked, { snapshot, policy, edition, publication: null, reproduce: null });
  log(renderTerminal(report, { color: false, width: 110 }));
  await core.summary.addRaw(renderSummary([report])).write();
  setOutputs({ verdict: checked.verdict, reasons: checked.reasons.map(({ code }) => code).join(' '), 'record-name': report.recordName });
  if (checked.verdict === 'invalid') {
    throw inputFault('The result is invalid.', { code: 'result-invalid', mend: 'The summary names the checks that failed.' });
  }
  const { score } = outcome.record;
  const stars = (report.edition?.rating ?? report.rating)?.stars ?? null;
  setOutputs({
    energy: String(score.whPer1000Queries),
    scope: score.scope,
    quality: score.quality,
    stars: stars === null ? '' : String(stars),
  });
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Which workflow run this is; a local one where the runner does not tell. */
function identityOfWorkflow(): Result['identity'] {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const identity = { runId: Number(runId), attempt: Number(attempt ?? '1') };
  if (repository === undefined || !Number.isSafeInteger(identity.runId) || identity.runId < 1) return { kind: 'local' };
  return { kind: 'workflow', repository, ...identity };
}
