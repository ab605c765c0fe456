import type { Result } from '../generated/result.ts';
import { boardId, boardOf, recordName } from '../identifiers.ts';
import { median } from '../statistics.ts';
import { taskOf } from '../tasks.ts';
import { JOULES_PER_WATT_HOUR } from '../units.ts';
import { type CheckInput, fail, type PublishedResult, pass, percent, type RecordCheck, skip } from './check.ts';

/**
 * Least energy of one parameter in one step, in joules. A parameter that is used takes two operations; no processor
 * makes more than about 2e13 operations from a joule; a mixture of experts uses at least about 1 % of its parameters.
 */
const LEAST_JOULES = (2 / 2e13) * 0.01;

/** Most energy of one parameter and token, in joules: 25 times that of the least efficient model of the February 2025 edition. */
const MOST_JOULES = 1e-7;

/** Below this, a model's energy is the program around it, not its parameters. */
const SMALL_MODEL_PARAMETERS = 10e6;

/** How far tokenizers stray from the published number of input tokens, as a factor. */
const TOKENIZER_FACTOR = 4;

/** How far a result may lie outside all others of its board, as a factor. */
const BOARD_FACTOR = 10;

/** Gain error of a board's sensor, which two measurements on two boards both have. */
const SENSOR_GAIN = 0.05;

const joulesPerQuery = (record: Result): number => (record.score.whPer1000Queries * JOULES_PER_WATT_HOUR) / 1000;

const parametersOf = (record: Result): number | null => record.model.parameters ?? record.plan.model.parameters;

/** Tokens of one query in the phase that does the most; null where the task has none. */
function tokensPerQuery(record: Result): number | null {
  const tokens = (record.runs[0]?.phases ?? [])
    .filter((phase) => phase.inputTokens !== null)
    .map((phase) => ((phase.inputTokens ?? 0) + (phase.outputTokens ?? 0)) / phase.queries);
  return tokens.length === 0 ? null : Math.max(...tokens);
}

/** Other published results of the same board. */
function othersOnBoard({ record, published }: CheckInput): PublishedResult[] {
  const board = boardId(boardOf(record));
  const name = recordName(record);
  return (published ?? []).filter((entry) => entry.boardId === board && entry.name !== name);
}

const NO_REPOSITORY = 'No results repository is at hand.';
const LOOK = 'Look for what differs: settings, hardware, a meter, an earlier error.';

/** Checks that the figure can be true. */
export const PLAUSIBILITY_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-plausibility-floor',
    effect: 'invalid',
    reads: 'record',
    title: 'The energy of a query is no less than its arithmetic takes on any processor.',
    why: 'Less is impossible, so that the model did not run or a unit is wrong.',
    mend: 'See that the meter reads the device that works, in the unit that it states.',
    run: ({ record }) => {
      const parameters = parametersOf(record);
      if (parameters === null) return skip('Nothing tells the parameters.');
      const steps = Math.max(1, tokensPerQuery(record) ?? 1, record.plan.generation.inferenceSteps ?? 1);
      const least = parameters * steps * LEAST_JOULES;
      const joules = joulesPerQuery(record);
      return joules >= least
        ? pass(`${joules.toPrecision(3)} J a query.`)
        : fail(`${joules.toPrecision(3)} J a query is less than the ${least.toPrecision(3)} J that the arithmetic takes at least.`);
    },
  },
  {
    code: 'R-plausibility-ceiling',
    effect: 'warn',
    reads: 'record',
    title: 'The energy of a parameter and token is not far above that of any published model.',
    why: 'Such energy looks like weights that are moved in and out of the memory for every query.',
    mend: 'See that the model lies on the device whole.',
    run: ({ record }) => {
      const parameters = parametersOf(record);
      const tokens = tokensPerQuery(record);
      if (parameters === null || tokens === null || tokens === 0) return skip('Parameters or tokens are unknown.');
      if (parameters < SMALL_MODEL_PARAMETERS) return skip('The model is too small to tell.');
      const joules = joulesPerQuery(record) / parameters / tokens;
      return joules <= MOST_JOULES
        ? pass(`${joules.toPrecision(3)} J a parameter and token.`)
        : fail(`${joules.toPrecision(3)} J a parameter and token is more than ${MOST_JOULES} J.`);
    },
  },
  {
    code: 'R-plausibility-input-tokens',
    effect: 'warn',
    reads: 'record',
    title: 'The official data set has about as many input tokens as published.',
    why: 'Far fewer tokens mean that queries were cut, far more that something was added.',
    mend: 'See how the processor truncates and pads, and which template it applies.',
    run: ({ record }) => {
      const known = taskOf(record.plan.task).dataset.inputTokens;
      const tokens = tokensRead(record);
      if (!record.plan.dataset.official || known === null || tokens === null)
        return skip('No number of input tokens is published for these queries.');
      const fits = tokens <= known * TOKENIZER_FACTOR && tokens >= known / TOKENIZER_FACTOR;
      return fits
        ? pass(`${tokens} input tokens; ${known} are published.`)
        : fail(`${tokens} input tokens are more than ${TOKENIZER_FACTOR} times off the ${known} that are published.`);
    },
  },
  {
    code: 'R-plausibility-history',
    effect: 'warn',
    reads: 'record',
    title: 'The result is near earlier ones of the same plan on the same board.',
    why: 'The same plan on the same hardware has the same energy, but for the sensor and the spread of the runs.',
    mend: LOOK,
    run: (input) => {
      if (input.published === null) return skip(NO_REPOSITORY);
      const earlier = othersOnBoard(input).filter((entry) => entry.planDigest === input.record.planDigest);
      if (earlier.length === 0) return skip('There is no earlier result of the same plan.');
      const usual = median(earlier.map((entry) => entry.whPer1000Queries));
      const most = 2 * (SENSOR_GAIN + input.policy.tolerances.coefficientOfVariation);
      const off = Math.abs(input.record.score.whPer1000Queries / usual - 1);
      return off <= most
        ? pass(`${percent(off)} off the earlier results.`)
        : fail(`The result is ${percent(off)} off the earlier ones of the same plan; ${percent(most)} is usual at most.`);
    },
  },
  {
    code: 'R-plausibility-board',
    effect: 'warn',
    reads: 'record',
    title: 'The result is not far outside all others of its board.',
    why: 'One figure that is far out sets the range of the stars for all.',
    mend: LOOK,
    run: (input) => {
      if (input.published === null) return skip(NO_REPOSITORY);
      const others = othersOnBoard(input).map((entry) => entry.whPer1000Queries);
      if (others.length === 0) return skip('The board has no other results.');
      const energy = input.record.score.whPer1000Queries;
      const low = others.reduce((least, other) => Math.min(least, other));
      const high = others.reduce((most, other) => Math.max(most, other));
      const fits = energy >= low / BOARD_FACTOR && energy <= high * BOARD_FACTOR;
      return fits
        ? pass('Within the range of the board.')
        : fail(`${energy} Wh is more than ${BOARD_FACTOR} times outside the board's ${low} to ${high} Wh.`);
    },
  },
];

function tokensRead(record: Result): number | null {
  const phase = record.runs[0]?.phases.find((candidate) => candidate.inputTokens !== null);
  return phase?.inputTokens == null ? null : phase.inputTokens / phase.passes;
}
