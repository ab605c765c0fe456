/** What check-repo makes sure of, by stable code, and what to do where it does not hold. */
export const REPOSITORY_CHECKS = {
  'C-marker': {
    title: 'The marker .ai-energy-score is there and names the layout.',
    mend: 'Restore .ai-energy-score from the history, or from a new repository: it has the line "layout: 1".',
  },
  'C-policy': {
    title: 'policy.yaml is there and fits its schema.',
    mend: 'Restore policy.yaml from the history, or correct what is named.',
  },
  'C-path-case': {
    title: 'No two paths differ in case alone.',
    mend: 'Find out in the history which came first; the other does not belong here. On many file systems one overwrites the other.',
  },
  'C-path-unknown': {
    title: 'Below results/, ledger/ and editions/ lies nothing but records, ledgers and editions with what they were made of.',
    mend: 'Take the file out, or move it elsewhere.',
  },
  'C-path-kind': {
    title: 'Everything is a plain file: no link, no program, no repository within.',
    mend: 'Restore the plain file from the history.',
  },
  'C-record-schema': {
    title: 'Every record is a text that the checks of form let pass, and fits its schema.',
    mend: 'A record never changes: restore it from the history.',
  },
  'C-record-newer': {
    title: 'Every record is one that this version of the program knows.',
    mend: 'Check with the newest version of this program; leave the record and its evidence as they are.',
  },
  'C-record-form': {
    title: 'Every record is written as this program writes it. Publishing keeps the text that it was given, so this is only a note.',
    mend: 'Nothing, where it was published so: its content has the digest that names it. Else restore it from the history.',
  },
  'C-record-digest': {
    title: 'Every record is named after the digest of its content.',
    mend: 'A record never changes: restore it from the history.',
  },
  'C-record-path': {
    title: 'Every record lies at the path that follows from its content.',
    mend: 'Put it back where the history has it.',
  },
  'C-record-nonce': {
    title: 'Every nonce was used once.',
    mend: 'Find out in the history which record came first, and withdraw the other.',
  },
  'C-record-rehearsal': {
    title: 'What scripted hardware gave lies in repositories of rehearsals alone.',
    mend: 'Take these out, or declare the whole repository a rehearsal: rehearsal: true in policy.yaml.',
  },
  'C-record-changed': {
    title: 'No record was ever changed.',
    mend: 'Restore the first version from the history; errors are corrected by a new record and an entry in the ledger.',
  },
  'C-record-deleted': {
    title: 'No record was ever deleted.',
    mend: 'Restore it from the history, and withdraw it instead: state RESULT --to withdrawn.',
  },
  'C-ledger-missing': {
    title: 'Every record has a ledger.',
    mend: 'Restore the ledger from the history. A record without one was not published by this program.',
  },
  'C-ledger-orphan': {
    title: 'Every ledger belongs to the record that it names.',
    mend: 'Restore the record from the history, or the ledger where it was changed.',
  },
  'C-ledger-schema': {
    title: 'Every ledger can be read and is written as this program writes it, with known states, reasons, times and names.',
    mend: 'Restore it from the history; states change by the command state.',
  },
  'C-ledger-transition': {
    title: 'Every state follows one that it may follow.',
    mend: 'Restore the ledger from the history; states change by the command state.',
  },
  'C-ledger-verdict': {
    title: 'Only what was judged official is called official, and scripted hardware is a rehearsal.',
    mend: 'Restore the ledger from the history.',
  },
  'C-ledger-superseded': {
    title: 'A superseded result names the one that replaced it: another of the same model on the same board, and never in a circle.',
    mend: 'Restore both ledgers from the history.',
  },
  'C-ledger-rivals': {
    title: 'Of the results of one model, variant and origin on one board, one holds at most.',
    mend: 'Withdraw all but the one that holds: state RESULT --to withdrawn.',
  },
  'C-ledger-changed': {
    title: 'Ledgers only ever grew.',
    mend: 'Restore the entries that the history has, and add the new one behind them.',
  },
  'C-ledger-deleted': {
    title: 'No ledger was ever deleted.',
    mend: 'Restore it from the history.',
  },
  'C-bundle-orphan': {
    title: 'Everything in bundles/ belongs to a record.',
    mend: 'Move it away; it is no evidence of anything here.',
  },
  'C-bundle-manifest': {
    title: 'The manifest of every bundle at hand is the one that its record names.',
    mend: 'Fetch the bundle again from where it was published.',
  },
  'C-bundle-files': {
    title: 'Every bundle at hand holds the files that its manifest names, in their sizes, and nothing else; none is a link.',
    mend: 'Fetch the bundle again from where it was published.',
  },
  'C-evidence': {
    title: 'Every record whose bundle is at hand passes the checks again (with --evidence).',
    mend: 'See every check: check RESULT. Dispute the result until it is settled: state RESULT --to disputed.',
  },
  'C-evidence-verdict': {
    title: 'Nothing is called official that the checks call otherwise today under the same policy (with --evidence).',
    mend: 'Dispute the result until it is settled: state RESULT --to disputed.',
  },
  'C-edition-schema': {
    title: 'Every edition fits its schema, and its file has its name.',
    mend: 'Restore it from the history.',
  },
  'C-edition-digest': {
    title: 'Every edition that names records has the digest of its content.',
    mend: 'An edition is frozen: restore it from the history.',
  },
  'C-edition-stars': {
    title: 'The stars of every edition are those that its figures give.',
    mend: 'An edition is frozen: restore it from the history.',
  },
  'C-edition-record': {
    title: 'Every row of an edition says what its record says, and the record counted at the cut-off.',
    mend: 'An edition is frozen: restore it, or the record, from the history.',
  },
  'C-edition-changed': {
    title: 'No edition was ever changed or deleted.',
    mend: 'Restore the first version from the history, and freeze a new edition under another name.',
  },
  'C-derived-missing': {
    title: 'Every derived file is there.',
    mend: 'Build them anew and commit them: leaderboard build --fresh --repo DIR.',
  },
  'C-derived-forged': {
    title: 'Every derived file, label and badge is, to the byte, what this version builds of records, ledgers, editions and policy.',
    mend: 'Find out who wrote it; then build it anew and commit it: leaderboard build --fresh --repo DIR.',
  },
  'C-derived-extra': {
    title: 'Below leaderboard/, labels/ and badges/ lies nothing that the builder did not make.',
    mend: 'Take the file out, or move it elsewhere.',
  },
  'C-derived-rebuild': {
    title: 'The derived files were built by this version: those of another cannot be proved by this one.',
    mend: 'Build them anew and commit them: leaderboard build --repo DIR. Or check with the version that is named.',
  },
  'C-derived-unproved': {
    title: 'Records, ledgers, editions and policy are sound, so that the derived files can be built anew and compared.',
    mend: 'Mend what is named beside this, then check again: until then they were only held against their own manifest.',
  },
  'C-git-linear': {
    title: 'The history is one line.',
    mend: 'Merge by squash or rebase; protect the branch by a ruleset that requires a linear history.',
  },
  'C-git-shallow': {
    title: 'The whole history is there.',
    mend: 'Fetch it: git fetch --unshallow.',
  },
  'C-git-dirty': {
    title: 'The working tree is what the last commit says.',
    mend: 'Commit the change, move it away, or put the published state back: git restore --source=HEAD --staged --worktree PATH.',
  },
} as const satisfies Readonly<Record<string, { title: string; mend: string }>>;

export type RepositoryCode = keyof typeof REPOSITORY_CHECKS;

/** One place where a repository is not what it should be. */
export type RepositoryFinding = {
  code: RepositoryCode;
  /** The file or folder below the repository; '.' for the whole. */
  path: string;
  /** One sentence. */
  message: string;
  /** What to do. */
  mend: string;
};

/** A finding with the mend of its code. */
export const found = (code: RepositoryCode, path: string, message: string): RepositoryFinding => ({
  code,
  path,
  message,
  mend: REPOSITORY_CHECKS[code].mend,
});

/** A finding of the past that was put right: nothing is left to do. */
export const settled = (code: RepositoryCode, path: string, message: string): RepositoryFinding => ({
  code,
  path,
  message,
  mend: 'Nothing: what lies there now is as it should be.',
});
