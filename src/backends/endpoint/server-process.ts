import { readdir, readFile, readlink } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { operatorFault } from '../../domain/errors.ts';
import { isLoopback, type PinnedEndpoint } from './address.ts';

/** LISTEN in /proc/net/tcp, as the kernel numbers it. */
const LISTENING = '0A';

/**
 * The process that serves an endpoint on this machine, found by the port that it listens on. Its energy is what an
 * estimate by CPU time has to follow: the backend itself does nothing but wait.
 * @returns null where the server runs on GPUs: those are metered, wherever it is
 * @throws Fault of the operator: endpoint-not-metered where the server runs on another machine's processor, or its process
 *   cannot be found
 */
export async function serverPid(endpoint: PinnedEndpoint): Promise<number | null> {
  if (endpoint.gpus.length > 0) return null;
  if (!isOwn(endpoint.address)) {
    throw notMetered(endpoint, `runs on the processor of another machine (${endpoint.address})`);
  }
  const port = portOf(endpoint);
  const sockets = await listeningSockets(port);
  if (sockets.size === 0) throw notMetered(endpoint, `has no process that listens on port ${port}`);
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  // The oldest one that holds the socket: its children inherit it.
  for (const pid of pids.sort((a, b) => a - b)) if (await holds(pid, sockets)) return pid;
  throw notMetered(endpoint, `has a process on port ${port} that belongs to another user`);
}

/** Whether an address is one of this machine's. */
function isOwn(address: string): boolean {
  if (isLoopback(address)) return true;
  return Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === address) ?? false);
}

const portOf = ({ url }: PinnedEndpoint): number => {
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
};

/** Inodes of the sockets that listen on a port, by the kernel's tables (Documentation/networking/proc_net_tcp). */
async function listeningSockets(port: number): Promise<Set<string>> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local?.endsWith(wanted) && state === LISTENING && inode !== undefined) inodes.add(inode);
    }
  }
  return inodes;
}

async function holds(pid: number, inodes: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const descriptor of await readdir(folder).catch(() => [])) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined && inodes.has(inode)) return true;
  }
  return false;
}

const notMetered = ({ alias }: PinnedEndpoint, why: string) =>
  operatorFault(`Nothing can meter the endpoint ${alias}: it ${why}.`, {
    code: 'endpoint-not-metered',
    mend: 'Run the benchmark on the machine of the server, as its user, or list the GPUs that the server runs on.',
  });
