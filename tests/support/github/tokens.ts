import { BOT } from './accounts.ts';

export { BOT };

type Permission =
  | 'actions'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'environments'
  | 'issues'
  | 'metadata'
  | 'organization-self-hosted-runners'
  | 'pull-requests'
  | 'secrets'
  | 'statuses'
  | 'variables';

export type Access = 'read' | 'write';

/** Grants of a job, as its workflow lists them, or of an App's installation. */
export type Grants = Partial<Record<Permission, Access>>;

/** A token, whom it acts as and what it may do. */
export type Token = {
  id: number;
  login: string;
  grants: Grants;
  /** Full names of the repositories that the grants are for; all where left out. Public ones can be read besides. */
  repositories?: readonly string[];
};

/** One of these lets an operation be done. */
export type Need = readonly [permission: Permission, access: Access];

/** What each job of lifecycle.md's table is granted in the submissions repository. */
export const VALIDATE_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write', checks: 'write' };
export const GATE_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write', actions: 'write' };
export const REPORT_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write', checks: 'write' };
export const STAGE_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write' };
export const PUBLISH_GRANTS: Grants = { contents: 'read', 'pull-requests': 'write' };

/** What the ledger's job is granted in the results repository. */
export const LEDGER_GRANTS: Grants = { contents: 'write', 'pull-requests': 'write' };

/** What the App is granted in the results repository. */
export const APP_GRANTS: Grants = { contents: 'write', metadata: 'read' };

/** What an owner's token for doctor may see. */
export const DOCTOR_GRANTS: Grants = {
  actions: 'read',
  administration: 'read',
  contents: 'read',
  environments: 'read',
  'organization-self-hosted-runners': 'read',
  secrets: 'read',
  variables: 'read',
};

/** Whether a token may do something in a repository that it is for; to write is to read as well. */
export const may = ({ grants }: Pick<Token, 'grants'>, [permission, access]: Need): boolean =>
  permission === 'metadata' || grants[permission] === 'write' || grants[permission] === access;

/** Whether a token's grants are for a repository. */
export const isFor = ({ repositories }: Token, fullName: string): boolean => repositories === undefined || repositories.includes(fullName);

/** What GitHub says to a token without the grant. */
export const NOT_ACCESSIBLE = 'Resource not accessible by integration';
