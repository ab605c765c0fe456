import { BADGES, LABELS, labelFiles, type PlannedLabel } from '../domain/leaderboard/label-plan.ts';
import { labelsIn, VERIFY } from '../domain/leaderboard/verify.ts';
import type { Snapshot } from '../ports/results-store.ts';

/** changed: those that say something else than what leaderboard/verify/ says of them, or are missing. all: every one is drawn and compared. */
export type LabelsToDraw = 'changed' | 'all';

type Form = keyof ReturnType<typeof labelFiles>;

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
  const wanted = new Map<string, { planned: PlannedLabel; form: Form }>();
  for (const planned of labels) {
    for (const [form, path] of Object.entries(labelFiles(planned.stem))) wanted.set(path, { planned, form: form as Form });
  }
  const stale = (path: string, { planned }: { planned: PlannedLabel }) => !present.has(path) || before.get(planned.stem) !== planned.says;
  const sound = which === 'all' ? await soundFiles(snapshot, wanted) : null;
  for (const [path, one] of wanted) {
    if (sound === null ? stale(path, one) : !sound.has(path)) yield [path, await drawn(one)];
  }
  for (const stem of before.keys()) {
    for (const path of Object.values(labelFiles(stem))) if (present.has(path) && !wanted.has(path)) yield [path, null];
  }
}

/** Files that are to the byte what would be drawn. */
async function soundFiles(snapshot: Snapshot, wanted: ReadonlyMap<string, { planned: PlannedLabel; form: Form }>): Promise<Set<string>> {
  const sound = new Set<string>();
  for (const folder of [LABELS, BADGES]) {
    for await (const { path, bytes } of snapshot.readAll(folder)) {
      const one = wanted.get(path);
      if (one !== undefined && (await drawn(one)).equals(bytes)) sound.add(path);
    }
  }
  return sound;
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
async function drawn({ planned: { label }, form }: { planned: PlannedLabel; form: Form }): Promise<Buffer> {
  const { badgeSvg, labelSvg, shieldsText } = await import('../render/label/forms.ts');
  const draw = { label: () => labelSvg(label, 'light'), badge: () => badgeSvg(label), shields: () => shieldsText(label) };
  return Buffer.from(draw[form]());
}
