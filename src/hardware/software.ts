import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** git's version; null where no git answers. */
export async function gitVersion(): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['--version'], { timeout: 10_000 });
    return stdout.match(/\d+(?:\.\d+)+/)?.[0] ?? null;
  } catch {
    return null; // None that answers: the finding says so.
  }
}

/** Whether the machine shows RAPL counters, readable or not. */
export const raplPresent = (powercapFolder: string): boolean => existsSync(`${powercapFolder}/intel-rapl:0`);

/** Libraries of the Python worker as it names them, and how many GPUs PyTorch can use; or what went wrong. */
export type WorkerLibraries = { runtime: string[]; gpus: number } | { complaint: string };

const ASK_LIBRARIES = `
import json, torch, transformers, diffusers, accelerate
names = (torch, transformers, diffusers, accelerate)
print(json.dumps({"runtime": [f"{one.__name__}@{one.__version__}" for one in names], "gpus": torch.cuda.device_count()}))
`;

/** Loading PyTorch takes seconds, and more from a cold disk. */
const LIBRARIES_MILLISECONDS = 120_000;

/** Loads the worker's libraries in a Python, and asks for their versions. */
export async function workerLibraries(python: string): Promise<WorkerLibraries> {
  try {
    const { stdout } = await run(python, ['-I', '-B', '-c', ASK_LIBRARIES], { timeout: LIBRARIES_MILLISECONDS });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as WorkerLibraries;
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    return { complaint: (stderr.trim().split('\n').at(-1) || message.split('\n')[0] || 'it does not answer').slice(0, 300) };
  }
}
