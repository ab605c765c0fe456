import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workerCommand } from '../../src/backends/worker-command.ts';
import { Fault } from '../../src/domain/errors.ts';
import { folderOf } from '../support/folders.ts';

/** The fault that naming a Python ends in. */
function refusalOf(python: string): Fault {
  try {
    workerCommand(python);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error(`${python} was taken.`);
}

describe('the Python of the worker', () => {
  test('is the one that is named, where it is a program', async () => {
    await using folder = await folderOf({ python: '' });
    const python = join(folder.path, 'python');
    await chmod(python, 0o755);
    expect(workerCommand(python).command).toBe(python);
  });

  test('may be a link to a program', async () => {
    await using folder = await folderOf({});
    const link = join(folder.path, 'python');
    await symlink(process.execPath, link);
    expect(workerCommand(link).command).toBe(link);
  });

  test('may be a bare name, which is looked for when it is started', () => {
    expect(workerCommand('python3').command).toBe('python3');
  });

  test('has to be there', async () => {
    await using folder = await folderOf({});
    const python = join(folder.path, 'python');
    const refused = expect.objectContaining({ kind: 'operator', code: 'python-unusable', message: `There is no Python at ${python}.` });
    expect(refusalOf(python)).toEqual(refused);
    await symlink(join(folder.path, 'gone'), python);
    expect(refusalOf(python)).toEqual(refused);
  });

  test('is not looked for in a file as if it were a folder', async () => {
    await using folder = await folderOf({ file: '' });
    expect(refusalOf(join(folder.path, 'file/python'))).toMatchObject({ kind: 'operator', code: 'python-unusable' });
  });

  test('is no folder; of a virtual environment, the program in it is named', async () => {
    await using folder = await folderOf({});
    const refused = refusalOf(folder.path);
    expect(refused).toMatchObject({ kind: 'operator', code: 'python-unusable', message: `${folder.path} is a folder, no Python.` });
    expect(refused.mend).toContain('--python');

    await mkdir(join(folder.path, 'bin'));
    await writeFile(join(folder.path, 'bin/python'), '');
    expect(refusalOf(folder.path).mend).toBe(`Name the program in it: --python ${join(folder.path, 'bin/python')}`);
  });

  test('has to be executable', async () => {
    await using folder = await folderOf({ python: '' });
    const python = join(folder.path, 'python');
    await chmod(python, 0o644);
    expect(refusalOf(python)).toMatchObject({
      kind: 'operator',
      code: 'python-unusable',
      message: `${python} is no program: it cannot be executed.`,
    });
  });
});
