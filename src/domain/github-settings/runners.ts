import { bad, doubtful, good, judged, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';
import type { Fact, RunnerGroup } from './settings.ts';

/** Labels of the runner that measures, where the policy names none. */
export const DEFAULT_LABELS = ['self-hosted', 'h100'] as const;

type Runners = {
  groups: Fact<readonly RunnerGroup[]>;
  /** Labels that a runner needs to measure. */
  labels: readonly string[];
};

/** Whether the runner that measures does nothing but that. */
export function runnerFindings(place: Place, { groups, labels }: Runners): SettingFinding[] {
  const { repository, serverUrl } = place;
  const url = pageOf(place, 'settings/actions/runners');
  const registered = judged(repository.runners, { code: 'G-runner-repository', place, url }, (runners) => {
    const measuring = runners.filter((own) => has(own, labels)).length;
    if (measuring === 0)
      return good('G-runner-repository', repository, { message: 'No runner is registered with the repository itself.', url });
    const message = `${measuring} of the runners that measure ${measuring === 1 ? 'is' : 'are'} registered with the repository itself.`;
    return (repository.ownedByOrganisation ? bad : doubtful)('G-runner-repository', repository, { message, url });
  });
  if (!repository.ownedByOrganisation) {
    const message =
      'The repository belongs to a person, and people have no runner groups: only the pre-job hook keeps other workflows out.';
    return [
      registered,
      doubtful('G-runner-group', repository, {
        message,
        url,
        mend: 'Move the repository to an organisation, or use the hooks of templates/runner.',
      }),
    ];
  }
  const [owner = ''] = repository.fullName.split('/');
  const groupsUrl = `${serverUrl}/organizations/${owner}/settings/actions/runner-groups`;
  if (!groups.known) return [registered, unknown('G-runner-group', repository, { why: groups.why, url: groupsUrl })];
  return [registered, groupFinding(place, groups.value, groupsUrl), ...elsewhere(place, { groups: groups.value, labels, url: groupsUrl })];
}

const has = (own: readonly string[], labels: readonly string[]): boolean =>
  labels.every((label) => own.some((candidate) => candidate.toLowerCase() === label.toLowerCase()));

/** Whether a group is for the benchmark workflow of this repository alone. */
function isLimited({ repository }: Place, group: RunnerGroup): 'yes' | 'no' | 'unknown' {
  const workflow = `${repository.fullName}/.github/workflows/benchmark.yml@refs/heads/${repository.defaultBranch}`;
  if (group.visibility !== 'selected' || group.workflows === null || group.workflows.length === 0) return 'no';
  if (group.workflows.some((one) => one !== workflow)) return 'no';
  if (!group.repositories.known) return 'unknown';
  return group.repositories.value.every((name) => name === repository.fullName) ? 'yes' : 'no';
}

function groupFinding(place: Place, groups: readonly RunnerGroup[], url: string): SettingFinding {
  const { repository } = place;
  const limited = groups.filter((group) => isLimited(place, group) === 'yes');
  const serving = limited.find(({ servesPublic }) => servesPublic || !repository.isPublic);
  if (serving !== undefined) {
    return good('G-runner-group', repository, { message: `The runner group ${serving.name} is for the benchmark workflow alone.`, url });
  }
  const [closed] = limited;
  if (closed !== undefined) {
    const message = `The runner group ${closed.name} does not serve public repositories: benchmarks would wait for ever.`;
    return bad('G-runner-group', repository, { message, url, mend: 'Allow public repositories in it: it is for this one alone.' });
  }
  if (groups.some((group) => isLimited(place, group) === 'unknown')) {
    return unknown('G-runner-group', repository, { why: 'The repositories of the runner group cannot be read.', url });
  }
  return bad('G-runner-group', repository, { message: 'No runner group is for this repository and its benchmark workflow alone.', url });
}

/** Groups that are not limited, where one of their runners would measure. */
function elsewhere(
  place: Place,
  { groups, labels, url }: { groups: readonly RunnerGroup[]; labels: readonly string[]; url: string },
): SettingFinding[] {
  const { repository } = place;
  const open = groups.filter((group) => isLimited(place, group) === 'no');
  const found = open.flatMap(({ name, runners }): SettingFinding[] => {
    if (!runners.known) return [unknown('G-runner-elsewhere', repository, { why: runners.why, url })];
    if (!runners.value.some((own) => has(own, labels))) return [];
    return [
      bad('G-runner-elsewhere', repository, {
        message: `A runner that measures stands in the group ${name}, which others use as well.`,
        url,
      }),
    ];
  });
  if (found.length > 0) return found;
  return [good('G-runner-elsewhere', repository, { message: `No other group has a runner with the labels ${labels.join(', ')}.`, url })];
}
