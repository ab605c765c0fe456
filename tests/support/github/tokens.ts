/** Grants of a job, as its workflow lists them. */
export type Grants = Partial<Record<'contents' | 'pull-requests' | 'checks', 'read' | 'write'>>;

/** A token, whom it acts as and what it may do. */
export type Token = { id: number; login: string; grants: Grants };

/** What a job of lifecycle.md's table is granted for validation. */
export const VALIDATE_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write', checks: 'write' };

/** The account of GitHub Actions. */
export const BOT = { id: 41_898_282, login: 'github-actions[bot]' };

/** Whether a token may do something; to write is to read as well. */
export const may = ({ grants }: Token, permission: keyof Grants, access: 'read' | 'write'): boolean =>
  grants[permission] === 'write' || grants[permission] === access;

/** What GitHub says to a token without the grant. */
export const NOT_ACCESSIBLE = 'Resource not accessible by integration';
