import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What the real action does with one path: a folder's content, or the file itself, becomes the artifact. */
const { LOOPBACK_ARTIFACTS = '', INPUT_NAME = '', INPUT_PATH = '', INPUT_OVERWRITE } = process.env;
const artifact = join(LOOPBACK_ARTIFACTS, INPUT_NAME);
const isFolder = existsSync(INPUT_PATH) && statSync(INPUT_PATH).isDirectory();
const isEmpty = !existsSync(INPUT_PATH) || (isFolder && readdirSync(INPUT_PATH).length === 0);

if (isEmpty) {
  console.log(`No files were found with the path ${INPUT_PATH}.`);
  process.exitCode = process.env['INPUT_IF-NO-FILES-FOUND'] === 'error' ? 1 : 0;
} else if (existsSync(artifact) && INPUT_OVERWRITE !== 'true') {
  console.log(`There is an artifact ${INPUT_NAME} already.`);
  process.exitCode = 1;
} else {
  rmSync(artifact, { recursive: true, force: true });
  mkdirSync(artifact, { recursive: true });
  cpSync(INPUT_PATH, isFolder ? artifact : join(artifact, basename(INPUT_PATH)), { recursive: true });
}
