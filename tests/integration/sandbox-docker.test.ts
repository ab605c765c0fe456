import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseSandbox } from '../../src/sandbox/choose.ts';
import { CONTAINER_LABEL, digestOf, openDocker } from '../../src/sandbox/docker.ts';
import { programFolders } from '../../src/sandbox/program-folders.ts';
import { testWhatAllKeep, testWhatSandboxesKeep } from '../sandbox/promises.ts';
import { setStage } from '../sandbox/scenes.ts';
import { type Engine, podmanAsDocker, whyNoPodman } from '../support/podman.ts';

const run = promisify(execFile);

const missing = await whyNoPodman();
if (missing !== null) console.warn(`docker's command line is not tried on an engine: ${missing}`);

describe.skipIf(missing !== null)("docker's command line, run by podman", () => {
  let engine: Engine | null = null;
  const opened = async () => {
    engine ??= await podmanAsDocker();
    return engine;
  };
  afterAll(async () => engine?.[Symbol.asyncDispose]());

  const open = async () => {
    const { image, environment } = await opened();
    const readable = ['/usr', ...(await programFolders({ command: process.execPath, path: '' }))];
    return { sandbox: await openDocker(image, environment), program: { command: process.execPath, readable } };
  };
  testWhatAllKeep(open);
  testWhatSandboxesKeep(open, 'as the engine filters');

  test('its program is found from outside, and the container is gone after it', async () => {
    const { environment } = await opened();
    const stage = await setStage(await open());
    const { backend } = await stage.play('idle');
    expect(readFileSync(`/proc/${backend.pid}/cmdline`, 'utf8')).toContain('malicious-worker.ts');
    await backend.stop();
    const { stdout } = await run('docker', ['ps', '--all', '--quiet', '--filter', `label=${CONTAINER_LABEL}`], { env: environment });
    expect(stdout).toBe('');
    await stage[Symbol.asyncDispose]();
  });

  test('auto takes it where an image is named', async () => {
    const { image, environment } = await opened();
    const chosen = await chooseSandbox({ choice: 'auto', image, purpose: 'pull request', environment });
    expect(chosen).toMatchObject({ sandbox: { id: 'docker', container: digestOf(image) }, reason: null });
  });

  test('an image goes by its id as well, and one that is not there is not fetched', async () => {
    const { imageId, environment } = await opened();
    expect((await openDocker(imageId, environment)).container).toBe(imageId.slice('sha256:'.length));
    const unknown = `localhost/unknown@sha256:${'0'.repeat(64)}`;
    await expect(openDocker(unknown, environment)).rejects.toMatchObject({ code: 'sandbox-image-missing' });
  });
});
