import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockCheckpoint } from '../../src/stages/checkpoint-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checkpoint-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const checkpoint = () => join(folder, '.checkpoint-org-model.text-generation');
const lockFile = () => `${checkpoint()}.lock`;
const heldByMe = async () => JSON.parse(await readFile(lockFile(), 'utf8'));
const rewrite = async (change: object) => writeFile(lockFile(), JSON.stringify({ ...(await heldByMe()), ...change }));
const USUAL = { beatMilliseconds: 30_000, lostMilliseconds: 60_000 };

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid as number;
}

describe('the lock of a checkpoint', () => {
  test('is held once: the second is told by whom, and what to do', async () => {
    const first = await lockCheckpoint(checkpoint());
    await expect(lockCheckpoint(checkpoint())).rejects.toMatchObject({
      kind: 'operator',
      code: 'checkpoint-in-use',
      message: expect.stringContaining(`process ${process.pid} on`),
      mend: expect.stringContaining('--out'),
    });
    await first.release();
    await (await lockCheckpoint(checkpoint())).release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of two submissions does not meet', async () => {
    const locks = await Promise.all([lockCheckpoint(checkpoint()), lockCheckpoint(`${checkpoint()}.variant`)]);
    expect(await readdir(folder)).toHaveLength(2);
    for (const lock of locks) await lock.release();
  });

  test('is given to one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockCheckpoint(checkpoint())));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of a process that has ended is taken over', async () => {
    await lockCheckpoint(checkpoint());
    await rewrite({ pid: await endedProcess(), token: 'another' });
    const lock = await lockCheckpoint(checkpoint());
    expect((await heldByMe()).pid).toBe(process.pid);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a process whose id another one has now is taken over', async () => {
    await lockCheckpoint(checkpoint());
    await rewrite({ started: '1', token: 'another' });
    await expect(lockCheckpoint(checkpoint())).resolves.toBeDefined();
  });

  test('of another machine holds while it gives signs of life, and not once it is silent', async () => {
    await lockCheckpoint(checkpoint());
    await rewrite({ place: 'elsewhere', token: 'another', aliveAt: new Date().toISOString() });
    await expect(lockCheckpoint(checkpoint(), USUAL)).rejects.toMatchObject({
      code: 'checkpoint-in-use',
      message: expect.stringContaining('on elsewhere'),
    });
    await rewrite({ aliveAt: new Date(Date.now() - 61_000).toISOString() });
    await expect(lockCheckpoint(checkpoint(), USUAL)).resolves.toBeDefined();
  });

  test('gives signs of life while it is held', async () => {
    const lock = await lockCheckpoint(checkpoint(), { ...USUAL, beatMilliseconds: 10 });
    const { aliveAt } = await heldByMe();
    await expect.poll(async () => (await heldByMe()).aliveAt).not.toBe(aliveAt);
    await lock.release();
  });

  test('that was begun and never written holds for a while only', async () => {
    await writeFile(lockFile(), '');
    await expect(lockCheckpoint(checkpoint(), USUAL)).rejects.toMatchObject({ code: 'checkpoint-in-use' });
    const past = new Date(Date.now() - 61_000);
    await utimes(lockFile(), past, past);
    await expect(lockCheckpoint(checkpoint(), USUAL)).resolves.toBeDefined();
  });

  test('that was taken over is left to its new holder', async () => {
    const lost = await lockCheckpoint(checkpoint());
    await rewrite({ token: 'another' });
    await lost.release();
    expect(await heldByMe()).toMatchObject({ token: 'another' });
  });

  test('in a folder that is not there says what the file system says', async () => {
    await expect(lockCheckpoint(join(folder, 'gone', 'checkpoint'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
