import { type FaultText, family, RERUN } from './family.ts';

const GRANTS = 'Grant the job the permissions that docs/bot.md lists; templates/ holds the workflow.';

/** What GitHub can answer, and the App. */
export const GITHUB_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'A request is tried four times; after that a rerun goes on from where the job ended.', mend: RERUN },
    {
      'github-rate-limited': ['GitHub limits how much the token may ask', 'Rerun the job in some minutes.'],
      'github-unavailable': ['GitHub answered with an error of its own', 'Rerun the job; https://www.githubstatus.com tells of trouble.'],
      'github-timeout': ['GitHub took the request and did not answer in time', RERUN],
      'github-unreachable': ['GitHub could not be reached', 'Check the network of the runner, and rerun the job.'],
      'github-refused': ['GitHub refuses the request', 'Rerun the job; where it stays so, it is a defect of the action: report it.'],
      'github-client': ['The request could not be made', 'Rerun the job; where it stays so, it is a defect of the action: report it.'],
    },
  ),
  ...family(
    { why: 'A job may do what it was granted, and nothing else.', mend: GRANTS },
    {
      'github-forbidden': 'The token may not do what the step does',
      'github-unauthorised': ['GitHub does not know the token', 'Give the action a token that is valid.'],
      'github-missing': ['GitHub shows the token no such repository', 'Check its name, and that the token may read it.'],
      'github-token-missing': [
        'GITHUB_TOKEN is not set',
        'Set it to a token that may read the administration of both repositories; docs/owners.md lists what it needs.',
      ],
      'app-key-refused': [
        'GitHub does not accept the signature of the App',
        'See that app-id and private-key are of the same App, that the key was not deleted there, and that the runner’s clock is right.',
      ],
      'app-not-installed': [
        'The App is not installed on the results repository',
        'Install it on that repository alone, and check the input results-repository.',
      ],
      'app-permissions': [
        'GitHub gives the App no token with the permissions that it needs',
        'Grant them in the App’s settings, let the owner accept them, and see that the installation is not suspended.',
      ],
    },
  ),
  ...family(
    { why: 'Results are published as commits and release files of the results repository.', mend: RERUN },
    {
      'branch-missing': ['The branch to commit to is gone', 'Rerun the job; see whether somebody deletes branches there.'],
      'branch-protected': [
        'A rule of the repository forbids the commit',
        'Put the App on the bypass list of the ruleset; templates/results has the rules.',
      ],
      'commit-too-large': [
        'A commit would be larger than GitHub takes',
        'Publish from a clone: ai-energy-score publish RESULT --repo DIR, then git push.',
      ],
      'asset-damaged': ['The evidence in the release came with other bytes than it has', RERUN],
      'asset-redirect': ['GitHub leads to an address that is no place of evidence', RERUN],
      'results-refused': [
        'The results repository cannot be read',
        'Check the input results-repository, and that the App or the token may read it.',
      ],
      'results-unreachable': [
        'The results repository cannot be reached now',
        'Check the network of the runner, and rerun the job; https://www.githubstatus.com tells of trouble.',
      ],
      'policy-unreadable': ['policy.yaml on the default branch is too large, or no text', 'Make it a text file of less than 500 kB.'],
    },
  ),
];
