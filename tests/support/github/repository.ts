import type { Account, Role } from './accounts.ts';
import { type GitFolder, openGitFolder } from './git-folder.ts';

export type LoopbackFile = {
  path: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  sha: string;
  /** Where a renamed file was before. */
  previousPath?: string;
};

export type LoopbackPullRequest = {
  number: number;
  title: string;
  body: string | null;
  author: Account;
  /** Owner of the fork it comes from; null where the fork is deleted. */
  from: string | null;
  headBranch: string;
  headSha: string;
  /** Commit of the default branch that it started from. */
  baseSha: string;
  files: LoopbackFile[];
  state: 'open' | 'closed';
  draft: boolean;
  locked: boolean;
  merged: { sha: string; by: Account; at: string } | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
};

export type LoopbackComment = {
  id: number;
  pullRequest: number;
  /** null: the account is deleted. */
  author: Account | null;
  body: string;
  association?: string;
  createdAt?: string;
  edited?: { at: string; by: Account };
};

export type LoopbackReaction = { id: number; comment: number; by: Account; content: string; createdAt: string };

export type LoopbackAnnotation = { path: string; start_line: number; message: string; title?: string };

export type LoopbackCheckRun = {
  id: number;
  name: string;
  headSha: string;
  status: string;
  conclusion: string | null;
  title: string;
  summary: string;
  text: string | null;
  detailsUrl: string | null;
  externalId: string;
  annotations: LoopbackAnnotation[];
  startedAt: string;
  completedAt: string | null;
};

export type LoopbackAsset = { id: number; name: string; contentType: string; bytes: Uint8Array; uploader: Account; createdAt: string };

export type LoopbackRelease = {
  id: number;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  author: Account;
  assets: LoopbackAsset[];
  createdAt: string;
};

/** A workflow's run. */
export type LoopbackRun = {
  id: number;
  name: string;
  path: string;
  event: string;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting';
  conclusion: string | null;
  headSha: string;
  headBranch: string;
  title: string;
  actor: Account;
  attempt: number;
  createdAt: string;
  jobs: {
    id: number;
    name: string;
    status: string;
    conclusion: string | null;
    labels: string[];
    startedAt: string;
    completedAt: string | null;
  }[];
};

/** What an owner has set, in the form in which GitHub tells it; the rest of each answer is filled with what is dull. */
type LoopbackSettings = {
  environments: {
    name: string;
    protection_rules?: object[];
    deployment_branch_policy?: object | null;
    secrets?: string[];
    policies?: string[];
  }[];
  rulesets: {
    id: number;
    name: string;
    target?: string;
    enforcement: string;
    rules: object[];
    conditions?: object;
    bypass_actors?: object[];
  }[];
  /** By branch. */
  branchProtection: Record<string, object>;
  actions: {
    permissions: { enabled: boolean; allowed_actions?: string; sha_pinning_required?: boolean };
    workflow: { default_workflow_permissions: 'read' | 'write'; can_approve_pull_request_reviews: boolean };
    /** Which strangers' workflows wait for approval. */
    approval: 'first_time_contributors_new_to_github' | 'first_time_contributors' | 'all_external_contributors';
    selected: object;
    runners: { id: number; name: string; os: string; status: string; busy: boolean; labels: object[] }[];
    secrets: string[];
    variables: Record<string, string>;
  };
  /** Further fields of the repository itself, such as allow_squash_merge. */
  repository: object;
};

/** A repository: its git objects lie in a bare repository on disk, everything else in memory. */
export type LoopbackRepository = {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  defaultBranch: string;
  readonly git: GitFolder;
  /** policy.yaml on the default branch: to set it is to commit it. */
  policy: string | null;
  collaborators: Map<string, Role>;
  pullRequests: LoopbackPullRequest[];
  comments: LoopbackComment[];
  reactions: LoopbackReaction[];
  checkRuns: LoopbackCheckRun[];
  releases: LoopbackRelease[];
  runs: LoopbackRun[];
  /** Runs of a workflow that somebody asked for. */
  dispatches: { workflow: string; ref: string; inputs: object }[];
  settings: LoopbackSettings;
  /** A number that no other thing of this repository has. */
  nextId(): number;
  remove(): void;
};

export const fullNameOf = ({ owner, name }: Pick<LoopbackRepository, 'owner' | 'name'>): string => `${owner}/${name}`;

const safeSettings = (): LoopbackSettings => ({
  environments: [],
  rulesets: [],
  branchProtection: {},
  actions: {
    permissions: { enabled: true, allowed_actions: 'all' },
    workflow: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
    approval: 'first_time_contributors',
    selected: { github_owned_allowed: true, verified_allowed: false, patterns_allowed: [] },
    runners: [],
    secrets: [],
    variables: {},
  },
  repository: {},
});

const PROJECT = { name: 'maintainer', email: 'maintainer@example.org' };

/** A repository without a commit. */
export function emptyRepository(owner: string, name: string, options: { id?: number; private?: boolean } = {}): LoopbackRepository {
  let folder: GitFolder | undefined;
  let last = 1000;
  const defaultBranch = 'main';
  return {
    id: 700_001,
    owner,
    name,
    private: false,
    defaultBranch,
    ...options,
    get git() {
      folder ??= openGitFolder(defaultBranch);
      return folder;
    },
    get policy() {
      return this.git.readAt(`refs/heads/${defaultBranch}:policy.yaml`)?.toString() ?? null;
    },
    set policy(text) {
      commitTo(this, { files: text === null ? { 'policy.yaml': null } : { 'policy.yaml': text }, message: 'Change the policy' });
    },
    collaborators: new Map(),
    pullRequests: [],
    comments: [],
    reactions: [],
    checkRuns: [],
    releases: [],
    runs: [],
    dispatches: [],
    settings: safeSettings(),
    nextId: () => ++last,
    remove: () => folder?.remove(),
  };
}

/** Commits files to a branch, the default one where none is named, as a person with a clone does; null removes a file. */
export function commitTo(
  repository: LoopbackRepository,
  {
    files,
    message = 'Change files',
    branch = repository.defaultBranch,
  }: { files: Record<string, string | Uint8Array | null>; message?: string; branch?: string },
): string {
  const { git } = repository;
  const reference = `refs/heads/${branch}`;
  const from = git.commitOf(reference);
  const changes = Object.entries(files).map(([path, content]) =>
    content === null ? { path, removed: true as const } : { path, bytes: Buffer.from(content) },
  );
  const to = git.commit({ parents: from === null ? [] : [from], changes, message, author: PROJECT });
  git.point(reference, to);
  return to;
}
