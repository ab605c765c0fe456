/** How far a pull request has come, in order. */
const STEPS = ['validated', 'approved', 'measured', 'staged', 'published'] as const;

type BotStep = (typeof STEPS)[number];

export type BotProgress = {
  /** The last step that was done. */
  reached: BotStep | null;
  /** The step that did not go well, or null. */
  failed: BotStep | null;
};

/**
 * The steps of a pull request in one line of Markdown, as in "✅ validated → ✅ approved → ⏳ measured → ▫️ staged → ▫️ published".
 * The step after the one reached is under way unless it failed; published is the end.
 */
export function progressLine({ reached, failed }: BotProgress): string {
  const done = reached === null ? -1 : STEPS.indexOf(reached);
  return STEPS.map((step, index) => `${markOf(step, index)} ${step}`).join(' → ');

  function markOf(step: BotStep, index: number): string {
    if (step === failed) return '❌';
    if (index <= done) return '✅';
    return index === done + 1 && failed === null ? '⏳' : '▫️';
  }
}
