import type { PairedComparison } from '../domain/comparison.ts';
import { Fault, internalFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import { flagsOfRuns } from '../domain/run-flags.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { renderFaults } from '../render/diagnostics.ts';
import { type BenchmarkOutcome, prepareOutFolder, type StarsStableOn } from '../stages/benchmark.ts';
import type { Announce } from '../stages/benchmark-talk.ts';
import { type EstimatedFile, remembering } from '../stages/estimate.ts';
import { type MeasureRequest, measure, measureAgainst } from '../stages/measure.ts';
import { type ValidatedFile, validateSubmissions } from '../stages/validate.ts';
import { VERSION } from '../version.ts';
import type { CommandContext } from './command.ts';
import { estimateHere, forecastText } from './estimating.ts';
import { thisMachine } from './machine.ts';
import type { MeasureOptions } from './measure-options.ts';
import { type ProgressDisplay, showProgress } from './progress.ts';
import { measureInParallel, type QueueGpus, queueGpus, type Seat } from './queue.ts';
import { gpuNameHere } from './queue-gpus.ts';
import { catalogueFor, sourcesFor } from './sources.ts';

/** What became of one submission; place is its number among all, from 0. */
export type MeasuredFile = { file: ValidatedFile; place: number } & (
  | { kind: 'measured'; outcome: BenchmarkOutcome }
  | { kind: 'invalid' }
  | { kind: 'failed'; fault: Fault }
);

/** Sorts by the order in which submissions were named, whichever was done first. */
export const byPlace = (one: MeasuredFile, other: MeasuredFile): number => one.place - other.place;

/**
 * Learns what became of a submission, of one at a time.
 * @param tell writes words about it
 */
export type OnMeasured = (measured: MeasuredFile, tell: (text: string) => void) => Promise<void>;

const LOCAL: Result['identity'] = { kind: 'local' };

export type MeasuringOptions = MeasureOptions & {
  /** For runs that end by themselves; absent where no board is known. */
  starsStableOn?: StarsStableOn;
  /** Results that tell how long such benchmarks take; none where absent. */
  history?: () => Promise<Snapshot>;
};

/**
 * Validates submissions and measures those that are valid, one after the other or, with parallel, at the same time on
 * several GPUs. One that fails takes no other along.
 * @param onMeasured is told of each as soon as it is done
 * @returns what the pairs of runs say, where the options name a submission to compare with
 * @throws the interruption, when the user ends the run
 */
export async function measureAll(
  context: CommandContext,
  paths: readonly string[],
  options: MeasuringOptions,
  onMeasured: OnMeasured,
): Promise<PairedComparison | null> {
  const { folder, offline } = options;
  await prepareOutFolder(options.outFolder);
  const asked = catalogueFor({ folder, offline });
  const catalogue = asked === null ? null : remembering(asked);
  const named = options.against === null ? paths : [...paths, options.against];
  const files = await validateSubmissions({ root: folder.root, files: named, policy: folder.policy, catalogue });
  const estimated = await estimateHere(files, {
    folder,
    catalogue,
    history: (await options.history?.()) ?? null,
    runs: options.runs,
    gpu: await gpuNameHere(files, options),
  });
  context.tell(forecastText(estimated));
  if (options.against !== null) return measurePair(context, files, options, onMeasured);
  const machine = options.parallel ? await queueGpus(options) : null;
  if (machine !== null && machine.gpus.length > 1) {
    await measureAtOnce(context, { files, estimated, machine }, options, onMeasured);
    return null;
  }
  if (machine !== null)
    context.tell(`note: --parallel needs several GPUs, and there ${machine.gpus.length === 1 ? 'is one' : 'is none'} here\n`);
  for (const [place, file] of files.entries()) {
    if (!file.valid) {
      await onMeasured(tellInvalid(context, file, place), context.tell);
      continue;
    }
    context.tell(`[${place + 1}/${files.length}] ${visible(file.path)}\n`);
    await onMeasured(await measureOne({ context }, { file, place }, options), context.tell);
  }
  return null;
}

type AtOnce = { files: readonly ValidatedFile[]; estimated: readonly EstimatedFile[]; machine: QueueGpus };

/** Measures at the same time what is valid; what became of each is told one at a time. */
async function measureAtOnce(
  context: CommandContext,
  { files, estimated, machine }: AtOnce,
  options: MeasuringOptions,
  onMeasured: OnMeasured,
): Promise<void> {
  for (const [place, file] of files.entries()) {
    if (!file.valid) await onMeasured(tellInvalid(context, file, place), context.tell);
  }
  let last: Promise<void> = Promise.resolve();
  await measureInParallel(context, {
    machine,
    estimated,
    options,
    async measure(seat, file) {
      const measured = await measureOne(
        seat,
        { file, place: files.indexOf(file) },
        { ...options, instruments: { ...options.instruments, gpus: seat.gpus, rest: seat.rest } },
      );
      const told = last.then(() => onMeasured(measured, seat.context.tell));
      last = told.catch(() => {});
      await told;
    },
  });
}

function tellInvalid(context: CommandContext, file: ValidatedFile, place: number): MeasuredFile {
  context.tell(`${renderFaults(file, { color: context.color })}\n`);
  return { kind: 'invalid', file, place };
}

async function measurePair(
  context: CommandContext,
  files: readonly ValidatedFile[],
  options: MeasuringOptions,
  onMeasured: OnMeasured,
): Promise<PairedComparison | null> {
  const [own, base, ...more] = files;
  if (own === undefined || base === undefined || more.length > 0) {
    throw operatorFault('--against compares one submission with another one.', {
      code: 'usage',
      mend: 'Name one file before it and one after it.',
    });
  }
  if (!own.valid || !base.valid) {
    for (const [place, file] of [own, base].entries()) {
      if (!file.valid) await onMeasured(tellInvalid(context, file, place), context.tell);
    }
    return null;
  }
  context.tell(`${visible(own.path)}\n  against ${visible(base.path)}\n`);
  const display = displayFor({ context });
  try {
    const [ownRequest, baseRequest] = [requestFor({ context }, own, options, display), requestFor({ context }, base, options, display)];
    const outcome = await measureAgainst(
      { ...ownRequest, onPlan: (plan) => display.start(plan, 'own') },
      { ...baseRequest, onPlan: (plan) => display.start(plan, 'base') },
      machineFor(context, options),
    );
    display.end();
    await onMeasured({ kind: 'measured', file: own, place: 0, outcome: outcome.own }, context.tell);
    await onMeasured({ kind: 'measured', file: base, place: 1, outcome: outcome.base }, context.tell);
    context.tell(`${comparisonText(outcome.comparison)}\n`);
    return outcome.comparison;
  } catch (error) {
    display.end();
    await onMeasured(failedOf(context, { file: own, place: 0 }, error), context.tell);
    return null;
  }
}

/** Where a submission is measured: alone, or beside others. */
type AnySeat = Pick<Seat, 'context'> & Partial<Seat>;

type PlacedFile = Pick<MeasuredFile, 'file' | 'place'>;

async function measureOne(seat: AnySeat, { file, place }: PlacedFile, options: MeasuringOptions): Promise<MeasuredFile> {
  const { context } = seat;
  const display = displayFor(seat);
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
    const request = requestFor(seat, file, options, display);
    const keeping = options.checkpoint === 'off' ? {} : { checkpoint: { mode: options.checkpoint, ...checkpoint } };
    const outcome = await measure({ ...request, ...keeping }, machineFor(context, options));
    display.end();
    tellFlags(context, outcome);
    return { kind: 'measured', file, place, outcome };
  } catch (error) {
    display.end();
    if (runsKept !== null)
      context.tell(
        `  ${count(runsKept, 'finished run')} kept in ${options.outFolder}: the same command with --resume goes on from there\n`,
      );
    return failedOf(context, { file, place }, error);
  }
}

