import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BackendProcess, startBackend } from '../../src/backends/process.ts';
import type { Fault } from '../../src/domain/errors.ts';
import type { Sandbox, SandboxedCommand, SandboxRequest } from '../../src/ports/sandbox.ts';
import { folderOf } from '../support/folders.ts';
import type { Facts, Scene } from '../support/malicious-worker.ts';

const WORKER = fileURLToPath(new URL('../support/malicious-worker.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** A place with things to protect, and a sandbox to run the malicious worker in. */
export type Stage = AsyncDisposable & {
  folder: string;
  facts: Omit<Facts, 'scene'>;
  /** Contacts that the test's servers have had. */
  contacts(): number;
  victimLives(): boolean;
  /** How many processes of the worker there are, wherever they are. */
  processes(): number;
  /** The command for a scene, not yet started. */
  command(scene: Scene, options?: Partial<SandboxRequest>): Promise<SandboxedCommand>;
  /** Runs a scene and gives the worker's own report, or the fault that ended it. The backend is still there. */
  play(scene: Scene, options?: Partial<SandboxRequest>): Promise<Played>;
};

type Played = {
  backend: BackendProcess;
  fault: Fault /** What the worker found, where it lived to tell. */;
  report: unknown;
  logFile: string;
};

export type StageOptions = {
  sandbox: Sandbox;
  /** Node.js and what it needs to be readable. */
  program: { command: string; readable: readonly string[] };
  /** User that the worker's sandbox is started by; the test's own where absent. */
  uid?: number;
};

/** Sets the stage. Everything that the worker tries itself on belongs to the test. */
export async function setStage({ sandbox, program, uid }: StageOptions): Promise<Stage> {
  const token = `worker-${randomBytes(8).toString('hex')}`;
  const secret = `secret-${randomBytes(8).toString('hex')}`;
  const base = await folderOf({ 'model/weights': 'weights', 'home/.ssh/id_ed25519': 'key', 'repository/file': 'file' });
  await chmod(base.path, 0o755);
  const scratchFolder = join(base.path, 'scratch');
  await mkdir(scratchFolder, { mode: 0o777 });
  if (uid !== undefined) await chmod(scratchFolder, 0o777);
  await writeFile(join(base.path, 'queries.jsonl'), '{}\n');
  const network = await openServers(base.path, token);
  const victimName = `victim-${randomBytes(8).toString('hex')}`;
  const victim = spawnVictim(victimName, secret, uid);
  await once(victim, 'spawn');
  const at = (...parts: string[]) => join(base.path, ...parts);
  const facts: Stage['facts'] = {
    token,
    secret,
    tcpPort: network.tcpPort,
    udpPort: network.udpPort,
    socketPath: network.socketPath,
    writes: [
      at('model/weights'),
      at('model/new'),
      at('queries.jsonl'),
      at('repository/file'),
      at('beside'),
      '/etc/ai-energy-score-test',
      '/usr/local/ai-energy-score-test',
      '/var/tmp/ai-energy-score-test',
      '/ai-energy-score-test',
      join(homedir(), 'ai-energy-score-test'),
      join(REPOSITORY, 'ai-energy-score-test'),
    ],
    reads: [
      '/etc/shadow',
      '/etc/passwd',
      '/root',
      '/home',
      '/run',
      '/var',
      '/var/run/docker.sock',
      at('home/.ssh/id_ed25519'),
      at('repository/file'),
      join(REPOSITORY, 'package.json'),
      `/proc/${process.pid}/root/etc/passwd`,
    ],
    victim: victim.pid ?? 0,
    victimName,
    scratchFolder,
  };
  const backends: BackendProcess[] = [];
  const command: Stage['command'] = (scene, options = {}) =>
    sandbox.wrap({
      command: program.command,
      args: ['--no-warnings', WORKER, JSON.stringify({ ...facts, scene })],
      environment: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      readable: [...program.readable, WORKER, at('model'), at('queries.jsonl')],
      scratchFolder,
      gpus: [],
      memoryBytes: 2 ** 31,
      processes: 256,
      ...options,
    });
  return {
    folder: base.path,
    facts,
    contacts: network.contacts,
    victimLives: () => victim.exitCode === null && victim.signalCode === null,
    processes: () => processesOf(token),
    command,
    async play(scene, options) {
      const wrapped = await command(scene, options);
      const logFile = at('log.txt');
      const backend = await startBackend({ ...wrapped, logFile, deadlineSeconds: 120, signal: new AbortController().signal });
      backends.push(backend);
      const fault = await faultOf(backend);
      return { backend, fault, report: fault.code === 'scene-over' ? JSON.parse(fault.message) : null, logFile };
    },
    async [Symbol.asyncDispose]() {
      for (const backend of backends) await backend.stop();
      victim.kill('SIGKILL');
      await network.close();
      await base[Symbol.asyncDispose]();
    },
  };
}

async function faultOf(backend: BackendProcess): Promise<Fault> {
  try {
    for (;;) await backend.next();
  } catch (error) {
    return error as Fault;
  }
}

/** A process like the runner's: of the same user, with a secret in its environment. */
function spawnVictim(argv0: string, secret: string, uid: number | undefined): ChildProcess {
  return spawn('sleep', ['1000'], {
    argv0,
    env: { PATH: process.env.PATH, SECRET: secret },
    stdio: 'ignore',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

async function openServers(folder: string, token: string) {
  let contacts = 0;
  const count = () => {
    contacts += 1;
  };
  const socketPath = join(folder, 'socket');
  const tcp = await listen(createServer(count), { port: 0, host: '127.0.0.1' });
  const unix = await listen(createServer(count), { path: socketPath });
  await chmod(socketPath, 0o777);
  const abstract = await listen(createServer(count), { path: `\0${token}` });
  const udp: Socket = createSocket('udp4').on('message', count);
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  return {
    socketPath,
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    contacts: () => contacts,
    async close() {
      udp.close();
      await Promise.all([tcp, unix, abstract].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listen(server: Server, where: { port: number; host: string } | { path: string }): Promise<Server> {
  server.listen(where);
  await once(server, 'listening');
  return server;
}

/** Processes of this machine with a token in their command line that are no zombies. */
function processesOf(token: string): number {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandLine(name).includes(token)).length;
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

/** Files outside of the sandbox that the worker was to try, as they are now. */
export function writtenFiles({ facts, folder }: Stage): string[] {
  const harmed = facts.writes.filter((path) => existsSync(path) && readFileSync(path, 'utf8') === facts.token);
  return harmed.map((path) => path.replace(folder, ''));
}
