import { fail, noProblems, pass, skip } from '../checks/check.ts';
import { quoted } from '../submission/hostile-characters.ts';
import { KNOWN_UNITS, meanWatts, scoredPhases, scoredSets, windowIn } from './figure.ts';
import type { ReportCheck, ReportFacts } from './report-check.ts';
import { isLoading, type ToldWindow } from './told.ts';

const AGAIN = 'Measure again with this program, or with the harness mended.';

/** Most watts of one GPU; no accelerator of a leaderboard comes near. */
const MOST_WATTS = 2000;

/** Windows that the figure is made of. */
function scoredWindows({ told, request }: ReportFacts): ToldWindow[] {
  return (scoredPhases(told, request.task) ?? []).flatMap(({ window }) => windowIn(told, window) ?? []);
}

const listed = (names: readonly string[]): string => names.join(', ');

function runProblems({ name, unit, gpu, gpuRuns }: ToldWindow): string[] {
  const failed = gpuRuns.filter((run) => run <= 0);
  const mean = gpuRuns.reduce((total, run) => total + run, 0) / gpuRuns.length;
  if (failed.length > 0) return [`${failed.length} of ${gpuRuns.length} runs of ${name} have ${failed[0]} ${unit} of GPU energy`];
  return gpu !== null && Math.abs(mean - gpu) > 1e-6 * gpu ? [`${name} is ${gpu} ${unit}, but the mean of its runs is ${mean}`] : [];
}

/** Checks of a report’s energies. */
export const ENERGY_CHECKS: readonly ReportCheck[] = [
  {
    code: 'I-report-phases',
    effect: 'invalid',
    title: 'The report holds every phase that scores the task, with its energy, and no phase of another.',
    why: 'A phase that is missing is not zero: its energy is unknown.',
    mend: 'Import a report of the harness’s energy_star scenario that ran to its end.',
    run: ({ told, request }) => {
      const empty = told.empty.filter((name) => !isLoading(name));
      if (empty.length > 0) return fail(`${listed(empty)} ${empty.length > 1 ? 'have' : 'has'} no energy in the report.`);
      const scored = scoredPhases(told, request.task);
      if (scored !== null) return pass(`${listed(scored.map(({ window }) => window))} score it.`);
      const wanted = scoredSets(told.tool, request.task).map((set) => listed(set.map(({ window }) => window)));
      const there = told.windows.map(({ name }) => name).filter((name) => !isLoading(name));
      return fail(`${request.task} takes ${wanted.join(' or ') || 'other phases'}; the report holds ${listed(there) || 'none'}.`);
    },
  },
  {
    code: 'I-report-unit',
    effect: 'invalid',
    title: 'Every energy has a unit that is known.',
    why: 'An unknown unit taken for kWh is a figure that is wrong by a factor.',
    mend: `Use a release of the harness that writes ${KNOWN_UNITS.join(' or ')}.`,
    run: ({ told }) =>
      noProblems(
        told.windows
          .filter(({ unit }) => !KNOWN_UNITS.includes(unit))
          .map(({ name, unit }) => `${name} is in ${unit === '' ? 'no unit' : quoted(unit)}`),
        'Every unit is known.',
      ),
  },
  {
    code: 'I-report-meter',
    effect: 'invalid',
    title: 'The harness’s meter did not fail.',
    why: 'A meter that failed is written as 0 Wh.',
    mend: AGAIN,
    run: ({ told }) => (told.meterError === null ? pass('It tells of no failure.') : fail(`The meter failed: ${quoted(told.meterError)}.`)),
  },
  {
    code: 'I-report-energy',
    effect: 'invalid',
    title: 'Every scored phase has a GPU energy above zero.',
    why: 'No GPU works for nothing: a zero, or less, is a meter that failed, a GPU that was not metered, or a run on the processor.',
    mend: 'See that CodeCarbon finds the GPU, and measure again.',
    run: (facts) =>
      noProblems(
        scoredWindows(facts)
          .filter(({ gpu }) => gpu === null || gpu <= 0)
          .map(
            ({ name, gpu, unit, seconds }) =>
              `${name} has ${gpu === null ? 'no GPU energy' : `${gpu} ${unit} of GPU energy`}${seconds === null ? '' : ` over ${seconds} s`}`,
          ),
        'Every scored phase has one.',
      ),
  },
  {
    code: 'I-report-runs',
    effect: 'invalid',
    title: 'Where the report holds the runs, each has a GPU energy above zero, and the energy is their mean.',
    why: 'A run whose meter failed is written as 0, or less, and lowers the mean in silence.',
    mend: 'Measure the runs again that failed; leaving them out by hand is no mend.',
    run: (facts) => {
      const told = scoredWindows(facts).filter(({ gpuRuns }) => gpuRuns.length > 0);
      if (told.length === 0) return skip('The report holds one energy of each phase.');
      return noProblems(told.flatMap(runProblems), 'Every run has one, and their mean is the energy.');
    },
  },
  {
    code: 'I-report-sum',
    effect: 'invalid',
    title: 'The parts of each energy are no more than its sum.',
    why: 'Parts that exceed their sum come from two meters, or from a hand.',
    mend: 'Take the report as the harness wrote it.',
    run: ({ told }) =>
      noProblems(
        told.windows
          .filter(
            ({ gpu, cpu, ram, total }) => total !== null && (gpu ?? 0) + (cpu ?? 0) + (ram ?? 0) > total + Math.abs(total) * 1e-6 + 1e-15,
          )
          .map(({ name }) => `the parts of ${name} are more than its total`),
        'The parts fit their sums.',
      ),
  },
  {
    code: 'I-report-power',
    effect: 'invalid',
    title: 'No window needs more power than its GPUs have.',
    why: 'An energy in the wrong unit shows as thousands of watts.',
    mend: 'See in which unit the harness wrote its energies.',
    run: ({ told }) => {
      const known = told.windows.filter((window) => meanWatts(window) !== null);
      if (known.length === 0) return skip('The report does not tell how long its windows took.');
      const most = MOST_WATTS * Math.max(1, told.gpus.length);
      return noProblems(
        known
          .filter((window) => (meanWatts(window) as number) > most)
          .map((window) => `${window.name} took ${Math.round(meanWatts(window) as number)} W of GPU power`),
        'Every power is possible.',
      );
    },
  },
];
