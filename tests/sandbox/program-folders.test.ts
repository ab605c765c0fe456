import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programFolders } from '../../src/sandbox/program-folders.ts';
import { folderOf } from '../support/folders.ts';

test('a virtual environment brings the installation that it was made from, by every name of its Python', async () => {
  await using folder = await folderOf({
    'base/bin/python3.12': '',
    'base/lib/python3.12/os.py': '',
    'base/secret': '',
    'venv/bin/activate': '',
  });
  const at = (...parts: string[]) => join(folder.path, ...parts);
  await symlink('python3.12', at('base/bin/python3'));
  await symlink(at('base/bin/python3'), at('venv/bin/python3'));
  await symlink('python3', at('venv/bin/python'));
  await using sources = await folderOf();
  await writeFile(at('venv/pyvenv.cfg'), `home = ${at('base/bin')}\nversion = 3.12.1\n`);
  const found = await programFolders({ command: at('venv/bin/python'), path: '', more: [sources.path] });
  const wanted = ['venv', 'base/lib', 'base/bin/python3', 'base/bin/python3.12'].map((path) => at(path));
  expect(found).toEqual(expect.arrayContaining([...wanted, sources.path]));
  expect(found).not.toContain(at('base'));
});

test('a bare name is found on the PATH, and what the system has is shown anyway', async () => {
  expect(await programFolders({ command: 'sh', path: '/usr/bin:/bin' })).toEqual([]);
  await using folder = await folderOf({ 'bin/tool': '' });
  expect(await programFolders({ command: 'tool', path: `relative:${folder.path}/bin` })).toContain(join(folder.path, 'bin/tool'));
});

test('a program that is not there is the operator’s fault', async () => {
  await expect(programFolders({ command: 'no-such-program', path: '/usr/bin' })).rejects.toMatchObject({ code: 'program-missing' });
});
