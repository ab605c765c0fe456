import { inputFault } from '../../domain/errors.ts';
import { explainCode, nearestCode } from '../../domain/explain.ts';
import { atLeastOne, type Command } from '../command.ts';

const TITLED = { check: 'what has to hold', fault: 'what happened' } as const;

/** Tells what a code means. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'Tell what a code of a check or a fault means, why it matters, and what to do.',
  arguments: 'CODE...',
  options: {},
  async run(context) {
    for (const code of atLeastOne(context, 'code')) {
      const known = explainCode(code);
      if (known === null) {
        const near = nearestCode(code);
        throw inputFault(`There is no code ${JSON.stringify(code)}.`, {
          code: 'unknown-code',
          mend: near === null ? 'docs/checks.md lists them all.' : `Did you mean ${near}?`,
        });
      }
      context.print(`${known.code}\n  ${TITLED[known.kind]}: ${known.title}\n  why: ${known.why}\n  what to do: ${known.mend}\n`);
    }
    return 0;
  },
};
