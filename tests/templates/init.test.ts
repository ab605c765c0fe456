import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { filledTemplate, VALUES } from './repositories.ts';

const NEXT = { release: 'b'.repeat(40), version: 'v1.3.0' };

const options = (values: Partial<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));

const { results: _results, ...FOR_RESULTS } = VALUES;
const { submissions: _submissions, ...FOR_SUBMISSIONS } = VALUES;

const initSubmissions = (folder: string, ...more: string[]) =>
  runCli(['init', 'submissions', folder, ...options(FOR_SUBMISSIONS), ...more]);

type Answer = { kind: string; folder: string; upgrade: boolean; dryRun: boolean; files: { path: string; status: string }[] };

const statuses = (stdout: string): Record<string, string> =>
  Object.fromEntries((JSON.parse(stdout) as Answer).files.map(({ path, status }) => [path, status]));

describe('init', () => {
  test('writes the submissions repository; its example is valid', async () => {
    await using folder = await folderOf();
    const at = join(folder.path, 'new/submissions');
    const { code, stderr } = await initSubmissions(at);
    expect(code, stderr).toBe(0);
    expect(await textsIn(at)).toEqual(await filledTemplate('submissions'));
    const validated = await runCli(['validate', 'examples', '--root', 'examples', '--policy', 'policy.yaml', '--offline'], { cwd: at });
    expect(validated.code, validated.stderr).toBe(0);
  });

  test('writes the results repository; check-repo finds it consistent, with and without a history', async () => {
    await using folder = await folderOf();
    const { code, stderr } = await runCli(['init', 'results', folder.path, ...options(FOR_RESULTS)]);
    expect(code, stderr).toBe(0);
    expect((await runCli(['check-repo', '--repo', folder.path])).code).toBe(0);
    for (const args of [
      ['init', '--quiet', '-b', 'main'],
      ['add', '-A'],
      ['-c', 'user.name=octo', '-c', 'user.email=o@example.org', 'commit', '-qm', 'Begin'],
    ]) {
      expect(spawnSync('git', ['-C', folder.path, ...args]).status).toBe(0);
    }
    const checked = await runCli(['check-repo', '--repo', folder.path]);
    expect(checked.code, checked.stderr).toBe(0);
  });

  test('keeps the two repositories apart', async () => {
    await using folder = await folderOf();
    expect((await initSubmissions(folder.path)).code).toBe(0);
    const before = await textsIn(folder.path);
    const { code, stderr } = await runCli(['init', 'results', folder.path, ...options(FOR_RESULTS)]);
    expect(code).toBe(2);
    expect(stderr).toContain('error[init-other-repository]');
    expect(await textsIn(folder.path)).toEqual(before);
  });

  test('says what each missing value is for', async () => {
    await using folder = await folderOf();
    const { results: _, ...rest } = FOR_SUBMISSIONS;
    const { code, stderr } = await runCli(['init', 'submissions', folder.path, ...options(rest)]);
    expect(code).toBe(2);
    expect(stderr).toContain('--results is missing.\n  help: The workflows of the submissions repository write to --results OWNER/NAME.');
  });

  test('works from dist/, far away from this repository', async () => {
    await using folder = await folderOf();
    const cli = resolve('dist/cli.js');
    const ended = spawnSync(process.execPath, [cli, 'init', 'results', folder.path, ...options(FOR_RESULTS)], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(ended.status, ended.stderr).toBe(0);
    expect(await textsIn(folder.path)).toEqual(await filledTemplate('results'));
  });

  test('never overwrites what is there, and says what differs', async () => {
    await using folder = await folderOf({ 'policy.yaml': 'schemaVersion: 1\nname: Ours\n' });
    await symlink('/nowhere', join(folder.path, 'README.md'));
    const { code, stdout, stderr } = await initSubmissions(folder.path, '--json');
    expect(code, stderr).toBe(0);
    expect(statuses(stdout)).toMatchObject({
      'policy.yaml': 'differs',
      'README.md': 'differs',
      '.github/workflows/validate.yml': 'written',
    });
    expect(await readFile(join(folder.path, 'policy.yaml'), 'utf8')).toContain('Ours');
    expect(stderr).toContain('2 hold something else and were left as they are.');
    const again = await initSubmissions(folder.path, '--json');
    expect(new Set(Object.values(statuses(again.stdout)))).toEqual(new Set(['same', 'differs']));
  });

  test('--dry-run tells and writes nothing', async () => {
    await using folder = await folderOf();
    const { code, stdout } = await initSubmissions(folder.path, '--dry-run', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'submissions', folder: folder.path, dryRun: true, upgrade: false });
    expect(await readdir(folder.path)).toEqual([]);
  });

  test.each([
    [{ release: 'main' }, '--release takes the 40 hexadecimal digits of a commit, not "main".'],
    [{ release: 'A'.repeat(40) }, '--release takes the 40 hexadecimal digits'],
    [{ version: '1.2.3' }, '--version takes a tag such as v1.2.3, not "1.2.3".'],
    [{ version: 'v1.2.3\n- run: x' }, '--version takes a tag'],
    [{ action: 'octo' }, '--action takes OWNER/NAME, not "octo".'],
    [{ action: '../evil' }, '--action takes OWNER/NAME'],
    [{ results: 'octo/..' }, '--results takes OWNER/NAME'],
    [{ results: 'octo/a b' }, '--results takes OWNER/NAME'],
    [{ results: undefined }, '--results is missing.'],
    [{ action: undefined, version: undefined }, '--action, --version are missing.'],
  ])('%o is refused, and nothing is written', async (change, sentence) => {
    await using folder = await folderOf();
    const { code, stderr } = await runCli(['init', 'submissions', folder.path, ...options({ ...FOR_SUBMISSIONS, ...change })]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(await readdir(folder.path)).toEqual([]);
  });

  test.each([[[]], [['submissions']], [['both', 'x']], [['results', 'a', 'b']]])('%o is no place', async (words) => {
    const { code, stderr } = await runCli(['init', ...words, ...options(VALUES)]);
    expect(code).toBe(2);
    expect(stderr).toContain('init takes submissions or results, and one folder.');
  });

  test('a file where a folder has to be is told', async () => {
    await using folder = await folderOf({ '.github': 'a file' });
    const { code, stderr } = await initSubmissions(folder.path);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error\[(?:init-read|not-a-folder)\]/);
  });
});

