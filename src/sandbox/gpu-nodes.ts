import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';

/** Where the NVIDIA driver tells of its GPUs. */
const DRIVER_FOLDER = '/proc/driver/nvidia/gpus';

/** Device nodes that every CUDA program needs. */
const COMMON_NODES = ['/dev/nvidiactl', '/dev/nvidia-uvm', '/dev/nvidia-uvm-tools'];

/**
 * The device nodes of these GPUs and no others, by UUID.
 * @throws Fault of the operator, code sandbox-gpu, for a GPU that the driver does not list
 */
export async function gpuNodes(uuids: readonly string[], driverFolder: string = DRIVER_FOLDER): Promise<string[]> {
  if (uuids.length === 0) return [];
  const minors = await minorsByUuid(driverFolder);
  const own = uuids.map((uuid) => {
    const minor = minors.get(uuid);
    if (minor !== undefined) return `/dev/nvidia${minor}`;
    throw operatorFault(`The NVIDIA driver lists no GPU ${uuid} in ${driverFolder}.`, {
      code: 'sandbox-gpu',
      mend: 'Name a whole GPU by its UUID (nvidia-smi -L). Slices of a GPU (MIG) run in docker alone.',
    });
  });
  return [...COMMON_NODES, ...own];
}

async function minorsByUuid(driverFolder: string): Promise<Map<string, number>> {
  const folders = await readdir(driverFolder).catch(() => []);
  const texts = await Promise.all(folders.map((folder) => readFile(join(driverFolder, folder, 'information'), 'utf8').catch(() => '')));
  const pairs = texts.flatMap((text) => {
    const uuid = text.match(/^GPU UUID:\s*(\S+)/m)?.[1];
    const minor = text.match(/^Device Minor:\s*(\d+)/m)?.[1];
    return uuid === undefined || minor === undefined ? [] : [[uuid, Number(minor)] as const];
  });
  return new Map(pairs);
}
