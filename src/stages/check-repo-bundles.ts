import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILES } from '../bundle/files.ts';
import { outlineDamage } from '../bundle/outline.ts';
import { readBundle } from '../bundle/read.ts';
import { sha256 } from '../domain/canonical.ts';
import { messageOf } from '../domain/errors.ts';
import type { Finding } from '../domain/findings.ts';
import type { Policy } from '../domain/policy.ts';
import { policyDigest } from '../domain/policy-digest.ts';
import { found, type RepositoryFinding } from '../domain/repository/checks.ts';
import type { KnownRecord } from '../domain/repository/records.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { checkResult } from './check.ts';

/** Largest manifest that is read, in bytes. */
const MANIFEST_BYTES = 1024 * 1024;

/** Bundles that lie beside a repository, by the name of the record that each belongs to. */
export type BundlesAtHand = { findings: RepositoryFinding[]; folders: Map<string, string> };

/**
 * Holds every bundle in bundles/ against the record that it belongs to, by the digest of its manifest, and its files against the
 * manifest by name and size.
 * @param records every record that can be read, by its name
 * @param unread names of records that lie there and cannot be read
 */
export async function bundleFindings(
  place: string,
  { records, unread }: { records: ReadonlyMap<string, KnownRecord>; unread: ReadonlySet<string> },
): Promise<BundlesAtHand> {
  const findings: RepositoryFinding[] = [];
  const folders = new Map<string, string>();
  // What begins with a dot is a copy that a process has under way.
  const names = (await readdir(join(place, 'bundles')).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const path = `bundles/${name}`;
    const known = records.get(name);
    // What it is evidence of is named beside this, and may be a record of a newer version.
    if (known === undefined && unread.has(name)) continue;
    if (known === undefined) findings.push(found('C-bundle-orphan', path, 'No record has this name.'));
    else if ((await manifestDigest(join(place, path))) !== known.manifestSha256)
      findings.push(found('C-bundle-manifest', path, `Its manifest is not the one that ${known.entry.record} names.`));
    else {
      const damage = await outlineDamage(join(place, path));
      if (damage.length === 0) folders.set(name, join(place, path));
      else findings.push(found('C-bundle-files', path, damage.slice(0, 3).join(' ')));
    }
  }
  return { findings, folders };
}

async function manifestDigest(folder: string): Promise<string | null> {
  // A link to a folder elsewhere is no bundle.
  if (!(await lstat(folder)).isDirectory()) return null;
  const file = join(folder, BUNDLE_FILES.manifest);
  const stats = await lstat(file).catch(() => null);
  return stats === null || !stats.isFile() || stats.size > MANIFEST_BYTES ? null : sha256(await readFile(file));
}

/** Runs every check again on the records whose bundles are at hand. */
export async function evidenceFindings(
  snapshot: Snapshot,
  policy: Policy,
  bundles: readonly { known: KnownRecord; folder: string }[],
): Promise<RepositoryFinding[]> {
  const findings: RepositoryFinding[] = [];
  const policySha256 = policyDigest(policy);
  for (const { known, folder } of bundles) findings.push(...(await evidenceOf(snapshot, { known, folder, policy, policySha256 })));
  return findings;
}

/** When it was published, so that the answer is the same on every day; where no ledger tells, when it says that it was measured. */
function judgedAt({ ledger, entry }: KnownRecord): Date {
  const at = Date.parse(ledger?.entries[0].at ?? '');
  return new Date(Number.isNaN(at) ? entry.measuredAt : at);
}

type Case = { known: KnownRecord; folder: string; policy: Policy; policySha256: string };

async function evidenceOf(snapshot: Snapshot, { known, folder, policy, policySha256 }: Case): Promise<RepositoryFinding[]> {
  const { record: path } = known.entry;
  const bytes = await snapshot.read(path);
  try {
    const evidence = await readBundle(folder);
    const text = new TextDecoder().decode(bytes ?? new Uint8Array());
    const { verdict, reasons } = checkResult({ text, policy, evidence, expected: known.approval, published: null, now: judgedAt(known) });
    const grave = reasons.filter(({ effect }) => effect === 'invalid');
    if (verdict === 'invalid') return [found('C-evidence', path, `Its evidence does not hold. ${worded(grave)}`)];
    // Under another policy than it was planned with, another verdict says nothing.
    const comparable = policySha256 === known.policySha256 && known.ledger?.verdict === 'official';
    return comparable && verdict !== 'official'
      ? [found('C-evidence-verdict', path, `The checks call it ${verdict}. ${worded(reasons)}`)]
      : [];
  } catch (thrown) {
    return [found('C-evidence', path, `Its bundle cannot be read: ${messageOf(thrown)}`)];
  }
}

const worded = (reasons: readonly Finding[]): string => reasons.map(({ code, message }) => `${code}: ${message}`).join(' ');
