import { renderFaults, summaryOfFaults } from '../../render/diagnostics.ts';
import { validateSubmissions, validationJson } from '../../stages/validate.ts';
import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { FOLDER_OPTIONS, submissionsFolder } from '../measure-options.ts';
import { catalogueFor } from '../sources.ts';

/** Finds every fault of submissions, as a compiler would. */
export const validate: Command = {
  name: 'validate',
  summary: 'Find every fault in submissions, with line and column.',
  arguments: 'FILE|DIR...',
  options: {
    ...FOLDER_OPTIONS,
    root: { ...FOLDER_OPTIONS.root, description: `${FOLDER_OPTIONS.root.description} Default: the current directory.` },
    json: JSON_OPTION,
  },
  async run(context) {
    const files = atLeastOne(context, 'file');
    const folder = await submissionsFolder(context, context.text('root') ?? '.');
    const catalogue = catalogueFor({ folder, offline: context.flag('offline') });
    const validated = await validateSubmissions({ root: folder.root, files, policy: folder.policy, catalogue });
    for (const file of validated) if (!file.valid) context.answer(`${renderFaults(file, { color: context.answerColor })}\n`);
    context.answer(`${summaryOfFaults(validated, { color: context.answerColor })}\n`);
    if (context.flag('json')) context.print(`${JSON.stringify(validationJson(validated), null, 2)}\n`);
    return validated.every((file) => file.valid) ? 0 : 1;
  },
};
