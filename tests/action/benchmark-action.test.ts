import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processMark } from '../../src/fronts/action/leftovers.ts';
import { type QuickExamples, quickExamples, runCli } from '../support/quick-examples.ts';
import { type ActionRunner, actionRunner } from './runner.ts';

let examples: QuickExamples;
let runner: ActionRunner;
beforeAll(async () => {
  examples = await quickExamples();
  runner = await actionRunner(examples.root);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
  await examples[Symbol.asyncDispose]();
});

const SUBMISSION = 'submissions/ai-energy-score-examples/babbler-27k/text-generation.yaml';

test('a submission is scored: outputs, summary, record and bundle', async () => {
  const step = await runner.main(
    { submission: SUBMISSION },
    { GITHUB_REPOSITORY: 'octo/submissions', GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2' },
  );
  expect(step.code, step.log).toBe(0);
  expect(Number(step.outputs.energy)).toBeGreaterThan(0);
  expect(step.outputs).toMatchObject({ scope: 'cpu', verdict: 'unofficial', stars: '' });
  expect(step.outputs.reasons?.split(' ')).toContain('R-energy-scope');
  expect(step.summary).toContain('per 1,000 queries');
  expect(step.summary).toContain('not a GPU figure');
  const record = JSON.parse(await readFile(step.outputs.record as string, 'utf8'));
  expect(record.identity).toEqual({ kind: 'workflow', repository: 'octo/submissions', runId: 77, attempt: 2 });
  expect(await readdir(step.outputs.bundle as string)).toContain('manifest.json');
  expect(step.outputs.folder?.startsWith(join(runner.folder, 'temp'))).toBe(true);
  const checked = await runCli(['check', step.outputs.folder as string]);
  expect(checked.code, checked.stderr).toBe(0);
});

test('with a results repository the stars of its board become an output', async () => {
  const repository = examples.beside('board');
  const others = ['babbler-83k', 'babbler-223k'].map((model) => examples.submission(model));
  expect((await runCli(['score', ...others, '--repo', repository, '--out', examples.beside('board-out')])).code).toBe(0);
  const step = await runner.main({ submission: SUBMISSION, results: repository });
  expect(step.code, step.log).toBe(0);
  expect(step.outputs.stars).toMatch(/^[1-5]$/);
  expect(step.summary).toContain('★');
});

test('faults become annotations on their lines, and the step fails', async () => {
  const bad = 'submissions/ai-energy-score-examples/babbler-83k/text-generation.bad.yaml';
  await writeFile(
    join(examples.root, bad),
    'schemaVersion: 1\nmodel: ai-energy-score-examples/babbler-83k\nrevison: main\ntask: text-generatoin\n',
  );
  const step = await runner.main({ submission: bad });
  expect(step.code).toBe(1);
  const annotations = step.log.split('\n').filter((line) => line.startsWith('::error '));
  expect(annotations.some((line) => line.includes('line=3,') && line.includes('revision'))).toBe(true);
  expect(annotations.some((line) => line.includes('line=4,') && line.includes('text-generation'))).toBe(true);
  expect(annotations.some((line) => line.includes(`file=${bad}`))).toBe(true);
  expect(step.outputs.energy).toBeUndefined();
});

test('a submission cannot speak to the runner through the log', async () => {
  const bad = 'submissions/ai-energy-score-examples/babbler-83k/text-generation.hostile.yaml';
  await writeFile(
    join(examples.root, bad),
    'schemaVersion: 1\n"::set-output name=verdict::official": 1\n"##[error]x": "\\n::add-mask::e"\n',
  );
  const step = await runner.main({ submission: bad });
  expect(step.code).toBe(1);
  const commands = step.log.split('\n').filter((line) => /^\s*::/.test(line));
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.every((line) => /^::(error|warning)[ :]/.test(line))).toBe(true);
  expect(step.log).not.toMatch(/##\[/);
  expect(step.outputs).toEqual({});
});

test.each([
  ['meter', 'wattmeter', 'takes auto, nvml, nvidia-smi, rapl, cpu-estimate'],
  ['runs', '0', 'from 1 to 100'],
  ['watts-per-core', 'many', 'from 0.001 to 1000'],
  ['submission', '', 'submission'],
  ['offline', 'yes', 'true or false'],
  ['edition', 'editions/typo.json', 'typo.json'],
  ['results', 'nowhere', 'nowhere'],
])('the input %s does not take %j', async (name, value, words) => {
  const step = await runner.main({ submission: SUBMISSION, [name]: value });
  expect(step.code).toBe(1);
  expect(step.log).toContain(words);
  expect(step.log).not.toContain('defect');
  expect(step.log).not.toContain('warm up'); // Nothing was spent on a measurement.
});

test('without the library of the embedded backend the step says what to install', async () => {
  const empty = examples.beside('empty');
  await mkdir(empty);
  const step = await runner.main({ submission: SUBMISSION, modules: empty });
  expect(step.code).toBe(1);
  expect(step.log).toContain('npm install @huggingface/transformers@');
});

test.runIf(process.platform === 'linux')('the post step ends a backend that was left running and removes the half result', async () => {
  const sleeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { detached: true, stdio: 'ignore' });
  const ended = new Promise((done) => sleeper.once('close', (_code, signal) => done(signal)));
  const partial = join(runner.folder, 'temp', '.partial-0123');
  await mkdir(partial);
  const step = await runner.post({ 'backend-process': processMark(sleeper.pid as number), 'partial-folder': partial });
  expect(step.code, step.log).toBe(0);
  expect(await ended).toBe('SIGKILL');
  expect(existsSync(partial)).toBe(false);
});

test.runIf(process.platform === 'linux')('the post step leaves another process alone that got the same number', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { detached: true, stdio: 'ignore' });
  const step = await runner.post({ 'backend-process': `${other.pid} 1` });
  expect(step.code).toBe(0);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  process.kill(other.pid as number, 0);
  other.kill('SIGKILL');
});

test('after a run that went well the post step has nothing to do', async () => {
  const main = await runner.main({ submission: SUBMISSION });
  const post = await runner.post(main.state);
  expect(post.code).toBe(0);
  expect(post.log).toBe('');
});
