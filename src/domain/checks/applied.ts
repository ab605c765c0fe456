import { counted } from '../plural.ts';
import { fail, pass, type RecordCheck, skip } from './check.ts';

const UNTOLD = 'The backend does not tell what the model really got.';
const REPORT = 'Measure again; a backend that does this has a defect to report.';

/** Checks of what the model really got, as the backend read it off the loaded model. */
export const APPLIED_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-applied-told',
    effect: 'unofficial',
    reads: 'record',
    title: 'The backend told what the model really got.',
    why: 'What was asked for is not always what a library did: flags are dropped, numbers are converted.',
    mend: 'Measure with the transformers backend for an official result.',
    run: ({ record }) =>
      record.applied === undefined ? fail(UNTOLD) : pass('Precision, reasoning and placement were read off the model.'),
  },
  {
    code: 'R-applied-precision',
    effect: 'invalid',
    reads: 'record',
    title: "The model's weights had the planned precision and quantisation.",
    why: 'Half the bits take about half the energy.',
    mend: REPORT,
    run: ({ record: { applied, plan } }) => {
      if (applied === undefined) return skip(UNTOLD);
      const { precision, quantization } = plan.model;
      if ((quantization === null) !== (applied.quantization === null)) {
        return fail(
          `The weights were ${applied.quantization ?? 'not quantised'}; planned was ${quantization?.method ?? 'no quantisation'}.`,
        );
      }
      // Beside quantised weights, others keep what the checkpoint gives them.
      if (quantization !== null) return pass(`Quantised: ${applied.quantization}.`);
      return applied.precision === precision
        ? pass(`${precision}, as planned.`)
        : fail(`The weights were ${applied.precision}; planned was ${precision}.`);
    },
  },
  {
    code: 'R-applied-reasoning',
    effect: 'invalid',
    reads: 'record',
    title: "The model's prompts asked for reasoning as planned.",
    why: 'A model that thinks where it should not takes a hundred times the energy, and one that does not where it should looks frugal.',
    mend: REPORT,
    run: ({ record: { applied, plan } }) => {
      if (applied === undefined) return skip(UNTOLD);
      if (applied.reasoning === null) {
        return plan.task === 'reasoning'
          ? fail('Nothing tells whether the model was asked to reason.')
          : skip('The task does not ask for it.');
      }
      const { state, effort } = applied.reasoning;
      const said = (one: typeof plan.reasoning) => `reasoning ${one.state}${one.effort === null ? '' : `, effort ${one.effort}`}`;
      return state === plan.reasoning.state && effort === plan.reasoning.effort
        ? pass(`${said({ state, effort })}, as planned.`)
        : fail(`The prompts had ${said({ state, effort })}; planned was ${said(plan.reasoning)}.`);
    },
  },
  {
    code: 'R-applied-placement',
    effect: 'invalid',
    reads: 'record',
    title: 'The whole model lay on the GPUs that were metered.',
    why: 'What is computed elsewhere, or moved to and fro, is energy that another meter counts, or none.',
    mend: 'Use more or larger GPUs, or a quantised checkpoint.',
    run: ({ record: { applied, score, hardware } }) => {
      if (applied === undefined) return skip(UNTOLD);
      if (score.scope !== 'gpu') return skip('No GPU is scored.');
      const elsewhere = applied.placement.filter(({ device, parameters }) => parameters > 0 && !device.startsWith('cuda:'));
      if (elsewhere.length > 0 && hardware.scripted) return skip('A script played the GPU; the model lay elsewhere.');
      return elsewhere.length === 0
        ? pass(`On ${applied.placement.map(({ device }) => device).join(', ')}.`)
        : fail(`${elsewhere.map(({ device, parameters }) => `${counted(parameters, 'parameter')} lay on ${device}`).join('; ')}.`);
    },
  },
];
