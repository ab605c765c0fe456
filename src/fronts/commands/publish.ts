import { Fault, internalFault, messageOf } from '../../domain/errors.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import type { PublishOutcome } from '../../stages/publish.ts';
import { checkFile, publishedIn } from '../checking.ts';
import { atLeastOne, type Command, type ExitCode, JSON_OPTION } from '../command.ts';
import { invalidFault, publishChecked } from '../publication.ts';
import { DEFAULT_RESULTS, type OpenResults, openResults } from '../results-folder.ts';

/** What became of one result. */
type Published = { path: string; outcome: PublishOutcome } | { path: string; fault: Fault };

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
    const results = await openResults(context.text('repo') ?? DEFAULT_RESULTS, context.text('policy') ?? null);
    const all: Published[] = [];
    for (const path of paths) {
      const published = await publishOne(path, results);
      all.push(published);
      context.tell(textOf(published));
    }
    if (context.flag('json')) context.print(`${JSON.stringify({ repository: results.place, results: all.map(jsonOf) }, null, 2)}\n`);
    return exitCodeOf(all);
  },
};

/** One result's fault takes no other result along. */
async function publishOne(path: string, results: OpenResults): Promise<Published> {
  try {
    const checked = await checkFile(path, results.policy, await publishedIn(await results.snapshot()));
    if (checked.verdict === 'invalid') throw invalidFault(checked);
    return { path, outcome: await publishChecked(checked, results, results.policy) };
  } catch (thrown) {
    return { path, fault: thrown instanceof Fault ? thrown : internalFault(messageOf(thrown), { code: 'unexpected', cause: thrown }) };
  }
}

function textOf(published: Published): string {
  const path = visible(published.path);
  if ('fault' in published) {
    const { code, message, mend, kind, stack } = published.fault;
    const lines = [`error[${code}]: ${path}: ${message}`, ...(mend === undefined ? [] : [`  help: ${mend}`])];
    return `${[...lines, ...(kind === 'internal' ? [stack ?? ''] : [])].map(visible).join('\n')}\n`;
  }
  const { kind, path: record, commit, changes } = published.outcome;
  const stars = changes.map(({ board, model, from, to }) => `  ${board}: ${model} ${from ?? 'none'} -> ${to ?? 'none'} stars\n`);
  return `${path}: ${kind === 'published' ? 'published' : 'published already'} as ${record}, commit ${commit}\n${stars.join('')}`;
}

function jsonOf(published: Published) {
  const { path } = published;
  if ('fault' in published) {
    const { code, message, mend } = published.fault;
    return { path, outcome: 'refused', commit: null, record: null, errors: [{ code, message, mend: mend ?? null }] };
  }
  const { kind, commit, path: record } = published.outcome;
  return { path, outcome: kind, commit, record, errors: [] };
}

function exitCodeOf(all: readonly Published[]): ExitCode {
  const faults = all.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (faults.some(({ kind }) => kind !== 'input')) return 2;
  return faults.length > 0 ? 1 : 0;
}
