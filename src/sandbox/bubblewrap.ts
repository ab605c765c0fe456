import { operatorFault } from '../domain/errors.ts';
import type { Sandbox, SandboxRequest } from '../ports/sandbox.ts';
import { firstChild } from './child-processes.ts';
import { systemdScope } from './control-group.ts';
import { type FilterFile, writeFilterFile } from './filter-file.ts';
import { gpuNodes } from './gpu-nodes.ts';
import { mountFlags } from './mounts.ts';
import { checkRequest, SANDBOX_USER, sandboxEnvironment } from './request.ts';
import { runQuietly, toolEnvironment } from './run-quietly.ts';
import { tasksOfUser } from './tasks-of-user.ts';

export type BubblewrapOptions = {
  /** Whether this process is root: then the model becomes another user of the machine, else one of a user namespace. */
  asRoot?: boolean;
  environment?: NodeJS.ProcessEnv;
  driverFolder?: string;
};

/**
 * What a program may reserve beyond its bound, in bytes: V8 and thread stacks map room that they never fill, and Node.js
 * does not start without some hundred MiB of it. What is really used is watched.
 */
const RESERVED_BYTES = 2 ** 32;

/** How long the smallest sandbox may take to start and end, in milliseconds. */
const PROBE_MILLISECONDS = 10_000;

/**
 * The sandbox of bubblewrap: namespaces of its own for processes, network, shared memory, host name and files. It is
 * tried before it is given.
 * @throws Fault of the operator, code sandbox-bubblewrap, which says what to install or to enable
 */
export async function openBubblewrap(options: BubblewrapOptions = {}): Promise<Sandbox> {
  const { asRoot = process.getuid?.() === 0, environment = process.env } = options;
  const tools = toolEnvironment(environment, ['PATH']);
  await probe(asRoot, tools);
  const group = await systemdScope({ asRoot, environment });
  return {
    id: 'bubblewrap',
    container: null,
    async wrap(request) {
      await checkRequest(request, { asOther: asRoot });
      const devices = await gpuNodes(request.gpus, options.driverFolder);
      const flags = [...environmentFlags(sandboxEnvironment(request)), ...(await mountFlags(request, devices))];
      const program = [...(await launcher(request, asRoot)), request.command, ...request.args];
      const filter = await writeFilterFile();
      const words = bubblewrapWords({ asRoot, filter, flags, folder: request.scratchFolder, program });
      const [command = '', ...args] = [...(group?.prefix(request) ?? []), ...words];
      return {
        command,
        args,
        environment: { ...tools, ...group?.environment },
        folder: '/',
        watch: { memoryBytes: request.memoryBytes, processes: request.processes },
        // bwrap, the first process of the PID namespace, the program.
        async programPid(started) {
          const first = await firstChild(started);
          const program = first === null ? null : await firstChild(first);
          await filter.remove(); // It has been read: a runner that is killed later leaves none.
          return program;
        },
        // Its processes end with the first of their PID namespace, its files with their mounts.
        cleanUp: filter.remove,
      };
    },
  };
}

type Words = { asRoot: boolean; filter: FilterFile; flags: readonly string[]; folder: string; program: readonly string[] };

const bubblewrapWords = ({ asRoot, filter, flags, folder, program }: Words): string[] => [
  ...filter.prefix,
  'bwrap',
  ...namespaceFlags(asRoot),
  ...filter.flags,
  ...flags,
  '--chdir',
  folder,
  '--',
  ...program,
];

/** Namespaces and user. Root needs no user namespace: the program sheds root by itself, before it runs. */
function namespaceFlags(asRoot: boolean): string[] {
  const user = String(SANDBOX_USER);
  const own = asRoot
    ? ['--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID', '--cap-add', 'CAP_SETPCAP']
    : ['--unshare-user', '--disable-userns', '--uid', user, '--gid', user];
  const spaces = ['--unshare-ipc', '--unshare-pid', '--unshare-net', '--unshare-uts', '--unshare-cgroup-try'];
  return [...spaces, '--cap-drop', 'ALL', ...own, '--hostname', 'sandbox', '--die-with-parent', '--new-session', '--clearenv'];
}

const environmentFlags = (environment: Readonly<Record<string, string>>): string[] =>
  Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]);

/**
 * What runs inside before the program: it gives up root for good, and sets limits that the kernel keeps. The limit of data
 * holds for each process alone. It is left out with a GPU, where drivers map memory by terabytes.
 */
async function launcher({ memoryBytes, processes, gpus }: SandboxRequest, asRoot: boolean): Promise<string[]> {
  const others = asRoot ? await tasksOfUser(SANDBOX_USER) : 0;
  const data = gpus.length === 0 ? [`--data=${memoryBytes + RESERVED_BYTES}`] : [];
  const limits = ['/usr/bin/prlimit', '--core=0', `--nproc=${processes + others}`, ...data, '--'];
  return asRoot ? [...SHED_ROOT, ...limits] : limits;
}

const SHED_ROOT = [
  '/usr/bin/setpriv',
  `--reuid=${SANDBOX_USER}`,
  `--regid=${SANDBOX_USER}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--ambient-caps=-all',
  '--bounding-set=-all',
  '--no-new-privs',
];

async function probe(asRoot: boolean, environment: Record<string, string>): Promise<void> {
  const folder = '/scratch';
  const mounts = await mountFlags({ readable: [], scratchFolder: folder }, []);
  const program = [...(asRoot ? SHED_ROOT : []), '/usr/bin/prlimit', '--core=0', '--', '/usr/bin/true'];
  const filter = await writeFilterFile();
  try {
    const [command = '', ...args] = bubblewrapWords({ asRoot, filter, flags: mounts, folder, program });
    const { ok, complaint } = await runQuietly(command, args, { environment, milliseconds: PROBE_MILLISECONDS });
    if (ok) return;
    throw operatorFault(`bubblewrap does not work here: ${complaint}.`, { code: 'sandbox-bubblewrap', mend: mendOf(complaint, asRoot) });
  } finally {
    await filter.remove();
  }
}

/** What helps, by what bubblewrap said. */
export function mendOf(complaint: string, asRoot: boolean): string {
  if (/not found|ENOENT/.test(complaint)) return 'Install it: apt-get install bubblewrap, dnf install bubblewrap.';
  if (/Unknown option/.test(complaint)) return 'Install bubblewrap 0.8 or later.';
  if (asRoot)
    return 'Root lacks CAP_SYS_ADMIN here, as in a container. Give the container that capability, or run the worker in docker (--sandbox docker).';
  return [
    'Allow user namespaces to bubblewrap:',
    'on Ubuntu 23.10 and later with an AppArmor profile for /usr/bin/bwrap that says `userns,` (docs/sandbox.md has it), or by sysctl kernel.apparmor_restrict_unprivileged_userns=0;',
    'on Debian by sysctl kernel.unprivileged_userns_clone=1; anywhere, user.max_user_namespaces must not be 0.',
  ].join(' ');
}
