import { operatorFault } from '../../domain/errors.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { proveRepository } from '../proving.ts';

/** Proves a whole results repository consistent, or says where it is not. */
export const checkRepo: Command = {
  name: 'check-repo',
  summary: 'Prove a whole results repository consistent, or say where it is not: records, ledgers, editions, derived files, history.',
  arguments: '--repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository: git at its last commit, or a plain folder.' },
    evidence: { type: 'boolean', description: 'Check every record again whose bundle lies in bundles/. Slow.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const named = context.text('repo');
    if (named === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    if (context.positionals.length > 0) throw operatorFault('check-repo takes options alone.', { code: 'usage' });
    const { place, history, report, text } = await proveRepository(named, context.flag('evidence') ? 'check' : 'leave');
    context.answer(text);
    if (context.flag('json')) {
      const { findings, notes, ...counts } = report;
      context.print(
        `${JSON.stringify({ repository: place, history, ...counts, consistent: findings.length === 0, findings, notes }, null, 2)}\n`,
      );
    }
    return report.findings.length === 0 ? 0 : 1;
  },
};
