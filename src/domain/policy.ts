import { inputFault } from './errors.ts';
import type { Policy as WrittenPolicy } from './generated/policy.ts';
import { validatePolicy } from './generated/validators.js';

type Filled<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]-?: Filled<NonNullable<T[K]>> } : T;

/** A policy with every default filled in. */
export type Policy = Omit<Filled<WrittenPolicy>, 'run' | 'official' | 'datasets'> & {
  run: Omit<Filled<NonNullable<WrittenPolicy['run']>>, 'runsByTask'> & { runsByTask: Record<string, number> };
  official: Omit<Filled<NonNullable<WrittenPolicy['official']>>, 'runsByTask'> & { runsByTask: Record<string, number> };
  datasets: Record<string, { path: string }>;
};

/**
 * Checks a written policy and fills its defaults in.
 * @throws Fault of the input, code policy-schema, naming every place that does not fit
 */
export function policyFrom(value: unknown): Policy {
  const policy = structuredClone(value);
  if (!validatePolicy(policy)) {
    const faults = (validatePolicy.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
    throw inputFault(`The policy does not fit its schema: ${faults.join('; ')}.`, {
      code: 'policy-schema',
      mend: 'Compare it with schemas/policy.schema.json.',
    });
  }
  return policy as Policy;
}

/** The policy where nobody wrote one. */
export const defaultPolicy = (): Policy => policyFrom({ schemaVersion: 1, name: 'AI Energy Score' });
