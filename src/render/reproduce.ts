import { deviceOf } from '../domain/leaderboard/entry.ts';
import type { Report } from '../domain/report.ts';
import { bytes, duration, parameterCount, whole } from './numbers.ts';

/** A fact of the run by its name. Code is what one copies: digests, names, paths. */
export type Fact = { name: string; value: string; kind: 'words' | 'code' };

const words = (name: string, value: string): Fact => ({ name, value, kind: 'words' });
const copied = (name: string, value: string): Fact => ({ name, value, kind: 'code' });

/** Everything somebody needs who measures it again, or doubts it. Values hold foreign text as it came. */
export function reproductionFacts({
  record,
  recordName,
  policyName,
  bundlePath,
}: Pick<Report, 'record' | 'recordName' | 'policyName' | 'bundlePath'>): Fact[] {
  const { plan, software, hardware, model } = record;
  const { quantization, processor } = plan.model;
  const parameters = model.parameters ?? plan.model.parameters;
  return [
    copied('Record', recordName),
    copied('Plan digest', record.planDigest),
    copied('Model revision', plan.model.revision),
    ...(processor === null ? [] : [copied('Processor', `${processor.id}@${processor.revision}`)]),
    ...(model.filesSha256 === null ? [] : [copied('Model files', `sha256:${model.filesSha256}`)]),
    words(
      'Model',
      [
        parameters === null ? 'parameters unknown' : `${parameterCount(parameters)} parameters`,
        model.bytes === null ? 'files behind an endpoint' : bytes(model.bytes),
        model.precision,
        quantization === null ? 'not quantised' : `${quantization.method}, ${quantization.bits} bit`,
      ].join(', '),
    ),
    copied('Data set', `${plan.dataset.id}${plan.dataset.revision === null ? '' : `@${plan.dataset.revision}`}`),
    copied('Rows', `${whole(record.dataset.rows)}, sha256:${record.dataset.rowsSha256}`),
    words(
      'Runs',
      `${record.runs.length}, after ${duration(record.warmUp.seconds)} of warm-up; model loaded in ${duration(record.loadModelSeconds)}`,
    ),
    copied('Software', [`runner ${software.runner}`, software.backend, ...software.runtime].join(', ')),
    words('Isolation', software.isolation),
    words(
      'Hardware',
      `${deviceOf(record)}; ${hardware.cpu.logicalCores} logical cores, ${bytes(hardware.memoryBytes)} of memory, ${hardware.os}`,
    ),
    words('Meters', record.meters.map(({ id, quality, device }) => `${id} (${quality}): ${device}`).join('; ')),
    copied('Measured', record.measuredAt),
    words('Policy', policyName),
    ...(bundlePath === null ? [] : [copied('Evidence', bundlePath)]),
    ...(record.evidence === undefined
      ? []
      : [copied('Evidence of its owner', record.evidence.url), copied('Evidence digest', `sha256:${record.evidence.sha256}`)]),
    copied('Evidence manifest', `sha256:${record.bundle.manifestSha256}`),
  ];
}
