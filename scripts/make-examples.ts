import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/domain/canonical.ts';
import { folderRevision } from '../src/hub/folder-digest.ts';
import { drawing, figureNames } from './examples/drawings.ts';
import { exampleModels, ORGANISATION } from './examples/models.ts';
import { png } from './examples/png.ts';
import { openings, pairs, questions, reviews } from './examples/sentences.ts';

/** Folders of examples/ that this program owns whole. */
const OWNED = ['models', 'datasets', 'submissions'];
const PICTURES_PER_FIGURE = 5;

/**
 * Every generated file of examples/, by path with forward slashes: models, data sets and submissions.
 * The bytes are the same on every machine: no clock, no compression, no transcendental function takes part.
 */
export function exampleFiles(): Map<string, Uint8Array> {
  return new Map([...modelFiles(), ...datasetFiles()].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function* modelFiles(): Generator<[string, Uint8Array]> {
  for (const { name, task, files } of exampleModels()) {
    for (const [path, bytes] of files) yield [`models/${ORGANISATION}/${name}/${path}`, bytes];
    const revision = folderRevision([...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes) })));
    yield [`submissions/${ORGANISATION}/${name}/${task}.yaml`, submission(name, task, revision)];
  }
}

function* datasetFiles(): Generator<[string, Uint8Array]> {
  yield ['datasets/text_generation.jsonl', lines(openings.map((text) => ({ text })))];
  yield ['datasets/text_classification.jsonl', lines(reviews.map((text) => ({ text })))];
  yield ['datasets/sentence_similarity.jsonl', lines(pairs.map(([sentence1, sentence2]) => ({ sentence1, sentence2 })))];
  yield ['datasets/question_answering.jsonl', lines(questions.map(([question, context]) => ({ question, context })))];
  const images: string[] = [];
  for (let round = 0; round < PICTURES_PER_FIGURE; round++) {
    for (const [index, figure] of figureNames.entries()) {
      const image = `images/${figure}-${round + 1}.png`;
      images.push(image);
      yield [`datasets/${image}`, png(drawing(figure, round * figureNames.length + index + 1))];
    }
  }
  yield ['datasets/image_classification.jsonl', lines(images.map((image) => ({ image })))];
  yield ['datasets/object_detection.jsonl', lines(images.map((image) => ({ image })))];
}

const lines = (rows: readonly object[]): Uint8Array => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const submission = (name: string, task: string, revision: string): Uint8Array =>
  Buffer.from(`# yaml-language-server: $schema=../../../../schemas/submission.schema.json
schemaVersion: 1
model: ${ORGANISATION}/${name}
# The digest of the model's folder stands in for a commit: these models are not on the Hub.
revision: ${revision}
task: ${task}
precision: float32
`);

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../examples', import.meta.url));
  for (const owned of OWNED) await rm(join(folder, owned), { recursive: true, force: true });
  for (const [path, bytes] of exampleFiles()) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
