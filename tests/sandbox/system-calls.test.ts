import { expect, test } from 'vitest';
import { systemCallFilter } from '../../src/sandbox/system-calls.ts';

const AUDIT = { x64: 0xc000003e, arm64: 0xc00000b7 };
const ALLOWED = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;

/** Runs a filter as the kernel does, on the few instructions that it is made of. */
function answerOf(
  filter: Buffer,
  { number, architecture, firstArgument = 0 }: { number: number; architecture: number; firstArgument?: number },
): number {
  const given = new Map([
    [0, number],
    [4, architecture],
    [16, firstArgument],
  ]);
  let accumulator = 0;
  for (let at = 0; at < filter.length / 8; at += 1) {
    const code = filter.readUInt16LE(at * 8);
    const value = filter.readUInt32LE(at * 8 + 4);
    if (code === 0x06) return value;
    if (code === 0x20) accumulator = given.get(value) ?? Number.NaN;
    else {
      const holds = code === 0x15 ? accumulator === value : code === 0x35 ? accumulator >= value : (accumulator & value) !== 0;
      at += filter.readUInt8(at * 8 + (holds ? 2 : 3));
    }
  }
  throw new Error('The filter ends without an answer.');
}

test.each([
  ['x64', 0, ALLOWED],
  ['x64', 250, EPERM],
  ['x64', 272, EPERM],
  ['x64', 425, EPERM],
  ['x64', 435, ENOSYS],
  ['x64', 0x40000001, ENOSYS],
  ['arm64', 63, ALLOWED],
  ['arm64', 219, EPERM],
  ['arm64', 97, EPERM],
] as const)('on %s the system call %i is answered as it should be', (architecture, number, answer) => {
  const filter = systemCallFilter(architecture) ?? Buffer.alloc(0);
  expect(answerOf(filter, { number, architecture: AUDIT[architecture] })).toBe(answer);
});

test('processes and threads may be made, user namespaces not', () => {
  const filter = systemCallFilter('x64') ?? Buffer.alloc(0);
  const clone = { number: 56, architecture: AUDIT.x64 };
  expect(answerOf(filter, { ...clone, firstArgument: 0x11 })).toBe(ALLOWED);
  expect(answerOf(filter, { ...clone, firstArgument: 0x10000011 })).toBe(EPERM);
});

test('system calls of another architecture do not exist', () => {
  expect(answerOf(systemCallFilter('x64') ?? Buffer.alloc(0), { number: 1, architecture: 0x40000003 })).toBe(ENOSYS);
});

test('where the numbers are not known there is no filter', () => {
  expect(systemCallFilter('riscv64')).toBeNull();
});
