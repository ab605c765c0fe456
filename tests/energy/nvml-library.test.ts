import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/energy/nvml/find-library.ts';
import { loadKoffi } from '../../src/energy/nvml/koffi.ts';

type Load = Parameters<typeof openLibrary>[0]['load'];

/** A koffi whose libraries are those of a list, and the names it was asked for. */
function koffiWith(known: readonly string[]): { load: Load; asked: string[] } {
  const asked: string[] = [];
  const load = (name: string | null) => {
    asked.push(String(name));
    if (!known.includes(String(name))) throw new Error('cannot open shared object file');
    return {} as ReturnType<Load>;
  };
  return { load, asked };
}

test('the loader is asked first, for it knows what the operator set up', () => {
  const koffi = koffiWith(['libnvidia-ml.so.1']);
  expect(openLibrary(koffi, undefined)).toMatchObject({ place: 'libnvidia-ml.so.1' });
  expect(koffi.asked).toEqual(['libnvidia-ml.so.1']);
});

test('folders of drivers are searched where the loader knows nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driver-'));
  try {
    const file = join(folder, 'libnvidia-ml.so.1');
    await writeFile(file, '');
    expect(openLibrary(koffiWith([file]), undefined, ['libnvidia-ml.so.1', '/nowhere/at/all.so', file])).toMatchObject({ place: file });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('without a library there is no GPU, and the fault says what to install', () => {
  expect(() => openLibrary(koffiWith([]), undefined, ['libnvidia-ml.so.1', '/nowhere/at/all.so'])).toThrow(
    expect.objectContaining({
      kind: 'operator',
      code: 'no-gpu',
      message: "No NVIDIA GPU can be reached: the driver's library libnvidia-ml.so.1 is not on this machine.",
      mend: expect.stringContaining('AI_ENERGY_SCORE_NVML'),
    }),
  );
});

test('a library that was named is taken or told, and no other is taken in its place', () => {
  const koffi = koffiWith(['libnvidia-ml.so.1']);
  expect(() => openLibrary(koffi, '/opt/driver/libnvidia-ml.so.1')).toThrow(expect.objectContaining({ code: 'nvml-library' }));
  expect(koffi.asked).toEqual(['/opt/driver/libnvidia-ml.so.1']);
});

test('koffi is loaded from the sources, and opens libraries', () => {
  const { koffi } = loadKoffi();
  expect(() => koffi.load('libdoes-not-exist.so.1')).toThrow('cannot open shared object file');
});

test('a native file that is shipped beside the code is taken before any package, and a broken one is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    await writeFile(join(folder, `koffi-${process.platform}-${process.arch}.node`), 'no machine code');
    expect(() => loadKoffi(`file://${folder}/cli.js`)).toThrow(expect.objectContaining({ kind: 'operator', code: 'nvml-binding' }));
  } finally {
    await rm(folder, { recursive: true });
  }
});
