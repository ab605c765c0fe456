import { Fault } from '../../domain/errors.ts';
import type { Finding, Verdict } from '../../domain/findings.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { notJudged } from '../../stages/unforeseen.ts';
import { type CheckedFile, checkFile, publishedIn } from '../checking.ts';
import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { recordFileAt } from '../files.ts';
import { checkImportFile } from '../importing-reports.ts';
import { readResults, resultsAround } from '../results-folder.ts';
import { readPolicy } from '../submissions-folder.ts';

const MARKS: Readonly<Record<Finding['status'], string>> = { pass: 'ok  ', warn: 'warn', fail: 'FAIL', skip: 'skip' };

/** Checks results: every check by its code, the score computed again from the readings. */
export const check: Command = {
  name: 'check',
  summary: 'Check results: every check by its code, the score computed again from the evidence.',
  arguments: 'RESULT...',
  options: {
    policy: {
      type: 'string',
      placeholder: 'FILE',
      description: "The policy. Default: the results repository's own, else the built-in one.",
    },
    repo: { type: 'string', placeholder: 'DIR', description: 'A results repository to compare with. Default: the one a result lies in.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const checked: Checked[] = [];
    const defects: Fault[] = [];
    const paths = atLeastOne(context, 'result');
    const repository = context.text('repo');
    const named = repository === undefined ? null : await readResults(repository);
    const policyFile = context.text('policy');
    const policy = policyFile === undefined ? null : await readPolicy(policyFile);
    for (const path of paths) {
      const imported = await checkImportFile(await recordFileAt(path));
      if (imported !== null) {
        checked.push({ ...imported, path, bundleFolder: null });
        continue;
      }
      const results = named ?? (await resultsAround(await recordFileAt(path)));
      const published = results === null ? null : await publishedIn(await results.snapshot());
      const judged = await checkFile(path, policy ?? results?.policy ?? defaultPolicy(), published).catch((thrown: unknown) =>
        unjudged(path, thrown),
      );
      if (judged instanceof Fault) defects.push(judged);
      else checked.push(judged);
    }
    for (const result of checked) context.answer(textOf(result));
    const told = { results: checked.map(jsonOf) };
    const [defect] = defects;
    if (defect !== undefined) {
      context.keep(told);
      throw defect;
    }
    if (context.flag('json')) context.print(`${JSON.stringify(told, null, 2)}\n`);
    return checked.some((result) => result.verdict === 'invalid') ? 1 : 0;
  },
};

/** What is told once the others are checked, where a defect kept one from being judged. @throws a fault that says what is wrong */
function unjudged(path: string, thrown: unknown): Fault {
  if (thrown instanceof Fault) throw thrown;
  return notJudged(path, thrown);
}

/** What is told of a result, and of an import. */
type Checked = Pick<CheckedFile, 'path' | 'verdict' | 'findings' | 'bundleFolder'>;

function textOf({ path, verdict, findings, bundleFolder }: Checked): string {
  const lines = findings.map((finding) => `  ${MARKS[finding.status]} ${finding.code.padEnd(30)} ${visible(finding.message)}`);
  const evidence = bundleFolder === null ? 'without its bundle' : `with the evidence in ${bundleFolder}`;
  return `${visible(path)}: ${verdict}, ${evidence}\n${lines.join('\n')}\n`;
}

type CheckJson = {
  path: string;
  verdict: Verdict;
  checks: { code: string; status: Finding['status']; effect: Finding['effect']; message: string }[];
};

const jsonOf = ({ path, verdict, findings }: Checked): CheckJson => ({
  path,
  verdict,
  checks: findings.map(({ code, status, effect, message }) => ({ code, status, effect, message })),
});
