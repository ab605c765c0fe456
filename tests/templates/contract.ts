/** What the workflows of the two repositories may do, job by job: the contract that owners rely on, written down a second time. */
export type JobContract = {
  runsOn: string;
  environment: string | null;
  permissions: Record<string, 'read' | 'write'>;
  /** Actions in their order, as OWNER/NAME or, of ours, as a path. */
  uses: string[];
  /** Names of the secrets that it may see. */
  secrets: string[];
  /** Concurrency groups that it stands in, of the workflow and its own. */
  groups: string[];
  /** Whether everybody in the group gets a turn. */
  queue: 'max' | null;
  needs: string[];
  timeout: number | string;
};

export type WorkflowContract = { on: Record<string, string[] | null>; jobs: Record<string, JobContract> };

/** An expression of a workflow. */
const expression = (text: string): string => `$${`{{ ${text} }}`}`;

const APP_KEY = 'AI_ENERGY_SCORE_APP_PRIVATE_KEY';
const COMMENT_OF_PULL = `comment-${expression('github.event.pull_request.number')}`;
const COMMENT_OF_ISSUE = `comment-${expression('github.event.issue.number')}`;

const HOSTED = { runsOn: 'ubuntu-latest', environment: null, secrets: [], needs: [] } as const;

export const CONTRACT: Readonly<Record<string, WorkflowContract>> = {
  'submissions/validate.yml': {
    on: { pull_request_target: ['opened', 'synchronize', 'reopened'] },
    jobs: {
      validate: job({
        permissions: { contents: 'read', 'pull-requests': 'write', checks: 'write' },
        uses: ['actions/validate'],
        groups: [COMMENT_OF_PULL],
        timeout: 10,
      }),
    },
  },
  'submissions/benchmark.yml': {
    on: { issue_comment: ['created'] },
    jobs: {
      gate: job({
        permissions: { contents: 'read', 'pull-requests': 'write', actions: 'write' },
        uses: ['actions/gate'],
        groups: [COMMENT_OF_ISSUE],
        timeout: 10,
      }),
      benchmark: job({
        runsOn: expression('matrix.runner'),
        environment: 'h100',
        permissions: {},
        uses: ['.', 'actions/upload-artifact'],
        secrets: ['HUB_TOKEN'],
        groups: [`gpu-${expression('github.event.issue.number')}-${expression('strategy.job-index')}`],
        needs: ['gate'],
        timeout: expression('matrix.timeoutMinutes'),
      }),
      report: job({
        permissions: { contents: 'read', 'pull-requests': 'write', checks: 'write' },
        uses: ['actions/upload-artifact', 'actions/download-artifact', 'actions/report'],
        groups: [COMMENT_OF_ISSUE],
        needs: ['gate', 'benchmark'],
        timeout: 30,
      }),
      stage: job({
        environment: 'results',
        permissions: { contents: 'read', 'pull-requests': 'write' },
        uses: ['actions/download-artifact', 'actions/stage'],
        secrets: [APP_KEY],
        groups: [COMMENT_OF_ISSUE],
        needs: ['gate', 'report'],
        timeout: 30,
      }),
    },
  },
  'submissions/publish.yml': {
    on: { pull_request_target: ['closed'] },
    jobs: {
      publish: job({
        environment: 'results',
        permissions: { contents: 'read', 'pull-requests': 'write' },
        uses: ['actions/publish'],
        secrets: [APP_KEY],
        groups: [COMMENT_OF_PULL, 'publish'],
        timeout: 30,
      }),
    },
  },
  'results/check.yml': {
    on: { push: null, pull_request: null, workflow_dispatch: null },
    jobs: {
      check: job({
        permissions: { contents: 'read' },
        uses: ['actions/checkout', 'actions/check-repo'],
        groups: [`check-${expression('github.event_name')}-${expression('github.ref')}`],
        queue: null,
        timeout: 30,
      }),
    },
  },
  'results/pages.yml': {
    on: { push: null, workflow_dispatch: null },
    jobs: {
      build: job({
        permissions: { contents: 'read' },
        uses: ['actions/checkout', 'actions/upload-pages-artifact'],
        groups: ['pages'],
        queue: null,
        timeout: 15,
      }),
      deploy: job({
        environment: 'github-pages',
        permissions: { pages: 'write', 'id-token': 'write' },
        uses: ['actions/deploy-pages'],
        groups: ['pages'],
        queue: null,
        needs: ['build'],
        timeout: 15,
      }),
    },
  },
  'results/ledger.yml': {
    on: { workflow_dispatch: null },
    jobs: {
      ledger: job({
        environment: 'results',
        permissions: { contents: 'write', 'pull-requests': 'write' },
        uses: ['actions/ledger'],
        groups: ['ledger'],
        timeout: 30,
      }),
    },
  },
};

function job(contract: Partial<JobContract> & Pick<JobContract, 'permissions' | 'uses' | 'groups' | 'timeout'>): JobContract {
  return { ...HOSTED, secrets: [], needs: [], queue: 'max', ...contract };
}
