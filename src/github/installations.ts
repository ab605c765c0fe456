import type { Fact, Installation } from '../domain/github-settings/settings.ts';
import type { GitHub } from './client.ts';
import { asked, everyPage, PAGE } from './facts.ts';

/**
 * Reads which Apps are installed at the organisation that owns a repository.
 * @throws Fault of the operator where GitHub does not answer
 */
export async function readInstallations(github: GitHub, fullName: string): Promise<Fact<Installation[]>> {
  const [org = ''] = fullName.split('/');
  return asked('the installed Apps', async () => {
    const installations = await everyPage(async (page) => {
      const { data } = await github.request('GET /orgs/{org}/installations', { org, page, per_page: PAGE });
      return data.installations;
    });
    return Promise.all(
      installations.map(async ({ id, app_id: appId, permissions, events, repository_selection: selection, ...rest }) => ({
        appId,
        clientId: 'client_id' in rest && typeof rest.client_id === 'string' ? rest.client_id : null,
        permissions: permissions as Record<string, string>,
        events,
        repositories: selection === 'all' ? null : await readRepositories(github, id),
      })),
    );
  });
}

/** GitHub tells it to some kinds of tokens alone. */
const readRepositories = (github: GitHub, installation: number): Promise<Fact<string[]>> =>
  asked('the repositories of an installation', () =>
    everyPage(async (page) => {
      const asking = { installation_id: installation, page, per_page: PAGE };
      const { data } = await github.request('GET /user/installations/{installation_id}/repositories', asking);
      return data.repositories.map(({ full_name: name }) => name);
    }),
  );
