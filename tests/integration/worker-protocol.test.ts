import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRows } from '../../src/datasets/local.ts';
import { TASKS, type TaskKey } from '../../src/domain/tasks.ts';
import { fc } from '../support/fast-check.ts';
import { TINY_MODELS, type TinyModels, tinyModels } from '../support/worker-models.ts';
import { expectType, loadMessage, measurePhase, startWorker, WORKER_ARGUMENTS } from '../support/worker-process.ts';
import { WORKER, workerPython } from '../support/worker-python.ts';

const run = promisify(execFile);

let tiny: TinyModels;
let python: string;
beforeAll(async () => {
  python = await workerPython();
  tiny = await tinyModels();
});

describe('the worker', () => {
  // The worker's own tests run every task and kind of model; here one of each kind of output goes over the pipes.
  test.each(['text-generation', 'reasoning', 'text-to-image', 'object-detection'] as const)(
    'runs %s with the right phases and counts',
    async (task) => {
      const [name] = TINY_MODELS[task];
      const { rows } = await checkRows(tiny.dataset(task), columnsOf(task));
      await using worker = await startWorker();
      const load = loadMessage(tiny, task, name, task === 'reasoning' ? { newTokens: 200 } : {});
      if (load.type !== 'load') throw new Error('no load message');
      worker.send(load);
      const ready = expectType(await worker.next(), 'ready');
      expect(ready).toMatchObject({
        device: 'cpu',
        ...(await checkRows(tiny.dataset(task), columnsOf(task))),
        applied: { precision: 'float32', quantization: null, placement: [{ device: 'cpu', parameters: ready.parameters }] },
      });
      expect(ready.backend).toMatch(/^transformers@\d/);
      expect(ready.runtime.find((library) => library.startsWith('torch@'))).toBeDefined();

      worker.send({ type: 'warm-up', maximumSeconds: 0 });
      expect(expectType(await worker.next(), 'warm').queries).toBe(1);
      const { phases, generation } = load.plan;
      for (const phase of phases) {
        const counts = await measurePhase(worker, phase);
        expect(counts, phase).toMatchObject({ passes: 1, queries: rows, failedQueries: 0 });
        if (phase === 'prefill') expect(counts.outputTokens).toBe(rows);
        else if (phase !== 'generate') expect(counts.outputTokens).toBeNull();
        else if (generation.exactNewTokens) expect(counts.outputTokens).toBe(rows * (generation.newTokens ?? 0));
        else expect(counts.outputTokens).toBeLessThanOrEqual(rows * (generation.newTokens ?? 0));
      }
    },
  );

  test('runs the prefill pass before any preprocess, and a phase for as long as it is told', async () => {
    await using worker = await startWorker();
    worker.send(loadMessage(tiny, 'text-generation', 'babbler'));
    expectType(await worker.next(), 'ready');
    const prefill = await measurePhase(worker, 'prefill');
    expect(prefill).toMatchObject({ passes: 1, outputTokens: prefill.queries });
    const long = await measurePhase(worker, 'preprocess', 0.3);
    expect(long.passes).toBeGreaterThan(1);
    expect(long.queries).toBe(long.passes * prefill.queries);
    expect(long.inputTokens).toBe((prefill.inputTokens ?? 0) * long.passes);
  });

  test('does nothing at an edge until the runner says go', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'edges-'));
    try {
      await cp(join(tiny.root, 'datasets'), folder, { recursive: true });
      await using worker = await startWorker();
      worker.send(loadMessage(tiny, 'image-classification', 'vit', { datasetFile: join(folder, 'image-classification.jsonl') }));
      expectType(await worker.next(), 'ready');
      worker.send({ type: 'run', phase: 'preprocess', minimumSeconds: 0 });
      expectType(await worker.next(), 'edge');
      // Taken away while the worker waits: had it begun, it would have read them.
      const images = await readdir(join(folder, 'images'));
      await rm(join(folder, 'images'), { recursive: true });
      worker.send({ type: 'go' });
      expect(expectType(await worker.next(), 'edge')).toMatchObject({ edge: 'end', queries: images.length, failedQueries: images.length });
      await worker.stop();
      expect(await worker.errors()).toContain('preprocess: query 1 failed: ');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test.each(['shutdown', 'the end of its input'] as const)('ends at once in the middle of a phase at %s', async (how) => {
    const child = spawn(python, WORKER_ARGUMENTS, { env: { PATH: process.env.PATH, OMP_NUM_THREADS: '1' } });
    const ended = once(child, 'close');
    const lines = messagesOf(child.stdout);
    child.stderr.resume();
    child.stdin.write(`${JSON.stringify(loadMessage(tiny, 'text-generation', 'babbler'))}\n`);
    await until(lines, 'ready');
    child.stdin.write(`${JSON.stringify({ type: 'run', phase: 'generate', minimumSeconds: 3600 })}\n`);
    await until(lines, 'edge');
    child.stdin.write(`${JSON.stringify({ type: 'go' })}\n`);
    await until(lines, 'progress');
    if (how === 'shutdown') child.stdin.write(`${JSON.stringify({ type: 'shutdown' })}\n`);
    else child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });

  test('dies with its parent, also where its input stays open', async () => {
    const script = '"$0" "$@" <&0 & wait';
    const child = spawn('bash', ['-c', script, python, ...WORKER_ARGUMENTS], { env: { PATH: process.env.PATH, OMP_NUM_THREADS: '1' } });
    child.stderr.resume();
    const lines = messagesOf(child.stdout);
    child.stdin.write(`${JSON.stringify(loadMessage(tiny, 'text-generation', 'babbler'))}\n`);
    await until(lines, 'ready');
    // Its output closes when nobody holds it any more.
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    expect(await closed).toEqual([null, 'SIGKILL']);
  });

  test('tells errors by kind, code and mend', async () => {
    await using worker = await startWorker();
    worker.send(loadMessage(tiny, 'image-classification', 'bert-labels'));
    await expect(worker.next()).rejects.toMatchObject({
      kind: 'input',
      code: 'processor-missing',
      mend: expect.stringContaining('processor'),
    });
  });

  test.each([
    ['load', { type: 'go' }, 'protocol-order'],
    ['a phase of the plan', { type: 'run', phase: 'forward', minimumSeconds: 0 }, 'phase-not-planned'],
    ['one query at a time', { type: 'run', phase: 'generate', minimumSeconds: 0, concurrency: 4 }, 'concurrency-not-offered'],
  ] as const)('refuses a message where %s is due', async (due, message, code) => {
    await using worker = await startWorker();
    if (due !== 'load') {
      worker.send(loadMessage(tiny, 'text-generation', 'babbler'));
      expectType(await worker.next(), 'ready');
    }
    worker.send(message);
    await expect(worker.next()).rejects.toMatchObject({ kind: 'internal', code });
  });
});

