import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATE_KINDS } from '../../src/domain/templates/placeholders.ts';
import { pythonWith } from '../support/python.ts';
import { installGoProgram } from '../support/tools.ts';
import { filledTemplate } from '../templates/repositories.ts';

/** Without the programs that actionlint calls where a machine happens to have them. */
const ALONE = ['-no-color', '-shellcheck=', '-pyflakes='];

let folder: string;
let actionlint: string;
let zizmor: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  for (const kind of TEMPLATE_KINDS) {
    for (const [path, text] of await filledTemplate(kind)) {
      await mkdir(dirname(join(folder, kind, path)), { recursive: true });
      await writeFile(join(folder, kind, path), text);
    }
    // actionlint looks for its settings at the root of a repository.
    execFileSync('git', ['init', '--quiet', join(folder, kind)]);
  }
  actionlint = await installGoProgram('actionlint');
  zizmor = join(dirname(await pythonWith('zizmor==1.32.0')), 'zizmor');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Where workflows lie: the two repositories as init writes them, and this one. */
const places = [...TEMPLATE_KINDS, 'ours'] as const;
const at = (place: (typeof places)[number]): string => (place === 'ours' ? resolve('.') : join(folder, place));

describe.each(places)('the workflows of %s', (place) => {
  test('are clean under actionlint', () => {
    const { status, stdout, stderr } = spawnSync(actionlint, ALONE, { cwd: at(place), encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toBe('');
    expect(status).toBe(0);
  });

  test('are clean under zizmor, as pedantic as it can be', () => {
    const options = ['--offline', '--persona=pedantic', '--no-progress', '--color=never'];
    const files = place === 'ours' ? ['.github', 'action.yml', 'actions'] : ['.'];
    const { status, stdout, stderr } = spawnSync(zizmor, [...options, ...files], { cwd: at(place), encoding: 'utf8' });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

test('the one message that actionlint is told to ignore is the only one it has', () => {
  const workflow = join(folder, 'submissions/.github/workflows/benchmark.yml');
  const nowhere = join(folder, 'empty.yaml');
  execFileSync('touch', [nowhere]);
  const { stdout } = spawnSync(actionlint, [...ALONE, '-oneline', '-config-file', nowhere, workflow], { cwd: folder, encoding: 'utf8' });
  const messages = stdout.trim().split('\n');
  expect(messages).toHaveLength(4);
  for (const message of messages) expect(message).toContain('unexpected key "queue" for "concurrency" section');
});
