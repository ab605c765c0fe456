import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noSandbox } from '../../src/sandbox/none.ts';
import { testWhatAllKeep } from './promises.ts';
import { setStage } from './scenes.ts';

const open = async () => ({ sandbox: noSandbox, program: { command: process.execPath, readable: [] } });

testWhatAllKeep(open);

test('without a sandbox a model reaches what its user reaches: that is why it is never official', async () => {
  await using stage = await setStage(await open());
  expect((await stage.play('network')).report).toMatchObject({ tcp: 'reached', unix: 'reached', abstract: 'reached' });
  expect((await stage.play('read-outside')).report).toContain(join(stage.folder, 'home/.ssh/id_ed25519'));
  expect((await stage.play('read-environment')).report).toMatchObject({ own: false, anywhere: true });
  expect((await stage.play('other-processes')).report).toEqual({ seen: 1, killed: true });
  await expect.poll(stage.victimLives).toBe(false);
});
