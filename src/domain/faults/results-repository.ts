import { type FaultText, family } from './family.ts';

const RESTORE = 'Restore it from the history of the results repository: `ai-energy-score check-repo` names what else is wrong.';

/** What a results repository can be, or be asked for. */
export const RESULTS_REPOSITORY_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Whoever quotes a figure relies on what the results repository says.', mend: RESTORE },
    {
      'not-a-results-repository': [
        'The repository is none that holds results',
        'Name the right one. An empty one becomes a results repository with the first result that is staged.',
      ],
      'record-damaged': 'A record cannot be read',
      'ledger-damaged': 'A ledger cannot be read',
      'ledger-missing': 'The record has no ledger, so that there is nothing to add to',
      'edition-damaged': 'An edition cannot be read',
      'edition-schema': 'An edition does not fit its schema',
      'board-damaged': ['A board cannot be read', 'Build it anew: ai-energy-score leaderboard build'],
      'board-stale': ['A board does not list a record that is there', 'Build it anew: ai-energy-score leaderboard build'],
      'rehearsal-in-repository': [
        'Results of scripted hardware lie in a repository for real ones',
        'Take these records and their ledgers out, or declare the whole repository one: rehearsal: true in policy.yaml.',
      ],
      'path-outside': 'A path leads out of the repository',
      'pages-missing': ['The built pages are not there', 'Build them: npm run build.'],
    },
  ),
  ...family(
    {
      why: 'A published result changes by a reviewed decision with a reason, and never silently.',
      mend: 'Name what is missing, and run it again.',
    },
    {
      'invalid-result': ['An invalid result is not published', 'Mend what the failed checks name, and measure again.'],
      'result-unknown': [
        'There is no such record',
        'Name a record by its path, results/TASK/ORG/MODEL/NAME.json, or by the 12 digits of its name.',
      ],
      'ledger-transition': ['A result in this state cannot become that', 'docs/repository.md tells which state may follow which.'],
      'state-never-official': [
        'What the checks did not call official cannot be called so',
        'Settle a dispute with --to unofficial, or measure the model again as the policy asks.',
      ],
      'state-reason': 'The reason is missing, too long, or holds characters that cannot be shown',
      'state-by': 'Who decided is missing, too long, or holds characters that cannot be shown',
    },
  ),
  ...family(
    { why: 'An edition is frozen: whoever cites it cites figures that never change.', mend: 'Give the new edition another name.' },
    {
      'edition-frozen': 'An edition of this name is there already',
      'edition-name': ['The name is no year and month', 'Name it as in 2026-02.'],
      'edition-missing': ['There is no such edition', 'An edition that is not committed yet is named by its file.'],
      'edition-empty': [
        'The edition would have no rows',
        'It takes boards with enough models for stars; see the policy’s board.minimumModels.',
      ],
      'edition-boards': [
        'Two boards of one task and class would meet in the edition',
        'Freeze one hardware profile: --profile NAME, the part of the board’s name after task and class.',
      ],
      'edition-cut-off': ['The cut-off is still to come', 'Leave it out for now, or name a past day.'],
      'edition-csv': ['The published files cannot be imported', 'Give them as they were published, with the columns that are named.'],
      'edition-stars': ['Stars are not what the method gives', 'Correct the figures or the stars.'],
      'edition-not-written': ['The edition cannot be written', 'Name a folder in which you may write.'],
      'edition-row-missing': ['The edition has no such row', 'Name a model and a task that it has.'],
      'edition-row-ambiguous': ['The edition has several rows of this model', 'Choose one with --row.'],
      'class-unknown': ['The class of the model is not known', 'Name it with --class: A, B or C.'],
      'not-comparable': ['The result cannot stand beside those others', 'Take its own board: --repo DIR.'],
    },
  ),
  ...family(
    { why: 'Results are kept in git, where nothing gets lost.', mend: 'Mend what git says, and run it again.' },
    {
      'git-missing': ['git could not be started', 'Install git, and see that the folder exists.'],
      'git-failed': 'A git command failed',
      'git-locked': ['Another git process holds the repository', 'If no git runs there, delete the lock that is named; nothing is lost.'],
      'git-bare': ['The repository has no files beside it', 'Clone it, and name the clone.'],
      'git-detached': ['No branch is checked out, so that a commit would belong to none', 'Check one out, as in: git switch main'],
      'work-tree-edited': ['The folder holds changes that no publication made', 'Commit them, or move them away.'],
      'folder-not-empty': ['The folder holds other files', 'Name an empty folder, or one that is not there yet.'],
      'mirror-nothing': ['There is nothing to mirror yet', 'Build it first: ai-energy-score leaderboard build --repo DIR, and commit it.'],
      'no-results': ['The folder has neither results/ nor editions/', 'Name a results repository; score and publish make one.'],
    },
  ),
];
