import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mendOf } from '../../src/sandbox/bubblewrap.ts';
import { chooseSandbox, type SandboxOptions } from '../../src/sandbox/choose.ts';
import { folderOf } from '../support/folders.ts';

/** A machine with nothing installed. */
const BARE: Pick<SandboxOptions, 'environment' | 'image'> = { environment: { PATH: '/nonexistent' }, image: null };

test('none is for the command line alone', async () => {
  expect(await chooseSandbox({ ...BARE, choice: 'none', purpose: 'command line' })).toMatchObject({
    sandbox: { id: 'none' },
    reason: null,
  });
  await expect(chooseSandbox({ ...BARE, choice: 'none', purpose: 'pull request' })).rejects.toMatchObject({
    kind: 'operator',
    code: 'sandbox-required',
    mend: expect.any(String),
  });
});

test('where nothing seals a model, its owner is told and a pull request is refused', async () => {
  const own = await chooseSandbox({ ...BARE, choice: 'auto', purpose: 'command line' });
  expect(own.sandbox.id).toBe('none');
  expect(own.reason).toContain('unsealed');
  expect(own.reason).toContain('apt-get install bubblewrap');
  await expect(chooseSandbox({ ...BARE, choice: 'auto', purpose: 'pull request' })).rejects.toMatchObject({
    code: 'sandbox-missing',
    mend: expect.stringContaining('apt-get install bubblewrap'),
  });
});

test('what is asked for by name is not replaced by something else', async () => {
  await expect(chooseSandbox({ ...BARE, choice: 'bubblewrap', purpose: 'command line' })).rejects.toMatchObject({
    code: 'sandbox-bubblewrap',
  });
  await expect(chooseSandbox({ ...BARE, choice: 'docker', purpose: 'command line' })).rejects.toMatchObject({ code: 'sandbox-image' });
  const image = `worker@sha256:${'0'.repeat(64)}`;
  await expect(chooseSandbox({ ...BARE, choice: 'docker', image, purpose: 'command line' })).rejects.toMatchObject({
    code: 'sandbox-docker',
  });
});

test('a bubblewrap that the system forbids says what to enable', async () => {
  await using folder = await folderOf({ bwrap: '#!/bin/sh\necho "bwrap: setting up uid map: Permission denied" >&2; exit 1\n' });
  await chmod(join(folder.path, 'bwrap'), 0o755);
  const environment = { PATH: `${folder.path}:/usr/bin:/bin` };
  await expect(chooseSandbox({ choice: 'bubblewrap', image: null, purpose: 'command line', environment })).rejects.toMatchObject({
    code: 'sandbox-bubblewrap',
    message: expect.stringContaining('setting up uid map'),
  });
  expect(mendOf('bwrap: setting up uid map: Permission denied', false)).toContain('kernel.apparmor_restrict_unprivileged_userns');
});
