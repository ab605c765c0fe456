import type { Phase, Plan } from '../domain/generated/plan.ts';
import type { Announce, Progress } from '../stages/benchmark-phase.ts';

/** Shows how far a benchmark is: a bar that redraws itself on a terminal, a line per phase elsewhere. */
export type ProgressDisplay = { announce: Announce; end(): void };

export type ProgressSurface = {
  write(text: string): void;
  terminal: boolean;
  width: number /** Seconds on a monotonic clock. */;
  clock(): number;
};

const BAR_WIDTH = 20;
const REDRAW_SECONDS = 0.1;

/** Starts the display of one plan. */
export function showProgress(plan: Plan, surface: ProgressSurface): ProgressDisplay {
  /** When the first run began: loading and warming up say nothing about how long the runs take. */
  let runsBegan: number | null = null;
  let lastStep = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (progress: Progress) => {
    const step = stepOf(progress, plan);
    if (progress.run !== null) runsBegan ??= surface.clock();
    const left = timeLeft(fractionDone(progress, plan), runsBegan === null ? 0 : surface.clock() - runsBegan);
    if (!surface.terminal) {
      if (step !== lastStep) surface.write(`  ${step}${left}\n`);
      lastStep = step;
      return;
    }
    if (step === lastStep && surface.clock() - drawnAt < REDRAW_SECONDS) return;
    lastStep = step;
    drawnAt = surface.clock();
    const filled = Math.round(fractionDone(progress, plan) * BAR_WIDTH);
    const line = `  ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${step} ${progress.done}/${progress.of}${left}`;
    surface.write(`\r\x1b[K${line.slice(0, surface.width - 1)}`);
  };
  return { announce: draw, end: () => surface.terminal && surface.write('\r\x1b[K') };
}

function stepOf({ phase, run }: Progress, plan: Plan): string {
  if (phase === 'load') return 'load the model';
  if (phase === 'warm-up') return 'warm up';
  return run === null ? `${phase} pass` : `run ${run} of ${plan.runs}: ${phase}`;
}

/** The measured part that is done, from 0 to 1, every phase of every run counted alike. */
function fractionDone({ phase, run, done, of }: Progress, plan: Plan): number {
  if (run === null || phase === 'load' || phase === 'warm-up') return 0;
  const phases: readonly Phase[] = plan.phases.filter((name) => name !== 'prefill');
  const before = (run - 1) * phases.length + phases.indexOf(phase);
  return Math.min(1, (before + (of > 0 ? done / of : 0)) / (plan.runs * phases.length));
}

/** Fraction of the runs from which on a forecast is worth telling. */
const FORECAST_FRACTION = 0.05;

function timeLeft(fraction: number, elapsedSeconds: number): string {
  if (fraction < FORECAST_FRACTION) return '';
  const seconds = Math.ceil((elapsedSeconds / fraction) * (1 - fraction));
  return seconds < 60 ? `, about ${seconds} s left` : `, about ${Math.ceil(seconds / 60)} min left`;
}