describe('init --upgrade', () => {
  const upgrade = (folder: string, ...more: string[]) =>
    runCli(['init', 'submissions', folder, '--upgrade', ...options(NEXT), '--json', ...more]);

  test('moves every pin of ours, and nothing else', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    const before = await textsIn(folder.path);
    const { code, stderr } = await upgrade(folder.path);
    expect(code, stderr).toBe(0);
    const after = await textsIn(folder.path);
    const moved = new Map(
      [...before].map(([path, text]) => [path, text.replaceAll(VALUES.release, NEXT.release).replaceAll(VALUES.version, NEXT.version)]),
    );
    expect(after).toEqual(moved);
    expect(stderr).not.toContain('differ from the template');
  });

  test('keeps what the owner changed, and pins of others that Dependabot has moved', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    const file = join(folder.path, '.github/workflows/benchmark.yml');
    const theirs = (await readFile(file, 'utf8'))
      .replace('timeout-minutes: 30', 'timeout-minutes: 45')
      .replace(/upload-artifact@\w+ # v7.0.0/g, `upload-artifact@${'c'.repeat(40)} # v9.0.0`);
    await writeFile(file, theirs);
    await writeFile(join(folder.path, '.github/workflows/own.yml'), `  - uses: ${VALUES.action}/actions/validate@${VALUES.release}\n`);
    const { stdout, stderr } = await upgrade(folder.path);
    const after = await readFile(file, 'utf8');
    expect(after).toBe(theirs.replaceAll(VALUES.release, NEXT.release).replaceAll(VALUES.version, NEXT.version));
    expect(await readFile(join(folder.path, '.github/workflows/own.yml'), 'utf8')).toBe(
      `  - uses: ${VALUES.action}/actions/validate@${NEXT.release} # ${NEXT.version}\n`,
    );
    const { files } = JSON.parse(stdout) as { files: { path: string; differences: object[] }[] };
    expect(files.filter(({ differences }) => differences.length > 0)).toEqual([
      {
        path: '.github/workflows/benchmark.yml',
        status: 'moved',
        differences: [
          { side: 'theirs', line: '    timeout-minutes: 45' },
          { side: 'template', line: '    timeout-minutes: 30' },
        ],
      },
    ]);
    expect(stderr).toContain('-     timeout-minutes: 45\n         +     timeout-minutes: 30\n');
  });

  test('moves a pin in quotes, and no text of a script', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    const own = (release: string, version: string) =>
      `  - uses: "${VALUES.action}@${release}" # ${version}\n  - run: echo ${VALUES.action}@${VALUES.release} # v1.0.0\n`;
    const file = join(folder.path, '.github/workflows/own.yml');
    await writeFile(file, own(VALUES.release, 'v1.0.0'));
    await upgrade(folder.path);
    expect(await readFile(file, 'utf8')).toBe(own(NEXT.release, NEXT.version));
  });

  test('takes lines that end as on Windows for what they are', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    const file = join(folder.path, '.github/workflows/validate.yml');
    const text = (await readFile(file, 'utf8')).replaceAll('\n', '\r\n');
    await writeFile(file, text);
    const { stderr } = await upgrade(folder.path);
    expect(stderr).not.toContain('differ from the template');
    expect(await readFile(file, 'utf8')).toBe(text.replaceAll(VALUES.release, NEXT.release).replaceAll(VALUES.version, NEXT.version));
  });

  test('says that the results repository is to be rebuilt', async () => {
    await using folder = await folderOf();
    await runCli(['init', 'results', folder.path, ...options(FOR_RESULTS)]);
    const { stdout } = await runCli(['init', 'results', folder.path, '--upgrade', ...options(NEXT)]);
    expect(stdout).toContain('Then run leaderboard build --repo DIR and commit both');
  });

  test('does not touch a repository whose name ends like ours', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    const foreign = `  - uses: not-${VALUES.action}/actions/validate@${VALUES.release} # v1.0.0\n`;
    await writeFile(join(folder.path, '.github/workflows/own.yml'), foreign);
    await upgrade(folder.path);
    expect(await readFile(join(folder.path, '.github/workflows/own.yml'), 'utf8')).toBe(foreign);
  });

  test('writes nothing with --dry-run, nor what is missing', async () => {
    await using folder = await folderOf();
    await initSubmissions(folder.path);
    await rm(join(folder.path, '.github/dependabot.yml'));
    const before = await textsIn(folder.path);
    const { stdout } = await upgrade(folder.path, '--dry-run');
    expect(statuses(stdout)).toMatchObject({ '.github/dependabot.yml': 'missing', '.github/workflows/publish.yml': 'moved' });
    expect(await textsIn(folder.path)).toEqual(before);
    await upgrade(folder.path);
    await expect(stat(join(folder.path, '.github/dependabot.yml'))).rejects.toThrow('ENOENT');
  });

  test('refuses a folder without a pin of ours', async () => {
    await using folder = await folderOf({ 'README.md': 'ours' });
    const { code, stderr } = await upgrade(folder.path);
    expect(code).toBe(2);
    expect(stderr).toContain('error[init-no-pin]');
  });
});

async function textsIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)));
}
