/** Something that GitHub was asked: its answer, or why the token was not told. */
export type Fact<Value> = { known: true; value: Value } | { known: false; why: string };

export const known = <Value>(value: Value): Fact<Value> => ({ known: true, value });

/** What a fact says of its value; null where it is not known. */
export const valueIn = <Value>(fact: Fact<Value>): Value | null => (fact.known ? fact.value : null);

/** Who may do what a ruleset forbids the others. */
type Passer = { id: number | null; kind: string; mode: string };

export type Ruleset = {
  name: string;
  enforcement: string;
  /** Patterns of refs, as in ~DEFAULT_BRANCH or refs/heads/candidates/**. */
  include: readonly string[];
  exclude: readonly string[];
  rules: readonly { type: string; parameters: Readonly<Record<string, unknown>> }[];
  /** GitHub tells it to those alone who may change the ruleset. */
  passers: Fact<readonly Passer[]>;
};

export type Environment = {
  /** The branches that may deploy, by pattern; all where null. */
  branches: Fact<readonly string[]> | null;
  secrets: Fact<readonly string[]>;
  variables: Fact<Readonly<Record<string, string>>>;
};

type ActionsPolicy = { allowed: 'all' | 'local_only' | 'selected'; pinned: boolean };

export type RunnerGroup = {
  id: number;
  name: string;
  visibility: string;
  /** Full names; null where every repository may use it. */
  repositories: Fact<readonly string[]>;
  /** Workflows that may use it, as OWNER/NAME/PATH@REF; null where all may. */
  workflows: readonly string[] | null;
  servesPublic: boolean;
  /** Labels of each runner that is registered now. */
  runners: Fact<readonly (readonly string[])[]>;
};

export type Installation = {
  appId: number;
  clientId: string | null;
  permissions: Readonly<Record<string, string>>;
  events: readonly string[];
  /** Full names; null where it is installed on all. */
  repositories: Fact<readonly string[]> | null;
};

/** What an owner has set in one repository. */
export type RepositorySettings = {
  fullName: string;
  defaultBranch: string;
  isPublic: boolean;
  ownedByOrganisation: boolean;
  environments: Readonly<Record<string, Fact<Environment | null>>>;
  actions: Fact<ActionsPolicy>;
  workflowToken: Fact<{ access: 'read' | 'write'; mayOpenPullRequests: boolean }>;
  approval: Fact<string>;
  secrets: Fact<readonly string[]>;
  organisationSecrets: Fact<readonly string[]>;
  rulesets: Fact<readonly Ruleset[]>;
  /** Texts of the workflows on the default branch, by path. */
  workflows: Fact<ReadonlyMap<string, string>>;
  /** policy.yaml on the default branch; null where there is none. */
  policy: Fact<string | null>;
  runners: Fact<readonly (readonly string[])[]>;
  pages: Fact<{ built: string | null; https: boolean } | null>;
};

export type GitHubSettings = {
  submissions: RepositorySettings;
  results: RepositorySettings;
  /** Groups of runners that the submissions repository may use. */
  runnerGroups: Fact<readonly RunnerGroup[]>;
  /** Apps that are installed at the owner of the results repository. */
  installations: Fact<readonly Installation[]>;
};
