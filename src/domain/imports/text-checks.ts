import { type CheckText, fail, noProblems, type Outcome, pass, skip } from '../checks/check.ts';
import type { CheckEffect } from '../findings.ts';
import { REPORT_LIMITS, type ReportReading } from './read-report.ts';

/** A check of a report's text. */
type TextCheck = CheckText & { readonly effect: CheckEffect; readonly run: (reading: ReportReading) => Outcome };

const AS_WRITTEN = 'Take the report as the harness wrote it.';

/** Checks of a report's text, before anything is read of it. */
export const TEXT_CHECKS: readonly TextCheck[] = [
  {
    code: 'I-text-size',
    effect: 'invalid',
    title: 'The report is no larger than a report can be.',
    why: 'Anything larger is an attempt to exhaust whoever reads it.',
    mend: AS_WRITTEN,
    run: ({ bytes }) =>
      bytes <= REPORT_LIMITS.bytes ? pass(`${bytes} bytes.`) : fail(`The report has ${bytes} bytes; the most is ${REPORT_LIMITS.bytes}.`),
  },
  {
    code: 'I-text-json',
    effect: 'invalid',
    title: 'The report is JSON that every reader reads alike: no key twice, no NaN, no number that a double does not hold.',
    why: 'What two readers read differently is two reports.',
    mend: AS_WRITTEN,
    run: ({ scan, faults }) => (scan === null ? skip('The report is too large to be read.') : noProblems(faults, 'Plain JSON.')),
  },
  {
    code: 'I-text-shape',
    effect: 'invalid',
    title: 'The report has the shape of a harness that is known.',
    why: 'Fields of an unknown shape have no meaning.',
    mend: 'Import benchmark_report.json or benchmark.json of optimum-benchmark, or the results of ai_energy_benchmarks as JSON.',
    run: ({ scan, faults, told }) => {
      if (scan === null || faults.length > 0) return skip('The report is not readable.');
      return told === null ? fail('The report is of no known harness.') : pass(`A ${told.shape} of ${told.tool}.`);
    },
  },
];
