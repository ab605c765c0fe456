import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { taskOf } from '../../../src/domain/tasks.ts';
import type { HubRepository } from '../hub-server.ts';

/** An example model as it would be on the Hub. */
const MODEL = { id: 'ai-energy-score-examples/babbler-27k', revision: '27ab'.repeat(10) } as const;

/** What a stranger submits. */
export const SUBMISSION = {
  path: `submissions/${MODEL.id}/text-generation.yaml`,
  content: [
    'schemaVersion: 1',
    `model: ${MODEL.id}`,
    `revision: ${MODEL.revision}`,
    'task: text-generation',
    'precision: float32',
    '',
  ].join('\n'),
};

/** The model, and rows in the place and form of the official data set. */
export async function hubRepositories(): Promise<HubRepository[]> {
  const folder = join('examples/models', MODEL.id);
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const));
  const { dataset } = taskOf('text-generation');
  return [
    {
      kind: 'model',
      id: MODEL.id,
      commit: MODEL.revision,
      files: Object.fromEntries(files),
      large: ['onnx/model.onnx'],
      pipelineTag: 'text-generation',
      licence: 'mit',
      parameters: 27_000,
    },
    { kind: 'dataset', id: dataset.id, commit: 'da'.repeat(20), files: { 'data/train-00000-of-00001.parquet': await rowsAsParquet() } },
  ];
}

async function rowsAsParquet(): Promise<Uint8Array> {
  const lines = (await readFile('examples/datasets/text_generation.jsonl', 'utf8')).trimEnd().split('\n');
  const text = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  return new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'text', data: text, type: 'STRING' }] }));
}
