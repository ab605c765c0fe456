import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../domain/generated/order.ts';
import { type Failure, failureFrom } from '../domain/pull-request/failure.ts';
import { ARTIFACT_FAILURE, ARTIFACT_RESULT, artifactName, companyName } from '../domain/pull-request/order.ts';
import { quoted } from '../domain/submission/hostile-characters.ts';

/** What came back for an order. */
export type Artifact =
  | { kind: 'packed'; file: string }
  /** The run says itself that it failed. */
  | { kind: 'failure'; failure: Failure }
  | { kind: 'missing' }
  /** Something that no run of this program leaves. */
  | { kind: 'refused'; failure: Failure };

/** Largest text that a failure is told in, in bytes. */
const FAILURE_BYTES = 64 * 1024;

/**
 * Looks at the artifact of an order: one plain file of a known name, no larger than allowed. Nothing in it is read but a failure's text.
 * @param artifacts folder that holds every artifact in a folder of its name
 * @param bytes most bytes of a packed result
 */
export async function readArtifact(artifacts: string, order: Order, { bytes }: { bytes: number }): Promise<Artifact> {
  const folder = join(artifacts, artifactName(order));
  const stats = await lstat(folder).catch(() => null);
  if (stats === null) return { kind: 'missing' };
  if (!stats.isDirectory()) return refused('is no folder');
  const names = await readdir(folder);
  const [name] = names;
  if (name === undefined) return { kind: 'missing' };
  if (names.length > 1) return refused(`holds ${names.length} files where there is one`);
  if (name !== ARTIFACT_RESULT && name !== ARTIFACT_FAILURE) return refused(`holds ${quoted(name)}, which no run leaves`);
  const file = join(folder, name);
  const { size, ...kind } = await plainSize(file);
  if (!kind.isPlain) return refused(`holds ${name}, which is no plain file`);
  const most = name === ARTIFACT_RESULT ? bytes : FAILURE_BYTES;
  if (size > most) return refused(`holds ${name} of ${size} bytes; at most ${most} are read`);
  return name === ARTIFACT_RESULT ? { kind: 'packed', file } : { kind: 'failure', failure: failureFrom(await textOf(file)) };
}

async function plainSize(file: string): Promise<{ isPlain: boolean; size: number }> {
  const stats = await lstat(file);
  return { isPlain: stats.isFile(), size: stats.size };
}

async function textOf(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FAILURE_BYTES), 0, FAILURE_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

const refused = (why: string): Artifact => ({
  kind: 'refused',
  failure: {
    code: 'artifact-refused',
    message: `The run's artifact ${why}.`,
    mend: 'Measure again. Where it stays so, see who else can write artifacts in that run.',
  },
});

/**
 * Names of what lies beside the artifacts of the orders: nobody ordered it, and it is not looked at. What the workflow adds itself is
 * not named: its own artifact, whose file lies there without a folder where it is alone.
 */
export async function otherArtifacts(artifacts: string, orders: readonly Order[]): Promise<string[]> {
  const known = new Set([...orders.map(artifactName), ...orders.map(companyName)]);
  const entries = await readdir(artifacts, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => !entry.isFile()).map(({ name }) => name);
  return folders.filter((name) => !known.has(name)).sort();
}
