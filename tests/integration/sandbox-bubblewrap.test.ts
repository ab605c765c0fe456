import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type BackendProcess, startBackend } from '../../src/backends/process.ts';
import { ticksFromStat } from '../../src/energy/cpu-estimate.ts';
import type { Sandbox, SandboxRequest } from '../../src/ports/sandbox.ts';
import { openBubblewrap } from '../../src/sandbox/bubblewrap.ts';
import { chooseSandbox } from '../../src/sandbox/choose.ts';
import { programFolders } from '../../src/sandbox/program-folders.ts';
import { testWhatAllKeep, testWhatSandboxesKeep } from '../sandbox/promises.ts';
import { setStage } from '../sandbox/scenes.ts';
import { AS_ORDINARY_USER, whyNoBubblewrap, whyNotForOrdinaryUsers } from '../support/bubblewrap.ts';
import { EXAMPLE_ORGANISATION, EXAMPLES, planOf } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { pythonWith } from '../support/python.ts';

const missing = await whyNoBubblewrap();
const notOrdinary = missing ?? (await whyNotForOrdinaryUsers());
if (missing !== null) console.warn(`bubblewrap is not tested: ${missing}`);
else if (notOrdinary !== null) console.warn(`bubblewrap of an ordinary user is not tested besides: ${notOrdinary}`);

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PATH = '/usr/local/bin:/usr/bin:/bin';
const node = async (more: readonly string[] = []) => ({
  command: process.execPath,
  readable: await programFolders({ command: process.execPath, path: PATH, more }),
});

/** The sandbox as an ordinary user of this machine would start it. */
async function ordinary(): Promise<Sandbox> {
  const sandbox = await openBubblewrap({ asRoot: false });
  return {
    ...sandbox,
    async wrap(request) {
      const wrapped = await sandbox.wrap(request);
      const filter = wrapped.args.find((word) => word.endsWith('filter.bpf'));
      if (filter !== undefined) await chmod(dirname(filter), 0o755);
      const [command = '', ...args] = [...AS_ORDINARY_USER.prefix, wrapped.command, ...wrapped.args];
      return { ...wrapped, command, args };
    },
  };
}

describe.skipIf(missing !== null)('bubblewrap, as this user', () => {
  const open = async () => ({ sandbox: await openBubblewrap(), program: await node() });
  testWhatAllKeep(open);
  testWhatSandboxesKeep(open);
});

describe.skipIf(notOrdinary !== null)('bubblewrap, as an ordinary user', () => {
  const open = async () => ({ sandbox: await ordinary(), program: await node(), uid: AS_ORDINARY_USER.uid });
  testWhatAllKeep(open);
  testWhatSandboxesKeep(open);
});

describe.skipIf(missing !== null)('real programs in bubblewrap', () => {
  async function inSandbox(folder: string, request: Pick<SandboxRequest, 'command' | 'args' | 'readable'>): Promise<BackendProcess> {
    const scratchFolder = join(folder, 'scratch');
    await mkdir(scratchFolder, { recursive: true });
    const { sandbox } = await chooseSandbox({ choice: 'auto', image: null, purpose: 'pull request' });
    expect(sandbox.id).toBe('bubblewrap');
    const command = await sandbox.wrap({
      ...request,
      environment: { PATH },
      scratchFolder,
      gpus: [],
      memoryBytes: 2 ** 32,
      processes: 512,
    });
    return startBackend({ ...command, logFile: join(folder, 'log.txt'), deadlineSeconds: 120, signal: new AbortController().signal });
  }

  test('the embedded backend answers a load of an example, and its CPU time is seen from outside', async () => {
    await using base = await folderOf({ 'queries.jsonl': '{"text":"warm and dry"}\n' });
    await chmod(base.path, 0o755);
    const modelFolder = join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, 'mood-dice-42k');
    expect(existsSync(modelFolder)).toBe(true);
    const datasetFile = join(base.path, 'queries.jsonl');
    const program = await node(['src', 'schemas', 'node_modules', 'package.json'].map((name) => join(REPOSITORY, name)));
    const backend = await inSandbox(base.path, {
      command: program.command,
      args: ['--no-warnings', join(REPOSITORY, 'src/backends/embedded/main.ts')],
      readable: [...program.readable, modelFolder, datasetFile],
    });
    try {
      const plan = planOf({ task: 'text-classification', columns: ['text'] });
      backend.send({ type: 'load', modelFolder, processorFolder: null, datasetFile, plan });
      let message = await backend.next();
      while (message.type === 'progress') message = await backend.next();
      expect(message).toMatchObject({ type: 'ready', rows: 1 });
      const ticks = ticksFromStat(readFileSync(`/proc/${backend.pid}/stat`, 'utf8'));
      expect(ticks).toBeGreaterThan(10);
      expect(readFileSync(`/proc/${backend.pid}/cmdline`, 'utf8')).toContain('embedded/main.ts');
    } finally {
      await backend.stop();
    }
  });

  test('a Python of a virtual environment finds its own packages and those of its base', async () => {
    const python = await pythonWith('idna==3.10');
    await using base = await folderOf();
    await chmod(base.path, 0o755);
    const script = join(base.path, 'worker.py');
    const lines = [
      'import idna, json, sqlite3, sys, time',
      'print(json.dumps({"type": "warm", "queries": 0, "seconds": 1.0}), flush=True)',
      'sys.stdin.readline()',
    ];
    await writeFile(script, lines.join('\n'));
    const backend = await inSandbox(base.path, {
      command: python,
      args: [script],
      readable: await programFolders({ command: python, path: PATH, more: [script] }),
    });
    expect(await backend.next()).toMatchObject({ type: 'warm' });
    await backend.stop();
  });

  test('a sandbox ends with a runner that is killed', async () => {
    await using stage = await setStage({ sandbox: await openBubblewrap(), program: await node() });
    const command = await stage.command('double-fork');
    const script = `require('node:child_process').spawn(${JSON.stringify(command.command)}, ${JSON.stringify(command.args)}, { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true }); setInterval(() => {}, 1e6);`;
    const runner = spawn(process.execPath, ['-e', script], { env: command.environment, stdio: 'ignore' });
    await expect.poll(stage.processes, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
    runner.kill('SIGKILL');
    await expect.poll(stage.processes, { timeout: 20_000 }).toBe(0);
    await command.cleanUp();
  });

  test('a program that is not there ends the run and says so', async () => {
    await using base = await folderOf();
    const backend = await inSandbox(base.path, { command: '/usr/bin/no-such-program', args: [], readable: [] });
    await expect(backend.next()).rejects.toMatchObject({ code: 'backend-ended', mend: expect.stringContaining('no-such-program') });
    await backend.stop();
  });
});
