import type { PairedComparison } from '../domain/comparison.ts';
import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import { flagsOfRuns } from '../domain/run-flags.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { renderFaults } from '../render/diagnostics.ts';
import { type BenchmarkOutcome, prepareOutFolder, type StarsStableOn } from '../stages/benchmark.ts';
import type { Announce } from '../stages/benchmark-talk.ts';
import { type MeasureRequest, measure, measureAgainst } from '../stages/measure.ts';
import { type ValidatedFile, validateSubmissions } from '../stages/validate.ts';
import { VERSION } from '../version.ts';
import type { CommandContext } from './command.ts';
import { thisMachine } from './machine.ts';
import type { MeasureOptions } from './measure-options.ts';
import { type ProgressDisplay, showProgress } from './progress.ts';
import { catalogueFor, sourcesFor } from './sources.ts';

/** What became of one submission. */
export type MeasuredFile =
  | { kind: 'measured'; file: ValidatedFile; outcome: BenchmarkOutcome }
  | { kind: 'invalid'; file: ValidatedFile }
  | { kind: 'failed'; file: ValidatedFile; fault: Fault };

const LOCAL: Result['identity'] = { kind: 'local' };

export type MeasuringOptions = MeasureOptions & {
  /** For runs that end by themselves; absent where no board is known. */
  starsStableOn?: StarsStableOn;
};

/**
 * Validates submissions and measures those that are valid, one after the other. One that fails takes no other along.
 * @param onMeasured is told of each as soon as it is done
 * @returns what the pairs of runs say, where the options name a submission to compare with
 * @throws the interruption, when the user ends the run
 */
export async function measureAll(
  context: CommandContext,
  paths: readonly string[],
  options: MeasuringOptions,
  onMeasured: (measured: MeasuredFile) => Promise<void>,
): Promise<PairedComparison | null> {
  const { folder, offline } = options;
  await prepareOutFolder(options.outFolder);
  const catalogue = catalogueFor({ folder, offline });
  const named = options.against === null ? paths : [...paths, options.against];
  const files = await validateSubmissions({ root: folder.root, files: named, policy: folder.policy, catalogue });
  if (options.against !== null) return measurePair(context, files, options, onMeasured);
  for (const [index, file] of files.entries()) {
    if (!file.valid) {
      await onMeasured(tellInvalid(context, file));
      continue;
    }
    context.tell(`[${index + 1}/${files.length}] ${visible(file.path)}\n`);
    await onMeasured(await measureOne(context, file, options));
  }
  return null;
}

function tellInvalid(context: CommandContext, file: ValidatedFile): MeasuredFile {
  context.tell(`${renderFaults(file, { color: context.color })}\n`);
  return { kind: 'invalid', file };
}

async function measurePair(
  context: CommandContext,
  files: readonly ValidatedFile[],
  options: MeasuringOptions,
  onMeasured: (measured: MeasuredFile) => Promise<void>,
): Promise<PairedComparison | null> {
  const [own, base, ...more] = files;
  if (own === undefined || base === undefined || more.length > 0) {
    throw operatorFault('--against compares one submission with another one.', {
      code: 'usage',
      mend: 'Name one file before it and one after it.',
    });
  }
  if (!own.valid || !base.valid) {
    for (const file of [own, base]) if (!file.valid) await onMeasured(tellInvalid(context, file));
    return null;
  }
  context.tell(`${visible(own.path)}\n  against ${visible(base.path)}\n`);
  const display = displayFor(context);
  try {
    const [ownRequest, baseRequest] = [requestFor(context, own, options, display), requestFor(context, base, options, display)];
    const outcome = await measureAgainst(
      { ...ownRequest, onPlan: (plan) => display.start(plan, 'own') },
      { ...baseRequest, onPlan: (plan) => display.start(plan, 'base') },
      machineFor(context, options),
    );
    display.end();
    await onMeasured({ kind: 'measured', file: own, outcome: outcome.own });
    await onMeasured({ kind: 'measured', file: base, outcome: outcome.base });
    context.tell(`${comparisonText(outcome.comparison)}\n`);
    return outcome.comparison;
  } catch (error) {
    display.end();
    await onMeasured(failedOf(context, own, error));
    return null;
  }
}

