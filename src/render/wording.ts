import type { Finding } from '../domain/findings.ts';
import type { Result } from '../domain/generated/result.ts';
import { plural } from '../domain/plural.ts';
import { type Report, scoredEnergy } from '../domain/report.ts';
import { taskOf } from '../domain/tasks.ts';
import { energy, energyUnit, inUnit, percent, times, whole } from './numbers.ts';

/**
 * What is said of a result, in plain sentences that hold foreign text as it came: each view escapes them in its own way.
 */

type VerdictWords = { icon: string; word: string };

const VERDICTS: Readonly<Record<Report['verdict'], VerdictWords>> = {
  official: { icon: '✅', word: 'Official result' },
  unofficial: { icon: '🧪', word: 'Unofficial result' },
  invalid: { icon: '❌', word: 'Invalid result' },
  rehearsal: { icon: '🎭', word: 'Rehearsal' },
};

const SELF_REPORTED: VerdictWords = { icon: '📨', word: 'Self-reported result' };

/** A result of scripted hardware is a rehearsal whatever else it is; an invalid one stays invalid. */
export function verdictOf({ verdict, rehearsal, record }: Report): VerdictWords {
  if (verdict === 'invalid') return VERDICTS.invalid;
  if (rehearsal) return VERDICTS.rehearsal;
  return record.origin === 'self-reported' ? SELF_REPORTED : VERDICTS[verdict];
}

type Named = { model: string; variant: string | null; origin?: Result['origin'] };

/** A row's name: its model, variant, and who measured it where that was not this program. */
export function rowName({ model, variant, origin = 'measured' }: Named): string {
  const notes = [...(variant === null ? [] : [variant]), ...(origin === 'measured' ? [] : [origin])];
  return notes.length === 0 ? model : `${model} (${notes.join(', ')})`;
}

/** Who measured a result where this program did not do so here; null where it did. */
export function originOf({ record }: Pick<Report, 'record'>): string | null {
  if (record.evidence === undefined) return null;
  return `Self-reported: measured by the model’s owner, who attests to it; recomputed here from the evidence at ${new URL(record.evidence.url).host}.`;
}

export const WATERMARK = 'REHEARSAL: scripted hardware, not a measurement.';

export const titleOf = ({ record }: Pick<Report, 'record'>): string => {
  const { model, task, variant } = record.plan;
  return `${model.id} · ${taskOf(task).title}${variant === null ? '' : ` (${variant})`}`;
};

/** The figure, as in 12.3 Wh. */
export const figureOf = ({ record }: Pick<Report, 'record'>): string => energy(record.score.whPer1000Queries, 3);

/** The interval and what else is known of the error, in one line. */
export function uncertaintyOf(report: Pick<Report, 'record'>): string {
  const scored = scoredEnergy(report.record);
  const runs = scored?.runs.length ?? report.record.runs.length;
  const systematic = scored?.systematicFraction ? `; the sensor adds up to ±${percent(scored.systematicFraction)}` : '';
  if (!scored?.interval95) return `${runs === 1 ? 'One run' : `${runs} runs`}, so no interval${systematic}`;
  const unit = energyUnit([report.record.score.whPer1000Queries]);
  const { low, high } = scored.interval95;
  return `95 % interval ${inUnit(Math.max(0, low), unit)} to ${inUnit(high, unit)} ${unit.name} over ${whole(runs)} ${plural(runs, 'run')}${systematic}`;
}

const SCOPES = { gpu: 'GPU energy', cpu: 'CPU energy', ram: 'Memory energy' } as const;
const QUALITIES = {
  counter: 'read from the hardware’s energy counter',
  integrated: 'integrated from power samples',
  estimated: 'estimated from CPU time',
} as const;

/** What was measured, and what it is not. */
export function measuredWhat({ record }: Pick<Report, 'record'>): string {
  const { scope, quality } = record.score;
  const what = `${SCOPES[scope]}, ${QUALITIES[quality]}`;
  return scope === 'gpu' ? what : `${what}: not a GPU figure`;
}

/** What an estimate assumes, or null. */
export function assumptionOf({ record }: Report): string | null {
  const scored = scoredEnergy(record);
  const meter = record.meters.find(({ id, assumption }) => scored?.meters.includes(id) && assumption !== null);
  return meter?.assumption ?? null;
}

