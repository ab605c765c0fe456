/**
 * `npm run lock`: names every platform's optional packages in package-lock.json. npm leaves out those that a registry
 * mirror does not carry, and then `npm ci` refuses the lock file everywhere. Added entries have the exact version that
 * their dependent asks for and the platform that their name tells; they are only fetched on that platform.
 */
import { readFile, writeFile } from 'node:fs/promises';

type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
/** Packages whose names do not tell their platform. */
const KNOWN: Readonly<Record<string, Pick<Entry, 'os'>>> = { fsevents: { os: ['darwin'] } };

/** The lock file's text with every optional package named. */
export function completedLock(text: string): string {
  const lock = JSON.parse(text) as Lock;
  const { packages } = lock;
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, path, name, range)) continue;
      const folder = path.slice(0, path.lastIndexOf('node_modules/'));
      packages[`${folder}node_modules/${name}`] = {
        version: range.replace(/^[~^]/, ''),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Whether a package finds another one in a version that fits, as Node.js looks for it: in its own node_modules, then in those above. */
function isFound(packages: Lock['packages'], from: string, name: string, range: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found !== undefined) return !/^\d/.test(range) || found.version === range;
    if (folder === '') return false;
  }
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const parts = name.replace(/^.*\//, '').replace('linuxmusl', 'linux-musl').split('-');
  const named = (known: readonly string[]) => known.filter((word) => parts.includes(word));
  const [os, cpu] = [named(SYSTEMS), named(PROCESSORS)];
  return {
    ...(os.length === 0 ? {} : { os }),
    ...(cpu.length === 0 ? {} : { cpu }),
    ...(parts.some((part) => part.startsWith('musl')) ? { libc: ['musl'] } : {}),
    ...KNOWN[name],
  };
}

if (import.meta.main) await writeFile('package-lock.json', completedLock(await readFile('package-lock.json', 'utf8')));
