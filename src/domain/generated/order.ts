// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * What the gate ordered after a maintainer approved it: one submission of a pull request, to be measured in one workflow run. It travels as a job's output, so that the machine that measures needs no token.
 */
export interface Order {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * The submissions repository.
   */
  repository: {
    /**
     * Its id, which outlives a rename.
     */
    id: number;
    /**
     * Its owner's login.
     */
    owner: string;
    /**
     * Its name.
     */
    name: string;
  };
  /**
   * The pull request's number.
   */
  pullRequest: number;
  /**
   * The commit that was approved.
   */
  head: string;
  /**
   * The submission's path in the repository.
   */
  path: string;
  /**
   * The submission's blob at that commit.
   */
  blob: string;
  /**
   * Its text.
   */
  submission: string;
  /**
   * Text of policy.yaml on the default branch when it was ordered; null where there is none.
   */
  policy: string | null;
  /**
   * 128 random bits, drawn for this order.
   */
  nonce: string;
  /**
   * The workflow run that ordered it.
   */
  runId: number;
  /**
   * The run's attempt.
   */
  attempt: number;
  /**
   * Runs that the command asked for: a number, auto, or null for the policy's.
   */
  runs: number | 'auto' | null;
  /**
   * Labels of the runner.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: A label.
   */
  runner: string[];
  /**
   * When the job is ended, in minutes.
   */
  timeoutMinutes: number;
  approvedBy: Account;
  submittedBy: Account1;
}
/**
 * Who gave the command.
 */
export interface Account {
  /**
   * The account's id.
   */
  id: number;
  /**
   * Its login.
   */
  login: string;
}
/**
 * Who opened the pull request.
 */
export interface Account1 {
  /**
   * The account's id.
   */
  id: number;
  /**
   * Its login.
   */
  login: string;
}
