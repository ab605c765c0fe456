import { counted, forAccount, missing, type Operations, type RestRequest } from '../answer.ts';
import { fullNameOf } from '../repository.ts';
import { shownRepository } from '../shown.ts';

const READ = [['organization-self-hosted-runners', 'read']] as const;

const organisationOf = ({ world, parameters }: RestRequest) => world.organisations.find(({ login }) => login === parameters.org);

const groupOf = (request: RestRequest) =>
  organisationOf(request)?.runnerGroups.find(({ id }) => id === Number(request.parameters.runner_group_id));

export const operations: Operations = {
  'GET /orgs/{org}/actions/runners': forAccount(READ, (request) => {
    const organisation = organisationOf(request);
    return organisation === undefined ? missing() : counted(request, 'runners', organisation.runners);
  }),
  'GET /orgs/{org}/actions/runner-groups': forAccount(READ, (request) => {
    const organisation = organisationOf(request);
    if (organisation === undefined) return missing();
    const visibleTo = request.query.get('visible_to_repository');
    const groups = organisation.runnerGroups.filter(
      ({ visibility, repositories }) =>
        visibleTo === null || visibility === 'all' || repositories.includes(`${organisation.login}/${visibleTo}`),
    );
    return counted(request, 'runner_groups', groups, ({ repositories: _, runners: __, ...shown }) => shown);
  }),
  'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories': forAccount(READ, (request) => {
    const group = groupOf(request);
    if (group === undefined) return missing();
    const chosen = request.world.repositories.filter((one) => group.repositories.includes(fullNameOf(one)));
    return counted(request, 'repositories', chosen, (one) => shownRepository(one, request.origin));
  }),
  'GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners': forAccount(READ, (request) => {
    const group = groupOf(request);
    return group === undefined ? missing() : counted(request, 'runners', group.runners);
  }),
};
