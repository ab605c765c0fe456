import { once } from 'node:events';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { SAMPLES, writeSampleRepository } from '../support/leaderboard-repository.ts';
import { startCli } from '../support/quick-examples.ts';

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** A request whose path is sent as it is written: fetch would tidy it up first. */
async function get(url: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, ...options });
  sent.end();
  const [response] = await once(sent, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
}

async function serving(...more: string[]) {
  const folder = await folderOf();
  await writeSampleRepository(folder.path, { records: SAMPLES.slice(0, 3), edition: 'none' });
  const before = (await readdir(folder.path, { recursive: true })).sort();
  const cli = startCli(['leaderboard', 'serve', '--repo', folder.path, '--port', '0', ...more]);
  await expect.poll(() => cli.printed.stdout, { timeout: 60_000 }).toContain('/\n');
  return {
    path: folder.path,
    before,
    url: cli.printed.stdout.trim(),
    cli,
    [Symbol.asyncDispose]: async () => {
      cli.child.kill('SIGINT');
      await cli.ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('a repository is shown as a build would make it, and nothing is written', async () => {
  await using served = await serving();
  const page = await get(served.url, '/');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body.toString()).toContain("default-src 'none'");
  const index = JSON.parse((await get(served.url, '/leaderboard/index.json')).body.toString());
  expect(index.boards[0].rows).toBe(3);
  const types = { 'feed.xml': 'atom', 'sw.js': 'javascript', 'leaderboard/results.parquet': 'parquet', 'README.md': 'plain' };
  for (const [path, type] of Object.entries(types)) {
    const answer = await get(served.url, `/${path}`);
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, expect.stringContaining(type)]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await readdir(served.path, { recursive: true })).sort()).toEqual(served.before);
  served.cli.child.kill('SIGINT');
  const { stderr } = await served.cli.ended;
  expect(stderr).toContain('derived files are stale');
  await expect(get(served.url, '/')).rejects.toThrow(/ECONNREFUSED/);
});

test('a file that is known is not sent again, and one that is worth it is compressed', async () => {
  await using served = await serving();
  const first = await get(served.url, '/leaderboard/data-dictionary.md', { headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers['content-encoding']).toBe('gzip');
  const plain = await get(served.url, '/leaderboard/data-dictionary.md');
  expect(gunzipSync(first.body).equals(plain.body)).toBe(true);
  const again = await get(served.url, '/leaderboard/data-dictionary.md', { headers: { 'if-none-match': String(first.headers.etag) } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await get(served.url, '/leaderboard/data-dictionary.md', { method: 'HEAD' });
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(plain.body.length)]);
});

test('what does not belong to the pages is refused', async () => {
  await using served = await serving();
  await writeFile(join(served.path, 'secret.txt'), 'secret');
  await symlink('/etc/passwd', join(served.path, 'results/passwd.json'));
  const outside = [
    '/../etc/passwd',
    '/leaderboard/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/results/..%2f..%2fsecret.txt',
    '/results%5c..%5cx',
  ];
  for (const path of outside) expect([path, (await get(served.url, path)).status]).toEqual([path, 400]);
  const hidden = ['/.ai-energy-score', '/.git/config', '/secret.txt', '/results/passwd.json', '/results/', '//etc/passwd', '/results/%00'];
  for (const path of hidden) expect([path, (await get(served.url, path)).status >= 400]).toEqual([path, true]);
  expect((await get(served.url, '/%E0%A4%A')).status).toBe(400);
  expect((await get(served.url, '/', { method: 'POST' })).status).toBe(405);
  expect((await get(served.url, '/', { headers: { host: 'pages.example.org' } })).status).toBe(421);
});

test('a page that watches is told of a change, and sees what became of it', async () => {
  await using served = await serving('--watch');
  expect((await get(served.url, '/')).body.toString()).toContain('-/live.js');
  const { hostname, port } = new URL(served.url);
  const listening = request({ hostname, port, path: '/-/changes' });
  listening.end();
  const [stream] = await once(listening, 'response');
  await writeSampleRepository(served.path, { records: SAMPLES.slice(0, 4), edition: 'none' });
  let heard = '';
  for await (const part of stream) {
    heard += String(part);
    const { body } = await get(served.url, '/leaderboard/index.json');
    if (heard.includes('event: changed') && JSON.parse(body.toString()).boards.some(({ rows }: { rows: number }) => rows >= 4)) break;
  }
  expect(heard).toContain('event: changed');
});

test('a port that is taken, and a folder without results, are told', async () => {
  await using served = await serving();
  const taken = await startCli(['leaderboard', 'serve', '--repo', served.path, '--port', new URL(served.url).port]).ended;
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('Nothing can be served on port')]);
  await using empty = await folderOf();
  const nothing = await startCli(['leaderboard', 'serve', '--repo', empty.path]).ended;
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('neither results/ nor editions/')]);
});
