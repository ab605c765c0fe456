import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseOnnxFiles, type OnnxChoice } from '../../domain/onnx-files.ts';
import { readOnnxHeader } from './onnx-header.ts';

/** Paths of what lies in the onnx folder of a model, with forward slashes; none where there is no such folder. */
async function onnxPaths(modelFolder: string): Promise<string[]> {
  const names = await readdir(join(modelFolder, 'onnx')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.map((name) => `onnx/${name}`);
}

/** The ONNX files of one format in a model's folder, and how many parameters they hold. */
export type OnnxWeights = { choice: OnnxChoice; parameters: number | null };

/**
 * Chooses a model's ONNX files and counts their parameters, without loading them.
 * @param format precision and quantisation as the plan declares them
 * @throws Fault of the input: those of chooseOnnxFiles and readOnnxHeader
 */
export async function onnxWeights(modelFolder: string, format: Parameters<typeof chooseOnnxFiles>[1]): Promise<OnnxWeights> {
  const choice = chooseOnnxFiles(await onnxPaths(modelFolder), format);
  let parameters: number | null = 0;
  for (const network of choice.networks) {
    const header = await readOnnxHeader(join(modelFolder, network));
    parameters = parameters === null || header.parameters === null ? null : parameters + header.parameters;
  }
  return { choice, parameters };
}
