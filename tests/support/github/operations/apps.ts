import { type Answer, asApp, forAccount, listed, missing, type Operations, type RestRequest, refusal } from '../answer.ts';
import { type App, newToken } from '../app.ts';
import { fullNameOf } from '../repository.ts';
import { shownRepository } from '../shown.ts';
import { type Grants, may, type Need } from '../tokens.ts';

type Installation = App['installations'][number];

/** The API writes pull_requests where workflows write pull-requests. */
const inApi = (grants: Grants) => Object.fromEntries(Object.entries(grants).map(([name, access]) => [name.replaceAll('-', '_'), access]));

const shown = (app: App, { id, owner, grants }: Installation, origin: string) => ({
  id,
  app_id: app.id,
  client_id: app.clientId,
  app_slug: app.slug,
  target_id: 1,
  target_type: 'Organization',
  account: { login: owner, id: 1, type: 'Organization' },
  repository_selection: 'selected',
  access_tokens_url: `${origin}/app/installations/${id}/access_tokens`,
  permissions: inApi(grants),
  events: [],
  single_file_name: null,
});

const HOUR = 3_600_000;

type Asked = { repositories?: string[]; repository_ids?: number[]; permissions?: Record<string, 'read' | 'write'> };

/** A token for an installation: for what is asked, where the installation has it. */
function newInstallationToken({ world, body, origin }: RestRequest, app: App, installation: Installation): Answer {
  const { repositories: names, repository_ids: ids, permissions } = (body ?? {}) as Asked;
  const all = world.repositories.filter((one) => installation.repositories.includes(fullNameOf(one)));
  const chosen = all.filter(({ name, id }) => (names === undefined && ids === undefined) || names?.includes(name) || ids?.includes(id));
  if (chosen.length < (names?.length ?? 0) + (ids?.length ?? 0)) {
    return refusal(422, 'There is at least one repository that does not exist or is not accessible to the parent installation.');
  }
  const asked =
    permissions === undefined
      ? null
      : Object.entries(permissions).map(([name, access]) => [name.replaceAll('_', '-'), access] as unknown as Need);
  if (asked?.some((need) => !may(installation, need)))
    return refusal(422, 'The permissions requested are not granted to this installation.');
  const grants: Grants = asked === null ? installation.grants : { ...Object.fromEntries(asked), metadata: 'read' };
  const token = newToken();
  world.tokens[token] = { ...app.account, grants, repositories: chosen.map(fullNameOf) };
  return {
    status: 201,
    body: {
      token,
      expires_at: new Date(Date.now() + HOUR).toISOString(),
      permissions: inApi(grants),
      repository_selection: 'selected',
      repositories: chosen.map((one) => shownRepository(one, origin)),
    },
  };
}

export const operations: Operations = {
  'GET /app': asApp(({ app, origin }) => ({
    status: 200,
    body: {
      id: app.id,
      slug: app.slug,
      client_id: app.clientId,
      name: app.slug,
      owner: { login: app.installations[0]?.owner ?? '', id: 1, type: 'Organization' },
      description: null,
      html_url: `${origin}/apps/${app.slug}`,
      permissions: inApi(app.installations[0]?.grants ?? {}),
      events: [],
    },
  })),
  'GET /app/installations': asApp((request) =>
    listed(request, request.app.installations, (one) => shown(request.app, one, request.origin)),
  ),
  'GET /repos/{owner}/{repo}/installation': asApp(({ app, parameters: { owner, repo }, origin }) => {
    const installation = app.installations.find((one) => one.repositories.includes(`${owner}/${repo}`));
    return installation === undefined ? missing() : { status: 200, body: shown(app, installation, origin) };
  }),
  'POST /app/installations/{installation_id}/access_tokens': asApp((request) => {
    const installation = request.app.installations.find(({ id }) => id === Number(request.parameters.installation_id));
    return installation === undefined ? missing() : newInstallationToken(request, request.app, installation);
  }),
  'GET /installation/repositories': forAccount([], ({ world, token, origin }) => {
    const seen = world.repositories.filter((one) => token.repositories?.includes(fullNameOf(one)));
    return { status: 200, body: { total_count: seen.length, repositories: seen.map((one) => shownRepository(one, origin)) } };
  }),
  'DELETE /installation/token': forAccount([], ({ world, token }) => {
    const secret = Object.keys(world.tokens).find((one) => world.tokens[one] === token);
    if (secret !== undefined) delete world.tokens[secret];
    return { status: 204 };
  }),
};
