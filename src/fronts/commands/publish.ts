import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Fault, internalFault, messageOf } from '../../domain/errors.ts';
import { defaultPolicy, type Policy } from '../../domain/policy.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import type { PublishOutcome } from '../../stages/publish.ts';
import { checkFile, publishedIn } from '../checking.ts';
import { atLeastOne, type Command, type ExitCode, JSON_OPTION } from '../command.ts';
import { invalidFault, publishChecked } from '../publication.ts';
import { DEFAULT_RESULTS, type OpenResults, openResults } from '../results-folder.ts';
import { readPolicy } from '../submissions-folder.ts';

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
    const folder = context.text('repo') ?? DEFAULT_RESULTS;
    const policyFile = context.text('policy') ?? null;
    const wasThere = existsSync(folder);
    const policy = policyFile === null ? defaultPolicy() : await readPolicy(policyFile);
    const open = onceOpened(() => openResults(folder, policyFile));
    const all: Published[] = [];
    for (const path of paths) {
      // A repository is made for a result that can go into it, and for no other.
      const refused = wasThere ? null : await refusal(path, policy);
      const published = refused === null ? await publishOne(path, await open()) : { path, fault: refused };
      all.push(published);
      if ('fault' in published) context.tell(textOf(published));
      else context.answer(textOf(published));
    }
    if (context.flag('json')) context.print(`${JSON.stringify({ repository: resolve(folder), results: all.map(jsonOf) }, null, 2)}\n`);
    return exitCodeOf(all);
  },
};

const onceOpened = (open: () => Promise<OpenResults>): (() => Promise<OpenResults>) => {
  let opened: Promise<OpenResults> | null = null;
  return () => {
    opened ??= open();
    return opened;
  };
};

/** Why a result can go into no repository of this policy; null where it can. */
async function refusal(path: string, policy: Policy): Promise<Fault | null> {
  try {
    const checked = await checkFile(path, policy, null);
    return checked.verdict === 'invalid' ? invalidFault(checked) : null;
  } catch (thrown) {
    return asFault(thrown);
  }
}

const asFault = (thrown: unknown): Fault =>
  thrown instanceof Fault ? thrown : internalFault(messageOf(thrown), { code: 'unexpected', cause: thrown });

/** One result's fault takes no other result along. */
async function publishOne(path: string, results: OpenResults): Promise<Published> {
  try {
    const checked = await checkFile(path, results.policy, await publishedIn(await results.snapshot()));
    if (checked.verdict === 'invalid') throw invalidFault(checked);
    return { path, outcome: await publishChecked(checked, results, results.policy) };
  } catch (thrown) {
    return { path, fault: asFault(thrown) };
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
  // Found at the head: an earlier commit may have brought it.
  const became =
    kind === 'published' ? `published as ${record}, commit ${commit}` : `published already as ${record}: it is there at commit ${commit}`;
  return `${path}: ${became}\n${stars.join('')}`;
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