describe('the digest of rows', () => {
  test('is the same in Python as in TypeScript, whatever a row holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rows-'));
    try {
      const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { numRuns: 200, seed: 1 });
      const odd = ['\u0085', '\ufeff', ' \u00a0', '\u001c', '\u2028 line', '"\\/\b\f\n\r\t\u0001\u007f', '𝔸', 'é', 'e\u0301', '\ufffd'];
      const rows = [...texts, ...odd].map((text) => `${JSON.stringify({ text, more: 1 })}\r\n`);
      const images = ['one.bin', 'a/b c.bin', 'ü.bin', 'line\n..\nbreak'];
      await cp(join(tiny.root, 'datasets'), folder, { recursive: true });
      await cp(join(tiny.root, 'datasets/images'), join(folder, 'a'), { recursive: true });
      for (const [number, name] of images.entries()) await writeFile(join(folder, name), `content ${number % 2}`);
      await writeFile(join(folder, 'odd.jsonl'), ['\n', ...rows, ' \t\u00a0\n', '\u2003'].join(''));
      await writeFile(join(folder, 'files.jsonl'), images.map((image) => JSON.stringify({ image })).join('\n\n'));
      await writeFile(
        join(folder, 'broken.jsonl'),
        Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xf0, 0x9f, 0x98]), Buffer.from('"}')]),
      );
      const sets = [
        ...TASKS.map(({ key }) => ({ file: `${key}.jsonl`, columns: columnsOf(key) })),
        { file: 'odd.jsonl', columns: ['text'] },
        { file: 'files.jsonl', columns: ['image'] },
        { file: 'broken.jsonl', columns: ['text'] },
      ];
      const ours = await Promise.all(sets.map(({ file, columns }) => checkRows(join(folder, file), columns)));
      expect(await digestsOfPython(folder, sets)).toEqual(ours);
      expect(ours.find((_, index) => sets[index]?.file === 'odd.jsonl')?.rows).toBeGreaterThan(150);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

const columnsOf = (task: TaskKey): string[] => [...(TASKS.find(({ key }) => key === task)?.dataset.columns ?? [])];

const DIGESTS = `
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from ai_energy_score_worker.rows import read_queries
read = [read_queries(pathlib.Path(sys.argv[2]) / one["file"], one["columns"]) for one in json.loads(sys.argv[3])]
print(json.dumps([{"rows": len(queries.rows), "rowsSha256": queries.rows_sha256} for queries in read]))
`;

async function digestsOfPython(folder: string, sets: readonly { file: string; columns: readonly string[] }[]): Promise<unknown> {
  const { stdout } = await run(python, ['-I', '-B', '-c', DIGESTS, WORKER, folder, JSON.stringify(sets)]);
  return JSON.parse(stdout);
}

/** The types of the messages that a stream of lines brings, one by one. */
async function* messagesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of stream) {
    const lines = (rest + piece.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line).type;
  }
}

async function until(types: AsyncGenerator<string>, wanted: string): Promise<void> {
  for (;;) {
    const { value, done } = await types.next();
    if (done) throw new Error(`The worker ended before it said ${wanted}.`);
    if (value === wanted) return;
  }
}
