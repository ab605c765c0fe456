/** Writes every generated file: types and validators from the schemas, tables in the docs. */

import { writeFresh } from './fresh.ts';
import { generatedDocs } from './generate-docs.ts';
import { generatedFromSchemas } from './generate-schemas.ts';

const written = [
  ...(await writeFresh(await generatedFromSchemas(), ['src/domain/generated'])),
  ...(await writeFresh(await generatedDocs())),
];
console.log(written.length === 0 ? 'Everything generated is fresh.' : `Written: ${written.join(', ')}`);
