import { type CheckText, fail, noProblems, type Outcome, pass, skip } from '../checks/check.ts';
import type { CheckEffect } from '../findings.ts';
import { quoted } from '../submission/hostile-characters.ts';
import { taskOf } from '../tasks.ts';
import { figureOf, KNOWN_UNITS, meanWatts, queriesAsked, scoredPhases, scoredSets, windowIn } from './figure.ts';
import { isOfficialDataset, newTokensFit } from './omissions.ts';
import { type ImportRequest, isLoading, type Told, type ToldWindow } from './told.ts';

type Facts = { told: Told; request: ImportRequest };

/** A check of what a report says. */
export type ReportCheck = CheckText & { readonly effect: CheckEffect; readonly run: (facts: Facts) => Outcome };

const AGAIN = 'Measure again with this program, or with the harness mended.';

/** Most watts of one GPU; no accelerator of a leaderboard comes near. */
const MOST_WATTS = 2000;

/** Windows that the figure is made of. */
function scoredWindows({ told, request }: Facts): ToldWindow[] {
  return (scoredPhases(told, request.task) ?? []).flatMap(({ window }) => windowIn(told, window) ?? []);
}

const listed = (names: readonly string[]): string => names.join(', ');

/** Whether the report's task is one that models of this task have on the Hub; T5-family models run several. */
const fitsTask = (told: string, request: ImportRequest): boolean =>
  told === request.task || taskOf(request.task).pipelineTags.includes(told);