async function measureOne(context: CommandContext, file: ValidatedFile, options: MeasuringOptions): Promise<MeasuredFile> {
  const display = displayFor(context);
  let runsKept: number | null = null;
  const checkpoint = {
    onSaved: (runs: number) => {
      runsKept = runs;
    },
    onResume: (runs: number | null) => {
      context.tell(
        runs === null ? '  nothing to resume here: it starts at the beginning\n' : `  resumed after ${count(runs, 'finished run')}\n`,
      );
      runsKept = runs;
    },
  };
  try {
    const request = requestFor(context, file, options, display);
    const keeping = options.checkpoint === 'off' ? {} : { checkpoint: { mode: options.checkpoint, ...checkpoint } };
    const outcome = await measure({ ...request, ...keeping }, machineFor(context, options));
    display.end();
    tellFlags(context, outcome);
    return { kind: 'measured', file, outcome };
  } catch (error) {
    display.end();
    if (runsKept !== null)
      context.tell(
        `  ${count(runsKept, 'finished run')} kept in ${options.outFolder}: the same command with --resume goes on from there\n`,
      );
    return failedOf(context, file, error);
  }
}

/** Tells of a failure. @throws what is no fault, and the interruption */
function failedOf(context: CommandContext, file: ValidatedFile, error: unknown): MeasuredFile {
  if (context.signal.aborted || !(error instanceof Fault)) throw error;
  context.tell(
    `error[${error.code}]: ${visible(file.path)}: ${visible(messageOf(error))}\n${error.mend === undefined ? '' : `  help: ${visible(error.mend)}\n`}`,
  );
  return { kind: 'failed', file, fault: error };
}

/** Tells which runs stand out, before a check says what follows from it. */
function tellFlags(context: CommandContext, { record }: BenchmarkOutcome): void {
  const { outliers } = flagsOfRuns(record.energy.find(({ scope }) => scope === record.score.scope)?.runs ?? []);
  if (outliers.length > 0) context.tell(`  far from the other runs: run ${outliers.join(', ')}\n`);
}

/** What each command has told of this machine: once is enough. */
const told = new WeakMap<CommandContext, Set<string>>();

function machineFor(context: CommandContext, { folder, instruments, backends }: MeasureOptions) {
  const before = told.get(context) ?? new Set<string>();
  told.set(context, before);
  const note = (text: string) => {
    if (!before.has(text)) context.tell(`note: ${visible(text)}\n`);
    before.add(text);
  };
  return thisMachine({ policy: folder.policy, ...instruments, ...backends, note });
}

function requestFor(context: CommandContext, file: ValidatedFile, options: MeasuringOptions, display: RunDisplay): MeasureRequest {
  const { folder, offline, runs, outFolder } = options;
  return {
    file,
    root: folder.root,
    policy: folder.policy,
    sources: sourcesFor({ folder, offline, endpoints: options.backends.endpoints, signal: context.signal, tell: context.tell }),
    identity: LOCAL,
    runs,
    ...(options.concurrency === null ? {} : { concurrency: options.concurrency }),
    runnerVersion: VERSION,
    outFolder,
    signal: context.signal,
    onPlan: (plan) => display.start(plan),
    ...(options.starsStableOn === undefined ? {} : { starsStableOn: options.starsStableOn }),
  };
}

/** The progress of one measurement, or of two in turn. */
type RunDisplay = { start(plan: Plan, label?: string): Announce; end(): void };

function displayFor(context: CommandContext): RunDisplay {
  const displays: ProgressDisplay[] = [];
  return {
    start(plan, label) {
      const display = showProgress(plan, {
        write: context.tell,
        terminal: context.terminal,
        width: context.width,
        clock: () => performance.now() / 1000,
        ...(label === undefined ? {} : { label }),
      });
      displays.push(display);
      return display.announce;
    },
    end() {
      for (const display of displays.splice(0)) display.end();
    },
  };
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** A paired comparison in one sentence. */
function comparisonText({ ratio, interval95, pairs, verdict }: PairedComparison): string {
  const figure = `Own energy is ${ratio.toPrecision(4)} times the base's`;
  if (interval95 === null) return `${figure} in one pair of runs; two pairs are needed for an interval.`;
  const interval = `95 % interval ${interval95.low.toPrecision(4)} to ${interval95.high.toPrecision(4)}, ${pairs} pairs of runs`;
  return `${figure} (${interval}): ${verdict}${verdict === 'no difference shown' ? '' : ' energy'}.`;
}

/** The JSON form of a submission that has no result. */
export const failureJson = (measured: Exclude<MeasuredFile, { kind: 'measured' }>) => ({
  submission: measured.file.path,
  result: null,
  errors:
    measured.kind === 'invalid'
      ? measured.file.errors
      : [{ code: measured.fault.code, message: measured.fault.message, mend: measured.fault.mend ?? null }],
});

/** 0 when all were measured; 2 when the machine was at fault for one; else 1. */
export function exitCodeOf(all: readonly MeasuredFile[]): 0 | 1 | 2 {
  if (all.some((measured) => measured.kind === 'failed' && measured.fault.kind !== 'input')) return 2;
  return all.every((measured) => measured.kind === 'measured') ? 0 : 1;
}
