/**
 * koffi's native files, which dist/ ships because an action has no node_modules. They are known by their SHA-256, so
 * that npm run check needs no network; npm run build fetches what is not installed here.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version that the digests are of. */
const VERSION = '3.3.4';

/** Platforms whose native file is shipped (both with glibc), and what it must be. After an upgrade the build tells the new digests. */
const SHA256: Readonly<Record<string, string>> = {
  'linux-x64': 'bee3ebc173f47178269e8441fbfd90899c8fe6bc3c948f481c79670f924b1725',
  'linux-arm64': '7086182b845ae3a0e22113513c9a4e4f2b7838814b079c9a91270887eab1adf1',
};

type Locked = { version: string; integrity?: string };

const digest = (algorithm: 'sha256' | 'sha512', encoding: 'hex' | 'base64', bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest(encoding);

/** The shipped files by their path: dist/koffi-<platform>.node, and koffi's licence. */
export async function nativeFiles(): Promise<Map<string, Uint8Array>> {
  const version = (await lockedPackage('koffi')).version;
  if (version !== VERSION) throw new Error(`koffi is ${version} now: write that and the new digests into scripts/native-files.ts.`);
  const files = new Map<string, Uint8Array>([['dist/koffi-LICENSE.txt', await readFile('node_modules/koffi/LICENSE.txt')]]);
  for (const platform of Object.keys(SHA256)) files.set(`dist/koffi-${platform}.node`, await nativeFile(platform));
  return files;
}

async function nativeFile(platform: string): Promise<Uint8Array> {
  const inPackage = `${platform.replace('-', '_')}/koffi.node`;
  for (const path of [`node_modules/@koromix/koffi-${platform}/${inPackage}`, `dist/koffi-${platform}.node`]) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null && digest('sha256', 'hex', bytes) === SHA256[platform]) return bytes;
  }
  const bytes = await fetched(platform, inPackage);
  const found = digest('sha256', 'hex', bytes);
  if (found === SHA256[platform]) return bytes;
  throw new Error(`koffi's file for ${platform} has the SHA-256 ${found}: write it into scripts/native-files.ts.`);
}

async function lockedPackage(name: string): Promise<Locked> {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, Locked | undefined> };
  const locked = packages[`node_modules/${name}`];
  if (locked === undefined) throw new Error(`The lock file does not name ${name}.`);
  return locked;
}

/** A file of the package at the version that the lock file names; the package is compared with the lock file's digest. */
async function fetched(platform: string, path: string): Promise<Uint8Array> {
  const name = `@koromix/koffi-${platform}`;
  const locked = await lockedPackage(name);
  const folder = await mkdtemp(join(tmpdir(), 'koffi-'));
  try {
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${locked.version}`]);
    const archive = join(folder, stdout.trim());
    const integrity = `sha512-${digest('sha512', 'base64', await readFile(archive))}`;
    if (integrity !== locked.integrity) throw new Error(`${name}@${locked.version} is not what the lock file names.`);
    await run('tar', ['-xzf', archive, '-C', folder, `package/${path}`]);
    return await readFile(join(folder, 'package', path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
