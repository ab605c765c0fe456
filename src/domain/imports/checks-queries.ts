import { fail, noProblems, pass, skip } from '../checks/check.ts';
import { counted, plural } from '../plural.ts';
import { quoted } from '../submission/hostile-characters.ts';
import { taskOf } from '../tasks.ts';
import { disagreements } from './efficiencies.ts';
import { figureOf, queriesAsked } from './figure.ts';
import { isOfficialDataset, newTokensFit } from './omissions.ts';
import type { ReportCheck } from './report-check.ts';

/** Checks of what a report’s figure is divided by. */
export const QUERY_CHECKS: readonly ReportCheck[] = [
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
        return fail(`The report says ${counted(told.queries, 'query', 'queries')}, --queries says ${request.told.queries}.`);
      const failed = told.failedQueries ?? 0;
      if (!Number.isSafeInteger(failed) || failed < 0 || failed >= asked)
        return fail(`${failed} of ${counted(asked, 'query', 'queries')} failed: none is left to divide by.`);
      return pass(`${counted(asked, 'query', 'queries')}.`);
    },
  },
  {
    code: 'I-report-efficiency',
    effect: 'invalid',
    title: 'Every efficiency is understood, fits its energy’s unit, and gives the same number of queries.',
    why: 'Energy times efficiency is what was answered: where one phase makes other queries than another, an energy or its unit was changed.',
    mend: 'Take the report as the harness wrote it; --queries has to be what its phases say.',
    run: ({ told, request }) => {
      const { counts, problems } = told.efficiencies;
      if (counts.length + problems.length === 0) return skip('The report tells no efficiency.');
      const asked = queriesAsked(told, request);
      const apart = asked === null || !(asked >= 1) ? [] : disagreements(counts, request.told.queries ?? asked);
      return noProblems([...problems, ...apart], 'Every phase has the same queries.');
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
      return told.failedQueries === 0
        ? pass('Every query was answered.')
        : fail(`${counted(told.failedQueries, 'query', 'queries')} failed.`);
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
      if (asked !== rows)
        return fail(`${asked ?? 'An unknown number of'} ${plural(asked, 'query', 'queries')}; the official data set has ${rows}.`);
      if (told.dataset === null) return fail('The report does not name its data set.');
      return isOfficialDataset(facts)
        ? pass(`${rows} queries of ${told.dataset}.`)
        : fail(`The queries are of ${quoted(told.dataset)}, not of ${id}.`);
    },
  },
];
