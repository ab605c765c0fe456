import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { messageOf, operatorFault } from '../../domain/errors.ts';

type Rasteriser = typeof import('@resvg/resvg-wasm');

let loaded: Promise<Rasteriser> | null = null;

/**
 * An SVG document of ours as a PNG at a scale.
 * @param scale 2 gives twice as many pixels each way
 * @throws Fault of the operator, code rasteriser-missing, where the rasteriser's program cannot be loaded
 */
export async function pngOf(svg: string, scale: 1 | 2): Promise<Uint8Array> {
  loaded ??= load();
  const { Resvg } = await loaded;
  const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } });
  try {
    const image = picture.render();
    const bytes = image.asPng();
    image.free();
    return bytes;
  } finally {
    picture.free();
  }
}

/** Starts the rasteriser once per process: it takes its WebAssembly from beside a bundle, else from the installed package. */
async function load(): Promise<Rasteriser> {
  try {
    const shipped = fileURLToPath(new URL('./resvg.wasm', import.meta.url));
    const file = existsSync(shipped) ? shipped : createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
    const [rasteriser, program] = await Promise.all([import('@resvg/resvg-wasm'), readFile(file)]);
    await rasteriser.initWasm(program);
    return rasteriser;
  } catch (cause) {
    loaded = null;
    throw operatorFault(`The rasteriser that makes PNG files cannot be loaded: ${messageOf(cause)}.`, {
      code: 'rasteriser-missing',
      mend: 'Take the SVG, or run: npm install @resvg/resvg-wasm',
      cause,
    });
  }
}
