import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Manifest } from '../../src/domain/evidence.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordText } from './records.ts';

/** Puts a text into a file of a result's bundle, packed where its name says so, and makes manifest and record fit it. */
export async function forgeFile(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, 'bundle', name);
  const packed = name.endsWith('.gz');
  const content = await readFile(file);
  const text = change((packed ? gunzipSync(content) : content).toString());
  await writeFile(file, packed ? gzipSync(text) : text);
  await sealFolder(folder);
}

/** Makes the manifest fit the files of a bundle, and the record its manifest. */
async function sealFolder(folder: string): Promise<void> {
  const bundle = join(folder, 'bundle');
  const manifest: Manifest = JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8'));
  for (const entry of manifest.files) {
    const content = await readFile(join(bundle, entry.path));
    Object.assign(entry, { bytes: content.length, sha256: sha256(content) });
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(bundle, 'manifest.json'), text);
  const record: Result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
  const bytes = manifest.files.reduce((total, file) => total + file.bytes, Buffer.byteLength(text));
  record.bundle = { manifestSha256: sha256(text), files: manifest.files.length + 1, bytes };
  await writeFile(join(folder, 'result.json'), recordText(record));
}
