import type { SandboxBounds } from '../ports/sandbox.ts';
import { runQuietly, toolEnvironment } from './run-quietly.ts';

/** How long systemd may take to make a scope, in milliseconds. */
const PROBE_MILLISECONDS = 5_000;

/** Puts a command into a control group of its own, where the kernel bounds all its processes together. */
export type ControlGroup = {
  /** The words before the command. */
  prefix(bounds: SandboxBounds): string[];
  environment: Record<string, string>;
};

/**
 * The control group that systemd makes for a command: in the system's tree for root, else in the user's own. It is tried
 * before it is given; null where systemd does not run, or does not let this user.
 */
export async function systemdScope({
  asRoot,
  environment,
}: {
  asRoot: boolean;
  environment: NodeJS.ProcessEnv;
}): Promise<ControlGroup | null> {
  const passed = toolEnvironment(environment, ['PATH', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS']);
  const prefix = ({ memoryBytes, processes }: SandboxBounds) => [
    'systemd-run',
    ...(asRoot ? [] : ['--user']),
    '--scope',
    '--quiet',
    '--collect',
    `--property=MemoryMax=${memoryBytes}`,
    '--property=MemorySwapMax=0',
    `--property=TasksMax=${processes}`,
    '--',
  ];
  const [program = '', ...args] = prefix({ memoryBytes: 2 ** 28, processes: 64 });
  const probe = await runQuietly(program, [...args, 'true'], { environment: passed, milliseconds: PROBE_MILLISECONDS });
  return probe.ok ? { prefix, environment: passed } : null;
}
