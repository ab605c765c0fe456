import { operatorFault } from '../../domain/errors.ts';
import { readTemplate } from '../../files/templates.ts';
import { openGitHub } from '../../github/client.ts';
import { renderSettingFindings } from '../../render/setting-findings.ts';
import { examineGitHub } from '../../stages/doctor-github.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { repositoryName } from '../repository-name.ts';

/**
 * Looks at the two repositories of the bot on GitHub, and says what is missing or unsafe.
 * @throws Fault of the operator: usage, github-token-missing, and those of githubFault where a repository cannot be read at all
 */
export async function doctorGitHub(context: CommandContext): Promise<ExitCode> {
  const {
    GITHUB_TOKEN: token = '',
    GITHUB_API_URL: apiUrl = 'https://api.github.com',
    GITHUB_SERVER_URL: serverUrl = 'https://github.com',
  } = process.env;
  const submissions = needed(context, 'repo');
  const results = needed(context, 'results');
  if (token === '') {
    throw operatorFault('GITHUB_TOKEN is not set.', {
      code: 'github-token-missing',
      mend: 'Set it to a token that may read the administration of both repositories; docs/owners.md lists what it needs.',
    });
  }
  const templates = { submissions: await readTemplate('submissions'), results: await readTemplate('results') };
  const action = repositoryName(context, 'action') ?? null;
  const findings = await examineGitHub({ github: openGitHub({ token, apiUrl }), submissions, results, templates, action, serverUrl });
  context.answer(renderSettingFindings(findings, { color: context.answerColor }));
  const count = (status: string) => findings.filter((finding) => finding.status === status).length;
  const [failed, unknown, warned] = [count('fail'), count('unknown'), count('warn')];
  context.answer(`\n${failed} to mend, ${unknown} not known, ${warned} to think about, ${count('ok')} as they should be.\n`);
  if (context.flag('json')) context.print(`${JSON.stringify({ submissions, results, findings }, null, 2)}\n`);
  return failed + unknown > 0 ? 2 : 0;
}

function needed(context: CommandContext, option: string): string {
  const name = repositoryName(context, option);
  if (name !== undefined) return name;
  throw operatorFault(`--${option} OWNER/NAME is missing.`, {
    code: 'usage',
    mend: 'As in: doctor --github --repo OWNER/SUBMISSIONS --results OWNER/RESULTS',
  });
}
