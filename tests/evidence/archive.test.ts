import { mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import { packArchive } from '../../src/evidence/pack.ts';
import { headerOf, readHeader } from '../../src/evidence/tar-header.ts';
import { unpackArchive } from '../../src/evidence/unpack.ts';
import { folderOf } from '../support/folders.ts';

const NAMES = ['result.json', 'bundle/manifest.json', 'bundle/log.txt'];
const FILES = { 'result.json': '{"a":1}\n', 'bundle/manifest.json': 'x'.repeat(512), 'bundle/log.txt': '' };

let folder: Awaited<ReturnType<typeof folderOf>>;
beforeEach(async () => {
  folder = await folderOf(Object.fromEntries(Object.entries(FILES).map(([name, content]) => [`in/${name}`, content])));
  await mkdir(at('out'));
});
afterEach(() => folder[Symbol.asyncDispose]());

const at = (path: string) => join(folder.path, path);

describe('packing', () => {
  test('gives the same bytes for the same files, whenever and whatever else lies there', async () => {
    const first = await packArchive(at('in'), NAMES, at('first.tar.gz'));
    await utimes(at('in/result.json'), 1, 1);
    await writeFile(at('in/comment.md'), 'not packed');
    const second = await packArchive(at('in'), NAMES, at('second.tar.gz'));
    expect(await readFile(second.file)).toEqual(await readFile(first.file));
    expect(first).toMatchObject({ sha256: sha256(await readFile(first.file)), bytes: (await stat(first.file)).size, names: NAMES });
    // gzip's header holds no time and no system.
    expect([...(await readFile(first.file)).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  });

  test('and unpacking give the files back', async () => {
    await packArchive(at('in'), NAMES, at('a.tar.gz'));
    expect(await unpackArchive(at('a.tar.gz'), at('out'), { names: NAMES, unpackedBytes: 10_000 })).toEqual(NAMES);
    for (const [name, content] of Object.entries(FILES)) expect(await readFile(at(`out/${name}`), 'utf8')).toBe(content);
  });

  test('leaves out what is not there, and refuses a link', async () => {
    expect((await packArchive(at('in'), [...NAMES, 'bundle/power.svg'], at('a.tar.gz'))).names).toEqual(NAMES);
    await symlink('/etc/passwd', at('in/bundle/power.svg'));
    await expect(packArchive(at('in'), [...NAMES, 'bundle/power.svg'], at('b.tar.gz'))).rejects.toMatchObject({ code: 'evidence-file' });
    expect((await readdir(folder.path)).sort()).toEqual(['a.tar.gz', 'in', 'out']);
  });

  test('into a folder that is not there is the operator’s fault, and leaves nothing', async () => {
    await expect(packArchive(at('in'), NAMES, at('none/a.tar.gz'))).rejects.toMatchObject({
      kind: 'operator',
      code: 'evidence-not-written',
    });
  });
});

const END = Buffer.alloc(1024);
const entry = (name: string, content: string, change: (header: Buffer) => void = () => {}): Buffer => {
  const header = Buffer.alloc(512);
  // Names that headerOf refuses are put over one that it takes.
  headerOf('placeholder', content.length).copy(header);
  header.fill(0, 0, 100);
  header.write(name, 0, 'utf8');
  change(header);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
};
const type =
  (letter: string, link = '') =>
  (header: Buffer) => {
    header.write(letter, 156, 'latin1');
    header.write(link, 157, 'latin1');
  };
const good = entry('result.json', '{}');

/** Every file below a folder with its size. */
async function written(path: string): Promise<Record<string, number>> {
  const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((found) => !found.isDirectory());
  return Object.fromEntries(
    await Promise.all(files.map(async (found) => [found.name, (await stat(join(found.parentPath, found.name))).size])),
  );
}

async function unpacking(content: Uint8Array, unpackedBytes = 100_000) {
  await writeFile(at('a.tar.gz'), content);
  return unpackArchive(at('a.tar.gz'), at('out'), { names: NAMES, unpackedBytes }).catch((fault) => fault);
}

describe('an archive', () => {
  test('of a plain file with a known name is unpacked', async () => {
    expect(await unpacking(gzipSync(Buffer.concat([good, END])))).toEqual(['result.json']);
  });

  test.each([
    ['an absolute path', entry('/etc/cron.d/evil', 'x')],
    ['a path that leads out', entry('../evil', 'x')],
    ['a path that leads out and back', entry('bundle/../result.json', 'x')],
    ['a dot before a known name', entry('./result.json', 'x')],
    ['an unknown name', entry('bundle/evil.sh', 'x')],
    ['a known name in capitals', entry('RESULT.JSON', 'x')],
    ['a name that is not ASCII', entry('résult.json', 'x')],
    ['a name with a NUL within', entry('result.json\0.sh', 'x')],
    ['a symbolic link', entry('result.json', '', type('2', '/etc/passwd'))],
    ['a hard link', entry('result.json', '', type('1', '/etc/passwd'))],
    ['a character device', entry('result.json', '', type('3'))],
    ['a block device', entry('result.json', '', type('4'))],
    ['a folder', entry('bundle/log.txt', '', type('5'))],
    ['a pipe', entry('result.json', '', type('6'))],
    ['a PAX header', entry('result.json', '30 path=../../etc/cron.d/evil\n', type('x'))],
    ['a global PAX header', entry('result.json', '30 path=../../etc/cron.d/evil\n', type('g'))],
    ['a GNU long name', entry('result.json', '../evil', type('L'))],
    ['a sparse file', entry('result.json', '', type('S'))],
    ['a setuid file', entry('result.json', 'x', (header) => void header.write('0004755', 100, 'latin1'))],
    ['an owner', entry('result.json', 'x', (header) => void header.write('root', 265, 'latin1'))],
    ['a prefix that moves the name', entry('result.json', 'x', (header) => void header.write('..', 345, 'latin1'))],
    ['a size in base 256', entry('result.json', 'x', (header) => void header.writeUInt8(0x80, 124))],
    ['one name twice', Buffer.concat([good, good])],
    ['a wrong sum', Buffer.concat([good.subarray(0, 148), Buffer.from('000000'), good.subarray(154)])],
    ['bytes after a file', Buffer.concat([good.subarray(0, 1023), Buffer.from('x')])],
    ['bytes after its end', Buffer.concat([good, END, Buffer.from('more')])],
    ['one empty block, and then another file', Buffer.concat([good, Buffer.alloc(512), entry('bundle/log.txt', 'x')])],
  ])('with %s is refused, and nothing else is written', async (_, tar) => {
    const fault = await unpacking(gzipSync(Buffer.concat([tar, END])));
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-archive', mend: expect.stringContaining('ai-energy-score pack') });
    for (const name of Object.keys(await written(at('out')))) expect(['result.json', 'log.txt']).toContain(name);
    expect((await readdir(folder.path)).sort()).toEqual(['a.tar.gz', 'in', 'out']);
  });

  test.each([
    ['no gzip', Buffer.from('PK\u0003\u0004')],
    ['nothing', Buffer.alloc(0)],
    ['gzip of nothing', gzipSync(Buffer.alloc(0))],
    ['cut within a file', gzipSync(good.subarray(0, 513))],
    ['cut before its end', gzipSync(good)],
    ['cut gzip', gzipSync(Buffer.concat([good, END])).subarray(0, 40)],
  ])('that is %s is refused', async (_, content) => {
    expect(await unpacking(content)).toMatchObject({ kind: 'input', code: 'evidence-archive' });
  });

  test('that unpacks to more than the limit is stopped there, however small it came', async () => {
    const header = headerOf('result.json', 64 * 1024 * 1024);
    const bomb = gzipSync(Buffer.concat([header, Buffer.alloc(64 * 1024 * 1024), END]));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await unpacking(bomb, 1_000_000)).toMatchObject({ kind: 'input', code: 'evidence-too-large' });
    expect((await written(at('out')))['result.json']).toBeLessThanOrEqual(1_000_000);
  });

  test('never writes through a link that lies there already', async () => {
    await symlink(at('in/result.json'), at('out/result.json'));
    expect(await unpacking(gzipSync(Buffer.concat([good, END])))).toMatchObject({ code: 'evidence-archive' });
    expect(await readFile(at('in/result.json'), 'utf8')).toBe(FILES['result.json']);
  });
});

test('a header is read back as what it was, and no other block as one', () => {
  expect(readHeader(headerOf('bundle/log.txt', 12345))).toEqual({ name: 'bundle/log.txt', bytes: 12345 });
  const long = 'a'.repeat(100);
  expect(readHeader(headerOf(long, 0))).toEqual({ name: long, bytes: 0 });
  for (let at = 0; at < 512; at += 7) {
    const block = headerOf('result.json', 1);
    block[at] = (block[at] as number) ^ 0xff;
    expect(readHeader(block)).toBeNull();
  }
  expect(() => headerOf('a b', 1)).toThrow();
});
