import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { MEASURE_OPTIONS, measureOptions } from '../measure-options.ts';
import { byPlace, exitCodeOf, failureJson, type MeasuredFile, measureAll } from '../measuring.ts';

/** Measures submissions, and stops there. */
export const benchmark: Command = {
  name: 'benchmark',
  summary: 'Measure submissions and write results with their evidence; check and publish nothing.',
  arguments: 'FILE|DIR...',
  options: { ...MEASURE_OPTIONS, json: JSON_OPTION },
  async run(context) {
    const paths = atLeastOne(context, 'submission');
    const options = await measureOptions(context, paths[0] ?? '.');
    const all: MeasuredFile[] = [];
    const comparison = await measureAll(context, paths, options, async (measured, tell) => {
      all.push(measured);
      if (measured.kind === 'measured') tell(`  written to ${measured.outcome.folder}\n`);
    });
    if (context.flag('json')) {
      const results = all.toSorted(byPlace).map((measured) =>
        measured.kind === 'measured'
          ? {
              submission: measured.file.path,
              result: measured.outcome.recordFile,
              bundle: measured.outcome.bundleFolder,
              score: measured.outcome.record.score,
            }
          : failureJson(measured),
      );
      context.print(`${JSON.stringify({ results, ...(comparison === null ? {} : { comparison }) }, null, 2)}\n`);
    }
    return exitCodeOf(all);
  },
};
