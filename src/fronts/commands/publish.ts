import { resolve } from 'node:path';
import { folderSnapshot } from '../../results-repo/folder.ts';
import { checkFile, publishedIn } from '../checking.ts';
import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { invalidFault, publishChecked } from '../publication.ts';
import { DEFAULT_RESULTS, openResults, policyOfFolder } from '../results-folder.ts';

/** Publishes results to a local results repository. */
export const publish: Command = {
  name: 'publish',
  summary: 'Check results and publish them to a local results repository: record, ledger and tables in one commit.',
  arguments: 'RESULT...',
  options: {
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: `The results repository, made where there is none. Default: ${DEFAULT_RESULTS}.`,
    },
    policy: { type: 'string', placeholder: 'FILE', description: 'The policy that a repository made now begins with.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const paths = atLeastOne(context, 'result');
    const store = await openResults(resolve(context.text('repo') ?? DEFAULT_RESULTS), context.text('policy') ?? null);
    const policy = await policyOfFolder(store.place);
    const results: { path: string; outcome: string; commit: string; record: string }[] = [];
    for (const path of paths) {
      const checked = await checkFile(path, policy, await publishedIn(folderSnapshot(store.place)));
      if (checked.verdict === 'invalid') throw invalidFault(checked);
      const outcome = await publishChecked(checked, store, policy);
      results.push({ path, outcome: outcome.kind, commit: outcome.commit, record: outcome.path });
      context.tell(
        `${path}: ${outcome.kind === 'published' ? 'published' : 'published already'} as ${outcome.path}, commit ${outcome.commit}\n`,
      );
      for (const { board, model, from, to } of outcome.changes)
        context.tell(`  ${board}: ${model} ${from ?? 'none'} -> ${to ?? 'none'} stars\n`);
    }
    if (context.flag('json')) context.print(`${JSON.stringify({ repository: store.place, results }, null, 2)}\n`);
    return 0;
  },
};
