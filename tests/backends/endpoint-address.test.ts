import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { networkOf, pinned } from '../../src/backends/endpoint/address.ts';
import { serverPid } from '../../src/backends/endpoint/server-process.ts';
import { endpointAt } from '../support/endpoint-server.ts';

const named = (privateAddress: boolean) => endpointAt('https://model.example/v1', 'vllm', { privateAddress });
const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address', () => {
  test.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => expect(networkOf(address)).toBe('public'));

  test.each(['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd12::1', '::ffff:127.0.0.1'])(
    '%s is private',
    (address) => expect(networkOf(address)).toBe('private'),
  );

  test.each([
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'ff02::1',
    'fd00:ec2::254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::1',
    'no address',
  ])('%s is no address of a server', (address) => expect(networkOf(address)).toBe('never'));
});

describe("an endpoint's name", () => {
  test('is resolved once, and its address kept', async () => {
    expect(await pinned(named(false), leadsTo('93.184.216.34'))).toMatchObject({ address: '93.184.216.34', family: 4 });
    expect(await pinned(named(true), leadsTo('fd12::1'))).toMatchObject({ address: 'fd12::1', family: 6 });
  });

  const refused = { kind: 'operator', code: 'endpoint-address-refused' };
  test('must not lead to a private address unless the operator means it', async () => {
    await expect(pinned(named(false), leadsTo('192.168.0.7'))).rejects.toMatchObject(refused);
    await expect(pinned(named(false), leadsTo('8.8.8.8', '192.168.0.7'))).rejects.toMatchObject(refused);
    await expect(pinned(endpointAt('http://[::1]:8000/v1', 'vllm', { privateAddress: false }))).rejects.toMatchObject(refused);
  });

  test("must never lead to a cloud's metadata", async () => {
    await expect(pinned(named(true), leadsTo('169.254.169.254'))).rejects.toMatchObject(refused);
    await expect(pinned(endpointAt('http://169.254.169.254/v1', 'vllm'))).rejects.toMatchObject(refused);
    // Ways to write the same address that URLs take.
    await expect(pinned(endpointAt('http://2852039166/v1', 'vllm'))).rejects.toMatchObject(refused);
    await expect(pinned(endpointAt('http://[::ffff:169.254.169.254]/v1', 'vllm'))).rejects.toMatchObject(refused);
  });

  test('that nobody knows is told', async () => {
    const unknown = async () => Promise.reject(new Error('ENOTFOUND'));
    await expect(pinned(named(false), unknown)).rejects.toMatchObject({ kind: 'operator', code: 'endpoint-not-resolved' });
    await expect(pinned(named(false), leadsTo())).rejects.toMatchObject({ kind: 'operator', code: 'endpoint-not-resolved' });
  });
});

const LISTENS = "const s = require('http').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))";

/** A process that listens on a free port of the loopback. */
async function listening(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['-e', LISTENS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, port: Number(line.toString()) };
}

describe('what is metered', () => {
  const at = (url: string, gpus: string[] = []) => pinned(endpointAt(url, 'vllm', { gpus }));

  test.runIf(existsSync('/proc/net/tcp'))("is the server's process on this machine, found by its port", async () => {
    const { child, port } = await listening();
    try {
      expect(await serverPid(await at(`http://127.0.0.1:${port}/v1`))).toBe(child.pid);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    await expect(serverPid(await at(`http://127.0.0.1:${port}/v1`))).rejects.toMatchObject({
      kind: 'operator',
      code: 'endpoint-not-metered',
    });
  });

  test("is nothing on another machine's processor", async () => {
    const far = await at('http://192.0.2.1:8000/v1');
    await expect(serverPid(far)).rejects.toMatchObject({
      kind: 'operator',
      code: 'endpoint-not-metered',
      message: expect.stringContaining('another machine'),
    });
  });

  test('is the GPUs that the operator names, wherever the process is', async () => {
    expect(await serverPid(await at('http://192.0.2.1:8000/v1', ['GPU-0a']))).toBeNull();
  });
});
