import { existsSync } from 'node:fs';
import { editionFrom } from '../../domain/edition.ts';
import { diffEditions, type EditionChange } from '../../domain/edition-diff.ts';
import { operatorFault } from '../../domain/errors.ts';
import type { Edition } from '../../domain/generated/edition.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import type { Snapshot } from '../../ports/results-store.ts';
import { editionPath } from '../../stages/edition-freeze.ts';
import { readEntries } from '../../stages/leaderboard.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { readJsonFile } from '../files.ts';
import { readResults } from '../results-folder.ts';

/** Compares two editions: which models came, went, or have another energy or other stars, and why. */
export const editionDiff: Command = {
  name: 'edition diff',
  summary: 'Compare two editions: every model that came, went, or has another energy or other stars, and why.',
  arguments: 'EARLIER LATER',
  options: {
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: 'A results repository: editions may be named, as in 2025-02, and what became of a result is told.',
    },
    json: JSON_OPTION,
  },
  async run(context) {
    const [earlier, later, ...more] = context.positionals;
    if (earlier === undefined || later === undefined || more.length > 0)
      throw operatorFault('edition diff takes two editions, the earlier one first.', { code: 'usage' });
    const repository = context.text('repo');
    const snapshot = repository === undefined ? null : await (await readResults(repository)).snapshot();
    const [before, after] = await Promise.all([editionAt(earlier, snapshot), editionAt(later, snapshot)]);
    const diff = diffEditions(before, after, snapshot === null ? new Map() : await readEntries(snapshot));
    for (const change of diff.changes) context.answer(`${lineOf(change)}\n`);
    context.answer(`From ${diff.from} to ${diff.to}: rows that differ ${diff.changes.length}, rows that do not ${diff.unchanged}.\n`);
    if (context.flag('json')) context.print(`${JSON.stringify(diff, null, 2)}\n`);
    return 0;
  },
};

/** A file's edition, or the one of that name in the repository. */
async function editionAt(named: string, snapshot: Snapshot | null): Promise<Edition> {
  if (snapshot !== null && /^\d{4}-\d{2}$/.test(named)) {
    const bytes = await snapshot.read(editionPath(named));
    if (bytes !== null) return editionFrom(parsed(named, bytes));
    if (!existsSync(named))
      throw operatorFault(`The results repository has no edition ${named}.`, {
        code: 'edition-missing',
        mend: 'An edition that is not committed yet is named by its file.',
      });
  }
  return editionFrom(await readJsonFile(named, 'edition'));
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw operatorFault(`The edition ${name} is not JSON.`, { code: 'edition-damaged', mend: 'Restore it from the history.', cause });
  }
}

function lineOf({ kind, task, class: modelClass, model, from, to, why }: EditionChange): string {
  const figure = (of: EditionChange['from']) => (of === null ? 'none' : `${of.gpuWhPer1000Queries} Wh, ${of.stars} stars`);
  const board = `${task}${modelClass === null ? '' : ` ${modelClass}`}`;
  return `${kind.padEnd(7)} ${board}  ${visible(model)}  ${figure(from)} -> ${figure(to)}\n        ${visible(why)}`;
}
