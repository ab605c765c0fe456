import type { Fact, RunnerGroup } from '../domain/github-settings/settings.ts';
import type { GitHub } from './client.ts';
import { asked, everyPage, PAGE } from './facts.ts';

/**
 * Reads the groups of runners that a repository of an organisation may use.
 * @throws Fault of the operator where GitHub does not answer
 */
export async function readRunnerGroups(github: GitHub, fullName: string): Promise<Fact<RunnerGroup[]>> {
  const [org = '', repository = ''] = fullName.split('/');
  return asked('the runner groups', async () => {
    const groups = await everyPage(async (page) => {
      const asking = { org, visible_to_repository: repository, page, per_page: PAGE };
      const { data } = await github.request('GET /orgs/{org}/actions/runner-groups', asking);
      return data.runner_groups;
    });
    return Promise.all(
      groups.map(async (group) => ({
        id: group.id,
        name: group.name,
        visibility: group.visibility,
        servesPublic: group.allows_public_repositories,
        workflows: group.restricted_to_workflows === true ? (group.selected_workflows ?? []) : null,
        ...(await readGroup(github, { org, runner_group_id: group.id })),
      })),
    );
  });
}

async function readGroup(
  github: GitHub,
  group: { org: string; runner_group_id: number },
): Promise<Pick<RunnerGroup, 'repositories' | 'runners'>> {
  const repositories = await asked('the repositories of a runner group', () =>
    everyPage(async (page) => {
      const route = 'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories';
      const { data } = await github.request(route, { ...group, page, per_page: PAGE });
      return data.repositories.map(({ full_name: name }) => name);
    }),
  );
  const runners = await asked('the runners of a group', () =>
    everyPage(async (page) => {
      const route = 'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners';
      const { data } = await github.request(route, { ...group, page, per_page: PAGE });
      return data.runners.map(({ labels }) => labels.map(({ name }) => name));
    }),
  );
  return { repositories, runners };
}
