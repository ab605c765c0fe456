import { parse } from 'yaml';
import { fill, TEMPLATE_KINDS, type TemplateKind, type TemplateValues } from '../../src/domain/templates/placeholders.ts';
import { readTemplate } from '../../src/files/templates.ts';

/** Values that no template could have by chance. */
export const VALUES = {
  action: 'octo/ai-energy-score',
  release: 'a'.repeat(40),
  version: 'v1.2.3',
  results: 'octo/results',
  submissions: 'octo/submissions',
} as const satisfies TemplateValues;

export type Step = {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
};

export type Job = {
  name?: string;
  if?: string;
  needs?: string | string[];
  'runs-on'?: string;
  'timeout-minutes'?: number | string;
  permissions?: Record<string, 'read' | 'write'>;
  environment?: string | { name: string };
  concurrency?: Concurrency;
  strategy?: unknown;
  outputs?: Record<string, string>;
  steps: Step[];
};

type Concurrency = { group: string; 'cancel-in-progress'?: boolean | string; queue?: 'max' };

type Workflow = {
  name: string;
  on: Record<string, { types?: string[]; branches?: string[]; inputs?: Record<string, object> } | null>;
  permissions: object;
  concurrency?: Concurrency;
  jobs: Record<string, Job>;
};

/** A filled workflow, as text and as what it says. */
export type FilledWorkflow = { name: string; text: string; workflow: Workflow };

/** Every workflow of a template, filled, as in submissions/validate.yml. */
export async function templateWorkflows(): Promise<FilledWorkflow[]> {
  const all = await Promise.all(TEMPLATE_KINDS.map(async (kind) => workflowsOf(kind, await filledTemplate(kind))));
  return all.flat();
}

/** Every file of a template, filled. */
export async function filledTemplate(kind: TemplateKind): Promise<Map<string, string>> {
  return new Map([...(await readTemplate(kind))].map(([path, text]) => [path, fill(text, VALUES)]));
}

const workflowsOf = (kind: TemplateKind, files: Map<string, string>): FilledWorkflow[] =>
  [...files]
    .filter(([path]) => path.startsWith('.github/workflows/'))
    .map(([path, text]) => ({ name: `${kind}/${path.split('/').at(-1)}`, text, workflow: parse(text) as Workflow }));