/** Checks of what a report says, in the order in which they are shown. */
export const REPORT_CHECKS: readonly ReportCheck[] = [
  {
    code: 'I-report-values',
    effect: 'invalid',
    title: 'Every value of the report is of its kind, and the report agrees with itself.',
    why: 'A report that says two things says nothing.',
    mend: 'Take the report as the harness wrote it.',
    run: ({ told }) => noProblems(told.problems, 'The report agrees with itself.'),
  },
  {
    code: 'I-report-model',
    effect: 'invalid',
    title: 'The report is about the model that it is imported for.',
    why: 'A figure belongs to one model.',
    mend: 'Name the model that the report names, or import the report of this model.',
    run: ({ told, request }) => {
      if (told.model === null) return skip('The report names no model.');
      return told.model === request.model
        ? pass(`It is about ${request.model}.`)
        : fail(`The report is about ${quoted(told.model)}, not ${request.model}.`);
    },
  },
  {
    code: 'I-report-revision',
    effect: 'invalid',
    title: 'The report is about the revision that it is imported for.',
    why: 'Two revisions are two models.',
    mend: 'Name the revision that the report names.',
    run: ({ told, request }) => {
      if (told.revision === null) return skip('The report names no revision.');
      if (request.revision === null) return skip('No revision was named.');
      return told.revision === request.revision
        ? pass(`It is about ${request.revision.slice(0, 12)}.`)
        : fail(`The report is about the revision ${quoted(told.revision)}, not ${request.revision}.`);
    },
  },
  {
    code: 'I-report-task',
    effect: 'invalid',
    title: 'The harness can measure the task, and the report is of it.',
    why: 'Another task has other queries and other phases.',
    mend: 'Name the task that was measured with --task.',
    run: ({ told, request }) => {
      if (scoredSets(told.tool, request.task).length === 0) return fail(`${told.tool} does not measure ${request.task}.`);
      if (told.task === null) return pass(`${told.tool} can measure ${request.task}.`);
      return fitsTask(told.task, request)
        ? pass(`It is of ${told.task}.`)
        : fail(`The report is of ${quoted(told.task)}, not of ${request.task}.`);
    },
  },
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
  {
    code: 'I-report-queries',
    effect: 'invalid',
    title: 'The number of queries is known, and the report and whoever imports it agree on it.',
    why: 'The figure is divided by it.',
    mend: 'Tell the number of queries with --queries, as it stood in num_samples; it is at least 1.',
    run: ({ told, request }) => {
      const asked = queriesAsked(told, request);
      if (asked === null) return fail('Neither the report nor --queries tells how many queries were asked.');
      if (!Number.isSafeInteger(asked) || asked < 1)
        return fail(`The report says ${asked} queries: with num_samples below 1 the harness asks none.`);
      if (told.queries !== null && request.told.queries !== null && told.queries !== request.told.queries)
        return fail(`The report says ${told.queries} queries, --queries says ${request.told.queries}.`);
      const failed = told.failedQueries ?? 0;
      if (!Number.isSafeInteger(failed) || failed < 0 || failed >= asked)
        return fail(`${failed} of ${asked} queries failed: none is left to divide by.`);
      return pass(`${asked} queries.`);
    },
  },
  {
    code: 'I-report-weights',
    effect: 'invalid',
    title: 'The model’s own weights were loaded.',
    why: 'Random weights make other numbers, and a GPU’s power depends on the numbers.',
    mend: 'Measure again with backend.no_weights=false.',
    run: ({ told }) => {
      if (told.weights === 'unknown') return skip('The report does not tell.');
      return told.weights === 'real'
        ? pass('They were loaded.')
        : fail('The model ran with random weights (no_weights), so that this is no figure of the model.');
    },
  },
  {
    code: 'I-report-failures',
    effect: 'unofficial',
    title: 'No query failed.',
    why: 'A query that fails takes less energy.',
    mend: 'Find out why they failed, and measure again.',
    run: ({ told }) => {
      if (told.failedQueries === null) return fail('Whether queries failed is not told.');
      return told.failedQueries === 0 ? pass('Every query was answered.') : fail(`${told.failedQueries} queries failed.`);
    },
  },
  {
    code: 'I-report-tokens',
    effect: 'unofficial',
    title: 'The answers are as long as the task asks for.',
    why: 'Energy grows with the number of new tokens.',
    mend: 'Measure again with the number of new tokens that the task asks for.',
    run: (facts) => {
      const fits = newTokensFit(facts);
      const figure = figureOf(facts.told, facts.request);
      if (fits === null) return skip('The task makes no tokens, or the report does not tell how many.');
      const told = `${Number(figure?.newTokensPerQuery?.toFixed(3))} new tokens per query`;
      return fits
        ? pass(`${told}.`)
        : fail(`${told}; the task asks for ${taskOf(facts.request.task).newTokens?.count ?? 'another number'}.`);
    },
  },
  {
    code: 'I-report-batch',
    effect: 'unofficial',
    title: 'One query went at a time.',
    why: 'Queries that share a batch share its energy.',
    mend: 'Measure again with a batch size of 1.',
    run: ({ told }) => {
      if (told.batchSize === null) return skip('The report does not tell.');
      return told.batchSize === 1 ? pass('The batch size is 1.') : fail(`The batch size is ${told.batchSize}.`);
    },
  },
  {
    code: 'I-report-dataset',
    effect: 'unofficial',
    title: 'The queries are the task’s official data set, whole.',
    why: 'Other queries take other energy.',
    mend: 'Measure again with the official data set and all of its 1,000 rows.',
    run: (facts) => {
      const { told, request } = facts;
      const { rows, id } = taskOf(request.task).dataset;
      const asked = queriesAsked(told, request);
      if (asked !== rows) return fail(`${asked ?? 'An unknown number of'} queries; the official data set has ${rows}.`);
      if (told.dataset === null) return fail('The report does not name its data set.');
      return isOfficialDataset(facts)
        ? pass(`${rows} queries of ${told.dataset}.`)
        : fail(`The queries are of ${quoted(told.dataset)}, not of ${id}.`);
    },
  },
  {
    code: 'I-report-revision-known',
    effect: 'unofficial',
    title: 'The model’s revision is known.',
    why: 'Others can repeat a measurement only of the same model.',
    mend: 'Name the commit that was measured with --revision.',
    run: ({ request }) =>
      request.revision === null ? fail('Nobody told the revision.') : pass(`Revision ${request.revision.slice(0, 12)}.`),
  },
  {
    code: 'I-report-origin',
    effect: 'unofficial',
    title: 'This program measured the figure itself.',
    why: 'Another harness’s figure has no evidence that could be recomputed.',
    mend: 'Submit the model to be measured here.',
    run: ({ told }) => fail(`The figure was measured by ${told.tool}.`),
  },
];
