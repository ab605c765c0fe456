/** Bundles of synthetic records, written as the benchmark writes them. */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILES } from '../../src/bundle/files.ts';
import { openBundle } from '../../src/bundle/write.ts';
import type { GpuTraceRow, TraceRow } from '../../src/domain/evidence.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordName } from '../../src/domain/identifiers.ts';
import { plotOf } from '../../src/stages/plot.ts';
import { goodEvidence } from './records.ts';

/** damaged: its trace was changed afterwards; without power: no sensor told any. */
export type BundleKind = 'whole' | 'damaged' | 'without power';

/** Writes a record's bundle into bundles/ of a results repository, and gives the record that names it. */
export async function withBundle(folder: string, record: Result, kind: BundleKind): Promise<Result> {
  const place = await mkdtemp(join(folder, 'bundle-'));
  const bundle = await openBundle(place);
  const { trace, gpuTrace, readings, environment } = goodEvidence(record);
  await bundle.writeText('environment', `${JSON.stringify(environment)}\n`);
  await bundle.writeText('plan', `${JSON.stringify(record.plan)}\n`);
  bundle.addReadings(readings);
  const rows: (TraceRow | GpuTraceRow)[] =
    kind === 'without power' ? gpuTrace.map((row) => ({ ...row, watts: null })) : [...trace, ...gpuTrace];
  for (const row of rows) bundle.addTrace(row);
  const named = { ...record, bundle: await bundle.finish((all) => plotOf(record, all)) };
  if (kind === 'damaged') await writeFile(join(place, BUNDLE_FILES.trace), 'something else');
  const shown = join(folder, 'bundles', recordName(named));
  await rm(shown, { recursive: true, force: true });
  await rename(place, shown);
  return named;
}
