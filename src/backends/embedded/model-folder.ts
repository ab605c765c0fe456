import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of what lies in the onnx folder of a model, with forward slashes; none where there is no such folder. */
export async function onnxPaths(modelFolder: string): Promise<string[]> {
  const names = await readdir(join(modelFolder, 'onnx')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.map((name) => `onnx/${name}`);
}
