import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allowedEnvironment } from '../../src/backends/command.ts';
import { type BackendProcess, startBackend } from '../../src/backends/process.ts';

let folder: string;
let controller: AbortController;
const started: BackendProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backend-'));
  controller = new AbortController();
});
afterEach(async () => {
  for (const backend of started.splice(0)) await backend.stop().catch(() => {});
  rmSync(folder, { recursive: true });
});

async function backendOf(script: string, deadlineSeconds = 30): Promise<BackendProcess> {
  const backend = await startBackend({
    command: process.execPath,
    args: ['-e', script],
    environment: { PATH: process.env.PATH ?? '' },
    folder,
    logFile: join(folder, 'log.txt'),
    deadlineSeconds,
    signal: controller.signal,
  });
  started.push(backend);
  return backend;
}

const say = (message: object) => `process.stdout.write(${JSON.stringify(`${JSON.stringify(message)}\n`)});`;
const IDLE = 'setInterval(() => {}, 1e6);';
const exists = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('messages arrive in order, over several writes and in one', async () => {
  const backend = await backendOf(
    `${say({ type: 'progress', phase: 'load', done: 0, of: 1 })}${say({ type: 'warm', queries: 3, seconds: 1.5 })}${IDLE}`,
  );
  expect(await backend.next()).toEqual({ type: 'progress', phase: 'load', done: 0, of: 1 });
  expect(await backend.next()).toEqual({ type: 'warm', queries: 3, seconds: 1.5 });
});

test('an error of the backend keeps whose it is, its code and its mend', async () => {
  const backend = await backendOf(
    say({ type: 'error', kind: 'input', code: 'no-tokenizer', message: 'No tokenizer.', mend: 'Add one.' }) + IDLE,
  );
  await expect(backend.next()).rejects.toMatchObject({ kind: 'input', code: 'no-tokenizer', message: 'No tokenizer.', mend: 'Add one.' });
});

test.each([
  ['no JSON', 'hello'],
  ['an unknown message', '{"type":"official","stars":5}'],
  ['a message named like an inherited property', '{"type":"constructor"}'],
  ['a count that is a text', '{"type":"warm","queries":"3","seconds":1}'],
  ['a negative count', '{"type":"warm","queries":-3,"seconds":1}'],
  ['an infinite number', '{"type":"warm","queries":3,"seconds":1e999}'],
  ['a list', '[]'],
])('%s ends the run as a fault of the protocol', async (_, line) => {
  const backend = await backendOf(`process.stdout.write(${JSON.stringify(`${line}\n`)});${IDLE}`);
  await expect(backend.next()).rejects.toMatchObject({ code: 'backend-protocol' });
});

test('fields that the protocol does not know are dropped', async () => {
  const backend = await backendOf(say({ type: 'warm', queries: 3, seconds: 1, energy: 0 }) + IDLE);
  expect(await backend.next()).toEqual({ type: 'warm', queries: 3, seconds: 1 });
});

test('a line without end is cut off before it fills the memory', async () => {
  const backend = await backendOf(`const block = 'x'.repeat(1 << 20); for (let i = 0; i < 8; i += 1) process.stdout.write(block); ${IDLE}`);
  await expect(backend.next()).rejects.toMatchObject({ code: 'backend-flood' });
});

test('a flood of messages ends the run', async () => {
  const line = `${JSON.stringify({ type: 'progress', phase: 'load', done: 0, of: 1 })}\n`;
  const backend = await backendOf(`process.stdout.write(${JSON.stringify(line)}.repeat(20000)); ${IDLE}`);
  await backend.stop();
  const all = async () => {
    for (;;) await backend.next();
  };
  await expect(all()).rejects.toMatchObject({ code: 'backend-flood' });
});

test('a backend that ends early says how, and where its last words are', async () => {
  const backend = await backendOf('console.error("out of paper"); process.exit(3);');
  await expect(backend.next()).rejects.toMatchObject({ code: 'backend-ended', message: expect.stringContaining('exit code 3') });
  await backend.stop();
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toContain('out of paper');
});

test('the log is capped', async () => {
  const backend = await backendOf(
    `process.stderr.write('x'.repeat(12 << 20), () => { ${say({ type: 'warm', queries: 0, seconds: 0 })} });${IDLE}`,
  );
  await backend.next();
  await backend.stop();
  const { size } = statSync(join(folder, 'log.txt'));
  expect(size).toBeLessThan(11 << 20);
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toContain('the log ends here');
});

test('a backend past its deadline is killed', async () => {
  const backend = await backendOf(IDLE, 0.2);
  await expect(backend.next()).rejects.toMatchObject({ code: 'backend-deadline' });
  await backend.stop();
  expect(exists(backend.pid)).toBe(false);
});

test('an interrupted run kills a backend that ignores SIGTERM, and the child it has started', async () => {
  const grandchild = `require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); ${IDLE}'])`;
  const backend = await backendOf(
    `process.on('SIGTERM', () => {}); const child = ${grandchild}; process.stdout.write(JSON.stringify({ type: 'warm', queries: child.pid, seconds: 0 }) + '\\n'); ${IDLE}`,
  );
  const message = await backend.next();
  const pid = message.type === 'warm' ? message.queries : 0;
  expect(exists(pid)).toBe(true);
  controller.abort(new Error('enough'));
  await expect(backend.next()).rejects.toThrow('enough');
  await backend.stop();
  expect(exists(backend.pid)).toBe(false);
  await expect.poll(() => exists(pid) && !zombie(pid)).toBe(false);
});

test('a program that is not there is the operator’s fault', async () => {
  const missing = startBackend({
    command: join(folder, 'no-such-program'),
    args: [],
    environment: {},
    folder,
    logFile: join(folder, 'log.txt'),
    deadlineSeconds: 5,
    signal: controller.signal,
  });
  await expect(missing).rejects.toMatchObject({ kind: 'operator', code: 'backend-not-started' });
});

test('what a sandbox made is removed, once, whether its program ran or not', async () => {
  let removed = 0;
  const cleanUp = async () => {
    removed += 1;
  };
  const command = {
    args: ['-e', IDLE],
    environment: {},
    folder,
    logFile: join(folder, 'log.txt'),
    deadlineSeconds: 5,
    signal: controller.signal,
  };
  await expect(startBackend({ ...command, command: join(folder, 'no-such-program'), cleanUp })).rejects.toMatchObject({
    code: 'backend-not-started',
  });
  expect(removed).toBe(1);
  const backend = await startBackend({ ...command, command: process.execPath, cleanUp });
  await Promise.all([backend.stop(), backend.stop()]);
  expect(removed).toBe(2);
});

test('a program whose process cannot be found does not stay', async () => {
  let started = 0;
  const failing = startBackend({
    command: process.execPath,
    args: ['-e', IDLE],
    environment: {},
    folder,
    logFile: join(folder, 'log.txt'),
    deadlineSeconds: 5,
    signal: controller.signal,
    programPid: async (pid) => {
      started = pid;
      throw new Error('hidden');
    },
  });
  await expect(failing).rejects.toThrow('hidden');
  expect(exists(started)).toBe(false);
});

test('a backend sees no variable of ours but the few it needs', () => {
  const seen = allowedEnvironment({ PATH: '/bin', HOME: '/root', GITHUB_TOKEN: 'secret', HF_TOKEN: 'secret', LANG: 'C' });
  expect(seen).toEqual({ PATH: '/bin', LANG: 'C' });
});

/** A killed process whose parent has not taken note of it. */
function zombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') === true;
  } catch {
    return false;
  }
}
