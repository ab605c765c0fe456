import type { SettingFinding } from '../domain/github-settings/finding.ts';
import { ENVIRONMENTS, settingFindings, type Templates } from '../domain/github-settings/index.ts';
import type { GitHub } from '../github/client.ts';
import { readInstallations } from '../github/installations.ts';
import { readRunnerGroups } from '../github/runner-groups.ts';
import { readRepositorySettings } from '../github/settings.ts';

export type GitHubExamination = {
  github: GitHub;
  /** OWNER/NAME. */
  submissions: string;
  results: string;
  templates: Templates;
  /** OWNER/NAME of this program's repository, where the owner has told it. */
  action: string | null;
  /** GitHub's own address, for links. */
  serverUrl: string;
};

/**
 * Reads what is set in the two repositories, and judges it. Nothing is changed.
 * @throws Fault of the operator where one of the repositories cannot be read at all
 */
export async function examineGitHub(examination: GitHubExamination): Promise<SettingFinding[]> {
  const { github, submissions, results, templates, action, serverUrl } = examination;
  const ofSubmissions = await readRepositorySettings(github, submissions, ENVIRONMENTS.submissions);
  const ofResults = await readRepositorySettings(github, results, ENVIRONMENTS.results);
  const runnerGroups = await readRunnerGroups(github, submissions);
  const installations = await readInstallations(github, results);
  return settingFindings({ submissions: ofSubmissions, results: ofResults, runnerGroups, installations }, { templates, action, serverUrl });
}
