/** Every setting that is looked at: what has to hold, and what to do where it does not. */
export const SETTING_CODES = {
  'G-environment': {
    holds: 'The environments that the workflows name are there.',
    mend: 'Create it before the first run: GitHub makes a missing one without any protection.',
  },
  'G-environment-branches': {
    holds: 'Only the default branch may use an environment.',
    mend: 'Under "Deployment branches and tags" choose "Selected branches and tags", and add the default branch alone.',
  },
  'G-environment-secret': {
    holds: "The App's key is a secret of the environment results.",
    mend: 'Add the secret AI_ENERGY_SCORE_APP_PRIVATE_KEY to the environment: the key that the App\'s page gives out under "Private keys".',
  },
  'G-environment-variable': {
    holds: "The App's id is a variable of the environment results.",
    mend: "Add the variable AI_ENERGY_SCORE_APP_ID to the environment, with the App ID of the App's page.",
  },
  'G-secret-level': {
    holds: 'No secret is given to every workflow: secrets lie in environments.',
    mend: 'Move it to the environment that needs it, and delete it here.',
  },
  'G-workflow-token': {
    holds: 'The token of workflows may only read unless a job asks for more.',
    mend: 'Under "Workflow permissions" choose "Read repository contents and packages permissions".',
  },
  'G-workflow-pull-requests': {
    holds: 'Workflows of the submissions repository cannot open or approve pull requests; those of the results repository may open them.',
    mend: 'Set "Allow GitHub Actions to create and approve pull requests": off for submissions, on for results, where the ledger prepares changes for review.',
  },
  'G-approval': {
    holds: 'Workflows that strangers change wait for approval.',
    mend: 'Under "Approval for running fork pull request workflows" choose "Require approval for all external contributors".',
  },
  'G-actions': {
    holds: 'Only named actions run, and those by commit.',
    mend: 'Choose "Allow OWNER, and select non-OWNER, actions", allow those created by GitHub and this program\'s repository, and require pinning to a full-length commit.',
  },
  'G-workflow-missing': {
    holds: 'Every workflow of the template is there.',
    mend: 'Write it with init, and merge it into the default branch.',
  },
  'G-workflow-pin': {
    holds: 'Every action of every workflow is pinned to a commit.',
    mend: "Pin it to the 40 digits of a release's commit: tags and branches can be moved.",
  },
  'G-workflow-differs': {
    holds: 'The workflows say what the template says.',
    mend: 'init --upgrade shows the lines that differ. Where the change is yours, make sure that it grants nothing.',
  },
  'G-workflow-repositories': {
    holds: 'The workflows name these two repositories.',
    mend: "Look at doctor's --repo and --results; else write the right name into the workflows, or write them anew with init.",
  },
  'G-workflow-foreign': {
    holds: 'There is no workflow beside those of the template.',
    mend: 'Look at what it may do. Whatever runs here stands beside the keys and the runner.',
  },
  'G-release': {
    holds: 'Every workflow of both repositories uses one release of this program.',
    mend: 'Run init --upgrade in both with the same release, and compare its commit with the page of the release.',
  },
  'G-default-branch': {
    holds: 'The default branch of the submissions repository changes by reviewed pull request alone, and is never rewritten.',
    mend: 'Import .github/rulesets/default-branch.json: "New ruleset", "Import a ruleset".',
  },
  'G-required-check': {
    holds: 'A submission at fault cannot be merged.',
    mend: 'Require the status check "AI Energy Score: submission"; .github/rulesets/default-branch.json does.',
  },
  'G-main-history': {
    holds: "The results' history is one line that nobody can rewrite.",
    mend: 'Import .github/rulesets/main-history.json, and let nobody bypass it.',
  },
  'G-main-app': {
    holds: 'Results change by the App, or by a reviewed pull request.',
    mend: 'Import .github/rulesets/main-review.json, and add the App, and nothing else, to its bypass list.',
  },
  'G-main-check': {
    holds: 'A pull request to the results cannot be merged unless check-repo is clean.',
    mend: 'Require the status check "AI Energy Score check-repo"; .github/rulesets/main-review.json does.',
  },
  'G-candidates': {
    holds: 'Candidates are written by the App alone.',
    mend: 'Import .github/rulesets/candidates.json, and add the App, and nothing else, to its bypass list.',
  },
  'G-runner-group': {
    holds: 'The runner stands in a group for this repository and its benchmark workflow alone.',
    mend: 'Make a runner group for the submissions repository alone, restricted to the workflow benchmark.yml at the default branch, and register the runner in it.',
  },
  'G-runner-elsewhere': {
    holds: 'No runner that measures can be used by anything else.',
    mend: 'Move it into the group for the submissions repository alone.',
  },
  'G-runner-repository': {
    holds: 'No runner is registered with the repository itself, where every workflow could use it.',
    mend: "Remove it there, and register it with the organisation, in the runner's group.",
  },
  'G-app': {
    holds: "The App is installed at the results repository's owner.",
    mend: 'Install it there, on the results repository alone.',
  },
  'G-app-scope': {
    holds: 'The App may write contents and nothing else, and listens to nothing.',
    mend: "Take the other permissions and the events away on the App's page.",
  },
  'G-app-repositories': {
    holds: 'The App is installed on the results repository alone.',
    mend: 'Under "Repository access" choose "Only select repositories", and name the results repository.',
  },
  'G-pages': {
    holds: 'The pages are deployed by the workflow, over HTTPS.',
    mend: 'Under "Build and deployment" choose the source "GitHub Actions", and enforce HTTPS.',
  },
} as const satisfies Record<string, { holds: string; mend: string }>;

export type SettingCode = keyof typeof SETTING_CODES;
