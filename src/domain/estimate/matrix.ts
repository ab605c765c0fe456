import { type Fault, inputFault, operatorFault } from '../errors.ts';
import { slug } from '../identifiers.ts';
import { counted } from '../plural.ts';
import type { Policy } from '../policy.ts';
import type { Estimate } from './estimate.ts';

/** One leg of a GitHub Actions matrix. */
export type MatrixLeg = { submission: string; 'plan-key': string; gpus: number; 'timeout-minutes': number };

/** What `strategy.matrix` takes. */
export type Matrix = { include: MatrixLeg[] };

/** Most legs of one matrix (GitHub's limit of jobs per workflow run and matrix). */
const MATRIX_LEGS = 256;

/** Longest job on a self-hosted runner: five days (GitHub's limit). */
const JOB_MINUTES = 5 * 24 * 60;

/** Minutes of a job beside the benchmark: checkout, downloads, uploads. */
const AROUND_MINUTES = 60;

export type LegRequest = {
  submission: string;
  model: string;
  task: string;
  variant: string | null;
  /** SHA-256 of the submission file. */
  sha256: string;
  /** Null where nothing tells how long it takes. */
  estimate: Estimate | null;
};

/**
 * The leg of one submission. Its timeout is the estimate's bad end and what a job does beside it; never more than the
 * policy's own deadline, nor than five days.
 * @returns the fault of one that cannot end in time: estimate-past-job of the input, estimate-past-deadline of the operator
 */
export function legOf({ submission, estimate, ...named }: LegRequest, { run }: Pick<Policy, 'run'>): MatrixLeg | Fault {
  const deadlineMinutes = run.deadlineSeconds / 60;
  const expected = (estimate?.seconds.expected ?? 0) / 60;
  if (expected + AROUND_MINUTES > JOB_MINUTES) {
    return inputFault(`${submission} would take about ${days(expected)} days; a job ends after five.`, {
      code: 'estimate-past-job',
      mend: 'Lower the runs of its task (run.runsByTask in the policy), bound its new tokens by a lower reasoning effort, or measure it outside of a job with benchmark.',
    });
  }
  if (expected > deadlineMinutes) {
    return operatorFault(
      `${submission} would take about ${counted(Math.ceil(expected), 'minute')}; the policy ends a benchmark after ${Math.floor(deadlineMinutes)}.`,
      { code: 'estimate-past-deadline', mend: 'Raise run.deadlineSeconds in the policy, or lower the runs of its task (run.runsByTask).' },
    );
  }
  const worst = Math.min((estimate?.seconds.high ?? Infinity) / 60, deadlineMinutes);
  return {
    submission,
    'plan-key': planKey(named),
    gpus: estimate?.gpus ?? 1,
    'timeout-minutes': Math.min(Math.ceil(worst) + AROUND_MINUTES, JOB_MINUTES),
  };
}

const days = (minutes: number): string => (minutes / 1440).toPrecision(2);

/** @throws Fault of the operator, code matrix-too-large */
export function matrixOf(legs: readonly MatrixLeg[]): Matrix {
  if (legs.length <= MATRIX_LEGS) return { include: [...legs] };
  throw operatorFault(`${legs.length} submissions are more than the ${MATRIX_LEGS} legs of a matrix.`, {
    code: 'matrix-too-large',
    mend: 'Name fewer submissions, and start the workflow once for each part.',
  });
}

/** A name of one plan for artifacts, folders and concurrency groups: readable, and different for different submissions. */
function planKey({ model, task, variant, sha256 }: Omit<LegRequest, 'submission' | 'estimate'>): string {
  const name = [slug(model).slice(0, 80), task, variant].filter((part) => part !== null).join('.');
  return `${name}.${sha256.slice(0, 8)}`;
}
