import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseOnnxFiles, type OnnxChoice, type OnnxLayout } from '../../domain/onnx-files.ts';
import { type OnnxHeader, readOnnxHeader } from './onnx-header.ts';

/** Paths of what lies in the onnx folder of a model, with forward slashes; none where there is no such folder. */
async function onnxPaths(modelFolder: string): Promise<string[]> {
  const names = await readdir(join(modelFolder, 'onnx')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.map((name) => `onnx/${name}`);
}

/** The ONNX files of one format in a model's folder, what each says of its weights, and how many parameters they hold. */
export type OnnxWeights = { choice: OnnxChoice; headers: OnnxHeader[]; parameters: number | null };

/**
 * Chooses a model's ONNX files and counts their parameters, without loading them.
 * @param format precision and quantisation as the plan declares them
 * @param layout the layout that the model's task needs; whichever is there where absent
 * @throws Fault of the input: those of chooseOnnxFiles and readOnnxHeader
 */
export async function onnxWeights(
  modelFolder: string,
  format: Parameters<typeof chooseOnnxFiles>[1],
  layout: OnnxLayout | null = null,
): Promise<OnnxWeights> {
  const choice = chooseOnnxFiles(await onnxPaths(modelFolder), format, layout);
  const headers: OnnxHeader[] = [];
  for (const network of choice.networks) headers.push(await readOnnxHeader(join(modelFolder, network)));
  const parameters = headers.reduce<number | null>(
    (sum, header) => (sum === null || header.parameters === null ? null : sum + header.parameters),
    0,
  );
  return { choice, headers, parameters };
}
