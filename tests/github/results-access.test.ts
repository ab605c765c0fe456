import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { appToken } from '../../src/github/app-token.ts';
import { openRemoteClone } from '../../src/results-repo/remote-clone.ts';
import { twoRepositories } from '../support/github/ordered-results.ts';

const NAME = { owner: 'octo', repository: 'results' };
const CONTENTS = { contents: 'write' } as const;
const wait = async () => {};

const otherKey = (kind: 'rsa' | 'ec'): string =>
  kind === 'rsa'
    ? generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      }).privateKey
    : generateKeyPairSync('ec', {
        namedCurve: 'P-256',
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      }).privateKey;

test('46. an App gets a token for one repository and one permission, its key on one line or on many', async () => {
  await using scene = await twoRepositories();
  const { app, server } = scene;
  for (const privateKey of [app.privateKey, app.privateKey.replaceAll('\n', '\\n'), `${app.privateKey}\n\n`]) {
    const token = await appToken({ appId: String(app.id), privateKey, repository: NAME, permissions: CONTENTS, apiUrl: server.url, wait });
    expect(server.world.tokens[token]).toMatchObject({ repositories: ['octo/results'] });
    expect(server.world.tokens[token]?.grants).not.toHaveProperty('pull-requests');
  }
  expect(server.violations).toEqual([]);
});

test.each([
  ['47. an id that is none', { appId: 'my app' }, 'input-app-id'],
  ['48. a key that is none', { privateKey: 'secret' }, 'input-private-key'],
  [
    '49. a key that is cut off',
    { privateKey: '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----' },
    'input-private-key',
  ],
  ['50. a key of another kind', { privateKey: otherKey('ec') }, 'input-private-key'],
  ['51. the key of another App', { privateKey: otherKey('rsa') }, 'app-key-refused'],
  ['52. an App that is not installed there', { repository: { owner: 'octo', repository: 'submissions' } }, 'app-not-installed'],
  ['53. an App without the permission', { permissions: { contents: 'write', pull_requests: 'write' } as const }, 'app-permissions'],
])('%s is told by name, without a word of the key', async (_what, wrong, code) => {
  await using scene = await twoRepositories();
  const good = { appId: String(scene.app.id), privateKey: scene.app.privateKey, repository: NAME, permissions: CONTENTS };
  const thrown = await appToken({ ...good, apiUrl: scene.server.url, wait, ...wrong }).catch((fault: unknown) => fault);
  expect(thrown).toMatchObject({ kind: 'operator', code, mend: expect.any(String) });
  expect(String((thrown as Error).message)).not.toMatch(/MIIE|BEGIN/);
});

test.each([
  ['54. a token that does not see the repository', 'job-token', 'results-refused'],
  ['55. a token that is none', 'nonsense', 'results-refused'],
])('%s ends as %s, and the token stands in no file and no message', async (_what, token, code) => {
  await using scene = await twoRepositories();
  const folder = await scene.scratch();
  const clone = await openRemoteClone({ url: `${scene.server.url}/octo/results`, token, folder, wait });
  const thrown = await clone.fetch('main').catch((fault: unknown) => fault);
  expect(thrown).toMatchObject({ kind: 'operator', code });
  expect(`${(thrown as Error).message} ${String((thrown as Error).cause)}`).not.toContain(token);
});
