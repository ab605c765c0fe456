import type { SettingCode } from './codes.ts';
import { bad, good, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';
import type { Ruleset } from './settings.ts';

type Wanted = {
  code: SettingCode;
  /** A ref that has to be kept. */
  ref: string;
  /** Types of rules that have to hold together. */
  rules: readonly string[];
  /** Further conditions on the rules that hold. */
  also?: (rules: Ruleset['rules']) => boolean;
  /** Who may pass: nobody, the App alone, or whoever. */
  passers: 'nobody' | 'app' | 'any';
  /** What is so where it holds. */
  so: string;
};

/** The App, as far as it is known. */
export type KnownApp = { id: number } | null;

const SUBMISSION_CHECK = 'AI Energy Score: submission';
const REPOSITORY_CHECK = 'AI Energy Score check-repo';

/** Whether the default branch of the submissions repository is kept. */
export const submissionsRules = (place: Place): SettingFinding[] => {
  const ref = `refs/heads/${place.repository.defaultBranch}`;
  return [
    ruleFinding(place, null, {
      code: 'G-default-branch',
      ref,
      rules: ['pull_request', 'non_fast_forward', 'deletion'],
      also: (rules) =>
        rules.some(({ type, parameters }) => type === 'pull_request' && Number(parameters.required_approving_review_count) >= 1),
      passers: 'nobody',
      so: 'The default branch changes by reviewed pull request alone.',
    }),
    ruleFinding(place, null, {
      code: 'G-required-check',
      ref,
      rules: ['required_status_checks'],
      also: requires(SUBMISSION_CHECK),
      passers: 'any',
      so: `The check "${SUBMISSION_CHECK}" is required.`,
    }),
  ];
};

/** Whether main and the candidates of the results repository are kept. */
export const resultsRules = (place: Place, app: KnownApp): SettingFinding[] => {
  const ref = `refs/heads/${place.repository.defaultBranch}`;
  return [
    ruleFinding(place, app, {
      code: 'G-main-history',
      ref,
      rules: ['required_linear_history', 'non_fast_forward', 'deletion'],
      passers: 'nobody',
      so: 'The history is one line that nobody can rewrite.',
    }),
    ruleFinding(place, app, {
      code: 'G-main-app',
      ref,
      rules: ['pull_request'],
      also: (rules) =>
        rules.some(({ type, parameters }) => type === 'pull_request' && Number(parameters.required_approving_review_count) >= 1),
      passers: 'app',
      so: 'Results change by the App, or by a reviewed pull request.',
    }),
    ruleFinding(place, app, {
      code: 'G-main-check',
      ref,
      rules: ['required_status_checks'],
      also: requires(REPOSITORY_CHECK),
      passers: 'any',
      so: `The check "${REPOSITORY_CHECK}" is required.`,
    }),
    ruleFinding(place, app, {
      code: 'G-candidates',
      ref: 'refs/heads/candidates/pr-1',
      rules: ['creation', 'update', 'deletion'],
      passers: 'app',
      so: 'Candidates are written by the App alone.',
    }),
  ];
};

const requires =
  (check: string) =>
  (rules: Ruleset['rules']): boolean =>
    rules.some(({ parameters }) => {
      const checks = (parameters.required_status_checks ?? []) as readonly { context?: string }[];
      return checks.some(({ context }) => context === check);
    });

/** How a look at who may pass ended. */
type Passing = 'ok' | 'unknown' | string;

function ruleFinding(place: Place, app: KnownApp, { code, ref, rules, also, passers, so }: Wanted): SettingFinding {
  const { repository } = place;
  const url = pageOf(place, 'settings/rules');
  const fact = repository.rulesets;
  if (!fact.known) return unknown(code, repository, { why: fact.why, url });
  const about = fact.value.filter((ruleset) => ruleset.enforcement === 'active' && covers(ruleset, ref, repository.defaultBranch));
  const having = (type: string) => about.filter((ruleset) => ruleset.rules.some((rule) => rule.type === type));
  const missing = rules.filter((type) => having(type).length === 0);
  const all = about.flatMap((ruleset) => ruleset.rules);
  if (missing.length > 0 || also?.(all) === false) {
    const what =
      missing.length > 0 ? `No active ruleset keeps ${ref} by ${missing.join(', ')}.` : `The rules of ${ref} ask for too little.`;
    return bad(code, repository, { message: what, url });
  }
  // A rule holds for all but those who pass every ruleset that has it.
  const passing = rules.map((type) => best(having(type).map((ruleset) => passingOf(ruleset, passers, app))));
  const wrong = passing.find((how) => how !== 'ok' && how !== 'unknown');
  if (wrong !== undefined) return bad(code, repository, { message: wrong, url });
  if (passing.includes('unknown'))
    return unknown(code, repository, { why: 'Who may bypass the ruleset is told to those who may change it.', url });
  return good(code, repository, { message: so, url });
}

const best = (all: readonly Passing[]): Passing =>
  all.find((how) => how === 'ok') ?? all.find((how) => how === 'unknown') ?? all[0] ?? 'unknown';

function passingOf({ name, passers }: Ruleset, allowed: Wanted['passers'], app: KnownApp): Passing {
  if (allowed === 'any') return 'ok';
  if (!passers.known) return 'unknown';
  const others = passers.value.filter(({ id, kind }) => allowed === 'nobody' || kind !== 'Integration' || (app !== null && id !== app.id));
  if (others.length > 0) {
    return `The ruleset "${name}" can be bypassed by ${others.map(({ kind, id }) => (id === null ? kind : `${kind} ${id}`)).join(', ')}.`;
  }
  if (allowed === 'nobody') return 'ok';
  if (passers.value.length === 0) return `The ruleset "${name}" does not let the App pass: nothing can be published.`;
  if (passers.value.some(({ mode }) => mode !== 'always')) return `The ruleset "${name}" lets the App pass by pull request alone.`;
  return app === null ? 'unknown' : 'ok';
}

/** Whether a ruleset is about a ref, by GitHub's patterns: * stands for whatever holds no slash, ** for more. */
function covers({ include, exclude }: Ruleset, ref: string, defaultBranch: string): boolean {
  const fits = (pattern: string): boolean => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return ref === `refs/heads/${defaultBranch}`;
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?|\*|\?/g, (wild) => (wild.startsWith('**') ? '.*' : wild === '*' ? '[^/]*' : '[^/]'));
    return new RegExp(`^${source}$`).test(ref);
  };
  return include.some(fits) && !exclude.some(fits);
}
