import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCRATCH_BYTES } from '../../src/sandbox/request.ts';
import { type Stage, type StageOptions, setStage, writtenFiles } from './scenes.ts';

type Open = () => Promise<StageOptions>;
type Story = (stage: Stage) => Promise<void>;

/** One test in a stage of its own; after it nothing of the worker may be left, whatever it did. */
function sealed(name: string, open: Open, story: Story): void {
  test(name, async () => {
    const stage = await setStage(await open());
    try {
      await story(stage);
    } finally {
      await stage[Symbol.asyncDispose]();
    }
    expect(stage.processes()).toBe(0);
  });
}

/** What every way to run a model keeps, `none` too. */
export function testWhatAllKeep(open: Open): void {
  sealed('what a worker writes for a workflow or a terminal goes to its log alone', open, async (stage) => {
    const { fault, backend, logFile } = await stage.play('log-injection');
    expect(fault.code).toBe('scene-over');
    await backend.stop();
    expect(readFileSync(logFile, 'utf8')).toContain('::set-env name=PATH::/evil');
  });

  sealed('a process that left its session and its parents ends with the run', open, async (stage) => {
    const { fault, backend } = await stage.play('double-fork');
    expect(fault.code).toBe('scene-over');
    await expect.poll(stage.processes, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await backend.stop();
    expect(stage.processes()).toBe(0);
  });

  sealed('a worker that ends and leaves a process with its output is noticed, and the process ends', open, async (stage) => {
    const { fault, backend } = await stage.play('leave-behind');
    expect(fault.code).toBe('backend-ended');
    await backend.stop();
    expect(stage.processes()).toBe(0);
  });

  sealed('a worker that ignores every polite signal is ended', open, async (stage) => {
    const { report, backend } = await stage.play('ignore-signals');
    expect(report).toBe('deaf');
    await backend.stop();
    expect(stage.processes()).toBe(0);
  });

  sealed('ten gigabytes of messages end the run', open, async (stage) => {
    expect((await stage.play('flood-messages')).fault.code).toBe('backend-flood');
  });

  sealed('ten gigabytes of log end the run; the file stays small, and so do we', open, async (stage) => {
    const before = process.memoryUsage().rss;
    const { fault, backend, logFile } = await stage.play('flood-log');
    expect(fault.code).toBe('backend-flood');
    expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 29);
    await backend.stop();
    expect(statSync(logFile).size).toBeLessThan(11 * 2 ** 20);
  });

  sealed('a line without end ends the run', open, async (stage) => {
    expect((await stage.play('endless-line')).fault.code).toBe('backend-flood');
  });

  sealed('the secrets of the runner are not in its environment', open, async (stage) => {
    expect((await stage.play('read-environment')).report).toMatchObject({ own: false });
  });

  sealed('too many processes end the run or are refused', open, async (stage) => {
    const { fault, backend } = await stage.play('process-bomb', { processes: 96 });
    if (fault.code === 'scene-over') expect(stage.processes()).toBeLessThanOrEqual(96);
    else expect(['backend-processes', 'backend-ended']).toContain(fault.code);
    await backend.stop();
    expect(stage.processes()).toBe(0);
  });

  sealed('too much memory ends the run', open, async (stage) => {
    const { fault } = await stage.play('memory-bomb', { memoryBytes: 2 ** 29 });
    // A kernel that bounds all processes together kills before we have looked.
    const killed = fault.code === 'backend-ended' && /SIGKILL|exit code 137/.test(fault.message);
    expect(killed ? 'backend-memory' : fault.code).toBe('backend-memory');
  });
}

/**
 * What docker and bubblewrap keep.
 * @param namespaces whether a program may make namespaces of its own: an engine's own filter of system calls decides
 */
export function testWhatSandboxesKeep(open: Open, namespaces: 'refused' | 'as the engine filters' = 'refused'): void {
  sealed('no network: no TCP, no UDP, no socket of files or names, no lookup', open, async (stage) => {
    expect((await stage.play('network')).report).toEqual({ tcp: 'refused', unix: 'refused', abstract: 'refused', lookup: 'refused' });
    expect(stage.contacts()).toBe(0);
  });

  sealed('no secret of any process, and only the environment that it was given', open, async (stage) => {
    const { report } = await stage.play('read-environment', { environment: { PATH: '/usr/bin:/bin', LANG: 'C' } });
    expect(report).toMatchObject({ own: false, anywhere: false });
    const known = ['PATH', 'LANG', 'HOME', 'TMPDIR', 'USER', 'PWD', 'HOSTNAME', 'CUDA_VISIBLE_DEVICES', 'TERM', 'container', 'SHLVL'];
    expect((report as { names: string[] }).names.filter((name) => !known.includes(name))).toEqual([]);
  });

  sealed('nothing is written but its scratch folder, and that is gone with it', open, async (stage) => {
    const { report, backend } = await stage.play('write-outside');
    expect((report as { scratch: boolean }).scratch).toBe(true);
    // What lies in /tmp may be written there: it is the sandbox's own /tmp. Below it is looked whether anything came out.
    expect((report as { written: string[] }).written.filter((path) => !path.startsWith('/tmp/'))).toEqual([]);
    await backend.stop();
    expect(writtenFiles(stage)).toEqual([]);
    expect(readdirSync(stage.facts.scratchFolder)).toEqual([]);
  });

  sealed('no user, no key, no socket and no other folder is read', open, async (stage) => {
    const { report } = await stage.play('read-outside');
    expect((report as string[]).filter((path) => !['/etc/passwd', '/run', '/var', '/home', '/root'].includes(path))).toEqual([]);
  });

  sealed('other processes are neither seen nor ended', open, async (stage) => {
    expect((await stage.play('other-processes')).report).toEqual({ seen: 0, killed: false });
    expect(stage.victimLives()).toBe(true);
  });

  sealed('the kernel refuses more processes than it was given', open, async (stage) => {
    await stage.play('process-bomb', { processes: 96 });
    expect(stage.processes()).toBeGreaterThan(10);
    expect(stage.processes()).toBeLessThanOrEqual(96);
  });

  sealed('a scratch folder cannot fill the disk', open, async (stage) => {
    const { fault, report } = await stage.play('fill-scratch', { memoryBytes: 2 ** 32 });
    if (fault.code === 'scene-over') expect((report as { writtenBytes: number }).writtenBytes).toBeLessThanOrEqual(SCRATCH_BYTES);
    else expect(fault.code).toBe('backend-ended');
    expect(readdirSync(stage.facts.scratchFolder)).toEqual([]);
  });

  sealed('links that it leaves are not there for anybody to follow', open, async (stage) => {
    const { report, backend } = await stage.play('leave-links');
    expect(report).toBe('linked');
    await backend.stop();
    expect(readdirSync(stage.facts.scratchFolder)).toEqual([]);
  });

  sealed('it runs as nobody, with no capability, behind a filter of system calls', open, async (stage) => {
    const none = '0000000000000000';
    const { report } = await stage.play('privileges');
    expect(report).toMatchObject({ user: 65532, capabilities: [none, none, none], noNewPrivileges: '1', filtered: '2' });
  });

  // podman's own filter of system calls lets users make namespaces; docker's does not.
  if (namespaces === 'as the engine filters') return;
  sealed('it makes no namespace', open, async (stage) => {
    expect((await stage.play('privileges')).report).toMatchObject({ namespace: 'refused' });
  });
}
