import { parseDocument } from 'yaml';
import { inputFault, messageOf, operatorFault } from './errors.ts';
import type { Policy as WrittenPolicy } from './generated/policy.ts';
import { validatePolicy } from './generated/validators.js';

type Filled<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]-?: Filled<NonNullable<T[K]>> } : T;

/** A policy with every default filled in. */
export type Policy = Omit<Filled<WrittenPolicy>, 'run' | 'official' | 'datasets' | 'bot' | 'pages'> & {
  run: Omit<Filled<NonNullable<WrittenPolicy['run']>>, 'runsByTask'> & { runsByTask: Record<string, number> };
  official: Omit<Filled<NonNullable<WrittenPolicy['official']>>, 'runsByTask'> & { runsByTask: Record<string, number> };
  datasets: Record<string, { path: string }>;
  /** Without defaults: a repository without a bot has the same policy as before there was one. */
  bot?: NonNullable<WrittenPolicy['bot']>;
  /** Without defaults, as the bot: it is absent where no page is served. */
  pages?: NonNullable<WrittenPolicy['pages']>;
};

/**
 * Checks a written policy and fills its defaults in.
 * @param fault whose fault a bad one is: the input's, unless an operator keeps it
 * @throws Fault, code policy-schema, naming every place that does not fit
 */
export function policyFrom(value: unknown, fault: typeof inputFault = inputFault): Policy {
  const policy = structuredClone(value);
  if (!validatePolicy(policy)) {
    const faults = (validatePolicy.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
    throw fault(`The policy does not fit its schema: ${faults.join('; ')}.`, {
      code: 'policy-schema',
      mend: 'Compare it with schemas/policy.schema.json.',
    });
  }
  // JSON writes half of a surrogate pair as an escape, and nothing else so.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/i.test(JSON.stringify(policy))) {
    throw fault('The policy has half of a surrogate pair in a text, which is no character.', {
      code: 'policy-schema',
      mend: 'Write the whole character, or leave it out.',
    });
  }
  return policy as Policy;
}

/**
 * The policy in a YAML text.
 * @param name what the text is, for the message
 * @throws Fault, code policy-yaml or policy-schema
 */
export function policyFromText(text: string, name: string, fault: typeof inputFault = inputFault): Policy {
  const document = parseDocument(text, { schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) throw fault(`${name}: ${error.message}`, { code: 'policy-yaml' });
  return policyFrom(plainValue(document, name, fault), fault);
}

function plainValue(document: ReturnType<typeof parseDocument>, name: string, fault: typeof inputFault): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw fault(`${name}: ${messageOf(cause)}`, { code: 'policy-yaml', mend: 'Write the policy without anchors and aliases.', cause });
  }
}

/**
 * The policy of a repository by the text of its policy.yaml; the default one where it has none.
 * @throws Fault of the operator, code policy-yaml or policy-schema
 */
export const policyOfRepository = (text: string | null): Policy =>
  text === null ? defaultPolicy() : policyFromText(text, 'policy.yaml', operatorFault);

/** The policy where nobody wrote one. */
export const defaultPolicy = (): Policy => policyFrom({ schemaVersion: 1, name: 'AI Energy Score' });
