import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateSubmission } from '../../src/domain/generated/validators.js';
import { SUBMISSION_CHECKS } from '../../src/domain/submission/checks.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';
import { validateSubmissions } from '../../src/stages/validate.ts';
import { badCases, catalogueOf, comparable, type Expected, FIXTURES, goodSubmissions, policyWith } from './corpus.ts';

const text = 'schemaVersion: 1\nmodel: org/model\nrevision: 0123456789abcdef0123456789abcdef01234567\ntask: text-generation\n';
const usual = 'submissions/org/model/text-generation.yaml';

async function put(root: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

/** What git or a checkout on another system would not keep as it is: made when the test runs. */
const madeCases: { name: string; make: (root: string) => Promise<void>; files: string[]; errors: Record<string, Expected[]> }[] = [
  { name: 'a file that is not there', make: async () => {}, files: [usual], errors: { [usual]: [['S-path-missing', 1, 1]] } },
  {
    name: 'a folder with the name of a file',
    make: (root) => put(root, `${usual}/inside.txt`, text),
    files: [usual],
    errors: { [usual]: [['S-path-kind', 1, 1]] },
  },
  {
    name: 'a pipe that nobody writes to',
    make: async (root) => {
      await put(root, 'submissions/org/model/other.txt', '');
      execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, usual)]);
    },
    files: [usual],
    errors: { [usual]: [['S-path-kind', 1, 1]] },
  },
  {
    name: 'a symbolic link to a good submission',
    make: async (root) => {
      await put(root, 'elsewhere.yaml', text);
      await mkdir(dirname(join(root, usual)), { recursive: true });
      await symlink(join(root, 'elsewhere.yaml'), join(root, usual));
    },
    files: [usual],
    errors: { [usual]: [['S-path-symlink', 1, 1]] },
  },
  {
    name: 'a good submission behind a linked folder',
    make: async (root) => {
      await put(root, 'elsewhere/model/text-generation.yaml', text);
      await mkdir(join(root, 'submissions'));
      await symlink(join(root, 'elsewhere'), join(root, 'submissions/org'));
    },
    files: [usual],
    errors: { [usual]: [['S-path-symlink', 1, 1]] },
  },
  {
    name: 'a file above the root',
    make: (root) => put(root, '../outside-of-every-root.yaml', text),
    files: ['../outside-of-every-root.yaml'],
    errors: { '../outside-of-every-root.yaml': [['S-path-root', 1, 1]] },
  },
  {
    name: 'a file below another root',
    make: (root) => put(root, `team/${usual}`, text.replace('org/model', 'org/other')),
    files: [`team/${usual}`],
    errors: {
      [`team/${usual}`]: [
        ['S-path-root', 1, 1],
        ['S-path-model', 2, 8],
      ],
    },
  },
  {
    name: 'two paths that differ only in case',
    make: async (root) => {
      await put(root, usual, text);
      await put(root, usual.replace('org/model', 'Org/model'), text.replace('org/model', 'Org/model'));
      await put(root, usual.replace('model/', 'third/'), text.replace('org/model', 'org/third'));
    },
    files: ['submissions'],
    errors: {
      [usual]: [['S-path-case', 1, 1]],
      [usual.replace('org/model', 'Org/model')]: [['S-path-case', 1, 1]],
      [usual.replace('model/', 'third/')]: [],
    },
  },
  {
    name: 'a path with an escape sequence',
    make: (root) => put(root, usual.replace('model', 'mo\u001b[2Jdel'), text),
    files: ['submissions'],
    errors: { [usual.replace('model', 'mo\u001b[2Jdel')]: [['S-path-characters', 1, 1]] },
  },
];

