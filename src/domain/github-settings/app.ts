import { bad, good, judged, type Place, type SettingFinding, unknown } from './finding.ts';
import type { KnownApp } from './rules.ts';
import type { Fact, Installation } from './settings.ts';

/** The installation of the App that the environments name: by its id, or by its client id. */
const isOf =
  (appId: string) =>
  (installation: Installation): boolean =>
    String(installation.appId) === appId || installation.clientId === appId;

/** The App as rulesets name it. */
export function knownApp(installations: Fact<readonly Installation[]>, appId: string | null): KnownApp {
  if (appId === null) return null;
  if (/^\d+$/.test(appId)) return { id: Number(appId) };
  const found = installations.known ? installations.value.find(isOf(appId)) : undefined;
  return found === undefined ? null : { id: found.appId };
}

/** Whether the App is installed on the results repository alone, and may write contents alone. */
export function appFindings(place: Place, installations: Fact<readonly Installation[]>, appId: string | null): SettingFinding[] {
  const { repository, serverUrl } = place;
  const [owner = ''] = repository.fullName.split('/');
  const url = repository.ownedByOrganisation
    ? `${serverUrl}/organizations/${owner}/settings/installations`
    : `${serverUrl}/settings/installations`;
  const notKnown = (why: string) =>
    (['G-app', 'G-app-scope', 'G-app-repositories'] as const).map((code) => unknown(code, repository, { why, url }));
  if (!installations.known) return notKnown(installations.why);
  if (appId === null) return notKnown('The environments do not tell which App it is, or the token may not read that.');
  const found = installations.value.find(isOf(appId));
  if (found === undefined) return [bad('G-app', repository, { message: `The App ${appId} is not installed at ${owner}.`, url })];
  return [
    good('G-app', repository, { message: `The App ${appId} is installed at ${owner}.`, url }),
    scopeFinding(place, found, url),
    repositoriesFinding(place, found, url),
  ];
}

function scopeFinding({ repository }: Place, { permissions, events }: Installation, url: string): SettingFinding {
  const mend = 'Give it "Contents: Read and write" on its page, and accept the change at the installation.';
  if (permissions.contents !== 'write') return bad('G-app-scope', repository, { message: 'The App may not write contents.', url, mend });
  const others = Object.keys(permissions).filter((name) => name !== 'contents' && name !== 'metadata');
  if (others.length > 0)
    return bad('G-app-scope', repository, { message: `The App has more permissions than it needs: ${others.join(', ')}.`, url });
  if (events.length > 0) return bad('G-app-scope', repository, { message: `The App listens to ${events.join(', ')}.`, url });
  return good('G-app-scope', repository, { message: 'The App may write contents and nothing else.', url });
}

function repositoriesFinding(place: Place, { repositories }: Installation, url: string): SettingFinding {
  const { repository } = place;
  if (repositories === null) return bad('G-app-repositories', repository, { message: 'The App is installed on all repositories.', url });
  return judged(repositories, { code: 'G-app-repositories', place, url }, (names) => {
    const others = names.filter((name) => name !== repository.fullName);
    if (others.length > 0)
      return bad('G-app-repositories', repository, { message: `The App is installed on ${others.join(', ')} as well.`, url });
    if (names.length === 0)
      return bad('G-app-repositories', repository, { message: 'The App is not installed on the results repository.', url });
    return good('G-app-repositories', repository, { message: 'The App is installed on the results repository alone.', url });
  });
}
