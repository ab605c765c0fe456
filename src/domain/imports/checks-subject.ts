import { fail, noProblems, pass, skip } from '../checks/check.ts';
import { quoted } from '../submission/hostile-characters.ts';
import { taskOf } from '../tasks.ts';
import { scoredSets } from './figure.ts';
import type { ReportCheck } from './report-check.ts';
import type { ImportRequest } from './told.ts';

/** Whether the report's task is one that models of this task have on the Hub; T5-family models run several. */
const fitsTask = (told: string, request: ImportRequest): boolean =>
  told === request.task || taskOf(request.task).pipelineTags.includes(told);

/** Checks of what a report is about. */
export const SUBJECT_CHECKS: readonly ReportCheck[] = [
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