/** Paths that the stage itself never makes, as an untrusted listing of files could hold them. */
const pathCases: [string, Expected[]][] = [
  ['submissions/../submissions/org/model/text-generation.yaml', [['S-path-traversal', 1, 1]]],
  ['/submissions/org/model/text-generation.yaml', [['S-path-traversal', 1, 1]]],
  ['submissions//org/text-generation.yaml', [['S-path-traversal', 1, 1]]],
  ['submissions\\org\\model\\text-generation.yaml', [['S-path-traversal', 1, 1]]],
  ['C:submissions/org/model/text-generation.yaml', [['S-path-traversal', 1, 1]]],
  ['submissions/./model/text-generation.yaml', [['S-path-traversal', 1, 1]]],
];

const known = new Set(SUBMISSION_CHECKS.map(({ code }) => code));

describe('a bad submission gets every one of its faults at its place, and no other', () => {
  test.each(badCases)('%s', async (name, { errors, policy, hub }) => {
    const root = join(FIXTURES, 'bad', name);
    const catalogue = hub === undefined ? null : catalogueOf(hub);
    const files = await validateSubmissions({ root, files: [root], policy: policyWith(policy), catalogue });
    expect(files.map(({ path }) => path).sort()).toEqual(
      Object.keys(errors)
        .map((path) => `${root}/${path}`)
        .sort(),
    );
    for (const file of files) {
      const { found, wanted } = comparable(file.errors, errors[file.path.slice(root.length + 1)] ?? []);
      expect(found).toEqual(wanted);
      expect(file).toMatchObject({ valid: wanted.length === 0, submission: wanted.length === 0 ? expect.anything() : null });
      expect(file.errors.filter(({ code }) => !known.has(code))).toEqual([]);
    }
  });

  test.each(madeCases)('$name', async ({ make, files, errors }) => {
    const outer = await mkdtemp(join(tmpdir(), 'submissions-'));
    await using _ = { [Symbol.asyncDispose]: () => rm(outer, { recursive: true }) };
    const root = join(outer, 'root');
    await mkdir(root);
    await make(root);
    const named = files.map((file) => `${root}/${file}`);
    const found = await validateSubmissions({ root, files: named, policy: policyWith(), catalogue: null });
    const codes = found.map((file) => [file.path.slice(root.length + 1), comparable(file.errors, []).found]);
    expect(Object.fromEntries(codes)).toEqual(errors);
  });

  test.each(pathCases)('the path %s', (path, errors) => {
    const { faults, location } = parseSubmission({ path, bytes: Buffer.from(text), policy: policyWith() });
    expect(comparable(faults, []).found).toEqual(errors);
    expect(location).toBeNull();
  });
});

test('the corpus holds at least sixty bad submissions and every check fails for at least one', () => {
  const written = badCases.flatMap(([, { errors }]) => Object.values(errors).flat());
  const made = [...madeCases.flatMap(({ errors }) => Object.values(errors).flat()), ...pathCases.flatMap(([, errors]) => errors)];
  const shown = new Set([...written, ...made].map(([code]) => code));
  expect(badCases.length).toBeGreaterThanOrEqual(60);
  expect([...known].filter((code) => !shown.has(code))).toEqual([]);
  expect([...shown].filter((code) => !known.has(code))).toEqual([]);
});

describe('a good submission is accepted', async () => {
  const good = await goodSubmissions();

  test('there are at least twenty, and one for every task', () => {
    const tasks = new Set(good.map(({ path }) => /([a-z-]+)(?:\.[^/]*)?\.yaml$/.exec(path)?.[1]));
    expect(good.length).toBeGreaterThanOrEqual(20);
    expect(tasks.size).toBe(11);
  });

  test.each(good)('$name', async ({ root, path, policy }) => {
    const [file] = await validateSubmissions({ root, files: [`${root}/${path}`], policy, catalogue: null });
    expect(file?.errors).toEqual([]);
    expect(file?.valid).toBe(true);
    expect(validateSubmission(structuredClone(file?.submission))).toBe(true);
    expect(`${file?.location?.org}/${file?.location?.name}`).toBe(file?.submission?.model);
    expect(file?.location?.task).toBe(file?.submission?.task);
  });
});
