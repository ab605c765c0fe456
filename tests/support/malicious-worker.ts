import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** What the worker is told to try, and on what. All of it belongs to the test. */
export type Facts = {
  scene: Scene;
  /** Stands in the command line of every process that the worker starts. */
  token: string;
  /** Text that it must not find in any environment. */
  secret: string;
  tcpPort: number;
  udpPort: number;
  socketPath: string;
  /** Files that it tries to write. */
  writes: readonly string[];
  /** Files that it tries to read. */
  reads: readonly string[];
  /** Process of the test that it tries to kill. */
  victim: number;
  /** The first word of its command line. */
  victimName: string;
  scratchFolder: string;
};

const MEBIBYTE = 2 ** 20;
const TEN_GIGABYTES = 10 * 2 ** 30;
const IDLE = 'process.on("SIGTERM", () => {}); process.on("SIGHUP", () => {}); setInterval(() => {}, 1e6);';

const SCENES = {
  /** Writes to its log what a workflow or a terminal would obey. */
  'log-injection': async () => {
    process.stderr.write('::set-env name=PATH::/evil\n::add-mask::x\n\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\n');
    return 'said';
  },
  /** Starts a process that leaves its session and its parents, and holds the worker's output. */
  'double-fork': async ({ token }: Facts) => {
    leaveBehind(token);
    return 'forked';
  },
  /** The same, but ends at once. */
  'leave-behind': async ({ token }: Facts) => {
    leaveBehind(token);
    setTimeout(() => process.exit(7), 300);
    return new Promise<string>(() => {});
  },
  'ignore-signals': async () => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => {});
    return 'deaf';
  },
  'flood-messages': async () => flood(1, `${JSON.stringify({ type: 'progress', phase: 'load', done: 0, of: 1 })}\n`),
  'flood-log': async () => flood(2, `${'x'.repeat(200)}\n`),
  'endless-line': async () => flood(1, 'x'.repeat(200)),
  'read-environment': async ({ secret }: Facts) => {
    const texts = [JSON.stringify(process.env), ...processFolders().map((folder) => textOf(join(folder, 'environ')))];
    return { own: texts[0]?.includes(secret), anywhere: texts.some((text) => text.includes(secret)), names: Object.keys(process.env) };
  },
  network: async ({ tcpPort, udpPort, socketPath, token }: Facts) => {
    const [tcp, unix, abstract, lookup] = await Promise.all([
      reach(connect(tcpPort, '127.0.0.1')),
      reach(connect(socketPath)),
      reach(connect(`\0${token}`)),
      fetch('http://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    ]);
    const socket = createSocket('udp4');
    socket.send(token, udpPort, '127.0.0.1', () => socket.close());
    await once(socket, 'close').catch(() => {});
    return { tcp, unix, abstract, lookup };
  },
  'write-outside': async ({ writes, scratchFolder, token }: Facts) => ({
    written: writes.filter((path) => attempt(() => writeFileSync(path, token))),
    scratch: attempt(() => writeFileSync(join(scratchFolder, 'own'), token)),
  }),
  'read-outside': async ({ reads }: Facts) => reads.filter((path) => existsSync(path) && attempt(() => readdirOrFile(path))),
  'other-processes': async ({ victim, victimName }: Facts) => {
    const isVictim = (folder: string) => textOf(join(folder, 'cmdline')).startsWith(victimName);
    const seen = processFolders().filter(isVictim).length;
    // The number may be another process in here, which is then left alone.
    const killed = isVictim(`/proc/${victim}`) && attempt(() => process.kill(victim, 'SIGKILL'));
    return { seen, killed };
  },
  'process-bomb': async ({ token }: Facts) => {
    let refused = 0;
    for (let count = 0; count < 300; count += 1) {
      const child = spawn('sleep', ['1000'], { argv0: token, stdio: 'ignore' });
      child.on('error', () => {
        refused += 1;
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return { refused };
  },
  'memory-bomb': async () => {
    const held: Buffer[] = [];
    try {
      for (let count = 0; count < 64; count += 1) {
        held.push(Buffer.alloc(32 * MEBIBYTE, 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } catch {
      // Refused: how much it got is told below.
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return { heldBytes: held.length * 32 * MEBIBYTE };
  },
  'fill-scratch': async ({ scratchFolder }: Facts) => {
    const block = Buffer.alloc(32 * MEBIBYTE, 1);
    let blocks = 0;
    while (blocks < 48 && attempt(() => writeFileSync(join(scratchFolder, `block-${blocks}`), block))) blocks += 1;
    return { writtenBytes: blocks * block.length };
  },
  'leave-links': async ({ scratchFolder, reads }: Facts) => {
    for (const [index, path] of reads.entries()) symlinkSync(path, join(scratchFolder, `link-${index}`));
    return 'linked';
  },
  privileges: async () => {
    const status = textOf('/proc/self/status');
    const field = (name: string) => status.match(new RegExp(`^${name}:\\s+(\\S+)`, 'm'))?.[1];
    const namespace = spawnSync('unshare', ['--user', 'true']).status;
    const filtered = field('Seccomp');
    return {
      user: process.getuid?.(),
      namespace: namespace === 0 ? 'made' : 'refused',
      filtered,
      capabilities: ['CapPrm', 'CapEff', 'CapBnd'].map(field),
      noNewPrivileges: field('NoNewPrivs'),
    };
  },
  idle: async () => 'idle',
} satisfies Record<string, (facts: Facts) => Promise<unknown>>;

export type Scene = keyof typeof SCENES;

function leaveBehind(token: string): void {
  const grandchild = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(IDLE)}, ${JSON.stringify(token)}], { detached: true, stdio: 'inherit' }).unref()`;
  spawn(process.execPath, ['-e', grandchild, token], { detached: true, stdio: 'inherit' }).unref();
}

function flood(descriptor: number, text: string): string {
  const block = Buffer.from(text.repeat(Math.ceil(MEBIBYTE / text.length)));
  for (let sent = 0; sent < TEN_GIGABYTES; ) {
    try {
      sent += writeSync(descriptor, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
  return 'sent';
}

async function reach(socket: ReturnType<typeof connect>): Promise<string> {
  try {
    await once(socket, 'connect');
    return 'reached';
  } catch {
    return 'refused';
  } finally {
    socket.destroy();
  }
}

function processFolders(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => join('/proc', name));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function readdirOrFile(path: string): void {
  try {
    readdirSync(path);
  } catch {
    readFileSync(path);
  }
}

function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** Tells what came of it as the message of an error, which the protocol passes on as it is. Then it goes on living. */
async function main(): Promise<void> {
  const facts = JSON.parse(process.argv[2] ?? '') as Facts;
  setInterval(() => {}, 1e6);
  const found = await SCENES[facts.scene](facts);
  const message = { type: 'error', kind: 'input', code: 'scene-over', message: JSON.stringify(found), mend: null };
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

await main();
