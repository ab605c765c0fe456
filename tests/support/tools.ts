import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the integration tests keep what they install. npm ci removes it with node_modules. */
const TOOLS = resolve('node_modules/.cache/integration');

/** Go programs and their versions; `go install` verifies each against Go's checksum database. */
const GO_PROGRAMS = {
  act: 'github.com/nektos/act@v0.2.89',
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
} as const;

/** Path of a Go program, built where it is not there yet: act runs workflows on this machine, actionlint reads them. */
export async function installGoProgram(name: keyof typeof GO_PROGRAMS): Promise<string> {
  const folder = join(TOOLS, 'go');
  const path = join(folder, name);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  await run('go', ['install', GO_PROGRAMS[name]], { env: { ...process.env, GOBIN: folder }, maxBuffer: 1 << 26 });
  return path;
}
