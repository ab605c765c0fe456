import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { type QuickExamples, quickExamples, runCli } from '../support/quick-examples.ts';

let examples: QuickExamples;
beforeAll(async () => {
  examples = await quickExamples();
});
afterAll(() => examples[Symbol.asyncDispose]());

const recordAt = async (file: string): Promise<Result> => JSON.parse(await readFile(file, 'utf8'));

describe('--runs auto', () => {
  /** A policy that ends at a half-width which is always, or never, reached. */
  const autoRuns = async (halfWidthFraction: number, maximumRuns: number) => {
    const policy = join(examples.root, `auto-${halfWidthFraction}.yaml`);
    const text = await readFile(join(examples.root, 'policy.yaml'), 'utf8');
    const auto = `  auto: { minimumRuns: 2, maximumRuns: ${maximumRuns}, halfWidthFraction: ${halfWidthFraction} }\n`;
    await writeFile(policy, text.replace(/^run:\n/m, `run:\n${auto}`));
    const out = examples.beside(`auto-${halfWidthFraction}`);
    const ended = await runCli([
      'benchmark',
      examples.submission('babbler-27k'),
      '--runs',
      'auto',
      '--policy',
      policy,
      '--out',
      out,
      '--json',
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    return recordAt(JSON.parse(ended.stdout).results[0].result);
  };

  test('goes on to the most that is allowed while the mean is not known well enough, and the plan says how it stops', async () => {
    const record = await autoRuns(1e-9, 4);
    expect(record.runs).toHaveLength(4);
    expect(record.plan).toMatchObject({ runs: 4, stopping: { minimumRuns: 2, halfWidthFraction: 1e-9 } });
  });

  test('ends at the first look that is precise enough', async () => {
    // A half-width of 100 %: two runs that agree to 5 % reach it, and two dozen do on a machine that is busy otherwise.
    expect((await autoRuns(1, 24)).runs.length).toBeLessThan(24);
  });
});

describe('--against', () => {
  test('measures two models in turn, each in windows of its own, and compares their pairs', async () => {
    const out = examples.beside('against');
    const [own, base] = [examples.submission('babbler-27k'), examples.submission('babbler-223k')];
    const ended = await runCli(['benchmark', own, '--against', base, '--runs', '3', '--out', out, '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    const { results, comparison } = JSON.parse(ended.stdout);
    expect(results).toHaveLength(2);
    expect(comparison).toMatchObject({ pairs: 3, ratio: expect.any(Number), verdict: expect.any(String) });
    expect(comparison.ratio).toBeLessThan(1);
    expect(comparison.interval95.low).toBeLessThan(comparison.ratio);
    expect(ended.stderr).toContain('3 pairs of runs');
    const steps = ended.stderr.split('\n').flatMap(
      (line) =>
        line
          .match(/^ {2}(own|base), run (\d) of 3: generate/)
          ?.slice(1, 3)
          .join(' ') ?? [],
    );
    expect(steps).toEqual(['own 1', 'base 1', 'own 2', 'base 2', 'own 3', 'base 3']);
    const [ownRecord, baseRecord] = await Promise.all((results as { result: string }[]).map(({ result }) => recordAt(result)));
    expect(ownRecord?.plan.model.id).toContain('27k');
    expect(baseRecord?.plan.model.id).toContain('223k');
    const pairs = ownRecord?.energy[0]?.runs.map((energy, index) => energy / (baseRecord?.energy[0]?.runs[index] ?? Number.NaN)) ?? [];
    const geometricMean = Math.exp(pairs.reduce((sum, ratio) => sum + Math.log(ratio), 0) / pairs.length);
    expect(comparison.ratio).toBeCloseTo(geometricMean, 12);
  });

  test.each([
    ['--runs auto', ['--runs', 'auto']],
    ['--resume', ['--resume']],
  ])('does not go together with %s', async (name, more) => {
    const ended = await runCli(['benchmark', examples.submission('babbler-27k'), '--against', examples.submission('babbler-83k'), ...more]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`--against and ${name} do not go together`);
  });

  test('refuses submissions of two tasks, before anything runs', async () => {
    const other = examples.submission('mood-dice-42k', 'text-classification');
    const out = examples.beside('tasks');
    const ended = await runCli(['benchmark', examples.submission('babbler-27k'), '--against', other, '--out', out]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('error[not-comparable]');
    expect(ended.stderr).not.toContain('load the model');
  });
});
