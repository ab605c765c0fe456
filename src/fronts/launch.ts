import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedCommand } from '../backends/command.ts';
import type { BackendCommand } from '../backends/process.ts';
import { workerCommand, workerFolder } from '../backends/worker-command.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Sandbox, SandboxBounds, SandboxedCommand } from '../ports/sandbox.ts';
import { programFolders } from '../sandbox/program-folders.ts';

/** A program that runs a model, and what it reads of itself. */
type Program = Pick<BackendCommand, 'command' | 'args' | 'environment'> & { ownFolders: readonly string[] };

export type LaunchRequest = {
  backend: Exclude<Plan['backend']['id'], 'endpoint'>;
  sandbox: Sandbox;
  /** The Python of the worker, where the operator names one. */
  python?: string;
  /** Model, processor and queries. */
  readable: readonly string[];
  /** UUIDs of the GPUs the backend may use; empty for none. */
  gpus: readonly string[];
  bounds: SandboxBounds;
};

/**
 * The command that runs a backend in its sandbox, with a scratch folder that goes with it.
 * @throws Fault of the operator where the program is not installed or cannot be kept apart
 */
export async function launch(request: LaunchRequest): Promise<SandboxedCommand> {
  const { sandbox, bounds, gpus } = request;
  const { ownFolders, ...program } = programOf(request);
  // In a container the program is the image's own.
  const own =
    sandbox.id === 'docker'
      ? []
      : await programFolders({ command: program.command, path: program.environment.PATH ?? '', more: ownFolders.filter(existsSync) });
  const scratchFolder = await realpath(await mkdtemp(join(tmpdir(), 'ai-energy-score-')));
  const remove = () => rm(scratchFolder, { recursive: true, force: true });
  try {
    const readable = [...new Set([...own, ...request.readable])];
    const wrapped = await sandbox.wrap({ ...program, readable, scratchFolder, gpus, ...bounds });
    return {
      ...wrapped,
      async cleanUp() {
        await wrapped.cleanUp().finally(remove);
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function programOf({ backend, python, sandbox }: LaunchRequest): Program {
  if (backend === 'embedded') return { ...embeddedCommand(), ownFolders: embeddedFolders() };
  if (sandbox.id !== 'docker') return { ...workerCommand(python), ownFolders: [workerFolder()] };
  return { command: 'python', args: ['-I', '-B', '-m', 'ai_energy_score_worker'], environment: {}, ownFolders: [] };
}

/** What the embedded backend reads: this program's sources or bundles, and the modules that it loads. */
function embeddedFolders(): string[] {
  const here = import.meta.url;
  const root = fileURLToPath(here.endsWith('.ts') ? new URL('../..', here) : new URL('..', here));
  const modules = process.env.AI_ENERGY_SCORE_MODULES;
  const places = [here.endsWith('.ts') ? 'src' : 'dist', 'package.json', 'node_modules'].map((name) => join(root, name));
  return modules === undefined ? places : [...places, join(modules, 'package.json'), join(modules, 'node_modules')];
}
