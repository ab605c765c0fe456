import type { Phase, Plan } from '../domain/generated/plan.ts';
import type { Announce, Progress } from '../stages/benchmark-talk.ts';

/** Shows how far a benchmark is: a bar that redraws itself on a terminal, a line per phase elsewhere. */
export type ProgressDisplay = { announce: Announce; end(): void };

export type ProgressSurface = {
  /** Which of several submissions it is, where several are measured in turn or at the same time. */
  label?: string;
  write(text: string): void;
  /** Shows a line in the place of the one before, an empty one to take it away. Default: the terminal's line of the cursor. */
  redraw?(line: string): void;
  terminal: boolean;
  width: number;
  /** Seconds on a monotonic clock. */
  clock(): number;
};

const BAR_WIDTH = 20;
const REDRAW_SECONDS = 0.1;

/** Starts the display of one plan. */
export function showProgress(plan: Plan, surface: ProgressSurface): ProgressDisplay {
  /** When the first run began, and how much was done then: loading, warming up and earlier runs say nothing about how long these runs take. */
  let began: { seconds: number; fraction: number } | null = null;
  const redraw = surface.redraw ?? ((line: string) => surface.write(`\r\x1b[K${line}`));
  let lastStep = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (progress: Progress) => {
    const step = `${surface.label === undefined ? '' : `${surface.label}, `}${stepOf(progress, plan)}`;
    const fraction = fractionDone(progress, plan);
    if (progress.run !== null) began ??= { seconds: surface.clock(), fraction };
    const left = began === null || plan.stopping !== undefined ? '' : timeLeft(fraction, began.fraction, surface.clock() - began.seconds);
    if (!surface.terminal) {
      if (step !== lastStep) surface.write(`  ${step}${left}\n`);
      lastStep = step;
      return;
    }
    if (step === lastStep && surface.clock() - drawnAt < REDRAW_SECONDS) return;
    lastStep = step;
    drawnAt = surface.clock();
    const filled = Math.round(fraction * BAR_WIDTH);
    const line = `  ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${step} ${progress.done}/${progress.of}${left}`;
    redraw(line.slice(0, surface.width - 1));
  };
  return { announce: draw, end: () => surface.terminal && redraw('') };
}

function stepOf({ phase, run }: Progress, plan: Plan): string {
  if (phase === 'load') return 'load the model';
  if (phase === 'warm-up') return 'warm up';
  if (run === null) return `${phase} pass`;
  const which = plan.stopping === undefined ? `run ${run} of ${plan.runs}` : `run ${run}, ${plan.runs} at most`;
  return `${which}: ${phase === 'cool-down' ? 'cool down' : phase}`;
}

/** The measured part that is done, from 0 to 1, every phase of every run counted alike. */
function fractionDone({ phase, run, done, of }: Progress, plan: Plan): number {
  if (run === null || phase === 'load' || phase === 'warm-up') return 0;
  const phases: readonly Phase[] = plan.phases.filter((name) => name !== 'prefill');
  const place = phase === 'cool-down' ? 0 : phases.indexOf(phase) + (of > 0 ? done / of : 0);
  return Math.min(1, ((run - 1) * phases.length + place) / (plan.runs * phases.length));
}

/** Fraction of the runs from which on a forecast is worth telling. */
const FORECAST_FRACTION = 0.05;

function timeLeft(fraction: number, fractionBefore: number, elapsedSeconds: number): string {
  const done = fraction - fractionBefore;
  if (done < FORECAST_FRACTION) return '';
  const seconds = Math.ceil((elapsedSeconds / done) * (1 - fraction));
  return seconds < 60 ? `, about ${seconds} s left` : `, about ${Math.ceil(seconds / 60)} min left`;
}
