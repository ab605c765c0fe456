/** A comment of a pull request as a receipt is looked for in it. */
export type ReceiptComment = { id: number; authorId: number | null; body: string; createdAt: string; isEdited: boolean };

/** What a receipt says. */
export type Receipt = { runId: number; attempt: number; gpuMinutes: number };

const FORM = /^<!-- ai-energy-score:receipt:1 run=(\d{1,16})\.(\d{1,7}) gpu-minutes=(\d{1,9}) -->$/;

/** The first line of a receipt, which every order under a monthly limit leaves as a comment of its own. */
export const receiptLine = ({ runId, attempt, gpuMinutes }: Receipt): string =>
  `<!-- ai-energy-score:receipt:1 run=${runId}.${attempt} gpu-minutes=${gpuMinutes} -->`;

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0] ?? '';

/** The month of a time as GitHub tells it, as in 2026-11, UTC. */
export const monthOf = (time: string): string => time.slice(0, 7);

/** GPU minutes of the receipts among some comments, those of the own account that nobody has changed since, of one month. */
export function receiptedMinutes(
  comments: readonly ReceiptComment[],
  { ownId, month, before }: { ownId: number; month: string /** Only comments written before the one with this id. */; before: number },
): number {
  const minutes = comments
    .filter(({ id, authorId, isEdited, createdAt }) => authorId === ownId && !isEdited && id < before && monthOf(createdAt) === month)
    .map(({ body }) => Number(FORM.exec(firstLine(body))?.[3] ?? 0));
  return minutes.reduce((sum, each) => sum + each, 0);
}
