import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FOLDER, RECORD_FILE } from '../bundle/files.ts';
import { openBundle } from '../bundle/write.ts';
import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName, slug } from '../domain/identifiers.ts';
import type { BenchmarkOutcome, BenchmarkPorts, BenchmarkRequest } from './benchmark.ts';
import { openSession, type Session } from './benchmark-session.ts';
import { checkpointFolder } from './checkpoint.ts';
import { lockCheckpoint } from './checkpoint-lock.ts';

/** A result that grows in a hidden folder and becomes visible in one step. */
export type OpenResult = {
  session: Session;
  /** Writes the record beside its bundle, still hidden. */
  write(record: Result): Promise<void>;
  /** Moves the whole to its place. */
  place(): Promise<BenchmarkOutcome>;
};

/**
 * Gives work an open result for each request. Whatever was not placed when it ends, well or not, leaves nothing behind;
 * backends and meters have ended by then.
 * @throws Fault of the operator, code bundle-not-written, where the output folder takes no more; else what the work throws
 */
export async function withResults<Outcome>(
  requests: readonly BenchmarkRequest[],
  ports: BenchmarkPorts,
  work: (results: readonly OpenResult[]) => Promise<Outcome>,
): Promise<Outcome> {
  const open: (OpenResult & { close(): Promise<void> })[] = [];
  const close = async () => {
    for (const result of open) await result.close();
  };
  try {
    for (const request of requests) open.push(await openResult(request, ports));
    return await work(open);
  } catch (error) {
    throw asWriteFault(error, requests[0]?.outFolder ?? '');
  } finally {
    await close();
  }
}

async function openResult(request: BenchmarkRequest, ports: BenchmarkPorts): Promise<OpenResult & { close(): Promise<void> }> {
  const name = `.partial-${ports.nonce().slice(0, 12)}`;
  const partial = join(request.outFolder, name);
  request.onPartial?.(partial);
  const keeps = request.checkpoint !== undefined && request.checkpoint.mode !== 'off';
  const checkpoint = checkpointFolder(request.outFolder, request.plan);
  const lock = keeps ? await lockCheckpoint(checkpoint) : null;
  const clear = async () => {
    await rm(partial, { recursive: true, force: true });
    await lock?.release();
  };
  try {
    const bundle = await openBundle(join(partial, BUNDLE_FOLDER));
    const session = await openSession(request, ports, bundle, name);
    let record: Result | null = null;
    return {
      session,
      async write(written) {
        await writeFile(join(partial, RECORD_FILE), `${JSON.stringify(written, null, 2)}\n`, { flush: true });
        record = written;
      },
      async place() {
        const placed = record as Result;
        const folder = join(request.outFolder, folderName(placed));
        await rename(partial, folder);
        if (keeps) await rm(checkpoint, { recursive: true, force: true });
        return { record: placed, folder, recordFile: join(folder, RECORD_FILE), bundleFolder: join(folder, BUNDLE_FOLDER) };
      },
      async close() {
        await session.abandon();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

function folderName(record: Result): string {
  const variant = record.plan.variant === null ? '' : `.${record.plan.variant}`;
  return `${slug(record.plan.model.id)}.${record.plan.task}${variant}.${recordName(record)}`;
}

/** What a file system says when it takes no more. */
const WRITE_ERRORS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE']);

/** A file system's error as a fault of the operator; everything else as it is. */
function asWriteFault(error: unknown, outFolder: string): unknown {
  const { code, path = '' } = (error ?? {}) as NodeJS.ErrnoException;
  // What is missing in the output folder was made there: somebody has removed it.
  const removed = code === 'ENOENT' && path.startsWith(outFolder);
  const unwritten = error instanceof Fault ? error.code === 'log-not-written' : removed || WRITE_ERRORS.has(code);
  if (!unwritten) return error;
  return operatorFault(`The result cannot be written to ${outFolder}: ${messageOf(error)}`, {
    code: 'bundle-not-written',
    mend: 'See that the output folder has room and may be written.',
    cause: error,
  });
}
