import { explain, RESULT_CHECKS } from '../../domain/checks/index.ts';
import { PUBLICATION_CHECKS } from '../../domain/checks/publication.ts';
import { inputFault } from '../../domain/errors.ts';
import { explainImport, IMPORT_CHECKS } from '../../domain/imports/index.ts';
import { SUBMISSION_CHECKS } from '../../domain/submission/checks.ts';
import { nearest } from '../../domain/submission/nearest.ts';
import { atLeastOne, type Command } from '../command.ts';

/** Tells what a check's code means. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'Tell what a check makes sure of, why, and what to do when it fails.',
  arguments: 'CODE...',
  options: {},
  async run(context) {
    for (const code of atLeastOne(context, 'code')) {
      const check =
        explain(code) ?? explainImport(code) ?? SUBMISSION_CHECKS.find((candidate) => candidate.code.toLowerCase() === code.toLowerCase());
      if (check === undefined) {
        const near = nearest(
          code,
          [...RESULT_CHECKS, ...PUBLICATION_CHECKS, ...IMPORT_CHECKS, ...SUBMISSION_CHECKS].map((candidate) => candidate.code),
        );
        throw inputFault(`No check has the code ${JSON.stringify(code)}.`, {
          code: 'unknown-code',
          mend: near === null || near === undefined ? 'docs/checks.md lists them all.' : `Did you mean ${near}?`,
        });
      }
      context.print(`${check.code}: ${check.title}\n  why: ${check.why}\n  what to do: ${check.mend}\n`);
    }
    return 0;
  },
};
