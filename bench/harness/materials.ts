/**
 * What both harnesses read: the same model files, and the same rows as JSON Lines and as Parquet. transformers 5 writes
 * some descriptions of tokenizers and processors that version 4 does not read; both get what both read.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { digestedFiles, folderRevision } from '../../src/hub/folder-digest.ts';
import type { TinyModels } from '../../tests/support/worker-models.ts';
import { type BenchTask, writeModel } from './bench-tasks.ts';

const run = promisify(execFile);

export type Materials = { submission: string; policy: string; model: string; parquetFolder: string };

/** Writes one task's files below a folder of its own. */
export async function writeMaterials(root: string, bench: BenchTask, tiny: TinyModels, peerPython: string): Promise<Materials> {
  const { task, model: id } = bench;
  const model = join(root, 'models', id);
  await mkdir(dirname(model), { recursive: true });
  await writeModel(bench, tiny, model);
  await describeForBoth(model);
  const rows = join(root, 'datasets', `${task}.jsonl`);
  await writeRows(bench, tiny.dataset(task), rows);
  const parquetFolder = join(root, 'parquet');
  await run(peerPython, ['-B', join(import.meta.dirname, 'peer_datasets.py'), rows, parquetFolder]);
  const submission = join(root, 'submissions', id, `${task}.yaml`);
  await mkdir(dirname(submission), { recursive: true });
  const revision = folderRevision(await digestedFiles(model));
  await writeFile(submission, `schemaVersion: 1\nmodel: ${id}\nrevision: ${revision}\ntask: ${task}\nprecision: float32\n`);
  const policy = join(root, 'policy.yaml');
  await writeFile(
    policy,
    `schemaVersion: 1\nname: Side by side\nbackends: [transformers]\nrun: { runs: 1, minimumPhaseSeconds: 0.1 }\n` +
      `datasets:\n  ${task}: { path: datasets/${task}.jsonl }\n`,
  );
  // A sandbox reads as another user.
  await run('chmod', ['-R', 'o+rX', root]);
  return { submission, policy, model, parquetFolder };
}

async function writeRows({ samples, rows, repeats = 1 }: BenchTask, source: string, target: string): Promise<void> {
  const lines = (await readFile(source, 'utf8')).trimEnd().split('\n').slice(0, rows);
  const written = lines.map((line) =>
    JSON.stringify(JSON.parse(line, (_, cell) => (typeof cell === 'string' ? said(cell, repeats) : cell))),
  );
  await cp(dirname(source), dirname(target), { recursive: true });
  await writeFile(target, Array.from({ length: samples }, (_, index) => `${written[index % written.length]}\n`).join(''));
}

const said = (text: string, times: number): string => Array(times).fill(text).join(' ');

async function describeForBoth(model: string): Promise<void> {
  const tokenizerFile = join(model, 'tokenizer_config.json');
  const described = await readJson(tokenizerFile);
  if (described?.tokenizer_class === 'TokenizersBackend') {
    const { extra_special_tokens: _, backend: __, ...rest } = described;
    // The versions have different defaults of what a tokenizer gives.
    const both = { tokenizer_class: 'PreTrainedTokenizerFast', model_input_names: ['input_ids', 'attention_mask'] };
    await writeJson(tokenizerFile, { ...rest, ...both });
  }
  const nested = (await readJson(join(model, 'processor_config.json')))?.image_processor;
  if (nested !== undefined) await describeBlip(model, nested);
  if ((await readJson(join(model, 'config.json')))?.model_type === 'whisper') await describeWhisper(model);
}

/** Version 4 has a file of its own for what sees, and a tokenizer of BERT's own class, which asks for a normaliser. Captions begin without a text. */
async function describeBlip(model: string, images: unknown): Promise<void> {
  await writeJson(join(model, 'preprocessor_config.json'), { ...(images as object), processor_class: 'BlipProcessor' });
  const file = join(model, 'tokenizer.json');
  const normalizer = { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: false };
  await writeJson(file, { ...(await readJson(file)), normalizer });
}

/** Version 4 puts a Whisper processor together of a tokenizer of Whisper's own class. */
async function describeWhisper(model: string): Promise<void> {
  const { model: pairs } = (await readJson(join(model, 'tokenizer.json'))) as { model: { vocab: object; merges: string[][] } };
  await writeJson(join(model, 'vocab.json'), pairs.vocab);
  await writeFile(join(model, 'merges.txt'), `#version: 0.2\n${pairs.merges.map((pair) => pair.join(' ')).join('\n')}\n`);
  for (const [file, more] of [
    ['tokenizer_config.json', { tokenizer_class: 'WhisperTokenizer' }],
    ['preprocessor_config.json', { processor_class: 'WhisperProcessor' }],
  ] as const) {
    await writeJson(join(model, file), { ...(await readJson(join(model, file))), ...more });
  }
}

async function readJson(file: string): Promise<Record<string, unknown> | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

const writeJson = (file: string, value: unknown) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
