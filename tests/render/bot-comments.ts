/** Every state of the bot's one comment, and its answers, with made-up models and people: for tests and pictures of them. */
import { explainCode } from '../../src/domain/explain.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import type { Submission } from '../../src/domain/generated/submission.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { boardDocument } from '../../src/domain/leaderboard/board.ts';
import { type Entry, entryOf } from '../../src/domain/leaderboard/entry.ts';
import { openLedger } from '../../src/domain/ledger.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { pullRequestFault } from '../../src/domain/pull-request/checks.ts';
import { readCommand } from '../../src/domain/pull-request/command.ts';
import type { PullRequestPublication, SubmissionPublication } from '../../src/domain/pull-request/publication.ts';
import { outcomeOf } from '../../src/domain/pull-request/publication.ts';
import type { PullRequestReport, ReportedSubmission } from '../../src/domain/pull-request/reported.ts';
import { publishedStanding } from '../../src/domain/pull-request/standing.ts';
import { suggestedChange } from '../../src/domain/pull-request/suggested-change.ts';
import type { JudgedSubmission, PullRequestValidation, UnderstoodSubmission } from '../../src/domain/pull-request/validation.ts';
import type { Report } from '../../src/domain/report.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';
import {
  answerComment,
  commandFaultAnswer,
  explanationAnswer,
  helpAnswer,
  refusalAnswer,
  unknownCodeAnswer,
} from '../../src/render/answers.ts';
import { approvalComment, cancelledComment } from '../../src/render/gate-comment.ts';
import { type PublicationPlace, publicationComment } from '../../src/render/publication-comment.ts';
import { pullRequestReportComment } from '../../src/render/pull-request-report.ts';
import { validationComment } from '../../src/render/validation-comment.ts';
import { goodRecord, scriptedRecord } from '../support/records.ts';
import { cpuReport, gpuReport, invalidReport, rehearsalReport, scaled } from './reports.ts';

const SHA = 'a1b2c3d4'.repeat(5);
const NEWER = 'e5f6a7b8'.repeat(5);
const SUBMISSIONS = 'https://github.com/octo-lab/submissions';
const RESULTS = 'https://github.com/octo-lab/results';
const RUN = `${SUBMISSIONS}/actions/runs/1`;
const PATH = 'submissions/example-org/synthetic-1b/text-generation.yaml';
const HOSTILE_PATH = 'submissions/a](https:evil.example)/@octo/<img src=x>.yaml';
const HOSTILE = '@octo-lab/everyone <img src=x onerror=alert(1)> `code` [x](javascript:1) | #1 | :tada:';
const policy = policyFrom({ schemaVersion: 1, name: 'Ours', pages: { url: 'https://octo-lab.github.io/results/' } });

const SUBMISSION: Submission = {
  schemaVersion: 1,
  model: 'example-org/synthetic-1b',
  revision: SHA,
  task: 'text-generation',
} as Submission;

const understood = (changes: Partial<UnderstoodSubmission> = {}): UnderstoodSubmission => ({
  submission: SUBMISSION,
  variant: null,
  parameters: 1_100_000_000,
  licence: 'apache-2.0',
  hardware: 'NVIDIA H100 80GB HBM3',
  queries: 1000,
  runs: { low: 10, expected: 10, high: 10 },
  loud: false,
  estimate: {
    class: 'A',
    gpus: 1,
    seconds: { low: 900, expected: 1500, high: 3200 },
    gpuMinutes: { low: 15, expected: 25, high: 53 },
    newTokensPerQuery: { low: 10, expected: 10, high: 10 },
    basis: { kind: 'history', results: 1, origin: 'same model' },
  },
  reason: null,
  ...changes,
});

const judgedSubmission = (changes: Partial<JudgedSubmission> = {}): JudgedSubmission => ({
  path: PATH,
  faults: [],
  understood: understood(),
  duplicates: [],
  published: [],
  ...changes,
});

const validation = (changes: Partial<PullRequestValidation> = {}): string =>
  validationComment(
    { headSha: SHA, submissions: [judgedSubmission()], removed: [], faults: [], isOrdered: false, hubTrouble: null, ...changes },
    { repositoryUrl: SUBMISSIONS },
  );

