import type { Answer, RestRequest } from './answer.ts';

/** GitHub breaks the lines of base64. */
export const brokenBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{60}/g, '$&\n');

/** Whether the bytes themselves are asked for. */
export const wantsBytes = ({ headers }: RestRequest): boolean => /application\/vnd\.github(\.v3)?\.raw/.test(String(headers.accept));

export const bytesAnswer = (bytes: Uint8Array): Answer => ({
  status: 200,
  body: bytes,
  headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
});
