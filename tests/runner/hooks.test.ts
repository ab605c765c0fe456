import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';

const CONF = 'repository=octo/submissions\nbranch=main\nserver=https://github.com\n';

/** What a runner tells a hook of the job that may run. */
const BENCHMARK = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/submissions',
  GITHUB_EVENT_NAME: 'issue_comment',
  GITHUB_WORKFLOW_REF: 'octo/submissions/.github/workflows/benchmark.yml@refs/heads/main',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_JOB: 'benchmark',
};

/** A mark of processes that nothing else on this machine carries: other tests run benchmarks meanwhile. */
const MARK = `HOOK_TEST_${randomBytes(6).toString('hex').toUpperCase()}`;

type Hooks = AsyncDisposable & {
  folder: string;
  run(hook: 'pre-job' | 'post-job', environment?: NodeJS.ProcessEnv): { status: number | null; stdout: string };
};

/** The hooks as they lie on a runner, started as it starts them. */
async function hooks(conf: string | null = CONF): Promise<Hooks> {
  const place = await folderOf(conf === null ? {} : { 'hooks.conf': conf });
  for (const name of ['pre-job.sh', 'post-job.sh']) {
    const text = await readFile(`templates/runner/${name}`, 'utf8');
    await writeFile(join(place.path, name), text.replaceAll('AI_ENERGY_SCORE_RUN', MARK));
    await chmod(join(place.path, name), 0o755);
  }
  return {
    folder: place.path,
    run(hook, environment = {}) {
      const env = { PATH: '/nowhere', HOME: place.path, TMPDIR: join(place.path, 'tmp'), ...environment };
      const { status, stdout, stderr } = spawnSync('/bin/bash', ['-e', join(place.path, `${hook}.sh`)], { env, encoding: 'utf8' });
      return { status, stdout: `${stdout}${stderr}` };
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

describe('the pre-job hook', () => {
  test('lets the benchmark job of the repository pass', async () => {
    await using place = await hooks();
    expect(place.run('pre-job', BENCHMARK)).toEqual({ status: 0, stdout: 'The benchmark job of octo/submissions may run.\n' });
  });

  test.each([
    ['the event', { GITHUB_EVENT_NAME: 'pull_request' }],
    ['the event', { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['the event', { GITHUB_EVENT_NAME: 'workflow_dispatch' }],
    ['the repository', { GITHUB_REPOSITORY: 'stranger/submissions' }],
    ['the repository', { GITHUB_REPOSITORY: 'octo/submissions2' }],
    ['the workflow', { GITHUB_WORKFLOW_REF: 'octo/submissions/.github/workflows/benchmark.yml@refs/heads/other' }],
    ['the workflow', { GITHUB_WORKFLOW_REF: 'octo/submissions/.github/workflows/own.yml@refs/heads/main' }],
    ['the workflow', { GITHUB_WORKFLOW_REF: 'octo/submissions/.github/workflows/benchmark.yml@refs/pull/7/merge' }],
    ['the branch', { GITHUB_REF: 'refs/heads/other' }],
    ['the job', { GITHUB_JOB: 'report' }],
    ['the server', { GITHUB_SERVER_URL: 'https://github.example.org' }],
    ['the event', { GITHUB_EVENT_NAME: undefined }],
    ['the workflow', { GITHUB_WORKFLOW_REF: undefined }],
    ['the job', { GITHUB_JOB: '' }],
  ])('refuses where %s is another: %o', async (what, change) => {
    await using place = await hooks();
    const { status, stdout } = place.run('pre-job', { ...BENCHMARK, ...change });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error title=Refused by the pre-job hook::This runner measures for octo\/submissions alone: /);
    expect(stdout).toContain(`${what} is '`);
  });

  test('lets nothing of a workflow become a command of the log', async () => {
    await using place = await hooks();
    const { stdout } = place.run('pre-job', { ...BENCHMARK, GITHUB_WORKFLOW_REF: 'x\n::add-mask::y\r\n%0A::stop-commands::z$(id)`id`' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toContain("the workflow is 'xadd-masky0Astop-commandszidid'");
  });

  test('takes its repository from the file beside it, whatever the job has set', async () => {
    await using place = await hooks();
    const own = { GITHUB_REPOSITORY: 'stranger/x', repository: 'stranger/x', conf: '/nowhere', branch: 'x' };
    expect(place.run('pre-job', { ...BENCHMARK, ...own }).status).toBe(1);
    expect(place.run('pre-job', { ...BENCHMARK, repository: 'stranger/x', branch: 'x', server: 'x' }).status).toBe(0);
  });

  test.each([
    [null, 'cannot be read'],
    ['', 'hooks.conf names no repository.'],
    ['branch=main\n', 'hooks.conf names no repository.'],
    ['repository=OWNER/SUBMISSIONS\n', 'hooks.conf does not name your repository yet.'],
    ['repository=octo\n', 'hooks.conf names no repository.'],
    ['repository=octo/*\n', 'is no OWNER/NAME'],
    ['repository=octo/a/b\n', 'is no OWNER/NAME'],
  ])('refuses everything where hooks.conf is %j', async (conf, words) => {
    await using place = await hooks(conf);
    const { status, stdout } = place.run('pre-job', BENCHMARK);
    expect(status).toBe(1);
    expect(stdout).toContain(words);
  });

  test('the file as it is shipped refuses everything', async () => {
    await using place = await hooks(await readFile('templates/runner/hooks.conf', 'utf8'));
    expect(place.run('pre-job', BENCHMARK).status).toBe(1);
  });
});

describe('the post-job hook', () => {
  /** A process that nobody has ended, in a session of its own, as a program leaves it that does not want to be found. */
  function left(environment: NodeJS.ProcessEnv): { child: ChildProcess; ended: Promise<NodeJS.Signals | null> } {
    const child = spawn(process.execPath, ['-e', 'process.stdout.write("here"); setInterval(() => {}, 1000)'], {
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { child, ended: new Promise((done) => child.once('exit', (_code, signal) => done(signal))) };
  }

  const started = (child: ChildProcess) => new Promise((done) => child.stdout?.once('data', done));

  async function withGpu(place: Hooks, script: string): Promise<void> {
    const tool = join(place.folder, 'nvidia-smi');
    await writeFile(tool, `#!/bin/sh\n${script}\n`);
    await chmod(tool, 0o755);
    await writeFile(join(place.folder, 'hooks.conf'), `${CONF}nvidia-smi=${tool}\n`);
  }

  test('has nothing to say of a clean machine', async () => {
    await using place = await hooks();
    await withGpu(place, 'exit 0');
    expect(place.run('post-job')).toEqual({ status: 0, stdout: 'Nothing is left behind.\n' });
  });

  test('ends processes of a benchmark, and no others', async () => {
    await using place = await hooks();
    await withGpu(place, 'exit 0');
    const ours = left({ [MARK]: 'abc' });
    const other = left({ [`NOT_${MARK}`]: 'abc', WORDS: `${MARK}=abc` });
    await Promise.all([started(ours.child), started(other.child)]);
    const { status, stdout } = place.run('post-job');
    expect(await ours.ended).toBe('SIGKILL');
    expect(other.child.exitCode).toBeNull();
    other.child.kill('SIGKILL');
    expect(await other.ended).toBe('SIGKILL');
    expect(stdout).toContain('::warning title=Left behind::Processes of a benchmark were still there.');
    expect(status).toBe(0);
  });

  test('removes scratch folders, also those that forbid it, and follows no link', async () => {
    await using place = await hooks();
    await withGpu(place, 'exit 0');
    const tmp = join(place.folder, 'tmp');
    const temporary = join(place.folder, 'runner-temp');
    await mkdir(join(tmp, 'ai-energy-score-abc/inner'), { recursive: true });
    await writeFile(join(tmp, 'ai-energy-score-abc/inner/file'), 'x');
    await chmod(join(tmp, 'ai-energy-score-abc/inner'), 0o000);
    await mkdir(join(temporary, 'ai-energy-score'), { recursive: true });
    await mkdir(join(place.folder, 'kept'));
    await writeFile(join(place.folder, 'kept/file'), 'x');
    await symlink(join(place.folder, 'kept'), join(tmp, 'ai-energy-score-link'));
    await mkdir(join(tmp, 'others'));
    const { status, stdout } = place.run('post-job', { RUNNER_TEMP: temporary });
    expect(status, stdout).toBe(0);
    expect(await readdir(tmp)).toEqual(['others']);
    expect(await readdir(temporary)).toEqual([]);
    expect((await stat(join(place.folder, 'kept/file'))).isFile()).toBe(true);
  });

  test('fails where something still computes on the GPU', async () => {
    await using place = await hooks();
    await withGpu(place, "printf '4711\\n4712\\n'");
    expect(place.run('post-job')).toEqual({ status: 1, stdout: '::error title=Left behind::Processes still use the GPU: 4711 4712\n' });
  });

  test('fails where the driver does not answer', async () => {
    await using place = await hooks();
    await withGpu(place, 'exit 9');
    const { status, stdout } = place.run('post-job');
    expect(status).toBe(1);
    expect(stdout).toContain('nvidia-smi does not answer');
  });

  test('says so where nobody can look at the GPU', async () => {
    await using place = await hooks(`${CONF}nvidia-smi=/nowhere/nvidia-smi\n`);
    expect(place.run('post-job')).toEqual({
      status: 0,
      stdout: 'There is no nvidia-smi: nobody has looked at the GPU.\nNothing is left behind.\n',
    });
  });
});

test('the mark is the one that benchmarks give to their processes', async () => {
  expect(await readFile('templates/runner/post-job.sh', 'utf8')).toContain("'^AI_ENERGY_SCORE_RUN='");
  expect(await readFile('src/backends/leftovers.ts', 'utf8')).toContain("RUN_VARIABLE = 'AI_ENERGY_SCORE_RUN'");
});

test('both hooks are executable', async () => {
  for (const name of ['pre-job.sh', 'post-job.sh']) expect((await stat(`templates/runner/${name}`)).mode & 0o111).toBe(0o111);
});
