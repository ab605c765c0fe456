import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Bytes that the thread sends at once: some twenty records. */
const BATCH_BYTES = 1 << 18;

/** Batches that it has sent and nobody has taken yet, at most. */
const AHEAD = 8;

type Order = { root: string; paths: readonly string[]; batchBytes: number; room: Int32Array };

/** Some files after another: their bytes, and where each begins and ends. */
type Batch = { bytes: ArrayBuffer; files: [path: string, start: number, end: number][] };

/**
 * Reads files in a thread of its own, a little ahead of whoever takes them: on two cores, and on a slow disk, reading costs next to no
 * time then. Links are not followed; a file that is not there any more is left out.
 * @param paths below the root, none of which leads out of it
 */
export async function* readAhead(root: string, paths: readonly string[]): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const room = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(AHEAD);
  const workerData: Order = { root, paths, batchBytes: BATCH_BYTES, room };
  const thread = new Worker(`(${readInThread})()`, { eval: true, execArgv: [], workerData });
  try {
    for await (const [batch] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[Batch]>) {
      for (const [path, start, end] of batch.files) yield { path, bytes: new Uint8Array(batch.bytes, start, end - start) };
      Atomics.add(room, 0, 1);
      Atomics.notify(room, 0);
    }
  } finally {
    await thread.terminate();
  }
}

/** Runs in the thread, from its own text: it can name nothing that lies outside of it. */
function readInThread(): void {
  const { closeSync, constants, fstatSync, openSync, readSync } = process.getBuiltinModule('node:fs');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { root, paths, batchBytes, room } = workerData as Order;
  let [buffer, used] = [new Uint8Array(batchBytes), 0];
  let files: Batch['files'] = [];

  const send = () => {
    if (files.length === 0) return;
    Atomics.wait(room, 0, 0);
    Atomics.sub(room, 0, 1);
    parentPort?.postMessage({ bytes: buffer.buffer, files } satisfies Batch, [buffer.buffer]);
    files = [];
  };
  const read = (path: string, file: number) => {
    const { size } = fstatSync(file);
    if (used + size > buffer.length) {
      send();
      [buffer, used] = [new Uint8Array(Math.max(batchBytes, size)), 0];
    }
    const start = used;
    for (let got = -1; used < start + size && got !== 0; used += got) got = readSync(file, buffer, used, start + size - used, null);
    files.push([path, start, used]);
  };
  for (const path of paths) {
    let file: number;
    try {
      file = openSync(`${root}/${path}`, constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) continue;
      throw error;
    }
    try {
      read(path, file);
    } finally {
      closeSync(file);
    }
  }
  send();
}
