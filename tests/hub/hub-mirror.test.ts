import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitAll } from '../results-repo/check-repo-repository.ts';
import { nthGpuRecord, publish, temporaryRepository } from '../results-repo/repository.ts';
import { startUploadHub, type UploadHub, WRITER_TOKEN } from '../support/hub-uploads.ts';
import { runCli } from '../support/quick-examples.ts';

const DATASET = 'example-org/energy-results';

async function published(): Promise<Awaited<ReturnType<typeof temporaryRepository>>> {
  const repository = await temporaryRepository();
  for (const n of [1, 2, 3]) await publish(repository.store, nthGpuRecord(n), { verdict: 'official' });
  return repository;
}

const mirror = (hub: UploadHub, folder: string, { token = WRITER_TOKEN, args = [] as string[] } = {}) =>
  runCli(['mirror', folder, '--repo', DATASET, '--json', ...args], { env: { HF_ENDPOINT: hub.url, HF_TOKEN: token } });

/** A repository that the tests only read. */
let sound: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  sound = await published();
});
afterAll(() => sound[Symbol.asyncDispose]());

describe('mirroring to the Hub', () => {
  test('makes the data set, writes the data byte for byte, and then only what has changed', async () => {
    await using hub = await startUploadHub();
    await using repository = await published();
    const first = await mirror(hub, repository.path);
    expect(first.code, first.stderr).toBe(0);
    const files = hub.datasets.get(DATASET) ?? new Map<string, Uint8Array>();
    for (const path of ['leaderboard/results.parquet', 'leaderboard/index.json', 'feed.xml', 'CITATION.cff'])
      expect(Buffer.from(files.get(path) ?? '').equals(await readFile(join(repository.path, path))), path).toBe(true);
    expect([...files.keys()].filter((path) => /^(?:results|ledger|labels|bundles)\//.test(path))).toEqual([]);
    expect(Buffer.from(files.get('README.md') ?? '').toString()).toMatch(/^---\npretty_name: .*data_files: leaderboard\/results\.parquet/s);

    expect(JSON.parse((await mirror(hub, repository.path)).stdout)).toMatchObject({ commit: null, write: [], remove: [] });
    expect(hub.commits).toHaveLength(1);

    await rm(join(repository.path, 'leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu.csv'));
    await writeFile(join(repository.path, 'feed.xml'), '<feed/>');
    await commitAll(repository.path, 'Change');
    const third = JSON.parse((await mirror(hub, repository.path)).stdout);
    expect(third).toMatchObject({ write: ['feed.xml'], remove: ['leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu.csv'] });
    expect(Buffer.from(files.get('feed.xml') ?? '').toString()).toBe('<feed/>');
    expect(files.has('leaderboard/csv/text-generation.a.h100-80gb-hbm3.gpu.csv')).toBe(false);
  });

  test('writes nothing in a dry run, and asks no more than to read', async () => {
    await using hub = await startUploadHub();
    const { stdout, code } = await mirror(hub, sound.path, { args: ['--dry-run'] });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, commit: null, repository: 'missing' });
    expect(hub.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(hub.datasets.size).toBe(0);
  });

  test.each([
    ['hf_wrongtoken', 'hub-unauthorised'],
    ['notatoken', 'hub-unauthorised'],
    ['', 'hub-token-missing'],
  ])('the token %j is told as what it is, and shown nowhere', async (token, code) => {
    await using hub = await startUploadHub();
    const ended = await mirror(hub, sound.path, { token });
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout).error.code).toBe(code);
    if (token !== '') expect(ended.stdout + ended.stderr).not.toContain(token);
    expect(hub.datasets.size).toBe(0);
  });

  test('a repository that was never built, and a name that is none, are told', async () => {
    await using hub = await startUploadHub();
    await using repository = await temporaryRepository();
    expect(JSON.parse((await mirror(hub, repository.path)).stdout).error.code).toBe('mirror-nothing');
    const named = await runCli(['mirror', repository.path, '--repo', '../x', '--json'], { env: { HF_ENDPOINT: hub.url } });
    expect(named.code).toBe(2);
    expect(hub.requests).toEqual([]);
  });
});
