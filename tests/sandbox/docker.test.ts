import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { SandboxRequest } from '../../src/ports/sandbox.ts';
import { digestOf, dockerArguments, openDocker } from '../../src/sandbox/docker.ts';
import { folderOf } from '../support/folders.ts';

const DIGEST = '0123456789abcdef'.repeat(4);
const IMAGE = `registry.example/worker@sha256:${DIGEST}`;

const REQUEST: SandboxRequest = {
  command: '/opt/worker/bin/python',
  args: ['-m', 'worker', '--flag'],
  environment: { PATH: '/usr/bin', LANG: 'C.UTF-8', ODD: 'a=b c,"d"' },
  readable: ['/data/model', '/data/odd, "name"'],
  scratchFolder: '/data/scratch',
  gpus: ['GPU-aaaa', 'GPU-bbbb'],
  memoryBytes: 2 ** 34,
  processes: 512,
};

const argumentsOf = (request: Partial<SandboxRequest> = {}) => dockerArguments({ ...REQUEST, ...request }, { image: IMAGE, name: 'run-1' });

test.each([
  'worker:latest',
  'worker',
  `worker@sha256:${DIGEST.slice(1)}`,
  `--privileged@sha256:${DIGEST}`,
  `worker@sha256:${DIGEST} `,
  DIGEST,
])('an image that %s names is refused', (image) => {
  expect(() => digestOf(image)).toThrow(expect.objectContaining({ kind: 'operator', code: 'sandbox-image', mend: expect.any(String) }));
});

test('an image is named by its digest, with or without a tag, or by its own id', () => {
  for (const image of [IMAGE, `worker:1.2@sha256:${DIGEST}`, `localhost:5000/a/b@sha256:${DIGEST}`, `sha256:${DIGEST}`])
    expect(digestOf(image)).toBe(DIGEST);
});

test('the flags are those of the trust rules', () => {
  expect(argumentsOf()).toEqual(
    expect.arrayContaining([
      'run',
      '--rm',
      '--interactive',
      '--init',
      '--pull=never',
      '--network=none',
      '--read-only',
      '--cap-drop=ALL',
      '--security-opt=no-new-privileges',
      '--user=65532:65532',
      '--pids-limit=512',
      `--memory=${2 ** 34}`,
      `--memory-swap=${2 ** 34}`,
      '--ipc=private',
      '--log-driver=none',
    ]),
  );
});

test('what runs comes after the image, and a program without a GPU gets none', () => {
  const words = argumentsOf({ gpus: [] });
  expect(words.slice(words.indexOf(IMAGE))).toEqual([IMAGE, '-m', 'worker', '--flag']);
  expect(words.filter((word) => word.startsWith('--gpus'))).toEqual([]);
});

test("docker's own client reads from it what is meant", async (context) => {
  const asked = await askedOfEngine(argumentsOf());
  if (asked === null) return context.skip('no docker client is installed');
  expect(asked).toMatchObject({ Image: IMAGE, User: '65532:65532', WorkingDir: '/data/scratch', Entrypoint: ['/opt/worker/bin/python'] });
  expect(asked.Cmd).toEqual(['-m', 'worker', '--flag']);
  expect((asked.Env as string[]).toSorted()).toEqual([
    'CUDA_VISIBLE_DEVICES=GPU-aaaa,GPU-bbbb',
    'HOME=/data/scratch',
    'LANG=C.UTF-8',
    'ODD=a=b c,"d"',
    'TMPDIR=/tmp',
    'USER=worker',
  ]);
  expect(asked.HostConfig).toMatchObject({
    AutoRemove: true,
    Init: true,
    NetworkMode: 'none',
    ReadonlyRootfs: true,
    CapDrop: ['ALL'],
    CapAdd: null,
    Privileged: false,
    SecurityOpt: ['no-new-privileges'],
    PidsLimit: 512,
    Memory: 2 ** 34,
    MemorySwap: 2 ** 34,
    IpcMode: 'private',
    Binds: null,
    LogConfig: { Type: 'none' },
    DeviceRequests: [{ DeviceIDs: ['GPU-aaaa', 'GPU-bbbb'], Capabilities: [['gpu']] }],
    Mounts: ['/data/model', '/data/odd, "name"'].map((path) => ({ Type: 'bind', Source: path, Target: path, ReadOnly: true })),
    Tmpfs: { '/tmp': expect.stringContaining('size='), '/data/scratch': expect.stringContaining('size=') },
  });
});

test('where no engine answers, the fault says so', async () => {
  const environment = { PATH: process.env.PATH, DOCKER_HOST: 'unix:///no/such/socket' };
  await expect(openDocker(IMAGE, environment)).rejects.toMatchObject({ kind: 'operator', code: 'sandbox-docker' });
});

type Asked = Record<string, unknown>;

/** What docker's client asks an engine to create, on a socket of ours; null where there is no client. */
async function askedOfEngine(words: readonly string[]): Promise<Asked | null> {
  await using folder = await folderOf();
  const socket = join(folder.path, 'engine.sock');
  let asked: Asked | null = null;
  const server = createServer(async (request, response) => {
    response.setHeader('Api-Version', '1.43');
    const body = (await request.toArray()).join('');
    if (request.url?.includes('/containers/create')) asked = JSON.parse(body) as Asked;
    response.statusCode = request.url?.includes('_ping') ? 200 : 500;
    response.end(JSON.stringify({ message: 'not an engine' }));
  }).listen(socket);
  await once(server, 'listening');
  const environment = { PATH: process.env.PATH, HOME: folder.path, DOCKER_HOST: `unix://${socket}` };
  await promisify(execFile)('docker', [...words], { env: environment }).catch(() => {});
  server.close();
  return asked;
}