/** Tells of a failure, a defect of this program included: the others go on. @throws the interruption */
function failedOf(context: CommandContext, { file, place }: PlacedFile, error: unknown): MeasuredFile {
  if (context.signal.aborted) throw error;
  const fault = error instanceof Fault ? error : asDefect(error);
  const help = fault.mend === undefined ? '' : `  help: ${visible(fault.mend)}\n`;
  const trace =
    fault.kind === 'internal'
      ? `${String((error as Error)?.stack ?? '')
          .split('\n')
          .map(visible)
          .join('\n')}\n`
      : '';
  context.tell(`error[${fault.code}]: ${visible(file.path)}: ${visible(messageOf(fault))}\n${help}${trace}`);
  return { kind: 'failed', file, place, fault };
}

const asDefect = (error: unknown): Fault =>
  internalFault(messageOf(error), {
    code: 'unexpected',
    mend: 'This is a defect of ai-energy-score; please report it with the lines below.',
    cause: error,
  });

/** Tells which runs stand out, before a check says what follows from it. */
function tellFlags(context: CommandContext, { record }: BenchmarkOutcome): void {
  const { outliers } = flagsOfRuns(record.energy.find(({ scope }) => scope === record.score.scope)?.runs ?? []);
  if (outliers.length > 0) context.tell(`  far from the other runs: run ${outliers.join(', ')}\n`);
}

/** What each command has told of this machine: once is enough. */
const told = new WeakMap<AbortSignal, Set<string>>();

function machineFor(context: CommandContext, { folder, instruments, backends }: MeasureOptions) {
  const before = told.get(context.signal) ?? new Set<string>();
  told.set(context.signal, before);
  const note = (text: string) => {
    if (!before.has(text)) context.tell(`note: ${visible(text)}\n`);
    before.add(text);
  };
  return thisMachine({ policy: folder.policy, ...instruments, ...backends, note });
}

function requestFor(seat: AnySeat, file: ValidatedFile, options: MeasuringOptions, display: RunDisplay): MeasureRequest {
  const { context } = seat;
  const { folder, offline, runs, outFolder } = options;
  const sources = sourcesFor({ folder, offline, endpoints: options.backends.endpoints, signal: context.signal, tell: context.tell });
  return {
    file,
    root: folder.root,
    policy: folder.policy,
    sources: seat.fetchInTurn?.(sources) ?? sources,
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

function displayFor({ context, label: seatLabel, redraw }: AnySeat): RunDisplay {
  const displays: ProgressDisplay[] = [];
  return {
    start(plan, label) {
      // Lines that are written one below the other get their names from the seat.
      const shown = label ?? (redraw === undefined ? undefined : seatLabel);
      const display = showProgress(plan, {
        write: context.tell,
        terminal: context.terminal,
        width: context.width,
        clock: () => performance.now() / 1000,
        ...(redraw === undefined ? {} : { redraw }),
        ...(shown === undefined ? {} : { label: shown }),
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
