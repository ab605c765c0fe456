import { createHash } from 'node:crypto';
import { messageOf, operatorFault } from '../domain/errors.ts';
import { type HubAccess, hubLibrary, refusalOf } from './hub-access.ts';
import { listFilesOf } from './hub-listing.ts';

/** What a mirror's repository lacks, and what it has too much. */
export type MirrorPlan = {
  /** Whether the repository has to be made first. */
  repository: 'there' | 'missing';
  /** Paths to write. */
  write: string[];
  /** Paths to remove. */
  remove: string[];
  /** Files that are there already, to the byte. */
  unchanged: number;
};

type Mirror = {
  /** The data set's repository, as org/name. */
  id: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** Folders in which nothing else stays. */
  folders: readonly string[];
};

/**
 * Compares files with a data set's repository on the Hub by their digests, without a download.
 * @throws Fault of the operator: hub-unauthorised, hub-forbidden, hub-rate-limited, hub-unavailable, hub-unreachable
 */
export async function planMirror(access: HubAccess, { id, files, folders }: Mirror): Promise<MirrorPlan> {
  const listing = await listFilesOf(access, { kind: 'dataset', id }, 'main').catch((thrown: unknown) => {
    const refusal = refusalOf(thrown, id);
    if (refusal === 'missing' || refusal === 'missing-revision') return null;
    throw forbidden(id, thrown);
  });
  const all = [...files.keys()].sort();
  if (listing === null) return { repository: 'missing', write: all, remove: [], unchanged: 0 };
  const write = all.filter((path) => {
    const there = listing.get(path)?.digest;
    return there === undefined || digestOf(files.get(path) as Uint8Array, there.kind) !== there.hex;
  });
  const remove = [...listing.keys()].filter((path) => !files.has(path) && folders.some((folder) => path.startsWith(folder))).sort();
  return { repository: 'there', write, remove, unchanged: all.length - write.length };
}

function digestOf(bytes: Uint8Array, kind: 'sha256' | 'git-blob'): string {
  if (kind === 'sha256') return createHash('sha256').update(bytes).digest('hex');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * Carries a plan out: makes the repository where it is missing, then writes and removes everything in one commit.
 * @returns the commit's id; null where there was nothing to do
 * @throws Fault of the operator: hub-token-missing, and those of planMirror
 */
export async function pushMirror(access: HubAccess, { id, files }: Mirror, plan: MirrorPlan, title: string): Promise<string | null> {
  const { write, remove, repository } = plan;
  if (write.length + remove.length === 0) return null;
  const accessToken = access.accessToken?.trim() ?? '';
  if (!accessToken.startsWith('hf_')) throw tokenMissing();
  const { createRepo, commit } = await hubLibrary();
  const repo = { type: 'dataset', name: id } as const;
  const hub = { accessToken, ...(access.hubUrl === undefined ? {} : { hubUrl: access.hubUrl.replace(/\/+$/, '') }) };
  try {
    if (repository === 'missing') await createRepo({ repo, ...hub });
    const outcome = await commit({
      repo,
      title,
      operations: [
        ...write.map((path) => ({
          operation: 'addOrUpdate' as const,
          path,
          content: new Blob([files.get(path) as Uint8Array<ArrayBuffer>]),
        })),
        ...remove.map((path) => ({ operation: 'delete' as const, path })),
      ],
      ...hub,
      ...(access.signal === undefined ? {} : { abortSignal: access.signal }),
    });
    return outcome?.commit.oid ?? null;
  } catch (thrown) {
    access.signal?.throwIfAborted();
    const told = withoutToken(thrown, accessToken);
    refusalOf(told, id);
    throw forbidden(id, told);
  }
}

/** Servers may repeat what they were sent; a message of ours never does. */
function withoutToken(thrown: unknown, token: string): unknown {
  const { statusCode, data } = thrown as { statusCode?: number; data?: { error?: unknown; message?: unknown } };
  const clean = (text: string) => text.replaceAll(token, '…');
  const words = String(data?.error ?? data?.message ?? messageOf(thrown));
  return Object.assign(new Error(clean(messageOf(thrown))), { statusCode, data: { error: clean(words) } });
}

const tokenMissing = () =>
  operatorFault('HF_TOKEN holds no token of the Hub, which begins with hf_.', {
    code: 'hub-token-missing',
    mend: 'Set HF_TOKEN to a token that may write to the data set.',
  });

const forbidden = (id: string, cause: unknown) =>
  operatorFault(`The Hub does not let this token write to ${id}: ${messageOf(cause).slice(0, 300)}`, {
    code: 'hub-forbidden',
    mend: 'Set HF_TOKEN to a token that may write to the data set, and look whether its organisation is written right.',
    cause,
  });
