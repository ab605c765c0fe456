import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** Each artifact gets a folder of its name; one that is alone lies in the path itself. */
const { LOOPBACK_ARTIFACTS = '', INPUT_PATTERN = '*', INPUT_PATH = '' } = process.env;
const all = existsSync(LOOPBACK_ARTIFACTS) ? readdirSync(LOOPBACK_ARTIFACTS) : [];
const matching = all.filter((name) => matchesGlob(name, INPUT_PATTERN));
mkdirSync(INPUT_PATH, { recursive: true });
for (const name of matching) {
  cpSync(join(LOOPBACK_ARTIFACTS, name), matching.length === 1 ? INPUT_PATH : join(INPUT_PATH, name), { recursive: true });
}
