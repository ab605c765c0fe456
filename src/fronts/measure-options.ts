import { join, resolve } from 'node:path';
import { PYTHON_VARIABLE } from '../backends/worker-command.ts';
import { operatorFault } from '../domain/errors.ts';
import { METER_CHOICES } from '../energy/discover.ts';
import { SANDBOX_CHOICES, SANDBOX_VARIABLE, sandboxChoice } from '../sandbox/choose.ts';
import type { RunsChoice } from '../stages/plan.ts';
import { type CommandContext, type Option, oneOf, wholeNumber } from './command.ts';
import { ENDPOINTS_VARIABLE, readEndpoints } from './endpoints-file.ts';
import type { InstrumentOptions } from './instruments.ts';
import type { MachineOptions } from './machine.ts';
import { openSubmissionsFolder, rootFor, type SubmissionsFolder } from './submissions-folder.ts';

/** Options of every command that reads submissions. */
export const FOLDER_OPTIONS = {
  root: { type: 'string', placeholder: 'DIR', description: 'The folder that holds submissions/.' },
  policy: { type: 'string', placeholder: 'FILE', description: 'The policy. Default: policy.yaml in the root, where there is one.' },
  models: {
    type: 'string',
    placeholder: 'DIR',
    description: 'A folder of local models. Default: models/ in the root, where there is one; otherwise the Hugging Face Hub.',
  },
  offline: { type: 'boolean', description: 'Leave the Hugging Face Hub out.' },
} as const satisfies Record<string, Option>;

/** Options of every command that runs a model. */
export const MEASURE_OPTIONS = {
  ...FOLDER_OPTIONS,
  out: { type: 'string', placeholder: 'DIR', description: 'Where results are written. Default: energy-out.' },
  runs: {
    type: 'string',
    placeholder: 'N|auto',
    description:
      "Number of runs in place of the policy's, from 1 to 100; auto runs until the mean is known to 1 %. Results of auto are unofficial.",
  },
  against: {
    type: 'string',
    placeholder: 'FILE',
    description: 'A second submission, measured run by run in turn with the first, and what their pairs say.',
  },
  resume: {
    type: 'boolean',
    description: 'Continue after the last finished run, where an interrupted benchmark left a checkpoint in --out.',
  },
  'no-checkpoint': { type: 'boolean', description: 'Keep no finished runs of a benchmark that is interrupted.' },
  meter: { type: 'string', placeholder: 'METER', description: `What measures: ${METER_CHOICES.join(', ')}. Default: auto.` },
  gpu: {
    type: 'string',
    placeholder: 'UUID,...',
    description: 'GPUs that may be used. Default: all for a model of class C, else the first; with --parallel all.',
  },
  parallel: {
    type: 'boolean',
    description:
      'Measure several submissions at the same time, each on GPUs of its own. They disturb each other: results are invalid by R-hardware-peers.',
  },
  sandbox: {
    type: 'string',
    placeholder: 'SANDBOX',
    description: `What keeps the model away from this machine: ${SANDBOX_CHOICES.join(', ')}. Default: what ${SANDBOX_VARIABLE} names, else auto, the first that works.`,
  },
  image: { type: 'string', placeholder: 'IMAGE', description: "The worker's container image as NAME@sha256:DIGEST, for docker." },
  python: {
    type: 'string',
    placeholder: 'FILE',
    description: `The Python that has the worker's requirements. Default: what ${PYTHON_VARIABLE} names, else worker/.venv.`,
  },
  endpoints: {
    type: 'string',
    placeholder: 'FILE',
    description: `The operator's servers by alias, for submissions with backend: endpoint. Default: what ${ENDPOINTS_VARIABLE} names.`,
  },
  concurrency: {
    type: 'string',
    placeholder: 'N',
    description: 'At an endpoint: one more window after the last run with so many queries at one time, from 2 to 1024. Never scored.',
  },
  nvml: { type: 'string', placeholder: 'FILE', description: "NVML's library, where it is not found by itself." },
  'watts-per-core': {
    type: 'string',
    placeholder: 'WATTS',
    description: 'Watts per busy logical core that cpu-estimate assumes. Default: 10.',
  },
} as const satisfies Record<string, Option>;

const DEFAULT_OUT = 'energy-out';

