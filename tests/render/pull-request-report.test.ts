import { expect, test } from 'vitest';
import type { PullRequestReport, ReportedSubmission } from '../../src/domain/pull-request/reported.ts';
import { pullRequestReportCheck, pullRequestReportComment, pullRequestReportTitle } from '../../src/render/pull-request-report.ts';
import { gpuReport } from './reports.ts';

const PLACE = { repositoryUrl: 'https://github.com/octo/submissions', runUrl: 'https://github.com/octo/submissions/actions/runs/1' };
const AT = { owner: 'octo', repository: 'submissions', number: 7, headSha: 'a'.repeat(40) };

const judged = (path: string, changes: Partial<ReportedSubmission> = {}): ReportedSubmission => ({
  path,
  artifact: `result-7-${path.length}`,
  outcome: { kind: 'judged', report: REPORT, recordDigest: 'b'.repeat(64) },
  obstacles: [],
  labelUrl: null,
  bundleUrl: null,
  ...changes,
});

const reportOf = (submissions: ReportedSubmission[], changes: Partial<PullRequestReport> = {}): PullRequestReport => ({
  at: AT,
  state: 'open',
  submissions,
  obstacle: null,
  ignored: [],
  candidate: null,
  ...changes,
});

const REPORT = await gpuReport();
const PATH = 'submissions/octo-lab/model-1/text-generation.yaml';

test('what is staged shows the label, the exact change and the evidence, and what comes next', () => {
  const submission = judged(PATH, { labelUrl: 'https://example.org/label (1).svg', bundleUrl: 'https://example.org/bundle.tar.gz' });
  const comment = pullRequestReportComment(
    reportOf([submission], { candidate: { compareUrl: 'https://example.org/compare/a...b' } }),
    PLACE,
  );
  expect(comment).toMatch(/<img align="right" width="200" alt="[^"<>]*" src="https:\/\/example\.org\/label%20%281%29\.svg">/);
  expect(comment).toContain('**[The exact change](https://example.org/compare/a...b)** · [Evidence](https://example.org/bundle.tar.gz)');
  expect(comment).toContain('✅ staged → ⏳ published');
  expect(comment).toContain('**Next:** look at the change');
});

test('an address that is no page of the web is never linked', () => {
  const submission = judged(PATH, { labelUrl: 'javascript:alert(1)', bundleUrl: 'data:text/html,x' });
  const comment = pullRequestReportComment(reportOf([submission]), PLACE);
  expect(comment).not.toMatch(/javascript:|data:text/);
  expect(comment).not.toContain('<img');
});

test('what is too long keeps verdict, figure, reasons and links, and drops what is folded first', () => {
  const long = { code: 'R-energy-cv', effect: 'unofficial', status: 'fail', message: '@octo `<b>` '.repeat(40) } as const;
  const outcome = {
    kind: 'judged',
    report: { ...REPORT, verdict: 'unofficial', findings: Array(200).fill(long) },
    recordDigest: 'b'.repeat(64),
  } as const;
  const submission = judged(PATH, { outcome, bundleUrl: 'https://example.org/bundle.tar.gz' });
  for (const text of [pullRequestReportComment(reportOf([submission]), PLACE), pullRequestReportCheck(reportOf([submission]), PLACE)]) {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    for (const kept of [
      'Unofficial result',
      'Wh per 1,000 queries',
      '`R-energy-cv`',
      '[Evidence](https://example.org/bundle.tar.gz)',
      '[Run]',
    ])
      expect(text).toContain(kept);
    expect(text).toContain('left out to fit');
  }
});

test('fifty submissions fit: each has its line in the overview, and what comes next stands before them', () => {
  const many = Array.from({ length: 50 }, (_, n) => judged(`submissions/octo-lab/model-${n}/text-generation.yaml`));
  const comment = pullRequestReportComment(reportOf(many), PLACE);
  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
  expect(comment).toContain('50 of 50 submissions measured');
  for (const n of [0, 25, 49]) expect(comment).toContain(`octo-lab/model-${n} ·`);
  expect(comment).toContain('**Next:**');
});

test('a path that is Markdown is shown as it is, and links nowhere else', () => {
  const path = 'submissions/a](https:evil.example)/@octo/x.yaml';
  const comment = pullRequestReportComment(reportOf([{ ...judged(path), outcome: { kind: 'missing' } }]), PLACE);
  expect(comment).not.toMatch(/\]\(https:evil/);
  expect(comment).not.toMatch(/@octo\b/);
  expect(pullRequestReportTitle(reportOf([{ ...judged(path), outcome: { kind: 'missing' } }]))).toContain('No result came back');
});
