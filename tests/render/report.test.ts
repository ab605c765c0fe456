import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/domain/generated/edition.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { renderComment } from '../../src/render/comment.ts';
import { buildReport, type ReportRequest } from '../../src/stages/report.ts';
import { cpuRecord, goodRecord } from '../support/records.ts';
import { boardsOf, PASSED, scaled } from './reports.ts';

const request = (record: Result, more: Partial<ReportRequest> = {}): ReportRequest => ({
  record,
  verdict: 'official',
  findings: PASSED,
  snapshot: null,
  policy: defaultPolicy(),
  bundlePath: null,
  published: null,
  ...more,
});

const gpu = (name: string, factor: number) => scaled(goodRecord(), `example-org/${name}`, factor);

describe('a report', () => {
  it('is the same before the result is published and after', async () => {
    const others = [gpu('a', 0.5), gpu('b', 2), gpu('c', 3)];
    const before = await buildReport(request(goodRecord(), { snapshot: boardsOf(others, 'official') }));
    const after = await buildReport(request(goodRecord(), { snapshot: boardsOf([...others, goodRecord()], 'official') }));
    expect(before.rating).toMatchObject({ rank: 2, of: 4, stars: 5 });
    expect(after.rating).toEqual(before.rating);
    expect(after.neighbours).toEqual(before.neighbours);
  });

  it('gives the neighbours the stars that the board will have', async () => {
    const { neighbours } = await buildReport(request(goodRecord(), { snapshot: boardsOf([gpu('a', 0.5), gpu('b', 3)], 'official') }));
    expect(neighbours.map(({ rank, model, stars, whose }) => [rank, model, stars, whose])).toEqual([
      [1, 'example-org/a', 5, 'other'],
      [2, 'example-org/synthetic-1b', 5, 'own'],
      [3, 'example-org/b', 1, 'other'],
    ]);
  });

  it('says that all get their first stars when the third model comes', async () => {
    const report = await buildReport(request(goodRecord(), { snapshot: boardsOf([gpu('a', 0.5), gpu('b', 3)], 'official') }));
    expect(report.rating?.changes.map(({ from }) => from)).toEqual([null, null]);
    expect(renderComment(report)).toContain('all of them get their first stars');
  });

  it('does not take variants of one model for the models that stars need', async () => {
    const variants = ['x', 'y', 'z'].map((variant, n) => {
      const record = gpu('same', 1 + n);
      return { ...record, nonce: `${n}`.repeat(32), plan: { ...record.plan, variant } };
    });
    const report = await buildReport(request(goodRecord(), { snapshot: boardsOf(variants, 'official') }));
    expect(report.rating).toMatchObject({ stars: null, of: 4 });
    expect(report.ratingNote).toBe('Stars compare models: this board has 2 of the 3 it needs.');
  });

  it('tells an unofficial result on an official board that its place is not held', async () => {
    const others = [gpu('a', 0.5), gpu('b', 2), gpu('c', 3)];
    const report = await buildReport(request(goodRecord(), { verdict: 'unofficial', snapshot: boardsOf(others, 'official') }));
    expect(report.ratingNote).toContain('not a place that it holds');
  });

  it('compares an official result with official ones alone', async () => {
    const report = await buildReport(request(goodRecord(), { snapshot: boardsOf([gpu('a', 0.5), gpu('b', 2)], 'unofficial') }));
    expect(report.rating).toMatchObject({ rank: 1, of: 1, stars: null });
  });

  it('never compares figures of another board', async () => {
    const report = await buildReport(request(cpuRecord(), { verdict: 'unofficial', snapshot: boardsOf([gpu('a', 0.5)], 'official') }));
    expect(report.rating?.of).toBe(1);
    expect(report.neighbours).toHaveLength(1);
  });

  it('says nothing of a board where no results repository is known', async () => {
    const report = await buildReport(request(goodRecord()));
    expect(report).toMatchObject({ rating: null, ratingNote: null, neighbours: [] });
    expect(renderComment(report)).not.toContain('The only result on its board');
    const first = await buildReport(request(goodRecord(), { snapshot: boardsOf([], 'official') }));
    expect(renderComment(first)).toContain('The only result on its board so far');
  });

  it('has no rating for an invalid result', async () => {
    const report = await buildReport(request(goodRecord(), { verdict: 'invalid', snapshot: boardsOf([gpu('a', 1)], 'official') }));
    expect(report).toMatchObject({ rating: null, neighbours: [], edition: null });
  });

  it('refuses a board that cannot be read', async () => {
    const snapshot = { ...boardsOf([gpu('a', 1)], 'official'), read: async () => Buffer.from('{"id":"other"}') };
    await expect(buildReport(request(goodRecord(), { snapshot }))).rejects.toMatchObject({ code: 'board-damaged', kind: 'operator' });
  });
});

describe('beside an edition', () => {
  const row = (model: string, gpuWhPer1000Queries: number, task: 'text-generation' | 'reasoning' = 'text-generation') => ({
    task,
    model,
    class: 'A' as const,
    gpuWhPer1000Queries,
    stars: 5,
  });
  const edition: Edition = {
    schemaVersion: 1,
    name: '2025-02',
    scope: 'gpu',
    hardware: 'NVIDIA H100 80GB',
    source: 'synthetic',
    rows: [row('example-org/a', 5), row('example-org/b', 15), row('example-org/synthetic-1b', 900), row('example-org/c', 1, 'reasoning')],
  };

  it('a GPU score has a place among the same task and class, with the caveat', async () => {
    const report = await buildReport(request(goodRecord(), { edition }));
    expect(report.edition).toMatchObject({ name: '2025-02', rating: { rank: 2, of: 3, stars: 4 } });
    expect(renderComment(report)).toContain('was measured with another harness');
  });

  it('a CPU score has none', async () => {
    expect((await buildReport(request(cpuRecord(), { verdict: 'unofficial', edition }))).edition).toBeNull();
  });
});
