import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/domain/canonical.ts';
import { validateSubmission } from '../../src/domain/generated/validators.js';
import { MEASURED, resultFolder, submissionWith } from '../evidence/packed-result.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { MODEL, REVISION } from './reports.ts';

let folder: Awaited<ReturnType<typeof folderOf>>;
beforeEach(async () => {
  folder = await folderOf();
});
afterEach(() => folder[Symbol.asyncDispose]());

const at = (path: string) => join(folder.path, path);
const BENCHMARK = resolve('tests/imports/fixtures/optimum-benchmark/benchmark.json');
const FAILED = resolve('tests/imports/fixtures/ai-energy-benchmarks/failed-meter.json');
const ABOUT = ['--model', MODEL, '--task', 'text-generation', '--revision', REVISION];

describe('import of a report', () => {
  test('prints the document and tells its figure and what it omits', async () => {
    const ended = await runCli(['import', BENCHMARK, ...ABOUT]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ origin: 'imported', model: MODEL, figure: { queries: 1000 } });
    expect(ended.stderr).toContain('10.62 Wh per 1,000 queries of GPU energy, unofficial, imported from optimum-benchmark');
    expect(ended.stderr).toContain('one-run');
  });

  test('writes it, and check finds it sound, with its report beside it or without', async () => {
    await copyFile(BENCHMARK, at('benchmark.json'));
    const ended = await runCli(['import', at('benchmark.json'), ...ABOUT, '--out', at('deep/import.json'), '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ verdict: 'unofficial', import: { origin: 'imported' } });
    await copyFile(at('deep/import.json'), at('import.json'));
    for (const [file, status] of [
      ['deep/import.json', 'skip'],
      ['import.json', 'pass'],
    ] as const) {
      const checked = await runCli(['check', at(file), '--json']);
      expect(checked.code, checked.stderr).toBe(0);
      const [result] = JSON.parse(checked.stdout).results;
      expect(result.verdict).toBe('unofficial');
      expect(result.checks.find(({ code }: { code: string }) => code === 'I-document-source').status).toBe(status);
    }
  });

  test('check finds a figure that was edited, and a report that is another', async () => {
    await runCli(['import', BENCHMARK, ...ABOUT, '--out', at('import.json')]);
    const text = await readFile(at('import.json'), 'utf8');
    await writeFile(at('edited.json'), text.replace('"gpu": 0.004', '"gpu": 0.002'));
    await writeFile(at('benchmark.json'), '{}');
    const checked = await runCli(['check', at('edited.json'), at('import.json')]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toMatch(/edited\.json: invalid/);
    expect(checked.stdout).toMatch(/FAIL I-document-figure/);
    expect(checked.stdout).toMatch(/FAIL I-document-source/);
  });

  test('of a meter that failed ends with 1, with the reason and without a file', async () => {
    const ended = await runCli([
      'import',
      FAILED,
      '--model',
      'example-org/synthetic-20b',
      '--task',
      'text-generation',
      '--out',
      at('import.json'),
    ]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('I-report-meter');
    expect(await readdir(folder.path)).toEqual([]);
  });

  test.each([
    [['--task', 'text-generation'], '--model'],
    [['--model', '../../etc/passwd', '--task', 'text-generation'], '--model'],
    [['--model', MODEL], '--task'],
    [['--model', MODEL, '--task', 'chess'], 'text-generation, reasoning'],
    [[...ABOUT, '--revision', 'main'], '--revision'],
    [[...ABOUT, '--queries', '0'], '--queries'],
    [[...ABOUT, 'another.json'], 'one report'],
  ])('with %j is a fault of usage', async (args, words) => {
    const ended = await runCli(['import', BENCHMARK, ...args]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(words);
  });
});

describe('report', () => {
  test('says of an import what it omits, and escapes what the report says', async () => {
    const report = JSON.parse(await readFile(BENCHMARK, 'utf8'));
    report.config.environment.gpu = ['<img src=x> @somebody | **H100**'];
    await writeFile(at('report.json'), JSON.stringify(report));
    await runCli(['import', at('report.json'), ...ABOUT, '--out', at('import.json')]);
    const ended = await runCli(['report', at('import.json')]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('Imported figure');
    expect(ended.stdout).toContain('not measured here, and no result');
    expect(ended.stdout).toContain('`one-run`');
    expect(ended.stdout).toContain('H100');
    expect(ended.stdout).not.toMatch(/<img|\s@somebody|\*\*H100/);
    expect(JSON.parse((await runCli(['report', at('import.json'), '--json'])).stdout)).toMatchObject({ import: { origin: 'imported' } });
    expect((await runCli(['report', at('import.json'), '--form', 'terminal'])).stdout).toContain('what the figure omits');
  });
});

describe('rate', () => {
  test('gives an import the place that it would have in an edition, in the class that is told', async () => {
    await runCli(['import', BENCHMARK, ...ABOUT, '--out', at('import.json')]);
    const rating = (...more: string[]) => runCli(['rate', at('import.json'), ...more]);
    const edition = ['--edition', resolve('editions/2025-02.json')];
    expect((await rating(...edition)).stderr).toContain('error[class-unknown]');
    const ended = await rating(...edition, '--class', 'A', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toContain('Imported from optimum-benchmark, measured on NVIDIA H100 80GB HBM3');
    expect(JSON.parse(ended.stdout)).toMatchObject({ rank: expect.any(Number), starConfidence: null });
    expect((await rating('--repo', folder.path)).stderr).toContain('on no board');
    expect((await rating(...edition, '--class', 'D')).code).toBe(2);
  });
});

describe('pack', () => {
  test('prints the lines that make the submission self-reported', async () => {
    await resultFolder(at('result'));
    const ended = await runCli(['pack', at('result'), '--out', at('result.tar.gz')]);
    expect(ended.code, ended.stderr).toBe(0);
    const whole = parse(MEASURED + ended.stdout.replace('HOST/PATH', 'files.example.org/result'));
    expect(validateSubmission(whole), JSON.stringify(validateSubmission.errors)).toBe(true);
    expect(whole.evidence.sha256).toBe(sha256(await readFile(at('result.tar.gz'))));
    const again = await runCli(['pack', at('result'), '--out', at('again.tar.gz'), '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({
      sha256: whole.evidence.sha256,
      files: expect.arrayContaining(['result.json', 'bundle/manifest.json']),
    });
  });

  test('packs nothing that is invalid, that has no bundle, or over something', async () => {
    await resultFolder(at('bad'), { files: { 'log.txt': 'another log' } });
    const bad = await runCli(['pack', at('bad'), '--out', at('bad.tar.gz')]);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('R-evidence-files');
    await resultFolder(at('good'));
    await mkdir(at('bare'));
    await copyFile(at('good/result.json'), at('bare/result.json'));
    expect((await runCli(['pack', at('bare'), '--out', at('bare.tar.gz')])).stderr).toContain('bundle-missing');
    await writeFile(at('there.tar.gz'), 'mine');
    expect((await runCli(['pack', at('good'), '--out', at('there.tar.gz')])).code).toBe(2);
    expect(await readFile(at('there.tar.gz'), 'utf8')).toBe('mine');
    expect((await runCli(['pack', at('good'), '--out', at('result.zip')])).code).toBe(2);
    expect((await readdir(folder.path)).sort()).toEqual(['bad', 'bare', 'good', 'there.tar.gz']);
  });
});

describe('import of a submission', () => {
  const PATH = 'submissions/example-org/synthetic-tiny/text-generation.yaml';
  const write = async (text: string) => {
    await mkdir(at('submissions/example-org/synthetic-tiny'), { recursive: true });
    await writeFile(at(PATH), text);
    await writeFile(at('policy.yaml'), 'schemaVersion: 1\nname: Tests\nevidence: { hosts: [files.example.org] }\n');
    return at(PATH);
  };

  test('asks no host that the policy does not list, and leaves nothing behind', async () => {
    const file = await write(submissionWith('a'.repeat(64)));
    await rm(at('policy.yaml'));
    const ended = await runCli(['import', file, '--out', at('out/result')]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('S-policy-evidence-host');
    expect(await readdir(at('.'))).toEqual(['submissions']);
  });

  test('tells faults of the submission by line and column', async () => {
    const file = await write(submissionWith('a'.repeat(64)).replace('dataIntegrity: true', 'dataIntegrity: false'));
    const ended = await runCli(['import', file, '--json']);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout).files[0].errors).toMatchObject([{ code: 'S-schema-attestation', line: 11 }]);
  });

  test('of a submission without evidence says how to get some', async () => {
    const ended = await runCli(['import', await write(MEASURED), '--out', at('out')]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('error[evidence-none]');
    expect(ended.stderr).toContain('ai-energy-score pack');
  });

  test('writes over no folder that is there', async () => {
    await mkdir(at('out'));
    const ended = await runCli(['import', await write(submissionWith('a'.repeat(64))), '--out', at('out')]);
    expect(ended.code).toBe(2);
  });
});

test('explain knows the codes of imports and of evidence', async () => {
  const ended = await runCli(['explain', 'i-report-unit', 'E-evidence-replay']);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain('I-report-unit');
  expect(ended.stdout).toContain('E-evidence-replay');
});
