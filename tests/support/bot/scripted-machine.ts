import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { environmentFor, scene, writeScene } from '../fake-nvml.ts';
import type { Machine } from './hosted.ts';

/** What both kinds of machines have: Node, git, and the loopback Hub in place of the real one. */
export const hostedMachine = async (folder: string, hubUrl: string): Promise<Machine> => {
  const workspace = join(folder, 'hosted');
  await mkdir(workspace);
  return { workspace, environment: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HF_ENDPOINT: hubUrl } };
};

/** A self-hosted machine with a scripted H100, bubblewrap, and the library that its owner has installed. */
export async function gpuMachine(folder: string, { environment }: Machine): Promise<AsyncDisposable & Machine> {
  const workspace = join(folder, 'self-hosted');
  await mkdir(workspace);
  const played = await writeScene(scene('steady'));
  const scripted = await environmentFor(played.path, { worker: 'embedded', epoch: process.hrtime.bigint() });
  return {
    workspace,
    environment: { ...environment, ...scripted, AI_ENERGY_SCORE_SANDBOX: 'bubblewrap', AI_ENERGY_SCORE_MODULES: resolve('.') },
    [Symbol.asyncDispose]: () => played[Symbol.asyncDispose](),
  };
}
