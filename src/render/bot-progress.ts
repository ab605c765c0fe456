/** How far a pull request has come, in order. */
const STEPS = ['validated', 'approved', 'measured', 'staged', 'published'] as const;

type BotStep = (typeof STEPS)[number];

/** What became of the step after the last one that was done. */
const NEXT = { 'under way': '⏳', failed: '❌', stopped: '🛑', left: '▫️' } as const;

export type BotProgress = {
  /** The last step that was done; null for none. */
  reached: BotStep | null;
  next: keyof typeof NEXT;
};

/**
 * The steps of a pull request in one line of Markdown, as in "✅ validated → ✅ approved → ⏳ measured → ▫️ staged → ▫️ published".
 * Nothing follows the last.
 */
export function progressLine({ reached, next }: BotProgress): string {
  const due = reached === null ? 0 : STEPS.indexOf(reached) + 1;
  const markOf = (index: number) => (index < due ? '✅' : index === due ? NEXT[next] : NEXT.left);
  return STEPS.map((step, index) => `${markOf(index)} ${step}`).join(' → ');
}
