import { expect, test } from 'vitest';
import { readCommentEvent } from '../../src/domain/pull-request/comment-event.ts';
import { fc } from '../support/fast-check.ts';

const USER = { id: 202, login: 'maintainer-mia', type: 'User' };

const payload = (changes: { comment?: object; issue?: object; [field: string]: unknown } = {}) => ({
  action: 'created',
  sender: USER,
  repository: { id: 700_001, name: 'submissions', owner: { login: 'octo' } },
  ...changes,
  issue: { number: 7, pull_request: { url: 'https://api.github.com/x' }, ...changes.issue },
  comment: {
    id: 9_000_000_001,
    body: '/help',
    user: USER,
    performed_via_github_app: null,
    author_association: 'OWNER',
    ...changes.comment,
  },
});

test('an event tells the comment, who wrote it and where', () => {
  expect(readCommentEvent('issue_comment', payload())).toEqual({
    kind: 'comment',
    event: {
      owner: 'octo',
      repository: 'submissions',
      repositoryId: 700_001,
      number: 7,
      comment: { id: 9_000_000_001, body: '/help', author: { id: 202, login: 'maintainer-mia' } },
    },
  });
});

test('a login of a managed account, with an underscore, is one', () => {
  const user = { ...USER, login: 'mia_corp' };
  expect(readCommentEvent('issue_comment', payload({ sender: user, comment: { user } })).kind).toBe('comment');
});

test.each([
  ['E01 an edited comment', { action: 'edited' }],
  ['E02 a deleted comment', { action: 'deleted' }],
  ['E03 an action that is none', { action: 7 }],
  ['E04 a comment on an issue', { issue: { pull_request: undefined } }],
  ['E05 a comment on an issue that says null', { issue: { pull_request: null } }],
  ['E06 a bot', { comment: { user: { ...USER, type: 'Bot' } } }],
  ['E07 a bot by its login', { comment: { user: { ...USER, login: 'x[bot]' } } }],
  ['E08 an App in the name of a person', { comment: { performed_via_github_app: { id: 1 } } }],
  ['E09 an organisation', { comment: { user: { ...USER, type: 'Organization' } } }],
  ['E10 an author who is gone', { comment: { user: null } }],
  ['E11 another sender', { sender: { ...USER, id: 203 } }],
])('%s is ignored', (_what, changes) => {
  expect(readCommentEvent('issue_comment', payload(changes)).kind).toBe('ignored');
});

test.each([
  ['E12 another event', 'pull_request_target', payload()],
  ['E13 a login that leads elsewhere', 'issue_comment', payload({ sender: { id: 202 }, comment: { user: { ...USER, login: '../x' } } })],
  ['E14 a number as a text', 'issue_comment', payload({ issue: { number: '7' } })],
  ['E15 a comment without a body', 'issue_comment', payload({ comment: { body: null } })],
  ['E16 a repository that leads elsewhere', 'issue_comment', payload({ repository: { id: 1, name: '../x', owner: { login: 'octo' } } })],
  ['E17 an id that is no count', 'issue_comment', payload({ comment: { id: -1 } })],
])('%s is refused', (_what, name, given) => {
  expect(() => readCommentEvent(name, given)).toThrow(expect.objectContaining({ code: 'event-unexpected' }));
});

test('E18 whatever comes, it is a comment, ignored, or a fault of the operator', () => {
  fc.assert(
    fc.property(fc.anything(), (given) => {
      try {
        return ['comment', 'ignored'].includes(readCommentEvent('issue_comment', given).kind);
      } catch (thrown) {
        return (thrown as { code?: string }).code === 'event-unexpected';
      }
    }),
  );
});
