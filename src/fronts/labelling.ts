import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import { type Label, labelLink, PUBLIC_LEADERBOARD } from '../domain/label.ts';
import { type CardQueries, queriesOf } from '../domain/model-card.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { findTask, TASKS } from '../domain/tasks.ts';
import { makeFolder } from '../files/make-folder.ts';
import { labelOfEdition, labelOfResult, servedLabel } from '../stages/label.ts';
import { checkFile } from './checking.ts';
import { type CommandContext, wholeNumber } from './command.ts';
import { recordFileAt } from './files.ts';
import { invalidFault, reportOn } from './publication.ts';
import { readResults, resultsAround } from './results-folder.ts';

/** A label, what it was measured on where that is known, and the address of its picture where pages serve it. */
export type LabelToShow = { label: Label; queries: CardQueries | null; image: string | null };

/** The page that a label leads to: the one that was named; the public leaderboard for its own rows; else none. */
function linkOf(context: CommandContext, source: 'edition row' | 'result'): string | null {
  const named = context.text('link');
  if (named !== undefined) return labelLink(named);
  return source === 'edition row' ? PUBLIC_LEADERBOARD : null;
}

/** The label of the edition's row that --model, --task and --row name. */
export function editionLabel(context: CommandContext, edition: Edition): Label {
  const model = context.text('model');
  const word = context.text('task');
  if (model === undefined || word === undefined)
    throw operatorFault('A row of an edition is named by --model and --task.', { code: 'usage', mend: 'Or name a RESULT.' });
  const task = findTask(word);
  if (task === null) {
    throw operatorFault(`There is no task ${JSON.stringify(word)}.`, {
      code: 'usage',
      mend: `The tasks are ${TASKS.map(({ key }) => key).join(', ')}.`,
    });
  }
  const number = wholeNumber(context, 'row', 1, 1000) ?? null;
  return labelOfEdition(edition, { model, task: task.key, number }, linkOf(context, 'edition row'));
}

/**
 * The label of the result at a path, rated in the edition if there is one, else on its board in --repo or in the repository it lies in.
 * @throws Fault of the operator, code usage, where there is nothing to rate it in; Fault of the input, code result-invalid
 */
export async function resultLabel(context: CommandContext, path: string, edition: Edition | null): Promise<LabelToShow> {
  const named = context.text('repo');
  const results = named === undefined ? await resultsAround(await recordFileAt(path)) : await readResults(named);
  if (results === null && edition === null) {
    throw operatorFault(`${path} lies in no results repository, so there is no board that gives it stars.`, {
      code: 'usage',
      mend: 'Name the results repository by --repo DIR, or an edition by --edition FILE.',
    });
  }
  const policy = results?.policy ?? defaultPolicy();
  const snapshot = results === null ? null : await results.snapshot();
  const checked = await checkFile(path, policy, null);
  if (checked.verdict === 'invalid') throw invalidFault(checked);
  const report = await reportOn(checked, { snapshot, policy, edition, publication: null, reproduce: null });
  const repository = snapshot === null ? null : { snapshot, policy };
  const label = await labelOfResult({ report, edition, repository, link: linkOf(context, 'result') });
  const served = repository === null ? null : await servedLabel(label, repository);
  return { label: { ...label, link: label.link ?? served?.page ?? null }, queries: queriesOf(report.record), image: served?.image ?? null };
}

/** Writes a file that takes the place of the one before. @throws Fault of the operator, code label-not-written, and those of makeFolder */
export async function writeLabel(file: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(file));
  await writeFile(file, content).catch((cause: unknown) => {
    throw operatorFault(`The label ${file} cannot be written: ${messageOf(cause)}.`, {
      code: 'label-not-written',
      mend: 'Name another file with --out.',
      cause,
    });
  });
}

/** The fault of stars that would lead nowhere. */
export const linkMissing = () =>
  inputFault('Stars that stand alone have to lead to the leaderboard, and this result’s page is not known.', {
    code: 'label-link-missing',
    mend: 'Name the page that lists it by --link URL.',
  });
