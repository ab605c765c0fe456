import { fail, noProblems, pass, skip } from '../checks/check.ts';
import { counted } from '../plural.ts';
import { quoted } from '../submission/hostile-characters.ts';
import { KNOWN_UNITS, meanWatts, queriesAsked, scoredPhases, scoredSets, wattHoursPer1000, windowIn } from './figure.ts';
import type { ReportCheck, ReportFacts } from './report-check.ts';
import { isLoading, type ToldWindow } from './told.ts';

const AGAIN = 'Measure again with this program, or with the harness mended.';

/** Most watts of one GPU; no accelerator of a leaderboard comes near. */
const MOST_WATTS = 2000;

/** Least watt-hours per 1,000 queries of a phase: a thousandth of a joule is far less than a GPU takes to do anything. */
const LEAST_WATT_HOURS = 1e-6;

/** How far parts may be from their total, as a fraction. */
const ROUNDING = 1e-6;

/** Windows that the figure is made of. */
function scoredWindows({ told, request }: ReportFacts): ToldWindow[] {
  return (scoredPhases(told, request.task) ?? []).flatMap(({ window }) => windowIn(told, window) ?? []);
}

const listed = (names: readonly string[]): string => names.join(', ');

function runProblems({ name, unit, gpu, gpuRuns }: ToldWindow): string[] {
  const failed = gpuRuns.filter((run) => run <= 0);
  const mean = gpuRuns.reduce((total, run) => total + run, 0) / gpuRuns.length;
  if (failed.length > 0)
    return [`${failed.length} of ${counted(gpuRuns.length, 'run')} of ${name} have ${failed[0]} ${unit} of GPU energy`];
  return gpu !== null && Math.abs(mean - gpu) > 1e-6 * gpu ? [`${name} is ${gpu} ${unit}, but the mean of its runs is ${mean}`] : [];
}

/** What is wrong with a scored window’s GPU energy, in words. */
function energyProblems({ told, request }: ReportFacts, window: ToldWindow): string[] {
  const { name, gpu, unit, seconds } = window;
  const over = seconds === null ? '' : ` over ${seconds} s`;
  if (gpu === null || gpu <= 0) return [`${name} has ${gpu === null ? 'no GPU energy' : `${gpu} ${unit} of GPU energy`}${over}`];
  const answered = (queriesAsked(told, request) ?? 0) - (told.failedQueries ?? 0);
  const each = answered > 0 ? wattHoursPer1000(window, 'gpu', answered) : null;
  return each !== null && each < LEAST_WATT_HOURS
    ? [`${name} has ${each} Wh of GPU energy per 1,000 queries, less than any GPU takes (${LEAST_WATT_HOURS} Wh)`]
    : [];
}

/** What is wrong with the sum of a window’s parts, in words: where a part is not told, the others are at most the total. */
function sumProblems({ name, gpu, cpu, ram, total }: ToldWindow): string[] {
  if (total === null) return [];
  const parts = (gpu ?? 0) + (cpu ?? 0) + (ram ?? 0);
  const slack = ROUNDING * Math.max(Math.abs(total), Math.abs(parts)) + 1e-15;
  if (parts > total + slack) return [`the parts of ${name} are more than its total`];
  const all = [gpu, cpu, ram].every((part) => part !== null);
  return all && parts < total - slack ? [`the parts of ${name} are less than its total`] : [];
}

/** What is wrong with how long a window took, in words. */
function powerProblems(window: ToldWindow, most: number): string[] {
  const { name, seconds } = window;
  const used = [window.gpu, window.cpu, window.ram, window.total].some((energy) => energy !== null && energy > 0);
  if (seconds !== null && seconds <= 0) return used ? [`${name} took energy within ${seconds} s`] : [];
  const watts = meanWatts(window);
  return watts !== null && watts > most ? [`${name} took ${Math.round(watts)} W of GPU power`] : [];
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
    title: 'Every energy has a unit that is known, and all have the same.',
    why: 'An unknown unit taken for kWh is a figure that is wrong by a factor, and no harness writes two units in one report.',
    mend: `Use a release of the harness that writes ${KNOWN_UNITS.join(' or ')}.`,
    run: ({ told }) => {
      const units = [...new Set(told.windows.map(({ unit }) => unit))];
      if (units.length > 1 && units.every((unit) => KNOWN_UNITS.includes(unit)))
        return fail(`${told.windows.map(({ name, unit }) => `${name} is in ${unit}`).join(', ')}.`);
      return noProblems(
        told.windows
          .filter(({ unit }) => !KNOWN_UNITS.includes(unit))
          .map(({ name, unit }) => `${name} is in ${unit === '' ? 'no unit' : quoted(unit)}`),
        'The unit is known.',
      );
    },
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
    title: 'Every scored phase has a GPU energy that a GPU can have taken.',
    why: 'No GPU works for nothing: a zero, less, or a millionth of a Wh per 1,000 queries is a meter that failed, a GPU that was not metered, or a run on the processor.',
    mend: 'See that CodeCarbon finds the GPU, and measure again.',
    run: (facts) =>
      noProblems(
        scoredWindows(facts).flatMap((window) => energyProblems(facts, window)),
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
    title: 'The parts of each energy make its total.',
    why: 'Parts that do not make their total come from two meters, or from a hand.',
    mend: 'Take the report as the harness wrote it.',
    run: ({ told }) => noProblems(told.windows.flatMap(sumProblems), 'The parts make their totals.'),
  },
  {
    code: 'I-report-power',
    effect: 'invalid',
    title: 'No window takes energy in no time, or more power than its GPUs have.',
    why: 'An energy in the wrong unit shows as thousands of watts.',
    mend: 'See in which unit the harness wrote its energies.',
    run: ({ told }) => {
      if (told.windows.every(({ seconds }) => seconds === null)) return skip('The report does not tell how long its windows took.');
      const most = MOST_WATTS * Math.max(1, told.gpus.length);
      return noProblems(
        told.windows.flatMap((window) => powerProblems(window, most)),
        'Every power is possible.',
      );
    },
  },
  {
    code: 'I-report-device',
    effect: 'invalid',
    title: 'The model did not run on the processor.',
    why: 'GPU energy that was read while the model ran on the processor is that of an idle GPU, or of other work.',
    mend: 'Measure again with backend.device=cuda.',
    run: ({ told }) => {
      if (told.device === null) return skip('The report does not tell.');
      return /^\s*cpu\b/i.test(told.device) ? fail(`It ran on ${quoted(told.device)}.`) : pass(`It ran on ${quoted(told.device)}.`);
    },
  },
];
