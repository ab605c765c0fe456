import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { operatorFault } from '../domain/errors.ts';
import { type GitHub, openGitHub, type TimeLimit } from './client.ts';
import { githubFault, statusOf } from './faults.ts';

/** A repository by its names. */
export type RepositoryName = { owner: string; repository: string };

/** A GitHub App, as the inputs app-id and private-key tell it. */
type AppKey = {
  /** The App's id, or its client id. */
  appId: string;
  /** PEM; its line breaks may be written as \n. */
  privateKey: string;
};

export type AppTokenRequest = AppKey & {
  /** The one repository that the token is for. */
  repository: RepositoryName;
  /** What the token may do there, and nothing else. */
  permissions: { contents: 'write'; pull_requests?: 'write' };
  apiUrl: string;
  wait?: (milliseconds: number) => Promise<unknown>;
  timeLimit?: TimeLimit;
  now?: Date;
};

/** GitHub takes ten minutes at most; the clocks of runners are off by seconds. */
const LIFE_SECONDS = 540;
const CLOCK_SLACK_SECONDS = 60;

const APP_ID = /^(?:\d{1,12}|Iv[0-9A-Za-z.]{6,60})$/;

/**
 * A token of an installed App for one repository, good for an hour.
 * @throws Fault of the operator: input-app-id, input-private-key, app-key-refused, app-not-installed, app-permissions, and those
 * of githubFault
 */
export async function appToken(request: AppTokenRequest): Promise<string> {
  const { repository, permissions, apiUrl, wait, timeLimit, now = new Date() } = request;
  const github = openGitHub({
    token: appJwt(request, now),
    apiUrl,
    ...(wait === undefined ? {} : { wait }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });
  const installation = await installationOf(github, repository);
  return tokenOf(github, { installation, repository, permissions });
}

async function installationOf(github: GitHub, { owner, repository: repo }: RepositoryName): Promise<number> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/installation', { owner, repo });
    return data.id;
  } catch (thrown) {
    if (statusOf(thrown) === 401) throw keyRefused(thrown);
    if (statusOf(thrown) !== 404) throw githubFault(thrown, "find the App's installation");
    throw operatorFault(`The App is not installed on ${owner}/${repo}.`, {
      code: 'app-not-installed',
      mend: 'Install it on that repository alone, and check the input results-repository.',
      cause: thrown,
    });
  }
}

type TokenRequest = Pick<AppTokenRequest, 'repository' | 'permissions'> & { installation: number };

async function tokenOf(github: GitHub, { installation, repository, permissions }: TokenRequest): Promise<string> {
  try {
    const { data } = await github.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation,
      repositories: [repository.repository],
      permissions,
    });
    return data.token;
  } catch (thrown) {
    if (statusOf(thrown) === 401) throw keyRefused(thrown);
    if (statusOf(thrown) !== 422 && statusOf(thrown) !== 403) throw githubFault(thrown, "get the App's token");
    const wanted = Object.entries(permissions).map(([name, access]) => `${name.replace('_', ' ')}: ${access}`);
    throw operatorFault(`GitHub gives the App no token for ${repository.owner}/${repository.repository} with ${wanted.join(', ')}.`, {
      code: 'app-permissions',
      mend: 'Grant the App these permissions, let the owner accept them, and see that the installation is not suspended.',
      cause: thrown,
    });
  }
}

const keyRefused = (cause: unknown) =>
  operatorFault('GitHub does not accept the signature of the App.', {
    code: 'app-key-refused',
    mend: "See that app-id and private-key are of the same App, that the key was not deleted there, and that the runner's clock is right.",
    cause,
  });

/**
 * What an App shows to get a token: a JWT signed with its key (RFC 7519, RS256).
 * @throws Fault of the operator: input-app-id, input-private-key
 */
function appJwt({ appId, privateKey }: AppKey, now: Date): string {
  if (!APP_ID.test(appId)) {
    throw operatorFault('The input app-id is no id of a GitHub App.', {
      code: 'input-app-id',
      mend: 'Give the App ID or the Client ID, as the settings of the App show them.',
    });
  }
  const issued = Math.floor(now.getTime() / 1000) - CLOCK_SLACK_SECONDS;
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { iat: issued, exp: issued + CLOCK_SLACK_SECONDS + LIFE_SECONDS, iss: appId },
  ];
  const content = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${content}.${sign('sha256', Buffer.from(content), keyFrom(privateKey)).toString('base64url')}`;
}

/** A message of the library may hold parts of the key, so that none of it is passed on. */
function keyFrom(text: string): KeyObject {
  const pem = text.includes('\n') ? text : text.replaceAll('\\r', '').replaceAll('\\n', '\n');
  const refuse = (why: string) =>
    operatorFault(`The input private-key ${why}.`, {
      code: 'input-private-key',
      mend: "Put the whole file that GitHub gave as the App's private key into the secret, from -----BEGIN to the last -----.",
    });
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) throw refuse('is no private key in the form PEM');
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.trim());
  } catch {
    throw refuse('is damaged, or needs a passphrase');
  }
  if (key.asymmetricKeyType !== 'rsa') throw refuse(`is of the kind ${key.asymmetricKeyType}, not RSA`);
  return key;
}
