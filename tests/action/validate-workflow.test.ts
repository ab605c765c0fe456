import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VALIDATE_GRANTS } from '../support/github/tokens.ts';

const text = await readFile('templates/submissions/.github/workflows/validate.yml', 'utf8');

test('the workflow of the template grants what the tests grant, and checks nothing out', () => {
  const workflow = parse(text);
  expect(Object.keys(workflow.on)).toEqual(['pull_request_target']);
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.validate.permissions).toEqual(VALIDATE_GRANTS);
  expect(workflow.jobs.validate.steps).toHaveLength(1);
  expect(text).not.toContain('actions/checkout');
});
