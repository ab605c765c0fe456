import { Fault, operatorFault } from '../domain/errors.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { openBubblewrap } from './bubblewrap.ts';
import { engineComplaint, openDocker } from './docker.ts';
import { noSandbox } from './none.ts';

/** Sandboxes that an operator can ask for. */
export const SANDBOX_CHOICES = ['auto', 'docker', 'bubblewrap', 'none'] as const;
export type SandboxChoice = (typeof SANDBOX_CHOICES)[number];

/** Holds the operator's choice for this machine, where a command names none. */
export const SANDBOX_VARIABLE = 'AI_ENERGY_SCORE_SANDBOX';

/**
 * The choice in a word.
 * @param word what was asked for; where it is empty, the machine's own choice counts, else auto
 * @returns null for a word that is no choice
 */
export function sandboxChoice(word: string, environment: NodeJS.ProcessEnv = process.env): SandboxChoice | null {
  const wanted = word || environment[SANDBOX_VARIABLE] || 'auto';
  return SANDBOX_CHOICES.find((choice) => choice === wanted) ?? null;
}

export type SandboxOptions = {
  choice: SandboxChoice;
  /** The worker's image as NAME@sha256:DIGEST; null where none is named. */
  image: string | null;
  /** Whose model runs: one that the machine's owner chose, or one that a stranger's pull request names. */
  purpose: 'command line' | 'pull request';
  environment?: NodeJS.ProcessEnv;
};

export type ChosenSandbox = {
  sandbox: Sandbox;
  /** Why it is not the first choice, as a sentence for the user; null when it is. */
  reason: string | null;
};

/**
 * The sandbox for a run. auto takes docker where an image is named and an engine answers, else bubblewrap where it works,
 * else, for the machine's owner alone, none.
 * @throws Fault of the operator: sandbox-required when none is asked for a pull request, sandbox-missing when auto finds
 * none for it, or why the one asked for does not work
 */
export async function chooseSandbox({ choice, image, purpose, environment = process.env }: SandboxOptions): Promise<ChosenSandbox> {
  if (choice === 'none') return { sandbox: ownersOnly(purpose), reason: null };
  if (choice === 'docker') return { sandbox: await openDocker(imageOf(image), environment), reason: null };
  if (choice === 'bubblewrap') return { sandbox: await openBubblewrap({ environment }), reason: null };
  const complaint = image === null ? null : await engineComplaint(environment);
  if (image !== null && complaint === null) return { sandbox: await openDocker(image, environment), reason: null };
  const noDocker = complaint === null ? null : `No docker engine answers (${complaint}), so that bubblewrap is taken.`;
  try {
    return { sandbox: await openBubblewrap({ environment }), reason: noDocker };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return withoutAny(purpose, error);
  }
}

function withoutAny(purpose: SandboxOptions['purpose'], why: Fault): ChosenSandbox {
  if (purpose === 'command line') {
    return { sandbox: noSandbox, reason: `The model runs unsealed, as a process of yours: ${why.message} ${why.mend ?? ''}`.trim() };
  }
  throw operatorFault(`No sandbox works on this machine, and a pull request's model runs in nothing less. ${why.message}`, {
    code: 'sandbox-missing',
    mend: `${why.mend ?? ''} Or name the worker's image and start a docker engine.`.trim(),
    cause: why,
  });
}

function ownersOnly(purpose: SandboxOptions['purpose']): Sandbox {
  if (purpose === 'command line') return noSandbox;
  throw operatorFault('A model that a pull request names never runs without a sandbox.', {
    code: 'sandbox-required',
    mend: 'Set sandbox to auto, docker or bubblewrap.',
  });
}

function imageOf(image: string | null): string {
  if (image !== null) return image;
  throw operatorFault('docker needs the image of the worker.', {
    code: 'sandbox-image',
    mend: 'Name it as NAME@sha256:DIGEST; docs/sandbox.md tells how to build it.',
  });
}
