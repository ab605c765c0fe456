import { artifactName, type Order } from './order.ts';

/** An order, and whether something is measured for it: the evidence of a self-reported submission is only checked. */
export type OrderedRun = { order: Order; isMeasured: boolean };

/** One leg of the workflow's matrix. */
export type MatrixLeg = {
  /** Name of the job, as in Measure org/model/text-generation. */
  title: string;
  artifact: string;
  runner: readonly string[];
  timeoutMinutes: number;
  /** The order as JSON text. */
  order: string;
};

/** The legs of the workflow's matrix: one for each order that is measured. */
export const matrixOf = (orders: readonly OrderedRun[]): MatrixLeg[] =>
  orders
    .filter(({ isMeasured }) => isMeasured)
    .map(({ order }) => ({
      title: `Measure ${order.path.replace(/^submissions\//, '').replace(/\.yaml$/, '')}`,
      artifact: artifactName(order),
      runner: order.runner,
      timeoutMinutes: order.timeoutMinutes,
      order: JSON.stringify(order),
    }));
