import { randomBytes } from 'node:crypto';
import { operatorFault } from '../domain/errors.ts';
import type { Sandbox, SandboxRequest } from '../ports/sandbox.ts';
import { firstChild } from './child-processes.ts';
import {
  checkRequest,
  SANDBOX_USER,
  SCRATCH_BYTES,
  SHARED_MEMORY_BYTES,
  sandboxEnvironment,
  shownPaths,
  TEMPORARY_BYTES,
} from './request.ts';
import { type Ran, runQuietly, toolEnvironment } from './run-quietly.ts';

/** Variables by which the client finds its engine. The model sees none of them. */
const CLIENT_VARIABLES = [
  'PATH',
  'HOME',
  'XDG_RUNTIME_DIR',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
];

/** What names places of this machine, and not of the image. */
const FOREIGN_VARIABLES = ['PATH', 'LD_LIBRARY_PATH'];

/** How long the engine may take to answer, in milliseconds. */
const ANSWER_MILLISECONDS = 10_000;
/** How long it may take to end a container, in milliseconds. */
const REMOVE_MILLISECONDS = 60_000;

/** Containers of runs carry this label, so that one whose runner was killed can be found. */
export const CONTAINER_LABEL = 'ai-energy-score=run';

type Client = (args: readonly string[], milliseconds?: number) => Promise<Ran>;

const clientOf = (environment: NodeJS.ProcessEnv): Client => {
  const passed = toolEnvironment(environment, CLIENT_VARIABLES);
  return (args, milliseconds = ANSWER_MILLISECONDS) => runQuietly('docker', args, { environment: passed, milliseconds });
};

/**
 * The digest in the name of an image that can be no other tomorrow: name@sha256:digest, or the id sha256:digest of a local one.
 * @throws Fault of the operator, code sandbox-image, for a name that has none
 */
export function digestOf(image: string): string {
  const digest = image.match(/^(?:[a-z0-9][a-zA-Z0-9._:/-]*@)?sha256:([0-9a-f]{64})$/)?.[1];
  if (digest !== undefined) return digest;
  throw operatorFault(`The image ${JSON.stringify(image)} is not named by its digest.`, {
    code: 'sandbox-image',
    mend: 'Name it as NAME@sha256:DIGEST. `docker image inspect --format "{{.RepoDigests}} {{.Id}}" NAME` shows the digest; a local image goes by its id sha256:….',
  });
}

/** Why no docker engine can be reached; null when one answers. */
export async function engineComplaint(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const { ok, complaint } = await clientOf(environment)(['ps', '--quiet', '--last', '1']);
  if (ok) return null;
  return /ENOENT/.test(complaint) ? 'docker is not installed' : complaint;
}

/**
 * The sandbox of a docker engine, in this image.
 * @throws Fault of the operator: sandbox-image, sandbox-docker where no engine answers, sandbox-image-missing
 */
export async function openDocker(image: string, environment: NodeJS.ProcessEnv = process.env): Promise<Sandbox> {
  const container = digestOf(image);
  const complaint = await engineComplaint(environment);
  if (complaint !== null) {
    throw operatorFault(`No docker engine answers: ${complaint}.`, {
      code: 'sandbox-docker',
      mend: 'Start it, let this user reach it, and see that `docker ps` works.',
    });
  }
  const client = clientOf(environment);
  const found = await client(['image', 'inspect', '--format', '{{.Id}}', image]);
  if (!found.ok) {
    throw operatorFault(`The image ${image} is not on this machine: ${found.complaint}.`, {
      code: 'sandbox-image-missing',
      mend: `docker pull ${image}. A run never fetches an image by itself.`,
    });
  }
  return {
    id: 'docker',
    container,
    async wrap(request) {
      await checkRequest(request, { asOther: true });
      const name = `ai-energy-score-${randomBytes(8).toString('hex')}`;
      return {
        command: 'docker',
        args: dockerArguments(request, { image, name }),
        environment: toolEnvironment(environment, CLIENT_VARIABLES),
        folder: '/',
        watch: null,
        programPid: (started) => programOf(client, name, started),
        cleanUp: () => remove(client, name),
      };
    },
  };
}

/** The arguments of docker for a request. The order of the flags has no meaning; the image comes before what it runs. */
export function dockerArguments(request: SandboxRequest, { image, name }: { image: string; name: string }): string[] {
  const { command, args, scratchFolder, gpus, memoryBytes, processes } = request;
  const environment = Object.entries(sandboxEnvironment(request)).filter(([variable]) => !FOREIGN_VARIABLES.includes(variable));
  return [
    'run',
    '--rm',
    '--interactive',
    '--init',
    `--name=${name}`,
    `--label=${CONTAINER_LABEL}`,
    '--pull=never',
    '--network=none',
    '--hostname=sandbox',
    '--read-only',
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    `--user=${SANDBOX_USER}:${SANDBOX_USER}`,
    `--pids-limit=${processes}`,
    `--memory=${memoryBytes}`,
    `--memory-swap=${memoryBytes}`,
    '--ipc=private',
    `--shm-size=${SHARED_MEMORY_BYTES}`,
    '--ulimit=core=0',
    '--stop-timeout=0',
    // The runner reads the output itself; the engine would keep a second copy of it without bound.
    '--log-driver=none',
    ...(gpus.length === 0 ? [] : [`--gpus=${csvField(`device=${gpus.join(',')}`)}`]),
    `--tmpfs=/tmp:rw,nosuid,nodev,exec,mode=1777,size=${TEMPORARY_BYTES}`,
    `--tmpfs=${scratchFolder}:rw,nosuid,nodev,exec,mode=1777,size=${SCRATCH_BYTES}`,
    ...shownPaths(request).map((path) => `--mount=type=bind,${csvField(`source=${path}`)},${csvField(`target=${path}`)},readonly`),
    ...environment.map(([variable, value]) => `--env=${variable}=${value}`),
    `--workdir=${scratchFolder}`,
    `--entrypoint=${command}`,
    image,
    ...args,
  ];
}

/** One field of the comma-separated values that docker reads. */
const csvField = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * The container's program: the child of its first process, which --init puts before it.
 * It is no descendant of the client, so the engine is asked.
 */
async function programOf(client: Client, name: string, started: number): Promise<number | null> {
  for (;;) {
    const { ok, output } = await client(['inspect', '--type=container', '--format', '{{.State.Pid}} {{.State.Status}}', name]);
    const [pid = 0, status] = ok ? [Number(output.split(' ')[0]), output.trim().split(' ')[1]] : [];
    if (pid > 0) return (await firstChild(pid)) ?? hidden();
    if (status === 'exited' || status === 'dead' || !isAlive(started)) return null;
  }
}

function hidden(): never {
  throw operatorFault('The processes of the container cannot be seen from here, so that their CPU time cannot be metered.', {
    code: 'sandbox-process-hidden',
    mend: "Run on the engine's own machine and outside of a container, or use --sandbox bubblewrap.",
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function remove(client: Client, name: string): Promise<void> {
  const { ok, complaint } = await client(['rm', '--force', '--volumes', name], REMOVE_MILLISECONDS);
  if (ok || /no such container|no container with name/i.test(complaint)) return;
  throw operatorFault(`The container ${name} cannot be removed: ${complaint}.`, {
    code: 'sandbox-left-behind',
    mend: `docker rm --force ${name}`,
  });
}
