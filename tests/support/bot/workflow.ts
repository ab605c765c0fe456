import { parse, stringify } from 'yaml';
import type { Access, Grants } from '../github/tokens.ts';

/** One job of a workflow, in the parts that matter to whoever runs it. */
export type Job = {
  needs?: string | string[];
  permissions?: Record<string, Access>;
  environment?: string | { name: string };
  outputs?: Record<string, string>;
  'runs-on': string | string[];
};

export type Workflow = { name: string; permissions: Record<string, Access>; jobs: Record<string, Job> };

/** How a job ended, and files with what its steps put out, by the step's id, as a step writes them. */
export type JobOutcome = { result: 'success' | 'failure' | 'skipped'; outputFiles: Record<string, string> };

export const readWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** What a job's token may do: what the job lists, else what the workflow does. */
export const grantsOf = (workflow: Workflow, name: string): Grants => (workflow.jobs[name]?.permissions ?? workflow.permissions) as Grants;

export function environmentOf({ environment }: Job): string | null {
  return environment === undefined ? null : typeof environment === 'string' ? environment : environment.name;
}

const needsOf = ({ needs }: Job): string[] => [needs ?? []].flat();

/** Jobs so that each comes after those that it needs. */
export function inTurn({ jobs }: Workflow): string[] {
  const done: string[] = [];
  const visit = (name: string) => {
    if (done.includes(name)) return;
    for (const needed of needsOf(jobs[name] as Job)) visit(needed);
    done.push(name);
  };
  for (const name of Object.keys(jobs)) visit(name);
  return done;
}

/**
 * A copy of a workflow in which one job alone does anything: act gives one token to all jobs that it runs, and each has to have
 * its own. The job stays as it is, but for concurrency, which act does not keep (queue is a word it refuses). Every job that it
 * needs is replaced by one that ends as it has ended before and puts out again what its steps have put out.
 */
export function alone(workflow: Workflow, name: string, earlier: ReadonlyMap<string, JobOutcome>): string {
  const { concurrency: _, ...job } = workflow.jobs[name] as Job & { concurrency?: unknown };
  const { concurrency: __, ...rest } = workflow as Workflow & { concurrency?: unknown };
  const needed = needsOf(job).map((other) => [other, standIn(workflow.jobs[other] as Job, earlier.get(other))]);
  return stringify({ ...rest, jobs: { ...Object.fromEntries(needed), [name]: job } }, { lineWidth: 0 });
}

function standIn({ outputs = {} }: Job, outcome: JobOutcome | undefined): object {
  if (outcome === undefined) throw new Error('A job is needed that has not run.');
  const said = Object.entries(outcome.outputFiles).map(([id, file]) => ({ id, run: `cat '${file}' >> "$GITHUB_OUTPUT"` }));
  return {
    'runs-on': 'ubuntu-latest',
    ...(outcome.result === 'skipped' ? { if: 'false' } : {}),
    outputs,
    steps: [...said, { run: outcome.result === 'failure' ? 'exit 1' : 'true' }],
  };
}
