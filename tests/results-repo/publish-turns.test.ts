import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { turnIn } from '../../src/results-repo/turns.ts';
import { nthRecord, publish, temporaryFolder, temporaryRepository } from './repository.ts';

const WORKSHOP = '.git/ai-energy-score';

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid as number;
}

describe('the turn among those that publish to one repository', () => {
  it('is had by one at a time, and by all in the end', async () => {
    await using folder = await temporaryFolder();
    let inside = 0;
    const seen: number[] = [];
    const work = async () => {
      await using _turn = await turnIn(folder.path);
      inside += 1;
      for (let step = 0; step < 20; step += 1) await turnOfTheLoop();
      seen.push(inside);
      inside -= 1;
    };
    await Promise.all([1, 2, 3, 4, 5].map(work));
    expect(seen).toEqual([1, 1, 1, 1, 1]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is taken over from a process that has died', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'turn'), `${await deadProcess()} ${hostname()} 00`);
    await using _turn = await turnIn(folder.path);
    expect(await readFile(join(folder.path, 'turn'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it('is taken over from a process of another machine that gives no sign of life any more', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'turn');
    await writeFile(file, '1 elsewhere 00');
    await utimes(file, new Date(0), new Date(0));
    await using _turn = await turnIn(folder.path);
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it('is left to whoever has taken it over', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'turn');
    const turn = await turnIn(folder.path);
    await writeFile(file, '1 elsewhere 00');
    await turn[Symbol.asyncDispose]();
    expect(await readFile(file, 'utf8')).toBe('1 elsewhere 00');
  });

  it('is given back after a publication, and after one that is refused', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await expect(publish(repository.store, { ...nthRecord(2), nonce: nthRecord(1).nonce })).rejects.toMatchObject({ code: 'p-single-use' });
    expect(await readdir(join(repository.path, WORKSHOP))).not.toContain('turn');
  });

  it('left by a killed publisher keeps nobody', async () => {
    await using repository = await temporaryRepository();
    await mkdir(join(repository.path, WORKSHOP), { recursive: true });
    await writeFile(join(repository.path, WORKSHOP, 'turn'), `${await deadProcess()} ${hostname()} 00`);
    expect((await publish(repository.store, nthRecord(1))).kind).toBe('published');
  });
});
