import { plural } from '../plural.ts';
import { taskOf, variantsWith } from '../tasks.ts';
import { fail, noProblems, pass, type RecordCheck, skip } from './check.ts';
import { type Window, windowName, windowsOf } from './windows.ts';

const MEASURE_AGAIN = 'Measure again; a backend that does this has a defect to report.';
const AS_WRITTEN = 'Measure with the values of the method for an official result.';

/** Checks of tokens, diffusion steps and precision: as planned, and as the task fixes them. */
export const SETTINGS_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-method-tokens',
    effect: 'invalid',
    reads: 'record',
    title: 'Every phase made as many new tokens as the plan fixes.',
    why: 'Energy grows with every token; a model that stops early looks frugal.',
    mend: 'Measure again with the number of new tokens enforced.',
    run: ({ record }) =>
      noProblems(
        windowsOf(record).flatMap((window) => tokenProblems(window, record.plan.generation)),
        record.plan.generation.newTokens === null
          ? 'The task makes no tokens.'
          : `${record.plan.generation.exactNewTokens ? 'Exactly' : 'At most'} ${record.plan.generation.newTokens} new tokens a query.`,
      ),
  },
  {
    code: 'R-method-input-tokens',
    effect: 'invalid',
    reads: 'record',
    title: 'Every run read the same number of input tokens a pass.',
    why: 'The same queries have the same tokens; another number means other queries or another truncation.',
    mend: MEASURE_AGAIN,
    run: ({ record }) => {
      const counted = windowsOf(record).filter(({ phase }) => phase.inputTokens !== null);
      if (counted.length === 0) return skip('The task has no input tokens.');
      // Preprocessing counts before truncation, the model after it.
      const groups = Map.groupBy(counted, ({ phase }) => phase.name === 'preprocess');
      const problems = [...groups.values()].flatMap((windows) => {
        const tokens = new Set(windows.map(({ phase }) => (phase.inputTokens ?? 0) / phase.passes));
        return tokens.size === 1 ? [] : [`${windows[0]?.phase.name} read ${[...tokens].join(', ')} tokens a pass`];
      });
      return noProblems(problems, 'The input tokens a pass stay the same.');
    },
  },
  {
    code: 'R-method-generation',
    effect: 'unofficial',
    reads: 'record',
    title: 'New tokens and diffusion steps are those that the task fixes.',
    why: 'The published figures hold for these numbers alone.',
    mend: AS_WRITTEN,
    run: ({ record }) => {
      const task = taskOf(record.plan.task);
      const { newTokens, exactNewTokens, inferenceSteps } = record.plan.generation;
      const fits = variantsWith(task, record.plan).some(
        (variant) =>
          (variant.newTokens?.count ?? null) === newTokens &&
          (variant.newTokens === null || (variant.newTokens.bound === 'exactly') === exactNewTokens),
      );
      if (!fits) return fail(`${newTokens ?? 'No'} new tokens a query are not what ${task.key} fixes.`);
      return inferenceSteps === task.inferenceSteps
        ? pass('As the task fixes.')
        : fail(`${inferenceSteps ?? 'No'} diffusion steps are not the ${task.inferenceSteps ?? 'absence of them'} that ${task.key} fixes.`);
    },
  },
  {
    code: 'R-method-precision',
    effect: 'invalid',
    reads: 'record',
    title: 'The model ran at the planned precision.',
    why: 'Half the bits take about half the energy.',
    mend: 'Measure again at the declared precision.',
    run: ({ record }) =>
      record.model.precision === record.plan.model.precision
        ? pass(`${record.model.precision}, as planned.`)
        : fail(`The model ran at ${record.model.precision}, not ${record.plan.model.precision} as planned.`),
  },
  {
    code: 'R-method-precision-official',
    effect: 'unofficial',
    reads: 'record',
    title: "The precision is the task's own, unless the checkpoint is quantised.",
    why: 'The method fixes FP16 for text generation and reasoning and FP32 elsewhere, so that models compare.',
    mend: AS_WRITTEN,
    run: ({ record }) => {
      const { precision, quantization } = record.plan.model;
      if (quantization !== null) return pass(`The checkpoint runs as it was quantised: ${quantization.method}, ${quantization.bits} bits.`);
      const own = taskOf(record.plan.task).precision;
      return precision === own
        ? pass(`${precision}, as the task fixes.`)
        : fail(`${record.plan.task} is measured at ${own}; this ran at ${precision}.`);
    },
  },
];

function tokenProblems(window: Window, generation: { newTokens: number | null; exactNewTokens: boolean }): string[] {
  const { name, queries, outputTokens } = window.phase;
  const says = `${windowName(window)} made ${outputTokens ?? 'an unknown number of'} ${plural(outputTokens, 'token')}`;
  if (name === 'prefill') return outputTokens === null || outputTokens === queries ? [] : [`${says}, not one a query`];
  if (name !== 'generate') return outputTokens === null || outputTokens === 0 ? [] : [`${says} where it makes none`];
  const most = queries * (generation.newTokens ?? 0);
  if (outputTokens === null) return [says];
  if (generation.exactNewTokens && outputTokens !== most) return [`${says}, not ${most}`];
  return outputTokens > most ? [`${says}, more than ${most}`] : [];
}
