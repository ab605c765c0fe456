import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isCommit, pinsIn } from '../../src/domain/templates/pins.ts';
import { CONTRACT, type JobContract } from './contract.ts';
import { type Job, type Step, templateWorkflows, VALUES } from './repositories.ts';

const workflows = await templateWorkflows();
const jobs = workflows.flatMap(({ name, text, workflow }) =>
  Object.entries(workflow.jobs).map(([key, job]) => ({ place: `${name}: ${key}`, name, key, text, workflow, job })),
);

test('the workflows of both repositories are those of the contract', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual(Object.keys(CONTRACT).sort());
});

describe.each(workflows)('$name', ({ name, text, workflow }) => {
  test('begins at the events of the contract, and no other', () => {
    const events = Object.entries(workflow.on).map(([event, filter]) => [event, filter?.types ?? null]);
    expect(Object.fromEntries(events)).toEqual(CONTRACT[name]?.on);
  });

  test('grants nothing to jobs that do not ask', () => {
    expect(workflow.permissions).toEqual({});
  });

  test('pins every action to a commit with the version beside it', () => {
    for (const pin of pinsIn(text) ?? []) {
      expect(isCommit(pin), pin.action).toBe(true);
      expect(pin.comment, pin.action).toMatch(/^v\d+\.\d+\.\d+$/);
    }
    expect(pinsIn(text)?.length).toBe(text.match(/\buses:/g)?.length);
  });

  test('says of every grant what it is for', () => {
    for (const [grant] of text.matchAll(/^ {6}[a-z-]+: (?:read|write)\b.*$/gm)) expect(grant).toMatch(/ # \S/);
  });

  test('keeps expressions out of shells, and caches nothing', () => {
    for (const step of Object.values(workflow.jobs).flatMap((job) => job.steps)) {
      expect(step.run ?? '').not.toContain('${{');
      expect(step.uses ?? '').not.toMatch(/cache|setup-/);
    }
  });

  test('what stands behind `if` is an expression that GitHub evaluates whole', () => {
    for (const { if: condition } of Object.values(workflow.jobs)) {
      if (condition?.includes('${{')) expect(condition).toMatch(/^\$\{\{[^}]*\}\}$/);
    }
  });
});

describe.each(jobs)('$place', ({ name, key, job, workflow }) => {
  const contract = CONTRACT[name]?.jobs[key] as JobContract;

  test('has the grants of the contract and no other', () => {
    expect(job.permissions).toEqual(contract.permissions);
  });

  test('runs where the contract says', () => {
    expect(job['runs-on']).toBe(contract.runsOn);
    expect(environmentOf(job)).toBe(contract.environment);
  });

  test('follows the jobs it needs, and ends in time', () => {
    expect([job.needs ?? []].flat()).toEqual(contract.needs);
    expect(job['timeout-minutes']).toBe(contract.timeout);
  });

  test('does what the contract lists and nothing else', () => {
    expect(job.steps.flatMap(({ uses }) => (uses === undefined ? [] : [actionOf(uses)]))).toEqual(contract.uses);
  });

  test('sees the secrets of the contract alone', () => {
    const text = JSON.stringify(job);
    const seen = [...text.matchAll(/secrets\.(\w+)/g)].map(([, secret]) => secret);
    expect([...new Set(seen)]).toEqual(contract.secrets);
    expect(text).not.toMatch(/secrets\[|toJSON\(secrets|secrets: ?inherit/i);
    if (contract.secrets.length > 0) expect(environmentOf(job), 'secrets lie in an environment').not.toBeNull();
  });

  test('waits for its turn and is never pushed out by another', () => {
    const groups = [workflow.concurrency, job.concurrency].filter((group) => group !== undefined);
    expect(groups.map(({ group }) => group)).toEqual(contract.groups);
    for (const group of groups.filter(() => contract.queue === 'max'))
      expect(group).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
  });

  test('leaves no credentials in a checkout, and checks nothing out with the right to write', () => {
    for (const { uses, with: inputs } of job.steps) {
      if (actionOf(uses ?? '') !== 'actions/checkout') continue;
      expect(inputs?.['persist-credentials']).toBe(false);
      expect(Object.values(job.permissions ?? {})).not.toContain('write');
      for (const event of ['pull_request_target', 'issue_comment', 'workflow_run']) expect(workflow.on).not.toHaveProperty(event);
    }
  });

  test('gives every action of ours what it takes, and asks of it what it gives', async () => {
    for (const step of job.steps.filter(({ uses }) => uses?.startsWith(VALUES.action))) {
      const { inputs = {}, outputs = {} } = await interfaceOf(step);
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      const required = Object.entries(inputs).filter(([, input]) => input.required === true && input.default === undefined);
      expect(Object.keys(step.with ?? {})).toEqual(expect.arrayContaining(required.map(([input]) => input)));
      const asked = [...JSON.stringify(job).matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g'))].map(
        ([, output]) => output,
      );
      expect(Object.keys(outputs)).toEqual(expect.arrayContaining(asked));
    }
  });

  test('asks of other jobs and steps only what there is', () => {
    const text = JSON.stringify(job);
    for (const [, other, output] of text.matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(contract.needs).toContain(other);
      expect(workflow.jobs[other as string]?.outputs).toHaveProperty(output as string);
    }
    for (const [, step] of text.matchAll(/steps\.([\w-]+)\./g)) expect(job.steps.map(({ id }) => id)).toContain(step);
  });
});

describe('the matrix', () => {
  test('is used with the properties that the gate gives', () => {
    const { job } = jobs.find(({ key }) => key === 'benchmark') as (typeof jobs)[number];
    const used = [...JSON.stringify(job).matchAll(/matrix\.([\w-]+)/g)].map(([, property]) => property);
    expect(new Set(used.filter((property) => property !== 'include'))).toEqual(
      new Set(['title', 'artifact', 'runner', 'timeoutMinutes', 'order']),
    );
  });
});

test('the docs show no workflow that a template holds', async () => {
  expect(await readFile('docs/bot.md', 'utf8')).not.toContain('pull_request_target:');
});

const environmentOf = ({ environment }: Job): string | null => (typeof environment === 'object' ? environment.name : (environment ?? null));

/** An action without its pin: ours as the path of its folder. */
const actionOf = (uses: string): string => {
  const [action = ''] = uses.split('@');
  if (action === VALUES.action) return '.';
  return action.startsWith(`${VALUES.action}/`) ? action.slice(VALUES.action.length + 1) : action;
};

type Interface = { inputs?: Record<string, { required?: boolean; default?: string }>; outputs?: Record<string, object> };

const interfaceOf = async ({ uses = '' }: Step): Promise<Interface> =>
  parse(await readFile(`${actionOf(uses)}/action.yml`, 'utf8')) as Interface;
