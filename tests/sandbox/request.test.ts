import { chmod, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SandboxRequest } from '../../src/ports/sandbox.ts';
import { checkRequest, shownPaths } from '../../src/sandbox/request.ts';
import { folderOf } from '../support/folders.ts';

const requestOf = (readable: string[]): SandboxRequest => ({
  command: 'true',
  args: [],
  environment: {},
  readable,
  scratchFolder: '/scratch',
  gpus: [],
  memoryBytes: 1,
  processes: 1,
});
const check = (readable: string[], asOther = false) => checkRequest(requestOf(readable), { asOther });

test.each(['/', '/home', '/root', '/etc', '/run', '/var', '/proc', '/sys', '/dev', homedir()])(
  '%s is never shown to a model',
  async (path) => {
    await expect(check([path])).rejects.toMatchObject({ kind: 'operator', code: 'sandbox-too-wide', mend: expect.any(String) });
  },
);

test('a link to what is never shown is not shown either', async () => {
  await using folder = await folderOf();
  await symlink('/etc', join(folder.path, 'model'));
  await expect(check([join(folder.path, 'model')])).rejects.toMatchObject({ code: 'sandbox-too-wide' });
});

test.each(['relative', '/a/../etc', '/a/./b', '/a\nb'])('the path %j is refused', async (path) => {
  await expect(check([path])).rejects.toMatchObject({ code: 'sandbox-path' });
});

test('what is not there is named', async () => {
  await expect(check(['/no/such/model'])).rejects.toMatchObject({
    code: 'sandbox-missing-path',
    message: expect.stringContaining('/no/such/model'),
  });
});

test('what another user may not read is told before the model fails on it', async () => {
  await using folder = await folderOf();
  await chmod(folder.path, 0o700);
  await expect(check([folder.path], true)).rejects.toMatchObject({ code: 'sandbox-unreadable', mend: `chmod -R o+rX ${folder.path}` });
  await expect(check([folder.path], false)).resolves.toBeUndefined();
});

test('what lies in a folder that is shown is not shown twice, unless the scratch folder hides it', () => {
  const shown = shownPaths({ readable: ['/a', '/a/b', '/ab', '/a/scratch/queries', '/a'], scratchFolder: '/a/scratch' });
  expect(shown).toEqual(['/a', '/ab', '/a/scratch/queries']);
});