export const STARS_MEANING =
  'Stars part the board’s range of energy into five equal bands: five stars for the lowest, one for the highest. One outlier can set that range, so read the rank and the factors beside them.';

/** The place on the board, or null where there is none. */
export function placeOf({ rating }: Report): string | null {
  if (rating === null) return null;
  if (rating.of === 1) return 'The only result on its board so far.';
  const median = `${times(rating.factorToMedian)} the median`;
  if (rating.rank === 1) return `Rank 1 of ${rating.of}, the lowest energy on its board: ${median}.`;
  const better = rating.percentile === null ? '' : `, less energy than ${rating.percentile.toFixed(0)} % of the others`;
  return `Rank ${rating.rank} of ${rating.of}${better}: ${times(rating.factorToBest)} the best, ${median}.`;
}

/** How sure the stars are, or null where that is unknown. */
export function confidenceOf({ rating, record }: Report): string | null {
  if (rating?.starConfidence == null) return null;
  const error = scoredEnergy(record)?.systematicFraction ?? null;
  const least = rating.starConfidenceSystematic;
  const systematic = error === null || least === null ? '' : ` (${spoken(percent(least))} where the sensor errs most)`;
  return `By the spread of the runs the stars hold with a probability of ${spoken(percent(rating.starConfidence))}${systematic}.`;
}

/** A percentage within a sentence, as in more than 99.9 %. */
const spoken = (text: string): string => text.replace('> ', 'more than ').replace('< ', 'less than ');

/** Changes that are told one by one. */
const TOLD_CHANGES = 8;

/** What the result does to the stars of others, or null where it has no place. */
export function changesOf({ rating }: Report): string | null {
  return rating === null || rating.of === 1 || rating.stars === null ? null : starChanges(rating.changes);
}

/** Stars of others before and after, in one sentence. */
export function starChanges(changes: readonly { model: string; from: number | null; to: number | null }[]): string {
  if (changes.length === 0) return 'No other model’s stars change.';
  const first = changes.every(({ from }) => from === null);
  if (first) return 'With this result the board has enough models: all of them get their first stars.';
  const told = changes.slice(0, TOLD_CHANGES).map(({ model, from, to }) => `${model} ${from ?? 'none'} → ${to ?? 'none'}`);
  const more = changes.length > TOLD_CHANGES ? `, and ${changes.length - TOLD_CHANGES} more` : '';
  return `Stars of others that change: ${told.join(', ')}${more}.`;
}

/** The findings by what they mean for the reader. */
export function sortedFindings(findings: readonly Finding[]): {
  failed: Finding[];
  warned: Finding[];
  passed: Finding[];
  skipped: Finding[];
} {
  const of = (status: Finding['status']) => findings.filter((finding) => finding.status === status);
  const weight = { invalid: 0, unofficial: 1, warn: 2 } as const;
  const failed = of('fail').sort((a, b) => weight[a.effect] - weight[b.effect]);
  return { failed, warned: of('warn'), passed: of('pass'), skipped: of('skip') };
}

/** All checks in one line. */
export function checksLine({ findings }: Report): string {
  const { failed, warned, passed, skipped } = sortedFindings(findings);
  const parts = [
    [passed, 'passed'],
    [failed, 'failed'],
    [warned, 'warned'],
    [skipped, 'skipped'],
  ] as const;
  const told = parts.filter(([list]) => list.length > 0).map(([list, word]) => `${whole(list.length)} ${word}`);
  return `${whole(findings.length)} ${plural(findings.length, 'check')}: ${told.join(', ')}`;
}

/** What the reader does next. */
export function nextStepOf(report: Report): string {
  const { verdict, published } = report;
  if (verdict === 'invalid') return 'Nothing was published. Mend what the failed checks name and measure again.';
  const where = published === null ? '' : `Published as ${published.path} in commit ${published.commit.slice(0, 12)}. `;
  if (report.rehearsal) return `${where}Take the same steps on real hardware for a result that counts.`;
  if (verdict === 'official')
    return `${where || 'Not published yet. '}${published === null ? 'Publish it to put it on the board.' : 'Nothing is left to do.'}`;
  if (report.record.origin === 'self-reported')
    return `${where}It is marked as self-reported wherever it stands. For an official score, submit the model to be measured here.`;
  return `${where}It stands on an unofficial board. For an official score, mend what the failed checks name and measure again.`;
}
