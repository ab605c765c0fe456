import { stat } from 'node:fs/promises';
import { inputFault, operatorFault } from '../../domain/errors.ts';
import { importText } from '../../domain/imports/document.ts';
import { TASKS } from '../../domain/tasks.ts';
import { atLeastOne, type Command, type CommandContext, type ExitCode, JSON_OPTION } from '../command.ts';
import { importJson, importLines, importReportFile, writeImport } from '../importing-reports.ts';
import { importSubmission } from '../importing-submissions.ts';
import { FOLDER_OPTIONS } from '../measure-options.ts';

/** Imports what was measured elsewhere: another harness's report, or the evidence of a submission. */
export const importCommand: Command = {
  name: 'import',
  summary: "Import what was measured elsewhere: another harness's report, or the evidence that a submission names.",
  arguments: 'REPORT.json | SUBMISSION.yaml',
  options: {
    model: { type: 'string', placeholder: 'ORG/NAME', description: 'The model that a report is about.' },
    task: { type: 'string', placeholder: 'TASK', description: `The task of a report: ${TASKS.map(({ key }) => key).join(', ')}.` },
    revision: { type: 'string', placeholder: 'COMMIT', description: "The model's commit, where the report does not tell it." },
    queries: { type: 'string', placeholder: 'N', description: 'Queries of one pass, where the report does not tell them.' },
    hardware: { type: 'string', placeholder: 'TEXT', description: 'What it ran on, in words, where the report does not tell it.' },
    out: {
      type: 'string',
      placeholder: 'FILE|DIR',
      description:
        "A report's import as a file, a submission's result as a folder that is not there yet. Default: the import is printed, the result goes to results/.",
    },
    root: FOLDER_OPTIONS.root,
    policy: FOLDER_OPTIONS.policy,
    repo: { type: 'string', placeholder: 'DIR', description: 'A results repository in which the same evidence must not be published yet.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const [path, ...more] = atLeastOne(context, 'report or submission');
    if (path === undefined || more.length > 0) throw operatorFault('import takes one report or one submission.', { code: 'usage' });
    if ((await stat(path).catch(() => null))?.isDirectory() === true)
      throw inputFault(`${path} is a folder.`, { code: 'file-kind', mend: 'Name the report or the submission itself.' });
    return /\.ya?ml$/i.test(path) ? importSubmission(context, path) : importOne(context, path);
  },
};

async function importOne(context: CommandContext, path: string): Promise<ExitCode> {
  const imported = await importReportFile(context, path);
  const out = context.text('out');
  // Without a file to write, the document is what goes to standard output.
  if (out === undefined || imported.document === null) context.tell(importLines(path, imported));
  else context.answer(importLines(path, imported));
  if (imported.document !== null && out !== undefined) await writeImport(imported.document, out);
  if (context.flag('json')) context.print(`${JSON.stringify(importJson(path, imported), null, 2)}\n`);
  else if (imported.document !== null && out === undefined) context.print(importText(imported.document));
  return imported.document === null ? 1 : 0;
}
