import { SETTING_CODES, type SettingCode } from './codes.ts';
import type { Fact, RepositorySettings } from './settings.ts';

/** What an owner is told of one setting. */
export type SettingFinding = {
  code: SettingCode;
  /** unknown: the token may not read it, so nobody has looked. */
  status: 'ok' | 'warn' | 'fail' | 'unknown';
  repository: string;
  message: string;
  /** What to do; null where nothing is to be done. */
  mend: string | null;
  /** The page on which it is set. */
  url: string;
};

/** A place where findings are made: a repository, and the address of GitHub. */
export type Place = { repository: RepositorySettings; serverUrl: string };

/** A page of a repository, by its path below it. */
export const pageOf = ({ repository, serverUrl }: Place, path: string): string => `${serverUrl}/${repository.fullName}/${path}`;

type Said = { message: string; url: string; mend?: string };

const finding =
  (status: SettingFinding['status']) =>
  (code: SettingCode, repository: RepositorySettings, said: Said): SettingFinding => ({
    code,
    status,
    repository: repository.fullName,
    message: said.message,
    mend: status === 'ok' ? null : (said.mend ?? SETTING_CODES[code].mend),
    url: said.url,
  });

export const good = finding('ok');
export const doubtful = finding('warn');
export const bad = finding('fail');

/** What the token may not read. */
export const unknown = (code: SettingCode, repository: RepositorySettings, { why, url }: { why: string; url: string }): SettingFinding =>
  finding('unknown')(code, repository, {
    message: `Not known: ${SETTING_CODES[code].holds.replace(/\.$/, '')}. ${why}`,
    mend: `Look at the page, or give a token that may read it. If it does not hold: ${SETTING_CODES[code].mend}`,
    url,
  });

/** The finding for a fact, or that it is not known. */
export function judged<Value>(
  fact: Fact<Value>,
  { code, place, url }: { code: SettingCode; place: Place; url: string },
  judge: (value: Value) => SettingFinding,
): SettingFinding {
  return fact.known ? judge(fact.value) : unknown(code, place.repository, { why: fact.why, url });
}
