/** What labels need beside a bundle, which has no node_modules: the rasteriser's program, and the notices that it and the typeface ask for. */
import { readFile } from 'node:fs/promises';

const RASTERISER = 'node_modules/@resvg/resvg-wasm';

/** The shipped files by their path: dist/resvg.wasm with its notice, and the typeface's licence. */
export async function labelFiles(): Promise<Map<string, string | Uint8Array>> {
  const { version } = JSON.parse(await readFile(`${RASTERISER}/package.json`, 'utf8')) as { version: string };
  return new Map<string, string | Uint8Array>([
    ['dist/resvg.wasm', await readFile(`${RASTERISER}/index_bg.wasm`)],
    ['dist/resvg-LICENSE.txt', notice(version)],
    ['dist/inter-LICENSE.txt', await readFile('src/render/label/inter-LICENSE.txt')],
  ]);
}

const notice = (version: string): string => `resvg.wasm is index_bg.wasm of the npm package @resvg/resvg-wasm ${version}, unchanged.
It is under the Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/
Its source is at https://github.com/yisibl/resvg-js, and in the npm package's own source tree of that version.
`;
