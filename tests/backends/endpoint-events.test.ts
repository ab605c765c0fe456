import { describe, expect, test } from 'vitest';
import { eventsIn } from '../../src/backends/endpoint/server-sent-events.ts';
import { fc } from '../support/fast-check.ts';

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, bytes.length]) {
    yield bytes.subarray(from, place);
    from = place;
  }
}

const read = (text: string, cuts: readonly number[] = []): Promise<string[]> =>
  Array.fromAsync(eventsIn(pieces(new TextEncoder().encode(text), cuts)));

const STREAM = ': ping\n\ndata: {"text":"🐉 é"}\r\n\r\nevent: token\ndata:{"a":1}\nid: 7\n\ndata: one\ndata: two\n\rdata: [DONE]\r\r';
const EVENTS = ['{"text":"🐉 é"}', '{"a":1}', 'one\ntwo', '[DONE]'];

describe('the events of a stream', () => {
  test('are read by the rules of the standard', async () => {
    expect(await read(STREAM)).toEqual(EVENTS);
  });

  test('are the same wherever the bytes are split', async () => {
    const bytes = new TextEncoder().encode(STREAM);
    expect(await read(STREAM, [...bytes.keys()])).toEqual(EVENTS);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length)), async (cuts) => {
        expect(await read(STREAM, cuts)).toEqual(EVENTS);
      }),
    );
  });

  test('leave out one that was cut', async () => {
    expect(await read('data: one\n\ndata: tw')).toEqual(['one']);
    expect(await read('data: one\n\ndata: two\n')).toEqual(['one']);
  });

  test('are bounded, in one line and in many', async () => {
    const tooLong = { kind: 'operator', code: 'endpoint-event-too-long' };
    await expect(read(`data: ${'x'.repeat(2 ** 20 + 1)}`)).rejects.toMatchObject(tooLong);
    await expect(read('data: xxxxxxxxxxxxxxxxxxxxxxxxxx\n'.repeat(40_000))).rejects.toMatchObject(tooLong);
  });
});
