import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonWith } from '../support/python.ts';
import { quickExamples } from '../support/quick-examples.ts';
import { installGoProgram } from '../support/tools.ts';

const WORKFLOW = `
name: Score
on: workflow_dispatch
permissions: {}
jobs:
  benchmark:
    runs-on: self-hosted
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
      - id: score
        uses: ./action
        with:
          root: examples
          submission: \${{ github.event.inputs.submission }}
          modules: ${resolve('.')}
      - env:
          OUTPUTS: \${{ toJSON(steps.score.outputs) }}
        run: printf '%s' "$OUTPUTS" > "$OUTPUTS_FILE"
`;

/** Runs the workflow under act on this very machine; gives its exit code, its log and the step's outputs. */
async function dispatch(submission: string) {
  await using examples = await quickExamples();
  const folder = examples.beside('checkout');
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('.github/workflows/score.yml', WORKFLOW);
  await write('event.json', JSON.stringify({ inputs: { submission } }));
  for (const part of ['action.yml', 'package.json', 'dist']) await cp(part, join(folder, 'action', part), { recursive: true });
  await cp(examples.root, join(folder, 'examples'), { recursive: true });
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['-c', 'user.name=t', '-c', 'user.email=t@localhost', 'commit', '-qm', 'all'],
  ]) {
    execFileSync('git', ['-C', folder, ...args]);
  }
  const outputs = examples.beside('outputs.json');
  const child = spawn(
    await installGoProgram('act'),
    ['workflow_dispatch', '-e', 'event.json', '-P', 'self-hosted=-self-hosted', '--no-cache-server', '--env', `OUTPUTS_FILE=${outputs}`],
    {
      cwd: folder,
      // The runner's node24 is the one that runs these tests; its cache and temporary files go with the folder.
      env: {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        HOME: examples.beside('home'),
        XDG_CACHE_HOME: examples.beside('home/.cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, log, outputs: JSON.parse(await readFile(outputs, 'utf8').catch(() => '{}')) as Record<string, string> };
}

test('the action scores a submission under a local runner for actions, main and post step', async () => {
  const { code, log, outputs } = await dispatch('submissions/ai-energy-score-examples/babbler-27k/text-generation.yaml');
  expect(code, log).toBe(0);
  expect(outputs).toMatchObject({ verdict: 'unofficial', scope: 'cpu' });
  expect(Number(outputs.energy)).toBeGreaterThan(0);
  expect(log).toContain('Success - Post ./action');
});

test('a submission that is not there fails the job with words that help', async () => {
  const { code, log } = await dispatch('submissions/ai-energy-score-examples/babbler-27k/text-generatoin.yaml');
  expect(code).not.toBe(0);
  expect(log).toContain('There is no file');
  expect(log).toContain('Success - Post ./action');
});

describe('workflows', () => {
  /** Every workflow of this repository and every one that the docs offer to copy, as files of a repository. */
  async function repository(folder: string): Promise<string[]> {
    const workflows = new Map<string, string>();
    for (const path of ['README.md', 'docs/action.md', 'docs/many.md']) {
      const [, workflow] = (await readFile(path, 'utf8')).match(/```yaml\n(name: Score[\s\S]*?)```/) ?? [];
      expect(workflow, path).toBeDefined();
      workflows.set(`${path.replace(/\W/g, '-')}.yml`, workflow ?? '');
    }
    for (const name of await readdir('.github/workflows')) workflows.set(name, await readFile(join('.github/workflows', name), 'utf8'));
    const below = join(folder, '.github/workflows');
    await mkdir(below, { recursive: true });
    for (const [name, text] of workflows) await writeFile(join(below, name), text);
    return [...workflows.keys()].map((name) => join(below, name));
  }

  test('are clean under actionlint', async () => {
    await using examples = await quickExamples();
    const files = await repository(examples.beside('repository'));
    expect(execFileSync(await installGoProgram('actionlint'), ['-no-color', ...files], { encoding: 'utf8' })).toBe('');
  });

  test('of this repository are clean under zizmor, as pedantic as it can be', async () => {
    const zizmor = join(dirname(await pythonWith('zizmor==1.32.0')), 'zizmor');
    const options = ['--offline', '--persona=pedantic', '--no-progress', '--color=never'];
    const { status, stdout, stderr } = spawnSync(zizmor, [...options, '.github'], { encoding: 'utf8' });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});
