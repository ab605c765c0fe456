import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processMatcher } from '../../src/hardware/processes.ts';

const HOST = 'pid:[4026531836]';
const CONTAINER = 'pid:[4026532201]';

let procFolder: string;
beforeEach(() => {
  procFolder = mkdtempSync(join(tmpdir(), 'proc-'));
});
afterEach(() => rmSync(procFolder, { recursive: true }));

/** A /proc with these processes: id and parent. */
function machine(namespace: string, parents: Record<number, number>): void {
  mkdirSync(join(procFolder, 'self/ns'), { recursive: true });
  symlinkSync(namespace, join(procFolder, 'self/ns/pid'));
  for (const [pid, parent] of Object.entries(parents)) {
    mkdirSync(join(procFolder, pid));
    writeFileSync(join(procFolder, pid, 'stat'), `${pid} (a (strange) name) S ${parent} 1 1 0 -1`);
  }
}

const matcher = (backend: number | null, scripted = false) => processMatcher({ backend, scripted, procFolder });

test('the backend and all that descend from it are of the run; every other process is foreign, once', () => {
  machine(HOST, { 100: 1, 101: 100, 102: 101, 300: 1, 301: 300 });
  const found = matcher(100);
  expect(found.countForeign([100, 101, 102])).toBe(0);
  expect(found.countForeign([100, 301, 301, 300])).toBe(2);
  expect(found.note()).toBeNull();
});

test('a process that is hidden or gone is foreign', () => {
  machine(HOST, { 100: 1 });
  expect(matcher(100).countForeign([100, 4711])).toBe(1);
});

test('before the backend runs every process is foreign', () => {
  machine(HOST, { 300: 1 });
  expect(matcher(null).countForeign([300])).toBe(1);
  expect(matcher(null).countForeign([])).toBe(0);
});

test('in a PID namespace of its own the runner cannot match processes, and says why', () => {
  machine(CONTAINER, { 7: 1 });
  const found = matcher(7);
  expect(found.note()).toBeNull();
  expect(found.countForeign([])).toBeNull();
  expect(found.countForeign([88_123])).toBeNull();
  expect(found.note()).toContain('PID namespace');
});

test('a driver that lists the backend under the id it has here shares the namespace', () => {
  machine(CONTAINER, { 7: 1, 9: 1 });
  expect(matcher(7).countForeign([7, 9])).toBe(1);
});

test('process ids of a script are of this machine', () => {
  machine(CONTAINER, { 7: 1, 8: 7 });
  expect(matcher(7, true).countForeign([8, 4711])).toBe(1);
});

test('without /proc processes cannot be matched', () => {
  expect(matcher(7).countForeign([9])).toBeNull();
});

test('a server that was there before the run is of the run, wherever its process ids come from; what comes later is foreign', () => {
  machine(CONTAINER, { 7: 1 });
  const found = processMatcher({ backend: 7, scripted: false, resident: [88_123, 88_124], procFolder });
  expect(found.countForeign([88_123, 88_124])).toBe(0);
  expect(found.countForeign([88_123, 90_000])).toBe(1);
});
