import { bad, doubtful, good, judged, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';
import type { Environment, Fact } from './settings.ts';

/** Names in environments that the workflows read. */
const APP_KEY_SECRET = 'AI_ENERGY_SCORE_APP_PRIVATE_KEY';
export const APP_ID_VARIABLE = 'AI_ENERGY_SCORE_APP_ID';
const HUB_TOKEN_SECRET = 'HUB_TOKEN';

/** Whether an environment is there, and whether it keeps other branches out. */
export function environmentFindings(place: Place, name: string): SettingFinding[] {
  const { repository } = place;
  const url = pageOf(place, 'settings/environments');
  const fact = repository.environments[name] as Fact<Environment | null>;
  const about = `The environment ${name}`;
  if (!fact.known) return [unknown('G-environment', repository, { why: fact.why, url })];
  if (fact.value === null) return [bad('G-environment', repository, { message: `${about} is missing.`, url })];
  const there = good('G-environment', repository, { message: `${about} is there.`, url });
  const { branches } = fact.value;
  if (branches === null) {
    const message = `${about} can be used from every branch, also by a workflow that somebody pushes to one.`;
    return [there, bad('G-environment-branches', repository, { message, url })];
  }
  const kept = judged(branches, { code: 'G-environment-branches', place, url }, (patterns) => {
    const others = patterns.filter((pattern) => pattern !== repository.defaultBranch);
    if (others.length > 0) {
      return bad('G-environment-branches', repository, { message: `${about} can be used from ${others.join(', ')} as well.`, url });
    }
    if (patterns.length === 0) return bad('G-environment-branches', repository, { message: `${about} can be used from no branch.`, url });
    return good('G-environment-branches', repository, { message: `${about} can be used from ${repository.defaultBranch} alone.`, url });
  });
  return [there, kept];
}

/** Whether the environment results holds what the App needs. */
export function appKeyFindings(place: Place): SettingFinding[] {
  const { repository } = place;
  const url = pageOf(place, 'settings/environments');
  const fact = repository.environments.results as Fact<Environment | null>;
  if (!fact.known || fact.value === null) return [];
  const { secrets, variables } = fact.value;
  return [
    judged(secrets, { code: 'G-environment-secret', place, url }, (names) =>
      names.includes(APP_KEY_SECRET)
        ? good('G-environment-secret', repository, { message: `The environment results holds ${APP_KEY_SECRET}.`, url })
        : bad('G-environment-secret', repository, { message: `The environment results has no secret ${APP_KEY_SECRET}.`, url }),
    ),
    judged(variables, { code: 'G-environment-variable', place, url }, (values) =>
      values[APP_ID_VARIABLE] === undefined
        ? bad('G-environment-variable', repository, { message: `The environment results has no variable ${APP_ID_VARIABLE}.`, url })
        : good('G-environment-variable', repository, { message: `The environment results names the App ${values[APP_ID_VARIABLE]}.`, url }),
    ),
  ];
}

/** Whether secrets lie where every workflow can read them. */
export function secretLevelFindings(place: Place): SettingFinding[] {
  const levels = [
    { fact: place.repository.secrets, where: 'the repository' },
    { fact: place.repository.organisationSecrets, where: 'the organisation, shared with this repository' },
  ];
  const url = pageOf(place, 'settings/secrets/actions');
  return levels.map(({ fact, where }) =>
    judged(fact, { code: 'G-secret-level', place, url }, (names) => {
      const ours = names.filter((name) => name === APP_KEY_SECRET || name === HUB_TOKEN_SECRET);
      const told = `Every workflow can read ${names.join(', ')}, secrets of ${where}.`;
      if (ours.length > 0) return bad('G-secret-level', place.repository, { message: told, url });
      if (names.length > 0) return doubtful('G-secret-level', place.repository, { message: told, url });
      return good('G-secret-level', place.repository, { message: `There is no secret of ${where}.`, url });
    }),
  );
}
