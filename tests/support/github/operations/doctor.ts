import { counted, forAccount, inRepository, missing, type Operations } from '../answer.ts';
import { shownRepository } from '../shown.ts';

const TIME = '2026-01-01T00:00:00Z';

/** What the settings of a scene may hold beside the others: what an owner has set for variables, pages and the organisation's secrets. */
type More = { pages?: object | null; organisationSecrets?: string[] };

const moreOf = (settings: object): More => (settings as { more?: More }).more ?? {};

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/actions/organization-secrets': inRepository([['secrets', 'read']], (request) =>
    counted(request, 'secrets', moreOf(request.repository.settings).organisationSecrets ?? [], (name) => ({
      name,
      created_at: TIME,
      updated_at: TIME,
      visibility: 'all',
    })),
  ),
  'GET /repos/{owner}/{repo}/environments/{environment_name}/variables': inRepository([['environments', 'read']], (request) => {
    const { repository, parameters } = request;
    const environment = repository.settings.environments.find(({ name }) => name === parameters.environment_name);
    if (environment === undefined) return missing();
    const { variables = {} } = environment as { variables?: Record<string, string> };
    return counted(request, 'variables', Object.entries(variables), ([name, value]) => ({
      name,
      value,
      created_at: TIME,
      updated_at: TIME,
    }));
  }),
  'GET /repos/{owner}/{repo}/pages': inRepository([['administration', 'read']], ({ repository }) => {
    const { pages } = moreOf(repository.settings);
    return pages == null ? missing() : { status: 200, body: { status: 'built', ...pages } };
  }),
  'GET /orgs/{org}/installations': forAccount([['administration', 'read']], (request) => {
    const { world, parameters } = request;
    const own = world.app?.installations.filter(({ owner }) => owner === parameters.org) ?? [];
    return counted(request, 'installations', own, ({ id, grants, repositories }) => ({
      id,
      app_id: world.app?.id,
      client_id: world.app?.clientId,
      app_slug: world.app?.slug,
      target_id: 1,
      target_type: 'Organization',
      repository_selection: repositories.length === 0 ? 'all' : 'selected',
      permissions: Object.fromEntries(Object.entries(grants).map(([name, access]) => [name.replaceAll('-', '_'), access])),
      events: [],
      single_file_name: null,
      created_at: TIME,
      updated_at: TIME,
      suspended_at: null,
      suspended_by: null,
    }));
  }),
  'GET /user/installations/{installation_id}/repositories': forAccount([['administration', 'read']], (request) => {
    const { world, parameters, origin } = request;
    const installation = world.app?.installations.find(({ id }) => id === Number(parameters.installation_id));
    if (installation === undefined) return missing();
    const seen = world.repositories.filter(({ owner, name }) => owner === installation.owner && installation.repositories.includes(name));
    return counted(request, 'repositories', seen, (one) => shownRepository(one, origin));
  }),
};
