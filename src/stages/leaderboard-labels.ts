import { BADGES, LABELS, type LabelForm, labelFileAt, labelFiles, type PlannedLabel } from '../domain/leaderboard/label-plan.ts';
import { labelsIn, VERIFY } from '../domain/leaderboard/verify.ts';
import type { Snapshot } from '../ports/results-store.ts';

/** changed: those that say something else than what leaderboard/verify/ says of them, or are missing. all: every one is drawn and compared. */
export type LabelsToDraw = 'changed' | 'all';

/**
 * What differs between the labels and badges that are there and those that should be, drawn one after the other: null for one that
 * has to go. Only what leaderboard/verify/ names goes; whatever else lies there is not ours.
 */
export async function* labelChanges(
  snapshot: Snapshot,
  labels: readonly PlannedLabel[],
  which: LabelsToDraw,
): AsyncGenerator<readonly [string, Uint8Array | null]> {
  const present = new Set([...(await snapshot.list(LABELS)), ...(await snapshot.list(BADGES))]);
  const before = await saidBefore(snapshot);
  const wanted = new Map(labels.map((planned) => [planned.stem, planned]));
  if (which === 'all') yield* otherDrawings(snapshot, wanted);
  for (const planned of labels) {
    const saysOther = which === 'changed' && before.get(planned.stem) !== planned.says;
    for (const [form, path] of formsOf(planned.stem)) if (saysOther || !present.has(path)) yield [path, await drawn(planned, form)];
  }
  for (const stem of before.keys()) {
    if (wanted.has(stem)) continue;
    for (const [, path] of formsOf(stem)) if (present.has(path)) yield [path, null];
  }
}

const formsOf = (stem: string) => Object.entries(labelFiles(stem)) as [LabelForm, string][];

/** Files that are not to the byte what is drawn. */
async function* otherDrawings(
  snapshot: Snapshot,
  wanted: ReadonlyMap<string, PlannedLabel>,
): AsyncGenerator<readonly [string, Uint8Array]> {
  for (const folder of [LABELS, BADGES]) {
    for await (const { path, bytes } of snapshot.readAll(folder)) {
      const file = labelFileAt(path);
      const planned = wanted.get(file?.stem ?? '');
      if (file === null || planned === undefined) continue;
      const drawing = await drawn(planned, file.form);
      if (!drawing.equals(bytes)) yield [path, drawing];
    }
  }
}

/** What each label said when leaderboard/verify/ was written, by its stem. */
async function saidBefore(snapshot: Snapshot): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const decoder = new TextDecoder();
  for await (const { bytes } of snapshot.readAll(VERIFY))
    for (const { stem, says } of labelsIn(decoder.decode(bytes))) said.set(stem, says);
  return said;
}

/** The outlines are loaded only where something is drawn. */
async function drawn({ label }: PlannedLabel, form: LabelForm): Promise<Buffer> {
  const { badgeSvg, labelSvg, shieldsText } = await import('../render/label/forms.ts');
  const draw = { label: () => labelSvg(label, 'light'), badge: () => badgeSvg(label), shields: () => shieldsText(label) };
  return Buffer.from(draw[form]());
}
