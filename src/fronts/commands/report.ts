import { editionFrom } from '../../domain/edition.ts';
import { operatorFault } from '../../domain/errors.ts';
import type { CheckedImport } from '../../domain/imports/document.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { renderComment } from '../../render/comment.ts';
import { renderImport } from '../../render/import.ts';
import { renderSummary } from '../../render/summary.ts';
import { renderTerminal } from '../../render/terminal.ts';
import { checkFile } from '../checking.ts';
import { atLeastOne, type Command, type CommandContext, type ExitCode, JSON_OPTION, oneOf } from '../command.ts';
import { readJsonFile, recordFileAt } from '../files.ts';
import { checkImportFile, importJson, importLines } from '../importing-reports.ts';
import { reportOn } from '../publication.ts';
import { readResults, resultsAround } from '../results-folder.ts';

const FORMS = ['comment', 'summary', 'terminal'] as const;

/** Prints what there is to say about a result. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'Print the comment, the job summary or the terminal view of a result.',
  arguments: 'RESULT',
  options: {
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: 'A results repository, to rate the result on its board. Default: the one it lies in.',
    },
    edition: { type: 'string', placeholder: 'FILE', description: 'An edition to compare a GPU score with.' },
    form: { type: 'string', placeholder: 'FORM', description: `${FORMS.join(', ')}. Default: comment.` },
    json: JSON_OPTION,
  },
  async run(context) {
    const [path, ...more] = atLeastOne(context, 'result');
    if (path === undefined || more.length > 0) throw operatorFault('report takes one result.', { code: 'usage' });
    const form = oneOf(context, 'form', FORMS, 'comment');
    const imported = await checkImportFile(await recordFileAt(path));
    if (imported !== null) return reportImport(context, path, imported);
    const repository = context.text('repo');
    const results = repository === undefined ? await resultsAround(await recordFileAt(path)) : await readResults(repository);
    const snapshot = results === null ? null : await results.snapshot();
    const policy = results?.policy ?? defaultPolicy();
    const editionFile = context.text('edition');
    const edition = editionFile === undefined ? null : editionFrom(await readJsonFile(editionFile, 'edition'));
    const checked = await checkFile(path, policy, null);
    const report = await reportOn(checked, { snapshot, policy, edition, publication: null, reproduce: null });
    if (context.flag('json')) context.print(`${JSON.stringify(report, null, 2)}\n`);
    else if (form === 'terminal') context.print(`${renderTerminal(report, { color: false, width: context.width })}\n`);
    else context.print(form === 'comment' ? renderComment(report) : renderSummary([report]));
    return checked.verdict === 'invalid' ? 1 : 0;
  },
};

/** An import is no result: it has no board, and says what it omits in place of how sure it is. */
function reportImport(context: CommandContext, path: string, imported: CheckedImport): ExitCode {
  if (context.flag('json')) context.print(`${JSON.stringify(importJson(path, imported), null, 2)}\n`);
  else if (imported.document === null || context.text('form') === 'terminal') context.print(importLines(path, imported));
  else context.print(`${renderImport(imported.document, imported.findings)}\n`);
  return imported.document === null ? 1 : 0;
}
