import { existsSync } from 'node:fs';
import { messageOf, operatorFault } from '../../domain/errors.ts';
import type { Koffi } from './koffi.ts';

/** Names the library where it lies elsewhere. */
export const NVML_VARIABLE = 'AI_ENERGY_SCORE_NVML';

const NAME = 'libnvidia-ml.so.1';

/** Where drivers put the library when the loader does not know it: distributions, the container toolkit, WSL. */
const FOLDERS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/lib64/nvidia',
  '/usr/lib/x86_64-linux-gnu/nvidia/current',
  '/usr/local/nvidia/lib64',
  '/usr/local/nvidia/lib',
  '/run/opengl-driver/lib',
  '/usr/lib/wsl/lib',
] as const;

export type OpenedLibrary = { handle: ReturnType<Koffi['load']>; place: string };

/**
 * Opens NVML: the file that was named and no other, else what the loader finds, else the usual folders.
 * @throws Fault of the operator: nvml-library where the named file cannot be opened, no-gpu where there is none
 */
export function openLibrary(koffi: Koffi, named: string | undefined, folders: readonly string[] = FOLDERS): OpenedLibrary {
  if (named !== undefined) return openNamed(koffi, named);
  try {
    return { handle: koffi.load(NAME), place: NAME };
  } catch {
    // The loader's own paths do not hold it; the usual folders may.
  }
  const found = folders.map((folder) => `${folder}/${NAME}`).find((path) => existsSync(path));
  if (found !== undefined) return openNamed(koffi, found);
  throw operatorFault(`No NVIDIA GPU can be reached: the driver's library ${NAME} is not on this machine.`, {
    code: 'no-gpu',
    mend: `Install the NVIDIA driver, start the container with its GPUs, or name the library with ${NVML_VARIABLE}.`,
  });
}

function openNamed(koffi: Koffi, place: string): OpenedLibrary {
  try {
    return { handle: koffi.load(place), place };
  } catch (cause) {
    throw operatorFault(`The NVML library ${place} cannot be opened: ${messageOf(cause)}.`, {
      code: 'nvml-library',
      mend: `Name the driver's own library with ${NVML_VARIABLE}, or leave it out and the usual places are searched.`,
      cause,
    });
  }
}
