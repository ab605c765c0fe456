import { inTurn } from '../domain/estimate/estimate.ts';
import { cpuSpeeds, gpuSpeeds } from '../domain/estimate/speeds.ts';
import type { Policy } from '../domain/policy.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { inventory } from '../hardware/inventory.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { basisText, roughDuration, roughRange } from '../render/estimate.ts';
import { type EstimatedFile, type EstimateFilesRequest, estimateFiles } from '../stages/estimate.ts';
import type { RunsChoice } from '../stages/plan.ts';
import type { ValidatedFile } from '../stages/validate.ts';
import type { SubmissionsFolder } from './submissions-folder.ts';

export type EstimatingOptions = {
  folder: SubmissionsFolder;
  catalogue: ModelCatalogue | null;
  history: Snapshot | null;
  runs: RunsChoice | null;
  /** Product name of the GPU that models would run on; null for the first that is official. */
  gpu: string | null;
};

/** Estimates submissions: embedded models on this machine's processor, all others on a GPU. */
export function estimateHere(files: readonly ValidatedFile[], { folder, gpu, ...options }: EstimatingOptions): Promise<EstimatedFile[]> {
  const { policy, policyFolder } = folder;
  return estimateFiles(files, { ...options, policy, policyFolder, targetOf: targets(policy, gpu) });
}

const USUAL_GPU = 'NVIDIA H100 80GB HBM3';

function targets(policy: Policy, gpu: string | null): EstimateFilesRequest['targetOf'] {
  const { cpu, profile } = inventory();
  return (backend) => {
    if (backend === 'embedded') return { speeds: cpuSpeeds(cpu.model, cpu.logicalCores), profile };
    return { speeds: gpuSpeeds(gpu ?? policy.official.gpus[0] ?? USUAL_GPU), profile };
  };
}

/** Shorter ones need no word beforehand. */
const TOLD_SECONDS = 180;

/**
 * What to say before a measurement begins: one line for all, and one more for each whose length nobody knows.
 * @returns an empty text where it is a single short one
 */
export function forecastText(estimated: readonly EstimatedFile[]): string {
  const known = estimated.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const [first] = known;
  if (first === undefined) return '';
  const sum = inTurn(known);
  const lines = estimated.flatMap((each) => (each.loud ? [warningText(each)] : []));
  if (known.length === 1 && sum.expected < TOLD_SECONDS && lines.length === 0) return '';
  const what = estimated.length === 1 ? 'one submission' : `${estimated.length} submissions`;
  const unknown = estimated.length - known.length;
  const without = unknown === 0 ? '' : `, ${unknown} of unknown size left out`;
  const basis = known.length === 1 ? `, ${basisText(first.basis, first.seconds)}` : '';
  return [`estimate: ${what}, ${roughRange(sum)} in turn${without}${basis}`, ...lines].map((line) => `${line}\n`).join('');
}

/** A warning that cannot be overlooked: how many tokens, how long, and how little is known. */
export function warningText({ file, estimate }: Pick<EstimatedFile, 'file' | 'estimate'>): string {
  if (estimate === null)
    return `warning: ${visible(file.path)}: its new tokens are only bounded, and its size is not known: it may take days`;
  const { newTokensPerQuery: tokens, seconds } = estimate;
  const most = tokens.high.toLocaleString('en-US');
  return `warning: ${visible(file.path)}: up to ${most} new tokens per query: about ${roughDuration(seconds.expected)}, and anything from ${roughDuration(seconds.low)} to ${roughDuration(seconds.high)}`;
}
