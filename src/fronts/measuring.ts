import { Fault, messageOf } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { renderFaults } from '../render/diagnostics.ts';
import { type BenchmarkOutcome, prepareOutFolder } from '../stages/benchmark.ts';
import { measure } from '../stages/measure.ts';
import { type ValidatedFile, validateSubmissions } from '../stages/validate.ts';
import { VERSION } from '../version.ts';
import type { CommandContext } from './command.ts';
import { thisMachine } from './machine.ts';
import type { MeasureOptions } from './measure-options.ts';
import { showProgress } from './progress.ts';
import { catalogueFor, sourcesFor } from './sources.ts';

/** What became of one submission. */
export type MeasuredFile =
  | { kind: 'measured'; file: ValidatedFile; outcome: BenchmarkOutcome }
  | { kind: 'invalid'; file: ValidatedFile }
  | { kind: 'failed'; file: ValidatedFile; fault: Fault };

const LOCAL: Result['identity'] = { kind: 'local' };

/**
 * Validates submissions and measures those that are valid, one after the other. One that fails takes no other along.
 * @param onMeasured is told of each as soon as it is done
 * @throws the interruption, when the user ends the run
 */
export async function measureAll(
  context: CommandContext,
  paths: readonly string[],
  options: MeasureOptions,
  onMeasured: (measured: MeasuredFile) => Promise<void>,
): Promise<void> {
  const { folder, offline } = options;
  await prepareOutFolder(options.outFolder);
  const catalogue = catalogueFor({ folder, offline });
  const files = await validateSubmissions({ root: folder.root, files: paths, policy: folder.policy, catalogue });
  for (const [index, file] of files.entries()) {
    if (!file.valid) {
      context.tell(`${renderFaults(file, { color: context.color })}\n`);
      await onMeasured({ kind: 'invalid', file });
      continue;
    }
    context.tell(`[${index + 1}/${files.length}] ${visible(file.path)}\n`);
    await onMeasured(await measureOne(context, file, options));
  }
}

async function measureOne(context: CommandContext, file: ValidatedFile, options: MeasureOptions): Promise<MeasuredFile> {
  const { folder, offline, runs, outFolder, meter, wattsPerBusyCore } = options;
  let endProgress = () => {};
  try {
    const outcome = await measure(
      {
        file,
        root: folder.root,
        policy: folder.policy,
        sources: sourcesFor({ folder, offline, tell: context.tell }),
        identity: LOCAL,
        runs,
        runnerVersion: VERSION,
        outFolder,
        signal: context.signal,
        onPlan: (plan) => {
          const display = showProgress(plan, {
            write: context.tell,
            terminal: context.terminal,
            width: context.width,
            clock: () => performance.now() / 1000,
          });
          endProgress = display.end;
          return display.announce;
        },
      },
      thisMachine({ meter, ...(wattsPerBusyCore === null ? {} : { wattsPerBusyCore }) }),
    );
    endProgress();
    return { kind: 'measured', file, outcome };
  } catch (error) {
    endProgress();
    if (context.signal.aborted || !(error instanceof Fault)) throw error;
    context.tell(
      `error[${error.code}]: ${visible(file.path)}: ${visible(messageOf(error))}\n${error.mend === undefined ? '' : `  help: ${visible(error.mend)}\n`}`,
    );
    return { kind: 'failed', file, fault: error };
  }
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
