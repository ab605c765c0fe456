import { inputFault } from '../../domain/errors.ts';
import { explainCode, nearestCode } from '../../domain/explain.ts';
import { atLeastOne, type Command } from '../command.ts';

/** Tells what a code means. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'Tell what a check makes sure of, why, and what to do when it fails.',
  arguments: 'CODE...',
  options: {},
  async run(context) {
    for (const code of atLeastOne(context, 'code')) {
      const known = explainCode(code);
      if (known === null) {
        const near = nearestCode(code);
        throw inputFault(`No check has the code ${JSON.stringify(code)}.`, {
          code: 'unknown-code',
          mend: near === null ? 'docs/checks.md lists them all.' : `Did you mean ${near}?`,
        });
      }
      context.print(`${known.code}: ${known.title}\n  why: ${known.why}\n  what to do: ${known.mend}\n`);
    }
    return 0;
  },
};