function faultyFile(source: string): JudgedSubmission {
  const { faults: errors } = parseSubmission({ path: PATH, bytes: new TextEncoder().encode(source), policy });
  const faults = errors.map((fault) => ({ ...fault, change: suggestedChange(fault, { path: PATH, source, errors, policy }) }));
  return judgedSubmission({ faults, understood: null });
}

const FAULTY = faultyFile('schemaVersion: 1\nmodel:example-org/synthetic-1b\nrevision: main\ntask: text-generatoin\n');
const HOSTILE_FILE = faultyFile(`schemaVersion: 1\nmodel: "${'@octo `x` <b>|'.repeat(4)}"\nrevision: main\n"a \`b\` @octo": 1\n`);

const reported = (report: Report | null, changes: Partial<ReportedSubmission> = {}): ReportedSubmission => ({
  path: PATH,
  artifact: 'result-7-0123456789ab',
  outcome: report === null ? { kind: 'missing' } : { kind: 'judged', report, recordDigest: 'b'.repeat(64) },
  obstacles: [],
  labelUrl: null,
  bundleUrl: null,
  ...changes,
});

const reportComment = (submissions: ReportedSubmission[], changes: Partial<PullRequestReport> = {}): string =>
  pullRequestReportComment(
    {
      at: { owner: 'octo-lab', repository: 'submissions', number: 7, headSha: SHA },
      state: 'open',
      submissions,
      obstacle: null,
      ignored: [],
      candidate: null,
      ...changes,
    },
    { repositoryUrl: SUBMISSIONS, runUrl: RUN },
  );

export const PUBLICATION_PLACE: PublicationPlace = {
  submissions: 'octo-lab/submissions',
  pullRequest: 7,
  results: 'octo-lab/results',
  resultsUrl: RESULTS,
  branch: 'main',
};

const BASE = goodRecord();

const officialEntry = (record: Result): Entry => {
  const at = { at: '2026-01-16T00:00:00Z', by: 'octo-lab/submissions#7' };
  return entryOf(record, recordPath(record), openLedger(record, { verdict: 'official', findings: [] }, at));
};

const OTHERS = Array.from({ length: 40 }, (_, n) => officialEntry(scaled(BASE, `example-org/other-${n + 1}`, 0.55 + n * 0.21)));

type Pages = 'with pages' | 'without pages';

/** A published result among some others on its board. */
export function published(
  model: string,
  { factor = 1, others = 40, pages = 'with pages' }: { factor?: number; others?: number; pages?: Pages } = {},
): SubmissionPublication {
  const record = factor === 1 ? BASE : scaled(BASE, model, factor);
  const board = boardDocument([officialEntry(record), ...OTHERS.slice(0, others)], policy.board);
  const row = board.rows.find((one) => one.recordName === recordName(record));
  if (row === undefined) throw new Error('The board does not list it.');
  const standing = publishedStanding({
    board,
    row,
    stem: `latest/text-generation/${row.model}`,
    changes: [{ model: 'example-org/other-7', from: 4, to: 3 }],
    policy: pages === 'with pages' ? policy : policyFrom({ schemaVersion: 1, name: 'Ours' }),
    repository: { url: RESULTS, branch: 'main' },
  });
  const bundleUrl = `${RESULTS}/releases/download/bundles-2026-01/${recordName(record)}.tar.gz`;
  return { kind: 'published', path: `submissions/${model}/text-generation.yaml`, record, bundleUrl, standing };
}

const OWN = 'example-org/synthetic-1b';

function rehearsed(): SubmissionPublication {
  const one = published(OWN, { others: 0 });
  return one.kind === 'refused' ? one : { ...one, record: scriptedRecord(), standing: null };
}

const refusedAs = (code: string, message: string, path = PATH): SubmissionPublication => ({
  kind: 'refused',
  path,
  failure: { code, message, mend: explainCode(code)?.mend ?? '' },
});

const closed = (submissions: SubmissionPublication[], changes: Partial<PullRequestPublication> = {}): string =>
  publicationComment(
    { outcome: outcomeOf(submissions), submissions, withdrawals: [], candidate: 'removed', ...changes },
    PUBLICATION_PLACE,
  );

