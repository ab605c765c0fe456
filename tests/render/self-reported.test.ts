import { expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import { boardDocument } from '../../src/domain/leaderboard/board.ts';
import { bytesOf, type DerivedFile } from '../../src/domain/leaderboard/derived-file.ts';
import { competitorKey, entryOf } from '../../src/domain/leaderboard/entry.ts';
import { leaderboardFiles } from '../../src/domain/leaderboard/files.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { renderComment } from '../../src/render/comment.ts';
import { readmeTables } from '../../src/render/readme.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { goodRecord } from '../support/records.ts';
import { cpuReport, scaled } from './reports.ts';

const EVIDENCE: NonNullable<Result['evidence']> = {
  url: 'https://files.example.org/synthetic/result.tar.gz',
  sha256: 'a'.repeat(64),
  submissionSha256: 'b'.repeat(64),
  packedDigest: 'c'.repeat(64),
  attestation: { publicSharing: true, dataIntegrity: true, modelRepresentation: true },
};

const reportedBy = (record: Result): Result => ({ ...record, origin: 'self-reported', evidence: EVIDENCE });

test('the comment and the terminal say who measured it, where the evidence lies, and what to do for more', async () => {
  const measured = await cpuReport();
  const report = { ...measured, record: reportedBy(measured.record) };
  const comment = renderComment(report);
  expect(comment).toContain('Self-reported result');
  expect(comment).toContain(EVIDENCE.url);
  expect(comment.split('**Next:**')[1]).toContain('submit the model to be measured here');
  const terminal = renderTerminal(report, { color: false, width: 100 });
  expect(terminal).toContain('Self-reported: measured by the model’s owner');
  for (const text of [renderComment(measured), renderTerminal(measured, { color: false, width: 100 })])
    expect(text).not.toMatch(/self\\?-reported/i);
});

test('boards, their CSV and the README mark its row; the published files, which cannot, leave the board out', () => {
  const records = [1, 2, 3, 4].map((factor) => scaled(goodRecord(), `example-org/model-${factor}`, factor));
  const all = [...records.slice(0, 3), reportedBy(records[3] as Result)];
  const board = boardDocument(
    all.map((record) => entryOf(record, recordPath(record), null)),
    { minimumModels: 3 },
  );
  expect(board.rows.map(({ origin }) => origin)).toEqual(['measured', 'measured', 'measured', 'self-reported']);
  expect(readmeTables([board])).toContain('example-org/model-4 (self-reported)');
  const files = leaderboardFiles([board], [], defaultPolicy());
  expect([...files.keys()].some((path) => path.includes('/published/'))).toBe(false);
  expect(bytesOf(files.get(`leaderboard/csv/${board.id}-full.csv`) as DerivedFile).toString()).toMatch(
    /example-org\/model-4,,self-reported,/,
  );
});

test('what an owner reports never supersedes what was measured here', () => {
  const record = goodRecord();
  const [measured, reported] = [record, reportedBy(record)].map((one) => competitorKey(entryOf(one, recordPath(one), null)));
  expect(reported).not.toBe(measured);
});
