import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFakeNvml, environmentFor, scene, writeScene } from '../support/fake-nvml.ts';
import { type QuickExamples, quickExamples, runCli, startCli } from '../support/quick-examples.ts';

/** What cannot be as in an official run as long as an example model runs without a sandbox. */
const ALWAYS = [
  'R-identity-gate',
  'R-identity-public-model',
  'R-method-dataset-official',
  'R-method-precision-official',
  'R-software-isolation',
];

/** Takes the run as it comes: a busy machine answers unevenly, which is no matter of the GPU that is played. */
const REHEARSAL = `
rehearsal: true
tolerances: { coefficientOfVariation: 0.9, drift: 0.9 }
official: { runs: 2, queries: 32, minimumPhaseSeconds: 0.2 }
`;

type Checked = { verdict: string; checks: { code: string; status: string; effect: string; message: string }[] };

let examples: QuickExamples;
beforeAll(async () => {
  await buildFakeNvml();
  examples = await quickExamples();
  await writeFile(policyFile(), (await readFile(policyFile(), 'utf8')) + REHEARSAL);
});
afterAll(() => examples[Symbol.asyncDispose]());

const policyFile = () => join(examples.root, 'policy.yaml');

/** Plays a scene while a submission is measured; what waits for the cue happens in the middle of the first run. */
async function play(name: string, args: readonly string[]) {
  await using played = await writeScene(scene(name));
  const cue = join(played.folder, 'cue');
  const began = process.hrtime.bigint();
  const env = await environmentFor(played.path, { worker: 'embedded', cue, epoch: began });
  const started = startCli([...args, '--json'], { env });
  const giveCue = async () => {
    if (!started.printed.stderr.includes('run 1 of 2: generate')) return;
    started.child.stderr.off('data', giveCue);
    await writeFile(cue, String(Number(process.hrtime.bigint() - began) / 1e9));
  };
  started.child.stderr.on('data', giveCue);
  const ended = await started.ended;
  return { ...ended, document: JSON.parse(ended.stdout || '{}') };
}

const out = (name: string) => examples.beside(`out-${name}`);
const benchmark = (name: string) => play(name, ['benchmark', examples.submission('babbler-27k'), '--out', out(name)]);

async function checked(file: string): Promise<Checked> {
  const { stdout } = await runCli(['check', file, '--policy', policyFile(), '--json']);
  return JSON.parse(stdout).results[0];
}

const failing = ({ checks }: Checked, effect?: string) =>
  checks.filter((check) => check.status === 'fail' && (effect === undefined || check.effect === effect)).map(({ code }) => code);

describe('a scripted H100 on which everything is right', () => {
  test('passes every check of GPU, meter and method, and its verdict is rehearsal', async () => {
    const policy = await readFile(policyFile(), 'utf8');
    await writeFile(
      policyFile(),
      policy
        .replace(/warmUpMaximumSeconds: .*/, 'warmUpMaximumSeconds: 40')
        .replace(/^ {2}minimumPhaseSeconds: .*/m, '  minimumPhaseSeconds: 2'),
    );
    try {
      const repository = examples.beside('rehearsals');
      const submission = examples.submission('babbler-27k');
      const { code, stderr, document } = await play('steady', ['score', submission, '--repo', repository, '--out', out('steady')]);
      expect(code, stderr).toBe(0);
      const [result] = document.results;
      const record = JSON.parse(await readFile(result.result, 'utf8'));
      expect(record.score).toMatchObject({ scope: 'gpu', quality: 'counter' });
      expect(record.hardware).toMatchObject({ profile: 'h100-80gb-hbm3', scripted: true });
      expect(record.warmUp.plateau).toBe(true);
      const [run] = record.runs;
      const [joules, seconds] = [run.phases[0].joules[0].joules, run.phases[0].endSeconds - run.phases[0].startSeconds];
      expect(joules / seconds).toBeCloseTo(420, -1);
      const verdict = await checked(result.result);
      expect(failing(verdict).sort()).toEqual(ALWAYS);
      expect(verdict.verdict).toBe('rehearsal');
      const comment = await readFile(result.comment, 'utf8');
      expect(comment).toContain('REHEARSAL: scripted hardware, not a measurement.');
      expect(comment).not.toContain('Official');
      expect(await readdir(result.bundle)).toContain('power.svg');

      const strictPolicy = examples.beside('strict.yaml');
      await writeFile(strictPolicy, policy.replace('rehearsal: true\n', ''));
      const strict = await runCli(['publish', result.result, '--repo', examples.beside('strict'), '--policy', strictPolicy]);
      expect(strict.code).toBe(1);
      expect(strict.stderr).toMatch(/rehears/i);
    } finally {
      await writeFile(policyFile(), policy);
    }
  });

  test.each([
    ['h100-pcie', 'h100-pcie'],
    ['h100-nvl', 'h100-nvl'],
    ['h200', 'h200'],
  ])('%s is told apart: another profile, not official hardware', async (name, profile) => {
    const { code, stderr, document } = await benchmark(name);
    expect(code, stderr).toBe(0);
    const [{ result }] = document.results;
    expect(JSON.parse(await readFile(result, 'utf8')).hardware.profile).toBe(profile);
    expect(failing(await checked(result), 'unofficial')).toContain('R-hardware-gpu');
  });

  test('a software power cap is recorded, and warned of', async () => {
    const { document } = await benchmark('power-cap');
    const { checks } = await checked(document.results[0].result);
    expect(checks.find(({ code }) => code === 'R-hardware-power-cap')).toMatchObject({ status: 'warn' });
  });
});

describe('a scene that is wrong', () => {
  test.each([
    ['not-supported', 'counter-missing'],
    ['zero-counter', 'counter-zero'],
    ['counter-reset', 'counter-reset'],
    ['stuck-counter', 'counter-stuck'],
    ['counter-lost', 'nvml-unknown'],
    ['gpu-lost', 'gpu-lost'],
    ['driver-gone', 'nvml-driver-not-loaded'],
    ['mig', 'gpu-mig'],
    ['throttle', 'gpu-slowdown'],
  ])('%s ends with the code %s, exit 2, what to do, and no result', async (name, code) => {
    const ended = await benchmark(name);
    expect(ended.code, ended.stderr).toBe(2);
    const [fault] = ended.document.results[0].errors;
    expect(fault).toMatchObject({ code, mend: expect.stringMatching(/\w+/) });
    expect(await readdir(out(name))).toEqual([]);
  });

  test('a driver that hangs ends the run with exit 2 and says so', async () => {
    const ended = await benchmark('hanging');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('nvml-hang');
    expect((await readdir(out('hanging'))).filter((file) => !file.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['foreign-process', 'R-hardware-foreign'],
    ['wrong-gpu', 'R-hardware-worked'],
    ['busy-peer', 'R-hardware-peers'],
    ['clock-changed', 'R-hardware-unchanged'],
    ['limit-changed', 'R-hardware-unchanged'],
    ['counter-gain', 'R-energy-agreement'],
  ])('%s is invalid by %s: no figure of it is shown or published', async (name, code) => {
    const repository = examples.beside(`repo-${name}`);
    const { document, stderr, ...ended } = await play(name, [
      'score',
      examples.submission('babbler-27k'),
      '--repo',
      repository,
      '--out',
      out(name),
    ]);
    expect(ended.code, stderr).toBe(1);
    const [result] = document.results;
    expect(result).toMatchObject({ verdict: 'invalid', published: null });
    expect(failing(await checked(result.result), 'invalid')).toContain(code);
    expect(await readFile(result.comment, 'utf8')).not.toMatch(/Wh per 1,000|★/);
  });
});
