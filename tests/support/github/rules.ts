import type { World } from './answer.ts';
import type { LoopbackRepository } from './repository.ts';
import type { Token } from './tokens.ts';

type Ruleset = LoopbackRepository['settings']['rulesets'][number];

/** What is done to a reference. */
type RefChange = 'creation' | 'update' | 'deletion' | 'non_fast_forward';

/** Rules that stand against each, and what GitHub says. */
const AGAINST: Readonly<Record<RefChange, { rules: readonly string[]; words: string }>> = {
  creation: { rules: ['creation'], words: 'Cannot create ref due to creations being restricted.' },
  update: { rules: ['update', 'pull_request'], words: 'Cannot update this protected ref.' },
  deletion: { rules: ['deletion'], words: 'Cannot delete this protected ref.' },
  non_fast_forward: { rules: ['non_fast_forward', 'update', 'pull_request'], words: 'Cannot force-push to this protected ref.' },
};

/** The number of an administrator's role where a ruleset lets somebody pass. */
const ADMINISTRATOR = 5;

/** Whether a ruleset is about a branch; the patterns are those of GitHub, with * for whatever holds no slash. */
export function isAbout({ conditions, target = 'branch', enforcement }: Ruleset, reference: string, defaultBranch: string): boolean {
  const { include = [], exclude = [] } =
    (conditions as { ref_name?: { include?: string[]; exclude?: string[] } } | undefined)?.ref_name ?? {};
  if (enforcement !== 'active' || target !== 'branch' || !reference.startsWith('refs/heads/')) return false;
  const fits = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && reference === `refs/heads/${defaultBranch}`) ||
    expressionOf(pattern).test(reference);
  return include.some(fits) && !exclude.some(fits);
}

const expressionOf = (pattern: string): RegExp => {
  const parts = pattern.split(/(\*\*\/|\*+)/);
  const written = parts.map((part) =>
    part === '**/' ? '(?:.*/)?' : /^\*+$/.test(part) ? '[^/]*' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'),
  );
  return new RegExp(`^${written.join('')}$`);
};

/** Whether somebody passes a ruleset: the App that it names, or an administrator where it names that role. */
function passes(
  { app }: World,
  { collaborators }: LoopbackRepository,
  { id, login }: Token,
  { bypass_actors: actors = [] }: Ruleset,
): boolean {
  return (actors as { actor_type?: string; actor_id?: number }[]).some(({ actor_type: type, actor_id: actor }) => {
    if (type === 'Integration') return app !== null && actor === app.id && id === app.account.id;
    return type === 'RepositoryRole' && actor === ADMINISTRATOR && collaborators.get(login) === 'admin';
  });
}

/** What a repository's rules say against a change of a reference; null where nothing does. */
export function ruleFault(
  world: World,
  repository: LoopbackRepository,
  token: Token,
  { reference, change }: { reference: string; change: RefChange },
): string | null {
  const { rules: names, words } = AGAINST[change];
  const stands = repository.settings.rulesets
    .filter((ruleset) => isAbout(ruleset, reference, repository.defaultBranch))
    .filter((ruleset) => !passes(world, repository, token, ruleset))
    .some(({ rules }) => (rules as { type: string }[]).some(({ type }) => names.includes(type)));
  return stands ? `Repository rule violations found\n\n${words}\n\n` : null;
}
