import { messageOf, operatorFault } from '../errors.ts';
import { policyFromText } from '../policy.ts';
import type { Template } from '../templates/placeholders.ts';
import { actionsFindings } from './actions.ts';
import { appFindings, knownApp } from './app.ts';
import { APP_ID_VARIABLE, appKeyFindings, environmentFindings, secretLevelFindings } from './environments.ts';
import { doubtful, good, judged, type Place, pageOf, type SettingFinding } from './finding.ts';
import { releaseFinding } from './releases.ts';
import { resultsRules, submissionsRules } from './rules.ts';
import { DEFAULT_LABELS, runnerFindings } from './runners.ts';
import { type Environment, type Fact, type GitHubSettings, type RepositorySettings, valueIn } from './settings.ts';
import { type Pair, workflowFindings } from './workflows.ts';

/** Environments that the workflows of each repository name. */
export const ENVIRONMENTS = { submissions: ['h100', 'results'], results: ['results', 'github-pages'] } as const;

export type Templates = { submissions: Template; results: Template };

/** Everything that can be said of the two repositories, in the order in which an owner would mend it. */
export function settingFindings(
  settings: GitHubSettings,
  { templates, serverUrl, action }: { templates: Templates; serverUrl: string; action: string | null },
): SettingFinding[] {
  const submissions: Place = { repository: settings.submissions, serverUrl };
  const results: Place = { repository: settings.results, serverUrl };
  const pair: Pair = { submissions: settings.submissions.fullName, results: settings.results.fullName };
  const appId = appIdIn(settings.submissions);
  return [
    ...ENVIRONMENTS.submissions.flatMap((name) => environmentFindings(submissions, name)),
    ...appKeyFindings(submissions),
    ...secretLevelFindings(submissions),
    ...actionsFindings(submissions, { opensPullRequests: 'may not' }),
    ...submissionsRules(submissions),
    ...workflowFindings(submissions, templates.submissions, pair),
    ...runnerFindings(submissions, { groups: settings.runnerGroups, labels: labelsOf(settings.submissions) }),
    ...ENVIRONMENTS.results.flatMap((name) => environmentFindings(results, name)),
    ...secretLevelFindings(results),
    ...actionsFindings(results, { opensPullRequests: 'may' }),
    ...resultsRules(results, knownApp(settings.installations, appId)),
    ...workflowFindings(results, templates.results, pair),
    releaseFinding(
      results,
      [
        { place: submissions, template: templates.submissions },
        { place: results, template: templates.results },
      ],
      action,
    ),
    ...appFindings(results, settings.installations, appId),
    pagesFinding(results),
  ];
}

function appIdIn({ environments }: RepositorySettings): string | null {
  const environment = valueIn(environments.results as Fact<Environment | null>);
  return environment === null ? null : (valueIn(environment.variables)?.[APP_ID_VARIABLE] ?? null);
}

/** @throws Fault of the operator where the policy cannot be read */
function labelsOf({ policy }: RepositorySettings): readonly string[] {
  const text = valueIn(policy);
  if (text === null) return DEFAULT_LABELS;
  try {
    return policyFromText(text, 'policy.yaml', operatorFault).bot?.runner ?? DEFAULT_LABELS;
  } catch (cause) {
    const mend = "Mend the submissions repository's policy.yaml first: no pull request can be answered.";
    throw operatorFault(messageOf(cause), { code: 'policy-schema', mend, cause });
  }
}

function pagesFinding(place: Place): SettingFinding {
  const { repository } = place;
  const url = pageOf(place, 'settings/pages');
  return judged(repository.pages, { code: 'G-pages', place, url }, (pages) => {
    if (pages === null) return doubtful('G-pages', repository, { message: 'There are no pages.', url });
    if (pages.built !== 'workflow')
      return doubtful('G-pages', repository, { message: 'The pages are built from a branch, not by the workflow.', url });
    if (!pages.https) return doubtful('G-pages', repository, { message: 'The pages are served without HTTPS as well.', url });
    return good('G-pages', repository, { message: 'The pages are deployed by the workflow, over HTTPS.', url });
  });
}