const badCommand = readCommand('/benchmark a1b2c3');

/** Every comment by what it shows. */
export async function botComments(): Promise<ReadonlyMap<string, string>> {
  const [official, unofficial, invalid, rehearsal] = [await gpuReport(), await cpuReport(), await invalidReport(), await rehearsalReport()];
  const evidence = {
    labelUrl: `${RESULTS}/raw/candidates/pr-7/labels/latest/text-generation/${OWN}.svg`,
    bundleUrl: `${RESULTS}/x.tar.gz`,
  };
  const candidate = { compareUrl: `${RESULTS}/compare/main...candidates/pr-7` };
  const failed = (code: string, message: string, mend: string): ReportedSubmission =>
    reported(null, { outcome: { kind: 'failed', failure: { code, message, mend } } });
  const approval = {
    headSha: SHA,
    approvedBy: { id: 1, login: 'maintainer-mia' },
    runUrl: RUN,
    ordered: [{ path: PATH, understood: understood(), measured: { runner: ['self-hosted', 'h100'], timeoutMinutes: 90 }, duplicates: [] }],
  };
  const comments: [string, string][] = [
    ['waiting', validation()],
    [
      'waiting, one run of one query, with warnings',
      validation({
        submissions: [
          judgedSubmission({
            understood: understood({
              queries: 1,
              runs: { low: 1, expected: 1, high: 1 },
              loud: true,
              licence: null,
              estimate: {
                class: 'B',
                gpus: 1,
                seconds: { low: 20, expected: 60, high: 300 },
                gpuMinutes: { low: 0, expected: 1, high: 5 },
                newTokensPerQuery: { low: 1, expected: 1, high: 1 },
                basis: { kind: 'model size', assumption: '' },
              },
            }),
            duplicates: [9],
            published: ['results/text-generation/example-org/synthetic-1b/0123456789ab.json'],
          }),
        ],
      }),
    ],
    [
      'waiting for evidence to be checked',
      validation({
        submissions: [
          judgedSubmission({
            understood: understood({
              submission: { ...SUBMISSION, evidence: { url: 'https://huggingface.co/x', sha256: 'a'.repeat(64) } } as Submission,
            }),
          }),
        ],
      }),
    ],
    ['refused: faults', validation({ submissions: [FAULTY] })],
    [
      'refused: the pull request',
      validation({
        submissions: [],
        faults: [
          pullRequestFault('P-files-other', 'It changes `README.md`, outside of submissions/.'),
          pullRequestFault('P-submissions-too-many', 'It holds 3 submissions; one pull request takes one submission.'),
        ],
      }),
    ],
    ['refused: hostile text', validation({ submissions: [{ ...HOSTILE_FILE, path: HOSTILE_PATH }] })],
    ['not known yet', validation({ hubTrouble: 'The Hub did not answer within 10 s.' })],
    ['no submission any more', validation({ submissions: [] })],
    ['waiting, ordered before', validation({ isOrdered: true })],
    ['a submission is taken out', validation({ submissions: [], removed: [PATH] })],
    ['approved and running', approvalComment(approval)],
    [
      'approved: several, one with evidence',
      approvalComment({
        ...approval,
        ordered: [
          ...approval.ordered,
          {
            path: 'submissions/example-org/other/reasoning.yaml',
            understood: understood({ loud: true, estimate: null, reason: 'nothing tells its size' }),
            measured: { runner: ['h100'], timeoutMinutes: 7200 },
            duplicates: [8],
          },
          { path: 'submissions/example-org/own/summarization.yaml', understood: understood(), measured: null, duplicates: [] },
        ],
      }),
    ],
    ['cancelled', cancelledComment({ headSha: SHA, by: { id: 1, login: 'maintainer-mia' }, runUrls: [RUN], line: `/rerun ${SHA}` })],
    ['measured', reportComment([reported(official)])],
    ['staged', reportComment([reported(official, evidence)], { candidate })],
    ['staged, unofficial', reportComment([reported(unofficial, evidence)], { candidate })],
    ['measured, invalid', reportComment([reported(invalid)])],
    ['staged, rehearsal', reportComment([reported(rehearsal, evidence)], { candidate })],
    [
      'failed: the model does not fit',
      reportComment([
        failed(
          'model-does-not-fit',
          'example-org/synthetic-1b does not fit: 140 GB are needed, 80 GB are there.',
          'Submit a smaller or quantised variant, or ask for a runner with more memory.',
        ),
      ]),
    ],
    ['failed: nothing came back', reportComment([reported(null)])],
    ['failed: hostile text', reportComment([failed('failed', HOSTILE, HOSTILE)], { ignored: ['@octo', '`x`'] })],
    [
      'measured, a newer commit',
      reportComment([reported(official)], {
        obstacle: {
          code: 'head-moved',
          message: `The pull request has a newer commit, ${NEWER}, which is not the one that was approved and measured.`,
          mend: 'Once the check of the newer commit is green, a maintainer has it measured:',
          command: `/benchmark ${NEWER}`,
        },
      }),
    ],
    [
      'measured, published already',
      reportComment([reported(official)], {
        obstacle: {
          code: 'already-published',
          message: 'Everything that was measured is published already.',
          mend: 'Nothing is left to do.',
        },
      }),
    ],
    [
      'staged: several, one failed',
      reportComment(
        [
          reported(official, evidence),
          { ...reported(null), path: 'submissions/example-org/other/reasoning.yaml', artifact: 'result-7-2' },
          { ...reported(unofficial), path: 'submissions/example-org/synthetic-tiny/text-generation.yaml', artifact: 'result-7-3' },
        ],
        { candidate },
      ),
    ],
    ['published', closed([published(OWN)])],
    ['published, without pages', closed([published(OWN, { pages: 'without pages' })])],
    ['published, the first on its board', closed([published(OWN, { others: 0 })])],
    ['published: several', closed([published(OWN), published('example-org/other-model', { factor: 2.1 })])],
    [
      'published, one of two',
      closed([
        published(OWN),
        refusedAs(
          'not-measured',
          'It was merged without a measurement that could be published.',
          'submissions/example-org/other/reasoning.yaml',
        ),
      ]),
    ],
    ['published, rehearsal', closed([rehearsed()])],
    [
      'not published: another file was merged',
      closed([refusedAs('other-blob', 'The file that was merged is not the one that was measured.')]),
    ],
    [
      'not published: never measured',
      closed([refusedAs('not-measured', 'It was merged without a measurement that could be published.')], { candidate: 'none' }),
    ],
    [
      'not published: the checks fail now',
      closed([refusedAs('checks-fail-now', 'It does not pass the checks any more. R-energy-cv: The runs vary by 9 %.')], {
        candidate: 'kept',
      }),
    ],
    ['not published: hostile text', closed([refusedAs('other-blob', HOSTILE, HOSTILE_PATH)])],
    ['closed without a merge', closed([], { outcome: 'cleaned-up' })],
    ['closed before anything was staged', closed([], { outcome: 'cleaned-up', candidate: 'none' })],
    [
      'a deleted submission',
      closed([], { outcome: 'nothing', candidate: 'none', withdrawals: [{ path: PATH, recordName: '0123456789ab' }] }),
    ],
    ['answer: help', answerComment(helpAnswer(SHA))],
    ['answer: explain a check', answerComment(explanationAnswer(explained('R-energy-cv')))],
    ['answer: explain a fault', answerComment(explanationAnswer(explained('evidence-incomplete')))],
    ['answer: explain a rule of YAML', answerComment(explanationAnswer(explained('S-yaml-colon-space')))],
    ['answer: no such code', answerComment(unknownCodeAnswer('head-moved'))],
    [
      'answer: a refusal',
      answerComment(
        refusalAnswer(pullRequestFault('P-order-head', `The commit is not the newest of this pull request, which is ${NEWER}.`), {
          headSha: NEWER,
          line: `/benchmark ${NEWER}`,
        }),
      ),
    ],
    ...(badCommand.kind === 'fault'
      ? [['answer: a command that is not one', answerComment(commandFaultAnswer(badCommand.fault, SHA))] satisfies [string, string]]
      : []),
  ];
  return new Map(comments);
}

function explained(code: string) {
  const found = explainCode(code);
  if (found === null) throw new Error(`${code} is not explained.`);
  return found;
}