export type MeasureOptions = {
  folder: SubmissionsFolder;
  offline: boolean;
  outFolder: string;
  runs: RunsChoice | null;
  /** Path of a submission to compare with, or null. */
  against: string | null;
  checkpoint: 'keep' | 'resume' | 'off';
  /** Several submissions at the same time, each on GPUs of its own. */
  parallel: boolean;
  instruments: Omit<InstrumentOptions, 'policy'>;
  /** Queries at one time in an extra window at an endpoint, or null. */
  concurrency: number | null;
  backends: Pick<MachineOptions, 'sandbox' | 'python' | 'endpoints'>;
};

/** Reads the options of a command that runs models; the root is found from the first path where none is named. */
export async function measureOptions(context: CommandContext, firstPath: string): Promise<MeasureOptions> {
  return {
    folder: await submissionsFolder(context, context.text('root') ?? rootFor(firstPath)),
    offline: context.flag('offline'),
    outFolder: resolve(context.text('out') ?? DEFAULT_OUT),
    ...runsAndComparison(context),
    checkpoint: context.flag('resume') ? 'resume' : context.flag('no-checkpoint') ? 'off' : 'keep',
    parallel: context.flag('parallel'),
    instruments: instrumentOptions(context),
    concurrency: wholeNumber(context, 'concurrency', 2, 1024) ?? null,
    backends: await backendOptions(context),
  };
}

/** Opens the submissions folder that a command's options name. */
export function submissionsFolder(context: CommandContext, root: string): Promise<SubmissionsFolder> {
  const policyFile = context.text('policy');
  const modelsFolder = context.text('models');
  return openSubmissionsFolder({
    root,
    ...(policyFile === undefined ? {} : { policyFile }),
    ...(modelsFolder === undefined ? {} : { modelsFolder: join(modelsFolder) }),
  });
}

/** @throws Fault of the operator, code usage, for options that exclude each other */
function runsAndComparison(context: CommandContext): Pick<MeasureOptions, 'runs' | 'against'> {
  const runs = context.text('runs') === 'auto' ? 'auto' : (wholeNumber(context, 'runs', 1, 100) ?? null);
  const against = context.text('against') ?? null;
  const excluded = (what: string, why: string) => operatorFault(`${what} do not go together: ${why}.`, { code: 'usage' });
  if (context.flag('resume') && context.flag('no-checkpoint'))
    throw excluded('--resume and --no-checkpoint', 'one reads what the other leaves out');
  if (against === null) return { runs, against };
  if (context.flag('parallel')) throw excluded('--against and --parallel', 'it measures run by run in turn');
  if (context.flag('resume')) throw excluded('--against and --resume', 'an interrupted comparison has lost its pairs');
  if (runs === 'auto') throw excluded('--against and --runs auto', 'every run needs its partner');
  if (context.positionals.length !== 1) throw excluded('--against and several submissions', 'it compares one with another');
  return { runs, against };
}

async function backendOptions(context: CommandContext): Promise<MeasureOptions['backends']> {
  const python = context.text('python');
  const word = context.text('sandbox') ?? '';
  const choice = sandboxChoice(word);
  if (choice === null) {
    throw operatorFault(`--sandbox takes ${SANDBOX_CHOICES.join(', ')}, not ${JSON.stringify(word || process.env[SANDBOX_VARIABLE])}.`, {
      code: 'usage',
      mend: `Where no --sandbox is given, ${SANDBOX_VARIABLE} counts.`,
    });
  }
  return {
    sandbox: { choice, image: context.text('image') ?? null, purpose: 'command line' },
    ...(python === undefined ? {} : { python: resolve(python) }),
    endpoints: await readEndpoints(context.text('endpoints')),
  };
}

function instrumentOptions(context: CommandContext): MeasureOptions['instruments'] {
  const wattsPerBusyCore = watts(context.text('watts-per-core'));
  const gpus = context.text('gpu')?.split(',');
  if (gpus !== undefined && new Set(gpus).size < gpus.length)
    throw operatorFault('--gpu names a GPU twice.', { code: 'usage', mend: 'Name each GPU once.' });
  const nvml = context.text('nvml') || undefined;
  return {
    meter: oneOf(context, 'meter', METER_CHOICES, 'auto'),
    ...(wattsPerBusyCore === undefined ? {} : { wattsPerBusyCore }),
    ...(gpus === undefined ? {} : { gpus }),
    ...(nvml === undefined ? {} : { nvml }),
  };
}

function watts(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= 1000) return value;
  throw operatorFault(`--watts-per-core takes watts above 0 and up to 1000, not ${JSON.stringify(text)}.`, { code: 'usage' });
}
