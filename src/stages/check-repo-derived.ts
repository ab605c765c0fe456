import { sha256 } from '../domain/canonical.ts';
import type { Entry } from '../domain/leaderboard/entry.ts';
import { CITATION, FEED, LEADERBOARD, MANIFEST } from '../domain/leaderboard/files.ts';
import { BADGES, LABELS, labelFileAt } from '../domain/leaderboard/label-plan.ts';
import type { Policy } from '../domain/policy.ts';
import { found, type RepositoryFinding } from '../domain/repository/checks.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { PAGES_AT_ROOT } from '../render/pages.ts';
import { TABLES_PLACE } from '../render/readme.ts';
import { foreignLabels } from './check-repo-labels.ts';
import { eachDerivedChange, leaderboardOf, readReadme, readSurroundings } from './leaderboard.ts';

const README = 'README.md';

/** Folders that hold derived files alone. */
const OWN = [LEADERBOARD, LABELS, BADGES];
/** Derived files that lie beside them. */
const BESIDE = [README, FEED, CITATION, ...PAGES_AT_ROOT];

type Manifest = { builder: string; readmeTablesSha256: string; files: { path: string; sha256: string }[] };

/**
 * Holds every derived file against a fresh build; where the repository is damaged or another version built them, against their
 * manifest alone, and says so.
 * @param sound entries and policy that a build can start from, or null where the repository is too damaged for one
 */
export async function derivedFindings(
  snapshot: Snapshot,
  sound: { entries: readonly Entry[]; policy: Policy } | null,
  builderVersion: string,
): Promise<RepositoryFinding[]> {
  const manifest = await manifestIn(snapshot);
  if (manifest === 'missing' && (await isNew(snapshot))) return [];
  if (sound === null) {
    const unproved = found('C-derived-unproved', MANIFEST, 'What the derived files are built of is damaged.');
    return [unproved, ...(await againstManifest(snapshot, manifest)), ...(await foreignLabels(snapshot))];
  }
  // Nobody tells which version built them: held against this one's build, each other byte is named.
  if (typeof manifest === 'string') return againstBuild(snapshot, sound, builderVersion);
  if (manifest.builder !== builderVersion) {
    const message = `Version ${manifest.builder} built them; this is ${builderVersion}.`;
    return [found('C-derived-rebuild', MANIFEST, message), ...(await againstManifest(snapshot, manifest))];
  }
  return againstBuild(snapshot, sound, builderVersion);
}

/** A repository that was just made has neither results nor anything derived. */
async function isNew(snapshot: Snapshot): Promise<boolean> {
  return (await snapshot.list('results/')).length === 0 && (await snapshot.list(LEADERBOARD)).length === 0;
}

async function againstBuild(
  snapshot: Snapshot,
  { entries, policy }: { entries: readonly Entry[]; policy: Policy },
  builderVersion: string,
): Promise<RepositoryFinding[]> {
  const { files, labels } = await leaderboardOf(entries, { policy, builderVersion, ...(await readSurroundings(snapshot)) });
  const present = (await Promise.all(OWN.map((folder) => snapshot.list(folder)))).flat();
  const there = new Set([...present, ...(await snapshot.list()).filter((path) => BESIDE.includes(path))]);
  const drawn = new Set(labels.map(({ stem }) => stem));
  const changed = new Set<string>();
  const findings: RepositoryFinding[] = [];
  for await (const [path, bytes] of eachDerivedChange(snapshot, { files, labels }, 'all')) {
    changed.add(path);
    if (bytes === null) findings.push(found('C-derived-extra', path, 'No build makes it, though an earlier build names it.'));
    else if (!there.has(path)) findings.push(found('C-derived-missing', path, 'A fresh build makes it.'));
    else findings.push(found('C-derived-forged', path, `A fresh build by version ${builderVersion} makes other bytes.`));
  }
  const extra = present.filter((path) => !files.has(path) && !drawn.has(labelFileAt(path)?.stem ?? '') && !changed.has(path));
  return [...findings, ...extra.map((path) => found('C-derived-extra', path, 'No build makes it.'))];
}

async function againstManifest(snapshot: Snapshot, manifest: Manifest | 'missing' | 'damaged'): Promise<RepositoryFinding[]> {
  if (manifest === 'missing') return [found('C-derived-missing', MANIFEST, 'It names every derived file, and is not there.')];
  if (manifest === 'damaged') return [found('C-derived-forged', MANIFEST, 'It is no manifest.')];
  const findings: RepositoryFinding[] = [];
  const named = new Map(manifest.files.map(({ path, sha256: digest }) => [path, digest]));
  for await (const { path, bytes } of namedFiles(snapshot)) {
    if (path === MANIFEST) continue;
    const digest = named.get(path);
    named.delete(path);
    if (digest === undefined) findings.push(found('C-derived-extra', path, 'The manifest does not name it.'));
    else if (digest !== sha256(bytes)) findings.push(found('C-derived-forged', path, 'It has not the digest that the manifest names.'));
  }
  for (const path of named.keys()) findings.push(found('C-derived-missing', path, 'The manifest names it.'));
  const tables = tablesIn(await readReadme(snapshot));
  if (tables !== null && sha256(tables) !== manifest.readmeTablesSha256)
    findings.push(found('C-derived-forged', README, 'Its tables have not the digest that the manifest names.'));
  return findings;
}

/** The derived files that a manifest can name. */
async function* namedFiles(snapshot: Snapshot): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  yield* snapshot.readAll(LEADERBOARD);
  for (const path of [FEED, CITATION, ...PAGES_AT_ROOT]) {
    const bytes = await snapshot.read(path);
    if (bytes !== null) yield { path, bytes };
  }
}

/** The tables between the README's two marks; null where it has no place for them. */
function tablesIn(readme: string | null): string | null {
  const [begin = '', end = ''] = TABLES_PLACE.split('\n');
  const from = readme?.indexOf(begin) ?? -1;
  const to = readme?.indexOf(end, from) ?? -1;
  if (readme === null || from < 0 || to < 0) return null;
  return readme.slice(from + begin.length + 2, to - 2);
}

async function manifestIn(snapshot: Snapshot): Promise<Manifest | 'missing' | 'damaged'> {
  const bytes = await snapshot.read(MANIFEST);
  if (bytes === null) return 'missing';
  try {
    const value: Partial<Manifest> | null = JSON.parse(new TextDecoder().decode(bytes));
    const { builder, readmeTablesSha256, files } = value ?? {};
    if (typeof builder !== 'string' || typeof readmeTablesSha256 !== 'string' || !Array.isArray(files)) return 'damaged';
    const sound = files.every(
      (file: Partial<Manifest['files'][0]> | null) => typeof file?.path === 'string' && typeof file.sha256 === 'string',
    );
    return sound ? { builder, readmeTablesSha256, files } : 'damaged';
  } catch {
    return 'damaged';
  }
}
