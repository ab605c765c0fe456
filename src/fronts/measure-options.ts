import { join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import { METER_CHOICES, type MeterChoice } from '../energy/discover.ts';
import { type CommandContext, type Option, oneOf, wholeNumber } from './command.ts';
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
  runs: { type: 'string', placeholder: 'N', description: "Number of runs in place of the policy's, from 1 to 100." },
  meter: { type: 'string', placeholder: 'METER', description: `What measures: ${METER_CHOICES.join(', ')}. Default: auto.` },
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
  runs: number | null;
  meter: MeterChoice;
  wattsPerBusyCore: number | null;
};

/** Reads the options of a command that runs models; the root is found from the first path where none is named. */
export async function measureOptions(context: CommandContext, firstPath: string): Promise<MeasureOptions> {
  return {
    folder: await submissionsFolder(context, context.text('root') ?? rootFor(firstPath)),
    offline: context.flag('offline'),
    outFolder: resolve(context.text('out') ?? DEFAULT_OUT),
    runs: wholeNumber(context, 'runs', 1, 100) ?? null,
    meter: oneOf(context, 'meter', METER_CHOICES, 'auto'),
    wattsPerBusyCore: watts(context.text('watts-per-core')),
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

function watts(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= 1000) return value;
  throw operatorFault(`--watts-per-core takes watts above 0 and up to 1000, not ${JSON.stringify(text)}.`, { code: 'usage' });
}
