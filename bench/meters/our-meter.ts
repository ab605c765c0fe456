/**
 * Our meter behind the same protocol as protocol.py: the counter through NVML, read at aligned edges, and the trace at
 * 10 Hz beside it. Every phase opens it anew, as a benchmark does.
 */
import { createInterface } from 'node:readline';
import { Fault, messageOf } from '../../src/domain/errors.ts';
import { openGpuAccess } from '../../src/energy/gpu-access.ts';
import { gpuCounterMeter } from '../../src/energy/gpu-counter.ts';
import { startRecorder } from '../../src/energy/recorder.ts';

const tell = (what: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(what)}\n`);
const sleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
const clock = () => Number(process.hrtime.bigint()) / 1e9;

async function open() {
  const library = await openGpuAccess('nvml');
  const [gpu] = library?.devices() ?? [];
  if (library === null || gpu === undefined) throw new Error('The scene has no GPU.');
  const meter = gpuCounterMeter({ library, gpu, clock, sleep });
  const gpus = {
    library,
    gpus: [{ uuid: gpu.uuid, meter: meter.description.id }],
    countForeign: (pids: readonly number[]) => pids.length,
  };
  const recorder = await startRecorder([meter], 10, () => {}, { clock, gpus });
  return { library, recorder };
}

async function measure(seconds: number): Promise<Record<string, unknown>> {
  const { library, recorder } = await open();
  try {
    const place = { run: 1, phase: 'prefill' } as const;
    const starts = await recorder.readEdge({ ...place, edge: 'start' });
    const from = process.hrtime.bigint();
    tell({ begun: Number(from) });
    // The phase ends early where the trace breaks, as in a benchmark.
    const broken = new Promise<void>((resolve) => recorder.broken.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([sleep(seconds), broken]);
    const to = process.hrtime.bigint();
    const ends = await recorder.readEdge({ ...place, edge: 'end' });
    const [energy] = recorder.energiesBetween(starts, ends);
    await recorder.stop();
    const { joules, edgeJoules, integralJoules } = energy ?? {};
    return { from: Number(from), to: Number(to), joules, boundJoules: edgeJoules, integralJoules };
  } finally {
    await recorder.stop().catch(() => {}); // What broke the trace has been thrown already.
    library.close();
  }
}

tell({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { seconds } = JSON.parse(line) as { seconds: number };
  const outcome = await measure(seconds).catch((error: unknown) => ({
    fault: error instanceof Fault ? `${error.code}: ${error.message}` : messageOf(error),
  }));
  tell({ ...outcome, said: [] });
}
