import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import { type EvidenceRequest, fetchEvidence } from '../../src/evidence/fetch-evidence.ts';
import { type Answer, evidenceServer } from '../support/evidence-server.ts';
import { folderOf } from '../support/folders.ts';

const HOST = 'files.example.org';
const ADDRESS = `https://${HOST}/a/result.tar.gz`;
const CONTENT = Buffer.from('a packed result '.repeat(64));

let folder: Awaited<ReturnType<typeof folderOf>>;
beforeEach(async () => {
  folder = await folderOf();
});
afterEach(() => folder[Symbol.asyncDispose]());

const file = () => join(folder.path, 'evidence');

/** Fetches with what the test changes; gives the requests that were made beside the outcome. */
async function fetching(answers: Readonly<Record<string, Answer>>, changes: Partial<EvidenceRequest> = {}) {
  await using server = await evidenceServer(answers);
  const request = { url: ADDRESS, sha256: sha256(CONTENT), hosts: [HOST], bytes: 100_000, file: file(), fetch: server.fetch, ...changes };
  const outcome = await fetchEvidence(request).then(
    ({ bytes }) => ({ bytes, fault: null }),
    (fault) => ({ bytes: 0, fault }),
  );
  if (outcome.fault !== null) expect(existsSync(file())).toBe(false);
  return { ...outcome, requests: server.requests };
}

const redirect =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end('see there');

describe('evidence', () => {
  test('is kept where its digest is as told', async () => {
    expect(await fetching({ [ADDRESS]: CONTENT })).toMatchObject({ bytes: CONTENT.length, fault: null });
    expect(await readFile(file())).toEqual(CONTENT);
  });

  test('is followed to another allowed host', async () => {
    const other = 'https://assets.example.org/1/result.tar.gz';
    const { fault, requests } = await fetching({ [ADDRESS]: redirect(other), [other]: CONTENT }, { hosts: [HOST, 'assets.example.org'] });
    expect(fault).toBeNull();
    expect(requests).toEqual([ADDRESS, other]);
  });

  test('of another digest is not kept', async () => {
    const { fault } = await fetching({ [ADDRESS]: Buffer.concat([CONTENT, Buffer.from('!')]) });
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-digest' });
    expect(fault.message).toContain(sha256(CONTENT));
  });

  test.each([
    ['at a host that is not listed', 'https://files.example.com/result.tar.gz'],
    ['at a host that only ends like a listed one', `https://evil-${HOST}/result.tar.gz`],
    ['below a listed host’s name', `https://${HOST}.example.com/result.tar.gz`],
    ['with a user that reads like a listed host', `https://${HOST}@example.com/result.tar.gz`],
    ['over plain HTTP', `http://${HOST}/result.tar.gz`],
    ['at another port', `https://${HOST}:8443/result.tar.gz`],
    ['at an address of the machine itself', 'https://127.0.0.1/result.tar.gz'],
    ['in a file', 'file:///etc/passwd'],
  ])('%s is not asked for', async (_, url) => {
    const { fault, requests } = await fetching({}, { url });
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-host' });
    expect(fault.message).toContain(`It allows ${HOST}.`);
    expect(requests).toEqual([]);
  });

  test('is not asked for once its host is no longer listed', async () => {
    const { fault } = await fetching({ [ADDRESS]: CONTENT }, { hosts: [] });
    expect(fault).toMatchObject({ code: 'evidence-host', message: expect.stringContaining('It allows none.') });
  });

  test.each([
    ['a host that is not listed', 'https://example.com/result.tar.gz'],
    ['plain HTTP', `http://${HOST}/result.tar.gz`],
    ['the machine itself', 'https://127.0.0.1/latest/meta-data'],
    ['another port', `https://${HOST}:8443/result.tar.gz`],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'https://'],
    ['itself, for ever', ADDRESS],
  ])('is not followed to %s', async (_, location) => {
    const { fault, requests } = await fetching({ [ADDRESS]: redirect(location) });
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-redirect' });
    expect(new Set(requests)).toEqual(new Set([ADDRESS]));
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['says so', (response) => void response.writeHead(200, { 'content-length': 200_000 }).end(Buffer.alloc(200_000))],
    [
      'does not say so',
      (response) => {
        response.writeHead(200);
        for (let sent = 0; sent < 200_000; sent += 10_000) response.write(Buffer.alloc(10_000));
        response.end();
      },
    ],
  ] as [string, Answer][])('that is too large is cut off where its host %s', async (_, answer) => {
    const { fault } = await fetching({ [ADDRESS]: answer });
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-too-large', message: 'The evidence has more than 100000 bytes.' });
  });

  test('that comes encoded is refused: its bytes would not be the file’s', async () => {
    const { fault } = await fetching({ [ADDRESS]: (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end() });
    expect(fault).toMatchObject({ kind: 'input', code: 'evidence-encoding' });
  });

  test.each([
    [404, 'input', 'evidence-missing'],
    [403, 'input', 'evidence-missing'],
    [410, 'input', 'evidence-missing'],
    [500, 'operator', 'evidence-unavailable'],
    [429, 'operator', 'evidence-unavailable'],
    [206, 'operator', 'evidence-unavailable'],
    [304, 'operator', 'evidence-unavailable'],
  ])('that is answered by %i is a fault of the %s, %s', async (status, kind, code) => {
    const { fault } = await fetching({ [ADDRESS]: (response) => void response.writeHead(status).end() });
    expect(fault).toMatchObject({ kind, code, mend: expect.any(String) });
    expect(fault.message).toContain(String(status));
  });

  test('whose connection is cut is not kept', async () => {
    const { fault } = await fetching({
      [ADDRESS]: (response) => {
        response.writeHead(200, { 'content-length': CONTENT.length });
        response.write(CONTENT.subarray(0, 100), () => response.destroy());
      },
    });
    expect(fault).toMatchObject({ kind: 'operator', code: 'evidence-unavailable' });
  });

  test('that never comes ends at the deadline', async () => {
    const { fault } = await fetching({ [ADDRESS]: (response) => void response.writeHead(200).write('a') }, { deadlineMilliseconds: 100 });
    expect(fault).toMatchObject({ kind: 'operator', code: 'evidence-deadline' });
  });

  test('ends at once where the command is interrupted', async () => {
    const reason = new Error('interrupted');
    const control = new AbortController();
    const { fault } = await fetching(
      {
        [ADDRESS]: (response) => {
          response.writeHead(200).write('a');
          control.abort(reason);
        },
      },
      { signal: control.signal },
    );
    expect(fault).toBe(reason);
  });
});
