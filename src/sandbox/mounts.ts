import { lstat, readlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SandboxRequest } from '../ports/sandbox.ts';
import { isWithin, SCRATCH_BYTES, SHARED_MEMORY_BYTES, shownPaths, TEMPORARY_BYTES } from './request.ts';

/** One thing that a bubblewrap sandbox shows, at the path where it shows it. */
type Mount = { path: string; flags: readonly string[] };

/** The system's programs and libraries. On most distributions all but /usr are links into it. */
export const SYSTEM_FOLDERS = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];

/** What the dynamic linker and links of the distribution need; nothing else of /etc is shown. */
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/alternatives', '/etc/localtime'];

/** How the kernel tells the layout of processors and memory, by which programs choose their threads. */
const LAYOUT = ['/sys/devices/system/cpu', '/sys/devices/system/node'];

/** How the kernel tells of PCI devices, by which CUDA finds out how GPUs are connected. */
const GPU_LAYOUT = ['/sys/bus/pci', '/sys/devices', '/sys/module/nvidia', '/sys/module/nvidia_uvm'];

/**
 * Flags of bubblewrap for all that a request may see and write: system folders and the request's files read-only, bounded
 * file systems in memory at /tmp, /dev/shm and the scratch folder, the device nodes given. The rest is empty and read-only.
 */
export async function mountFlags(request: Pick<SandboxRequest, 'readable' | 'scratchFolder'>, devices: readonly string[]) {
  const system = await Promise.all(SYSTEM_FOLDERS.map(systemMount));
  const layout = devices.length === 0 ? LAYOUT : GPU_LAYOUT;
  const mounts: Mount[] = [
    ...system.flat(),
    ...[...SYSTEM_FILES, ...layout].map((path) => ({ path, flags: ['--ro-bind-try', path, path] })),
    { path: '/proc', flags: ['--proc', '/proc'] },
    { path: '/dev', flags: ['--dev', '/dev'] },
    memoryMount('/dev/shm', SHARED_MEMORY_BYTES),
    memoryMount('/tmp', TEMPORARY_BYTES),
    memoryMount(request.scratchFolder, SCRATCH_BYTES),
    ...devices.map((path) => ({ path, flags: ['--dev-bind', path, path] })),
    ...shownPaths(request)
      .filter((path) => !SYSTEM_FOLDERS.some((folder) => isWithin(path, folder)))
      .map(readOnly),
  ];
  const ordered = [...mounts].sort((a, b) => depth(a.path) - depth(b.path));
  return [...withParents(ordered), '--remount-ro', '/dev', '--remount-ro', '/'];
}

async function systemMount(path: string): Promise<Mount[]> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return [];
  if (found.isSymbolicLink()) return [{ path, flags: ['--symlink', await readlink(path), path] }];
  return [readOnly(path)];
}

const readOnly = (path: string): Mount => ({ path, flags: ['--ro-bind', path, path] });

const memoryMount = (path: string, bytes: number): Mount => ({
  path,
  flags: ['--perms', '1777', '--size', String(bytes), '--tmpfs', path],
});

const depth = (path: string): number => path.split('/').filter(Boolean).length;

/** Each mount after the folders above it, which bubblewrap would make for its own user alone. */
function withParents(mounts: readonly Mount[]): string[] {
  const made = new Set<string>();
  const bound: string[] = [];
  const flags: string[] = [];
  for (const { path, flags: own } of mounts) {
    const missing = above(path).filter((folder) => !made.has(folder) && !bound.some((mount) => isWithin(folder, mount)));
    for (const folder of missing) {
      made.add(folder);
      flags.push('--perms', '0755', '--dir', folder);
    }
    flags.push(...own);
    made.add(path);
    if (own.includes('--ro-bind')) bound.push(path);
  }
  return flags;
}

/** The folders that lead to a path, the uppermost first, without the root. */
function above(path: string): string[] {
  const folder = dirname(path);
  return folder === '/' ? [] : [...above(folder), folder];
}
