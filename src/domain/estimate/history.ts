import type { Phase } from '../generated/plan.ts';
import type { MeasuredPhase, Result } from '../generated/result.ts';
import { mean, median, studentQuantile } from '../statistics.ts';
import { type Range, range } from './range.ts';

/** What a published result tells of its speed. */
export type Timed = {
  model: string;
  /** Null where the record does not tell them. */
  parameters: number | null;
  /** What has to be alike for times to compare. */
  setting: string;
  /** Mean seconds per query by phase. */
  secondsPerQuery: Partial<Record<Phase, number>>;
};

/** What has to be alike: the same work, done the same way, on the same hardware. */
export type Setting = {
  task: string;
  reasoning: Result['plan']['reasoning'];
  precision: string;
  quantization: Result['plan']['model']['quantization'];
  backend: string;
  /** Hardware profile, the number of GPUs included. */
  profile: string;
};

export const settingKey = ({ task, reasoning, precision, quantization, backend, profile }: Setting): string =>
  [task, reasoning.state, reasoning.effort, precision, quantization?.method, quantization?.bits, backend, profile].join(' ');

/** The speeds of a published result; null for scripted hardware, whose time is nobody's. */
export function timedFrom({ plan, hardware, model, prefill, runs }: Result): Timed | null {
  if (hardware.scripted) return null;
  const { precision, quantization } = plan.model;
  const setting = {
    task: plan.task,
    reasoning: plan.reasoning,
    precision,
    quantization,
    backend: plan.backend.id,
    profile: hardware.profile,
  };
  const secondsPerQuery: Timed['secondsPerQuery'] = {};
  for (const phase of plan.phases) {
    const measured = phase === 'prefill' ? [prefill] : runs.map(({ phases }) => phases.find(({ name }) => name === phase));
    const perQuery = measured.flatMap((each) => (each ? [paceOf(each)] : [])).filter(Number.isFinite);
    if (perQuery.length > 0) secondsPerQuery[phase] = mean(perQuery);
  }
  return { model: plan.model.id, parameters: model.parameters ?? plan.model.parameters, setting: settingKey(setting), secondsPerQuery };
}

const paceOf = ({ startSeconds, endSeconds, queries }: MeasuredPhase): number => (endSeconds - startSeconds) / queries;

/** Least number of results, and least factor between their sizes, that a power law is fitted to. */
const FIT_RESULTS = 4;
const FIT_SPREAD = 2;
/** No estimate is narrower than this factor to both sides: machines differ from day to day. */
const LEAST_FACTOR = 1.15;

/** What a pace was taken from: results of this very model, a law over several sizes, or the model nearest in size. */
export type PaceOrigin = 'same model' | 'power law' | 'nearest size';

export type Pace = { origin: PaceOrigin; results: number; secondsPerQuery: Range };

/**
 * Seconds per query of one phase as results of the same setting tell it.
 * @param parameters the model's; null leaves only results of the same model
 * @returns null where no result tells anything
 */
export function paceFrom(timed: readonly Timed[], phase: Phase, wanted: { model: string; parameters: number | null }): Pace | null {
  const told = timed.flatMap(({ model, parameters, secondsPerQuery }) => {
    const seconds = secondsPerQuery[phase];
    return seconds === undefined || seconds <= 0 ? [] : [{ model, parameters, seconds }];
  });
  const own = told.filter(({ model }) => model === wanted.model);
  if (own.length > 0) {
    return { origin: 'same model', results: own.length, secondsPerQuery: around(median(own.map(({ seconds }) => seconds)), LEAST_FACTOR) };
  }
  const { parameters } = wanted;
  if (parameters === null) return null;
  const sized = told.flatMap((each) => (each.parameters === null ? [] : [{ size: each.parameters, seconds: each.seconds }]));
  return powerLaw(sized, parameters) ?? nearest(sized, parameters);
}

type Point = { size: number; seconds: number };

/**
 * Least squares of log seconds on log size, with the 95 % interval of a single new value (Draper and Smith, Applied
 * Regression Analysis, section 1.4): it widens away from the sizes that were measured.
 */
function powerLaw(points: readonly Point[], size: number): Pace | null {
  const sizes = points.map((point) => point.size);
  if (points.length < FIT_RESULTS || Math.max(...sizes) < FIT_SPREAD * Math.min(...sizes)) return null;
  const xs = sizes.map(Math.log);
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const [xMean, yMean] = [mean(xs), mean(ys)];
  const squares = xs.reduce((sum, x) => sum + (x - xMean) ** 2, 0);
  const exponent = xs.reduce((sum, x, index) => sum + (x - xMean) * ((ys[index] ?? 0) - yMean), 0) / squares;
  const fitted = (x: number) => yMean + exponent * (x - xMean);
  const degrees = points.length - 2;
  const residual = Math.sqrt(xs.reduce((sum, x, index) => sum + ((ys[index] ?? 0) - fitted(x)) ** 2, 0) / degrees);
  const at = Math.log(size);
  const half = studentQuantile(0.975, degrees) * residual * Math.sqrt(1 + 1 / points.length + (at - xMean) ** 2 / squares);
  const secondsPerQuery = around(Math.exp(fitted(at)), Math.max(Math.exp(half), LEAST_FACTOR));
  return { origin: 'power law', results: points.length, secondsPerQuery };
}

/** Between a time that does not grow with size (all overhead) and one that grows in proportion, nearer to the latter. */
function nearest(points: readonly Point[], size: number): Pace | null {
  const distance = (point: Point) => Math.abs(Math.log(point.size / size));
  const [closest] = points.toSorted((a, b) => distance(a) - distance(b));
  if (closest === undefined) return null;
  const factor = size / closest.size;
  const { seconds } = closest;
  const spread = 1.3;
  const ends = range((seconds * Math.min(1, factor)) / spread, seconds * factor ** 0.7, seconds * Math.max(1, factor) * spread);
  return { origin: 'nearest size', results: 1, secondsPerQuery: ends };
}

const around = (value: number, factor: number): Range => range(value / factor, value, value * factor);
