import { LABEL_MARKS, type Label } from '../../domain/label.ts';
import { taskOf } from '../../domain/tasks.ts';
import { energy, significant } from '../numbers.ts';
import { starsText, starsWords } from '../stars.ts';

export const PROJECT = 'AI Energy Score';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A year and month for people, as in February 2025. */
export function monthText(month: string): string {
  const [year, number] = month.split('-');
  const name = MONTHS[Number(number) - 1];
  return name === undefined ? month : `${name} ${year}`;
}

/** The model with its variant, as in org/name (variant). */
export const modelText = ({ model, variant }: Pick<Label, 'model' | 'variant'>): string =>
  variant === null ? model : `${model} (${variant})`;

/** The task with its class. */
export const taskText = (label: Pick<Label, 'task' | 'class'>): string =>
  label.class === null ? taskOf(label.task).title : `${taskOf(label.task).title}, class ${label.class}`;

/** Digits of the figure: three, and four from 1,000 Wh on, where a third one would round whole watt-hours away. */
const digitsOf = (wattHours: number): number => (wattHours >= 999.5 ? 4 : 3);

/** The figure in Wh without its unit. */
export const figureText = (wattHours: number): string => significant(wattHours, digitsOf(wattHours));

/** The figure with a unit in which it reads well. */
export const shortFigure = (wattHours: number): string => energy(wattHours, digitsOf(wattHours));

/** Most digits of an interval's ends. */
const MOST_DIGITS = 6;

/** An interval's ends in Wh, with as many digits as tell one from the other; null where there is none. */
export function intervalText(interval: Label['interval95']): string | null {
  if (interval === null) return null;
  const [low, high] = [Math.max(0, interval.low), interval.high];
  let digits = digitsOf(high);
  while (digits < MOST_DIGITS && significant(low, digits) === significant(high, digits)) digits += 1;
  return `${significant(low, digits)} to ${significant(high, digits)}`;
}

/** Stars for a line of text. */
export const starsLine = (stars: number | null): string => (stars === null ? 'no stars' : starsText(stars));

/** Of when the stars are. */
export function editionText({ edition, place }: Pick<Label, 'edition' | 'place'>): string {
  const when = edition === null ? 'Board, in no edition yet' : `Edition ${monthText(edition)}`;
  return place === null ? when : `${when}, rank ${place.rank} of ${place.of}`;
}

/** Everything a label says in one line: what is listed first is what it is not. */
export function titleText(label: Label): string {
  const mark = label.mark === null ? '' : `${LABEL_MARKS[label.mark].banner}. `;
  const stars = label.stars === null ? 'no stars' : starsWords(label.stars);
  return `${mark}${PROJECT}: ${modelText(label)}, ${stars}`;
}

/** Everything a label says in full, the figure with all its digits. */
export function descriptionText(label: Label): string {
  const interval = intervalText(label.interval95);
  return [
    label.mark === null ? '' : LABEL_MARKS[label.mark].meaning,
    `${modelText(label)}.`,
    `Scored: ${monthText(label.scored)}.`,
    `Task: ${taskText(label)}.`,
    `Hardware: ${label.hardware}.`,
    `Inference energy: ${label.whPer1000Queries} Wh per 1,000 tasks (${label.energy}${label.assumption === null ? '' : `, ${label.assumption}`}${interval === null ? '' : `; 95 % interval ${interval} Wh`}).`,
    label.stars === null ? `No stars. ${label.starsNote ?? ''}`.trim() : `${starsWords(label.stars)}.`,
    `${editionText(label)}.`,
    label.link === null ? '' : `Leaderboard: ${label.link}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
