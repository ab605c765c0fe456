import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestedFiles, folderRevision } from '../../src/hub/folder-digest.ts';
import { hubCatalogue } from '../../src/hub/hub-catalogue.ts';
import { hubLicence } from '../../src/hub/hub-licence.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { localCatalogue, localLicence, localModel } from '../../src/hub/local-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest } from '../support/hub-requests.ts';
import { READER_TOKEN, startHub } from '../support/hub-server.ts';
import { COMMIT, llama } from '../support/transformers-models.ts';

const HOSTILE = `mit\u0000\u001b]0;gone\u0007\u202e<script>alert(1)</script>\n::set-output name=x::y\n${'x'.repeat(10_000)}`;

describe('the licence of a model of the Hub', () => {
  test.each([
    ['a licence', { license: 'apache-2.0' }, 'apache-2.0'],
    ['another one with its name', { license: 'other', license_name: 'example-community-1' }, 'example-community-1'],
    ['several', { license: ['mit', 'cc-by-4.0'] }, 'mit cc-by-4.0'],
    ['none', { tags: ['x'] }, null],
    ['no card', null, null],
    ['a card that is no mapping', 'license: mit', null],
    ['10 kB with control characters', { license: HOSTILE }, null],
    ['10 kB of a name', { license: 'other', license_name: HOSTILE }, 'other'],
  ])('%s: comes with the download, and from the cache without asking', async (_what, card, licence) => {
    await using hub = await startHub([llama({ card })]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    expect(await hubModel(llamaRequest(cache.path), access)).toMatchObject({ licence });
    const asked = hub.requests.length;
    expect(await hubModel(llamaRequest(cache.path), access)).toMatchObject({ licence });
    expect(hub.requests.length).toBe(asked);
    expect(await hubLicence(access, 'someone/llama', COMMIT)).toBe(licence);
  });

  test('is refused at validation only where none is stated, whatever it looks like', async () => {
    await using hub = await startHub([llama({ card: { license: HOSTILE } }), llama({ id: 'someone/bare', card: null })]);
    const { lookUp } = hubCatalogue(accessTo(hub));
    expect(await lookUp('someone/llama', COMMIT)).toMatchObject({ model: { licence: HOSTILE } });
    expect(await lookUp('someone/bare', COMMIT)).toMatchObject({ model: { licence: null } });
  });

  test('is open to who may not download a gated model', async () => {
    await using hub = await startHub([llama({ gated: 'manual' })]);
    expect(await hubLicence(accessTo(hub), 'someone/llama', COMMIT)).toBe('apache-2.0');
  });

  test('that nobody may read fails nothing', async () => {
    await using hub = await startHub([llama({ private: true })]);
    expect(await hubLicence(accessTo(hub), 'someone/llama', COMMIT)).toBeNull();
    expect(await hubLicence(accessTo(hub, { accessToken: READER_TOKEN }), 'someone/llama', COMMIT)).toBe('apache-2.0');
  });

  test('of another commit is not taken for that of the pinned one', async () => {
    const branch = 'abcdefabcdefabcdefabcdefabcdefabcdefabcd';
    await using hub = await startHub([llama({ aliases: [branch] })]);
    expect(await hubLicence(accessTo(hub), 'someone/llama', branch)).toBeNull();
  });

  test.each([429, 500, 503])('is asked for once where the Hub answers %i, without a pause', async (status) => {
    await using hub = await startHub([], { status, error: 'Something is wrong', retryAfter: '20' });
    const access = accessTo(hub);
    expect(await hubLicence(access, 'someone/llama', COMMIT)).toBeNull();
    expect([hub.requests.length, access.pauses]).toEqual([1, []]);
  });

  test('gives way to an interruption', async () => {
    await using hub = await startHub([llama()]);
    const signal = AbortSignal.abort(new Error('Interrupted.'));
    await expect(hubLicence(accessTo(hub, { signal }), 'someone/llama', COMMIT)).rejects.toThrow('Interrupted.');
  });
});

describe('a download of an earlier version, which kept no licence', () => {
  const forget = async (cacheFolder: string) => {
    const folder = join(cacheFolder, 'models--someone--llama', 'manifests');
    const [name = ''] = await readdir(folder);
    const { licence: _, ...before } = JSON.parse(await readFile(join(folder, name), 'utf8'));
    await writeFile(join(folder, name), JSON.stringify(before));
  };

  test('is used as it lies there, and the Hub asked for the licence alone', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const first = await hubModel(llamaRequest(cache.path), accessTo(hub));
    await forget(cache.path);
    const asked = hub.requests.length;
    expect(await hubModel(llamaRequest(cache.path), accessTo(hub))).toEqual(first);
    expect(hub.requests.slice(asked)).toEqual([expect.stringMatching(/^GET \/api\/models\/someone\/llama\/revision\//)]);
  });

  test('is used without one where the Hub cannot be asked', async () => {
    await using cache = await folderOf();
    const { access, first } = await (async () => {
      await using hub = await startHub([llama()]);
      return { access: accessTo(hub), first: await hubModel(llamaRequest(cache.path), accessTo(hub)) };
    })();
    await forget(cache.path);
    expect(await hubModel(llamaRequest(cache.path), access)).toEqual({ ...first, licence: null });
    expect(access.pauses).toEqual([]);
  });

  test('cannot bring in a text that is no licence', async () => {
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    await hubModel(llamaRequest(cache.path), accessTo(hub));
    const folder = join(cache.path, 'models--someone--llama', 'manifests');
    const [name = ''] = await readdir(folder);
    const kept = JSON.parse(await readFile(join(folder, name), 'utf8'));
    for (const licence of [HOSTILE, 7, { license: 'mit' }]) {
      await writeFile(join(folder, name), JSON.stringify({ ...kept, licence }));
      expect(await hubModel(llamaRequest(cache.path), accessTo(hub))).toMatchObject({ licence: null });
    }
  });
});

describe('the licence of a local model', () => {
  test.each([
    ['a licence', '---\nlicense: cc0-1.0\n---\n# Model\n', 'cc0-1.0'],
    ['a licence before Windows line ends', '---\r\nlicense: mit\r\n---\r\n# Model\r\n', 'mit'],
    ['another one with its name', '---\nlicense: other\nlicense_name: ours-2\n---\n', 'ours-2'],
    ['several', '---\nlicense:\n- mit\n- cc-by-4.0\n---\n', 'mit cc-by-4.0'],
    ['none', '---\ntags: [x]\n---\n', null],
    ['no README', null, null],
    ['a README without a head', '# Model\n\nlicense: mit\n', null],
    ['a head that never ends', '---\nlicense: mit\n', null],
    ['a head that is no YAML', '---\n%&! }{ ]:: [\n\t- @`\n---\n', null],
    ['a head that is broken further down, read as far as it goes', '---\nlicense: mit\ntags: [x\n---\n', 'mit'],
    ['a head that is a list', '---\n- license: mit\n---\n', null],
    ['a head of 10,000 open brackets', `---\n${'['.repeat(10_000)}\n---\n`, null],
    ['a head that refers to itself', '---\na: &a [*a]\nlicense: mit\n---\n', null],
    ['a number', '---\nlicense: 2\n---\n', null],
    ['10 kB with control characters', `---\nlicense: ${JSON.stringify(HOSTILE)}\n---\n`, null],
    ['bytes that are no UTF-8', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a]), null],
    ['2 MB of words', `---\nlicense: mit\n---\n${'word '.repeat(400_000)}`, 'mit'],
  ])('%s', async (_what, card, licence) => {
    const files = { 'org/model/config.json': '{}', ...(card === null ? {} : { 'org/model/README.md': card }) };
    await using folder = await folderOf(files);
    const revision = folderRevision(await digestedFiles(join(folder.path, 'org/model')));
    expect(await localModel(folder.path, 'org/model', revision)).toMatchObject({ revision, licence });
    expect(await localLicence(folder.path, 'org/model', revision)).toBe(licence);
    expect(await localCatalogue(folder.path).lookUp('org/model', revision)).toMatchObject({ kind: 'found' });
  });

  test('that is not there, or cannot be read, fails nothing', async () => {
    await using folder = await folderOf({ 'org/model/README.md': '---\nlicense: mit\n---\n' });
    expect(await localLicence(folder.path, 'org/other', COMMIT)).toBeNull();
    expect(await localLicence(folder.path, 'org/model', COMMIT)).toBeNull();
  });
});
