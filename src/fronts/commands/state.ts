import { operatorFault } from '../../domain/errors.ts';
import { RESULT_STATES } from '../../domain/ledger.ts';
import { GIVEN_STATES } from '../../domain/repository/state-change.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { openGitStore } from '../../results-repo/git-store.ts';
import { recognise } from '../../results-repo/recognise.ts';
import { changeState } from '../../stages/change-state.ts';
import { VERSION } from '../../version.ts';
import { atLeastOne, type Command, JSON_OPTION, oneOf } from '../command.ts';
import { namedFolder } from '../results-folder.ts';

/** Who decided, where nobody is named. */
const SOMEBODY = 'maintainer';

/** Changes what a published result is worth: disputed, withdrawn, corrected, or settled. */
export const stateCommand: Command = {
  name: 'state',
  summary: 'Dispute, withdraw or correct a published result, or settle a dispute: one entry of its ledger, one commit; its row stays.',
  arguments: 'RESULT --repo DIR --to STATE --reason TEXT',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository.' },
    to: { type: 'string', placeholder: 'STATE', description: `The new state: ${GIVEN_STATES.join(', ')}.` },
    reason: { type: 'string', placeholder: 'TEXT', description: 'Why, in one sentence. It is published beside the result.' },
    by: { type: 'string', placeholder: 'WHO', description: `Who decided; it is published as well. Default: ${SOMEBODY}.` },
    json: JSON_OPTION,
  },
  async run(context) {
    const [result, ...more] = atLeastOne(context, 'result');
    const repository = context.text('repo');
    const to = oneOf(context, 'to', GIVEN_STATES, null);
    const reason = context.text('reason');
    if (result === undefined || more.length > 0) throw operatorFault('state takes one result.', { code: 'usage' });
    if (repository === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    if (to === null) throw operatorFault('--to STATE is missing.', { code: 'usage', mend: `Name one of ${GIVEN_STATES.join(', ')}.` });
    if (reason === undefined) throw operatorFault('--reason TEXT is missing.', { code: 'usage', mend: 'Say why, in one sentence.' });
    const store = await openGitStore(namedFolder(repository));
    const policy = await recognise(store.place, (await store.snapshot()).read);
    const by = context.text('by') ?? SOMEBODY;
    const outcome = await changeState({ store, result, to, reason, by, policy, now: new Date(), builderVersion: VERSION });
    context.answer(`${visible(outcome.path)}: ${outcome.from} -> ${to}. ${RESULT_STATES[to].meaning} Commit ${outcome.commit}.\n`);
    for (const { board, model, from, to: stars } of outcome.changes)
      context.answer(`  ${board}: ${visible(model)} ${from ?? 'none'} -> ${stars ?? 'none'} stars\n`);
    if (context.flag('json')) context.print(`${JSON.stringify(outcome, null, 2)}\n`);
    return 0;
  },
};
