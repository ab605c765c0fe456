/** Builds dist/. */
import { builtFiles } from './bundles.ts';
import { writeFresh } from './fresh.ts';

const written = await writeFresh(await builtFiles(), ['dist']);
console.log(written.length === 0 ? 'dist/ is fresh.' : `Written: ${written.join(', ')}`);
