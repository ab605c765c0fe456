/** An account of GitHub. */
export type Account = { id: number; login: string };

/** The account of GitHub Actions. */
export const BOT: Account = { id: 41_898_282, login: 'github-actions[bot]' };

/** Who opens pull requests without belonging to the project. */
export const STRANGER: Account = { id: 101, login: 'stranger' };

export const isBot = ({ login }: Account): boolean => login.endsWith('[bot]');

/** What somebody may do in a repository. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

/** How GitHub's older name for a role is. */
export const permissionOf = (role: Role): 'admin' | 'write' | 'read' =>
  role === 'admin' ? 'admin' : role === 'maintain' || role === 'write' ? 'write' : 'read';
