import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { operatorFault } from '../../domain/errors.ts';
import type { GpuSample } from '../../ports/gpu.ts';
import { type FieldNames, sampleFields, sampleFrom } from './fields.ts';
import { integrator, type PowerIntegral } from './integral.ts';

/** Time between two samples that nvidia-smi is asked for, in milliseconds. */
const PERIOD_MILLISECONDS = 100;
/** Without a sample for so long, in seconds, the stream is stale. */
const STALE_SECONDS = 1;

/** Samples of every GPU as nvidia-smi prints them. */
export type SmiStream = {
  /** Energy since the first sample, in joules, at this moment; waits for the sample after it. */
  joulesNow(uuid: string): Promise<number>;
  /** The newest sample. */
  latest(uuid: string): GpuSample;
  close(): void;
};

/** Seconds on a clock of the stream's own: only differences count. */
const now = () => performance.now() / 1000;

/**
 * Starts `nvidia-smi -lms` and waits for its first sample of each of these GPUs.
 * Samples are stamped when they arrive. One that is late by more than a second, one without power, and the end of
 * nvidia-smi are Faults of the operator (meter-stale, power-missing, nvidia-smi-ended) of everything that is asked after.
 */
export async function startStream(program: string, names: FieldNames, uuids: readonly string[]): Promise<SmiStream> {
  const integrals = new Map<string, PowerIntegral>(uuids.map((uuid) => [uuid, integrator(STALE_SECONDS)]));
  const newest = new Map<string, { seconds: number; sample: GpuSample }>();
  const fields = sampleFields(names).join(',');
  const child = spawn(program, [`--query-gpu=${fields}`, '--format=csv,noheader,nounits', '-lms', String(PERIOD_MILLISECONDS)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const fail = (error: unknown) => {
    for (const integral of integrals.values()) integral.fail(error);
    child.kill('SIGKILL');
  };
  const ended = (how: string) =>
    operatorFault(`nvidia-smi ended while it was measuring (${how})${said === '' ? '.' : `: ${said.trim().slice(0, 200)}`}`, {
      code: 'nvidia-smi-ended',
      mend: 'Run nvidia-smi by hand; measure again, or with --meter nvml.',
    });
  child.on('error', (error) => fail(ended(error.message)));
  child.on('close', (code, signal) => fail(ended(signal ?? `exit ${code}`)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-1000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      const found = sampleFrom(line, names);
      const integral = found === null ? undefined : integrals.get(found.uuid);
      // A line that is no sample (nvidia-smi prints warnings here too) is told when nothing better follows it.
      if (found === null) said = `${said}${line}\n`.slice(-1000);
      if (found === null || integral === undefined) return;
      const seconds = now();
      newest.set(found.uuid, { seconds, sample: found.sample });
      integral.add(seconds, found.sample.powerWatts);
    } catch (error) {
      fail(error);
    }
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const close = () => {
    process.off('exit', endWithUs);
    child.kill('SIGKILL');
  };
  try {
    await Promise.all([...integrals.values()].map((integral) => integral.joulesAt(now())));
  } catch (error) {
    close();
    throw error;
  }
  return {
    joulesNow: async (uuid) => integralOf(integrals, uuid).joulesAt(now()),
    latest(uuid) {
      integralOf(integrals, uuid).throwFailure();
      const entry = newest.get(uuid);
      if (entry !== undefined && now() - entry.seconds <= STALE_SECONDS) return entry.sample;
      throw operatorFault('nvidia-smi has given no sample for more than a second.', { code: 'meter-stale' });
    },
    close,
  };
}

function integralOf(integrals: ReadonlyMap<string, PowerIntegral>, uuid: string): PowerIntegral {
  const integral = integrals.get(uuid);
  if (integral !== undefined) return integral;
  throw operatorFault(`nvidia-smi is not watching the GPU ${uuid}.`, {
    code: 'gpu-not-found',
    mend: 'List the UUIDs of this machine: nvidia-smi -L',
  });
}
