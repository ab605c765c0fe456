import { join, resolve } from 'node:path';
import * as core from '@actions/core';
import { operatorFault } from '../../domain/errors.ts';
import { METER_CHOICES } from '../../energy/discover.ts';
import type { HubAccess } from '../../hub/hub-access.ts';
import { SANDBOX_CHOICES, sandboxChoice } from '../../sandbox/choose.ts';
import type { RunsChoice } from '../../stages/plan.ts';
import { readEndpoints } from '../endpoints-file.ts';
import type { MachineOptions } from '../machine.ts';
import { hubAccess } from '../sources.ts';
import type { OpenedOrder } from './order-input.ts';

/** The action's inputs, read and checked. */
export type ActionInputs = {
  submission: string;
  root: string;
  policyFile?: string;
  modelsFolder?: string;
  /** Folder that the policy's relative paths start from, where it is not the policy's own. */
  policyFolder?: string;
  editionFile: string | null;
  resultsFolder: string | null;
  runs: RunsChoice | null;
  machine: Pick<MachineOptions, 'meter' | 'wattsPerBusyCore' | 'sandbox' | 'python' | 'endpoints'>;
  offline: boolean;
  hub: HubAccess;
  outFolder: string;
  /** Whether finished runs are kept in the output folder, and continued. */
  resume: boolean;
};

/**
 * Reads the inputs of action.yml.
 * @param opened the order that stands in the place of submission, root, policy and runs; null without one
 * @throws Fault of the operator, code input-<name>, for a value that an input does not take
 */
export async function readInputs(opened: OpenedOrder | null): Promise<ActionInputs> {
  const modules = core.getInput('modules') || process.env.AI_ENERGY_SCORE_MODULES || workspace();
  // The backend finds its library there; it gets this variable and none of the action's inputs.
  process.env.AI_ENERGY_SCORE_MODULES = resolve(workspace(), modules);
  const token = core.getInput('hub-token');
  if (token !== '') core.setSecret(token);
  const policyFile = pathInput('policy');
  const modelsFolder = pathInput('models');
  const told = pathInput('root') ?? workspace();
  const root = opened?.root ?? told;
  return {
    ...(opened === null ? {} : { policyFolder: told }),
    submission: resolve(root, opened?.order.path ?? required('submission')),
    root,
    ...(policyFile === null ? {} : { policyFile }),
    ...(modelsFolder === null ? {} : { modelsFolder }),
    editionFile: pathInput('edition'),
    resultsFolder: pathInput('results'),
    runs: opened === null ? runsInput() : opened.order.runs,
    machine: {
      meter: meterInput(),
      ...wattsInput(),
      sandbox: sandboxInput(opened === null ? purposeOfEvent() : 'pull request'),
      ...pythonInput(),
      endpoints: await readEndpoints(pathInput('endpoints') ?? undefined),
    },
    offline: booleanInput('offline'),
    hub: { ...hubAccess(), ...(token === '' ? {} : { accessToken: token }) },
    outFolder: pathInput('out') ?? join(process.env.RUNNER_TEMP ?? workspace(), 'ai-energy-score'),
    resume: booleanInput('resume'),
  };
}

const workspace = (): string => resolve(process.env.GITHUB_WORKSPACE ?? '.');

function required(name: string): string {
  const value = core.getInput(name);
  if (value === '')
    throw operatorFault(`The input ${name} is missing.`, { code: `input-${name}`, mend: 'action.yml tells what it takes.' });
  return value;
}

function booleanInput(name: string): boolean {
  const value = core.getInput(name).toLowerCase();
  if (value !== '' && value !== 'true' && value !== 'false') throw wrong(name, value, 'true or false');
  return value === 'true';
}

function pathInput(name: string): string | null {
  const value = core.getInput(name);
  return value === '' ? null : resolve(workspace(), value);
}

function meterInput(): MachineOptions['meter'] {
  const value = core.getInput('meter') || 'auto';
  const meter = METER_CHOICES.find((choice) => choice === value);
  if (meter === undefined) throw wrong('meter', value, METER_CHOICES.join(', '));
  return meter;
}

/** Events that somebody with the right to write to the repository has made. */
const OWN_EVENTS: ReadonlySet<string | undefined> = new Set(['workflow_dispatch', 'push', 'schedule', undefined]);

/** Whoever made the event decides what a missing sandbox means: a stranger's model never runs without one. */
const purposeOfEvent = () => (OWN_EVENTS.has(process.env.GITHUB_EVENT_NAME) ? 'command line' : 'pull request');

function sandboxInput(purpose: MachineOptions['sandbox']['purpose']): MachineOptions['sandbox'] {
  const value = core.getInput('sandbox');
  const choice = sandboxChoice(value);
  if (choice === null) throw wrong('sandbox', value, SANDBOX_CHOICES.join(', '));
  return { choice, image: core.getInput('image') || null, purpose };
}

const runsInput = (): RunsChoice | null => (core.getInput('runs') === 'auto' ? 'auto' : numberInput('runs', /^\d{1,3}$/, 1, 100));

function pythonInput(): { python?: string } {
  const python = pathInput('python');
  return python === null ? {} : { python };
}

function wattsInput(): { wattsPerBusyCore?: number } {
  const watts = numberInput('watts-per-core', /^\d{1,4}(?:\.\d{1,3})?$/, 0.001, 1000);
  return watts === null ? {} : { wattsPerBusyCore: watts };
}

function numberInput(name: string, form: RegExp, low: number, high: number): number | null {
  const value = core.getInput(name);
  if (value === '') return null;
  const number = form.test(value) ? Number(value) : Number.NaN;
  if (!(number >= low && number <= high)) throw wrong(name, value, `a number from ${low} to ${high}`);
  return number;
}

const wrong = (name: string, value: string, takes: string) =>
  operatorFault(`The input ${name} takes ${takes}, not ${JSON.stringify(value)}.`, { code: `input-${name}` });
