import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../../src/domain/errors.ts';
import { installed } from './debian.ts';
import { folderOf } from './folders.ts';

const run = promisify(execFile);

/** An engine that takes docker's command line, with an image of empty folders and links: /usr is mounted into it. */
export type Engine = AsyncDisposable & {
  /** Environment in which `docker` is podman. */
  environment: NodeJS.ProcessEnv;
  /** The image by its digest. */
  image: string;
  /** The image by its id. */
  imageId: string;
};

/** Where docker keeps a read-only container without any writable folder, podman adds some, unless it is told not to. */
const PODMAN_AS_DOCKER = `#!/bin/sh
[ "$1" = run ] || exec podman --runtime runc "$@"
shift
exec podman --runtime runc run --read-only-tmpfs=false --ulimit nofile=1024:1024 --ulimit nproc=4096:4096 "$@"
`;

/**
 * Runs podman in docker's place, as root. Limits that it would raise beyond this process's own are named, for it may run where
 * even root cannot raise them; runc takes control groups of both versions.
 */
export async function podmanAsDocker(): Promise<Engine> {
  const folder = await folderOf({ docker: PODMAN_AS_DOCKER });
  await chmod(join(folder.path, 'docker'), 0o755);
  const root = join(folder.path, 'root');
  for (const name of ['usr', 'proc', 'dev', 'sys', 'tmp', 'etc', 'run', 'var']) await mkdir(join(root, name), { recursive: true });
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) await symlink(`usr/${name}`, join(root, name));
  await run('tar', ['-C', root, '-cf', join(folder.path, 'root.tar'), '.']);
  const name = `ai-energy-score-test-${process.pid}`;
  await run('podman', ['import', join(folder.path, 'root.tar'), name]);
  const { stdout } = await run('podman', ['image', 'inspect', '--format', '{{.Id}} {{.Digest}}', name]);
  const [id, digest] = stdout.trim().split(' ');
  return {
    environment: { ...process.env, PATH: `${folder.path}:${process.env.PATH}` },
    image: `localhost/${name}@${digest}`,
    imageId: `sha256:${id}`,
    async [Symbol.asyncDispose]() {
      await run('podman', ['image', 'rm', '--force', name]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Why podman cannot run a container here; null when it can. */
export async function whyNoPodman(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'podman is tried as root alone';
  const missing = (await installed('podman', 'podman', 'runc', 'catatonit')) ?? (await installed('runc', 'runc'));
  if (missing !== null) return missing;
  try {
    await using engine = await podmanAsDocker();
    const words = ['run', '--rm', '--pull=never', '--network=none', '--memory=64m', '--pids-limit=16', '--init'];
    await run('docker', [...words, '--mount=type=bind,source=/usr,target=/usr,readonly', engine.image, '/bin/true'], {
      env: engine.environment,
    });
    return null;
  } catch (error) {
    return messageOf(error).slice(0, 600);
  }
}
