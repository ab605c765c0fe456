import { existsSync, statSync } from 'node:fs';
import { messageOf, operatorFault } from '../../domain/errors.ts';
import type { Koffi } from './koffi.ts';

/** Names the library where it lies elsewhere. */
export const NVML_VARIABLE = 'AI_ENERGY_SCORE_NVML';

const NAME = 'libnvidia-ml.so.1';

/** Where the library is searched: what the loader finds, then where drivers put it (distributions, the container toolkit, WSL). */
const PLACES: readonly string[] = [
  NAME,
  `/usr/lib/x86_64-linux-gnu/${NAME}`,
  `/usr/lib/aarch64-linux-gnu/${NAME}`,
  `/usr/lib64/${NAME}`,
  `/usr/lib/${NAME}`,
  `/usr/lib64/nvidia/${NAME}`,
  `/usr/lib/x86_64-linux-gnu/nvidia/current/${NAME}`,
  `/usr/local/nvidia/lib64/${NAME}`,
  `/usr/local/nvidia/lib/${NAME}`,
  `/run/opengl-driver/lib/${NAME}`,
  `/usr/lib/wsl/lib/${NAME}`,
];

export type OpenedLibrary = { handle: ReturnType<Koffi['load']>; place: string };

/**
 * Opens NVML: the file that was named and no other, else the first of the places that has it.
 * @throws Fault of the operator: nvml-library where a file that is there cannot be opened, no-gpu where there is none
 */
export function openLibrary(koffi: Koffi, named: string | undefined, places: readonly string[] = PLACES): OpenedLibrary {
  if (named !== undefined) return openFile(koffi, named);
  for (const place of places) {
    const opened = place.includes('/') ? openIfThere(koffi, place) : openByLoader(koffi, place);
    if (opened !== null) return opened;
  }
  throw operatorFault(`No NVIDIA GPU can be reached: the driver's library ${NAME} is not on this machine.`, {
    code: 'no-gpu',
    mend: `Install the NVIDIA driver, start the container with its GPUs, or name the library with ${NVML_VARIABLE}.`,
  });
}

function openByLoader(koffi: Koffi, name: string): OpenedLibrary | null {
  try {
    return { handle: koffi.load(name), place: name };
  } catch {
    return null; // The loader does not know it; the folders of drivers may hold it.
  }
}

const openIfThere = (koffi: Koffi, file: string): OpenedLibrary | null => (existsSync(file) ? openFile(koffi, file) : null);

function openFile(koffi: Koffi, file: string): OpenedLibrary {
  // Loading a pipe would wait for its writer for ever.
  if (existsSync(file) && !statSync(file).isFile()) {
    throw operatorFault(`The NVML library ${file} is no plain file.`, {
      code: 'nvml-library',
      mend: `Name the driver's own library with ${NVML_VARIABLE}.`,
    });
  }
  try {
    return { handle: koffi.load(file), place: file };
  } catch (cause) {
    throw operatorFault(`The NVML library ${file} cannot be opened: ${messageOf(cause)}.`, {
      code: 'nvml-library',
      mend: `Name the driver's own library with ${NVML_VARIABLE}, or leave it out and the usual places are searched.`,
      cause,
    });
  }
}
