import { digestOf } from './canonical.ts';
import type { Policy } from './policy.ts';

/**
 * Digest of what a policy says about measuring and judging. Who gets how much of the machine, and where pages are served, changes no
 * result: the two repositories of a bot may differ in it.
 */
export const policyDigest = ({ bot: _bot, pages: _pages, ...rules }: Policy): string => digestOf(rules);
