import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { duplicatesOf, sortChangedFiles } from '../../src/domain/pull-request/changed-files.ts';
import { readPullRequestEvent } from '../../src/domain/pull-request/event.ts';
import { ownComment } from '../../src/domain/pull-request/own-comment.ts';
import { suggestedChange } from '../../src/domain/pull-request/suggested-change.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';

const SHA = 'a'.repeat(40);
const payload = (changes: object = {}) => ({
  action: 'opened',
  number: 7,
  pull_request: { head: { sha: SHA } },
  repository: { name: 'submissions', owner: { login: 'octo' } },
  ...changes,
});

test('an event tells the pull request, its commit and its repository', () => {
  const event = { action: 'opened', owner: 'octo', repository: 'submissions', number: 7, headSha: SHA };
  expect(readPullRequestEvent('pull_request_target', payload())).toEqual(event);
});

test.each([
  ['another event', 'issue_comment', payload()],
  ['another action', 'pull_request_target', payload({ action: 'labeled' })],
  ['a commit that is none', 'pull_request_target', payload({ pull_request: { head: { sha: 'main' } } })],
  ['a number that is none', 'pull_request_target', payload({ number: '7' })],
  ['a name that leads elsewhere', 'pull_request_target', payload({ repository: { name: '../x', owner: { login: 'octo' } } })],
  ['nothing', 'pull_request_target', null],
])('%s is refused', (_what, name, given) => {
  expect(() => readPullRequestEvent(name, given)).toThrow(expect.objectContaining({ code: 'event-unexpected' }));
});

test('a folder that is only meant as submissions/ is not passed over', () => {
  const files = [{ path: 'Submission/a/b/text-generation.yaml', status: 'added' as const }];
  expect(sortChangedFiles(files, { maxSubmissions: 1, complete: true }).submissions).toEqual(['Submission/a/b/text-generation.yaml']);
});

test('names of files cannot break out of the sentence that tells them', () => {
  const files = [
    { path: 'submissions/a/b/text-generation.yaml', status: 'added' as const },
    { path: 'x`y\u202e\n::set-output', status: 'added' as const },
  ];
  const [fault] = sortChangedFiles(files, { maxSubmissions: 1, complete: true }).faults;
  expect(fault?.message).toBe("It changes `x'y\\u{202E}\\u{000A}::set-output`, outside of submissions/.");
});

test('duplicates are other pull requests with the same path, whatever its case', () => {
  const open = [
    { number: 7, paths: ['submissions/a/b/c.yaml'] },
    { number: 8, paths: ['submissions/A/b/c.yaml', 'x'] },
    { number: 9, paths: ['x'] },
  ];
  expect(duplicatesOf(['submissions/a/b/c.yaml'], open, 7)).toEqual(new Map([['submissions/a/b/c.yaml', [8]]]));
});

test('the own comment has the author, and the marker as its whole first line', () => {
  const own = { authorId: 1, marker: '<!-- m -->' };
  const comments = [
    { id: 1, authorId: 2, body: '<!-- m -->\nforged' },
    { id: 2, authorId: 1, body: '> <!-- m -->' },
    { id: 3, authorId: 1, body: '<!-- m --> and more' },
    { id: 4, authorId: null, body: '<!-- m -->' },
    { id: 5, authorId: 1, body: '<!-- m -->\r\nours' },
  ];
  expect(ownComment(comments, own)?.id).toBe(5);
  expect(ownComment(comments.slice(0, 4), own)).toBeNull();
});

const PATH = 'submissions/octo-lab/small/text-generation.yaml';
const policy = defaultPolicy();

/** The changes that are suggested for a file, by the code of their fault. */
function changes(source: string) {
  const { faults: errors } = parseSubmission({ path: PATH, bytes: new TextEncoder().encode(source), policy });
  return errors.map((fault) => [fault.code, suggestedChange(fault, { path: PATH, source, errors, policy })] as const);
}

test('a change is suggested only where it mends its fault', () => {
  const source = `schemaVersion: 1\nmodel: octo-lab/small\nrevision: main\ntask: "text-generatoin" # which\n`;
  const found = Object.fromEntries(changes(source));
  expect(found['S-schema-enum']).toEqual({ line: 4, from: 'task: "text-generatoin" # which', to: 'task: text-generation # which' });
  expect(Object.values(found).filter((change) => change?.line === 3)).toEqual([]);
});

test('a line with characters that do not show is not offered for copying', () => {
  const source = `schemaVersion: 1\nmodel: octo-lab/small\nrevision: ${SHA}\ntask: text-generatoin # \u202e\n`;
  for (const [, change] of changes(source)) expect(change).toBeNull();
});
