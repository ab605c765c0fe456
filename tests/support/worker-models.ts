import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import { digestedFiles, folderRevision } from '../../src/hub/folder-digest.ts';
import { WORKER, workerPython } from './worker-python.ts';

const run = promisify(execFile);

/** Whose the tiny models are. All have random weights. */
export const TINY_ORGANISATION = 'tiny-random';

/** For each task the tiny models that run it, by the kind of model. The first runs the task's usual phases. */
export const TINY_MODELS = {
  'text-generation': ['babbler', 'thinker', 't5'],
  reasoning: ['thinker'],
  summarization: ['bart', 't5'],
  'question-answering': ['bert-answers', 't5'],
  'text-classification': ['bert-labels', 't5'],
  'sentence-similarity': ['bert-vectors', 'roberta-vectors'],
  'image-classification': ['vit'],
  'object-detection': ['yolos', 'detr'],
  'automatic-speech-recognition': ['whisper', 'wav2vec2'],
  'text-to-image': ['stable-diffusion'],
  'image-to-text': ['blip', 'git', 'vit-gpt2', 'llava'],
} as const satisfies Record<TaskKey, readonly [string, ...string[]]>;

/** A folder laid out as examples/: models, data sets, a policy and submissions. */
export type TinyModels = {
  root: string;
  /** What holds <org>/<name>/: for --models. */
  modelsFolder: string;
  policyFile: string;
  /** Folder of a model's files. */
  model(name: string): string;
  /** JSON Lines file of a task's queries; files it names lie beside it. */
  dataset(task: TaskKey): string;
  /** Submission file of a model for a task of TINY_MODELS. */
  submission(name: string, task: TaskKey): string;
};

const SCRIPTS = ['tiny_models.py', 'tiny_datasets.py', 'tiny_tokenizers.py'].map((name) => join(WORKER, 'tests', name));
const CACHE = resolve('node_modules/.cache/integration');

/** Phases short, runs few: the figures mean nothing anyway. */
const POLICY = `schemaVersion: 1
name: Tiny models with random weights
backends: [transformers]
run:
  runs: 2
  minimumPhaseSeconds: 0.25
  warmUpMaximumSeconds: 0.2
  deadlineSeconds: 600
datasets:
${Object.keys(TINY_MODELS)
  .map((task) => `  ${task}: { path: datasets/${task}.jsonl }`)
  .join('\n')}
`;

/** Tiny models of every kind with random weights, written by Python once and kept; tests that change them copy them first. */
export async function tinyModels(): Promise<TinyModels> {
  const python = await workerPython();
  const hash = createHash('sha256').update(python).update(POLICY).update(JSON.stringify(TINY_MODELS));
  for (const script of SCRIPTS) hash.update(await readFile(script));
  const root = join(CACHE, `tiny-models-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(root)) await write(root, python);
  return {
    root,
    modelsFolder: join(root, 'models'),
    policyFile: join(root, 'policy.yaml'),
    model: (name) => join(root, 'models', TINY_ORGANISATION, name),
    dataset: (task) => join(root, 'datasets', `${task}.jsonl`),
    submission: (name, task) => submissionFile(root, name, task),
  };
}

const submissionFile = (root: string, name: string, task: TaskKey): string =>
  join(root, 'submissions', TINY_ORGANISATION, name, `${task}.yaml`);

async function write(root: string, python: string): Promise<void> {
  const beside = `${root}.${process.pid}`;
  const [script = ''] = SCRIPTS;
  try {
    await run(python, ['-B', script, beside], { env: { ...process.env, OMP_NUM_THREADS: '1' }, maxBuffer: 1 << 26 });
    // safetensors writes for the owner alone, and a sandbox reads as another user.
    await run('chmod', ['-R', 'o+rX', beside]);
    await writeFile(join(beside, 'policy.yaml'), POLICY);
    for (const name of await readdir(join(beside, 'models', TINY_ORGANISATION))) await writeSubmissions(beside, name);
    if (!existsSync(root)) await rename(beside, root);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function writeSubmissions(root: string, name: string): Promise<void> {
  const revision = folderRevision(await digestedFiles(join(root, 'models', TINY_ORGANISATION, name)));
  for (const [task, models] of Object.entries(TINY_MODELS) as [TaskKey, readonly string[]][]) {
    if (!models.includes(name)) continue;
    const file = submissionFile(root, name, task);
    await mkdir(dirname(file), { recursive: true });
    const lines = ['schemaVersion: 1', `model: ${TINY_ORGANISATION}/${name}`, `revision: ${revision}`, `task: ${taskOf(task).key}`];
    await writeFile(file, `${[...lines, 'precision: float32'].join('\n')}\n`);
  }
}
