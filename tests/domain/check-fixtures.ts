/** For every check of a result, an input that it must fail; goodRequest() is the one that all of them must pass. */

import { digestOf } from '../../src/domain/canonical.ts';
import type { PublishedResult } from '../../src/domain/checks/check.ts';
import { secondsOf } from '../../src/domain/checks/windows.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { MeasuredPhase, Result } from '../../src/domain/generated/result.ts';
import { boardId, boardOf, recordDigest } from '../../src/domain/identifiers.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { CheckRequest } from '../../src/stages/check.ts';
import { bundleOf, cpuRecord, goodEvidence, goodPlan, goodRecord, recordText, sealed } from '../support/records.ts';

type Gpu = Result['hardware']['gpus'][number];
type Gated = Extract<Result['identity'], { kind: 'pull-request' }>;

/** An earlier result of the same plan on the same board. */
export function publishedOf(record: Result, changes: Partial<PublishedResult> = {}): PublishedResult {
  return {
    name: '0123456789ab',
    path: 'results/text-generation/example-org/synthetic-1b/0123456789ab.json',
    nonce: 'f'.repeat(32),
    model: record.plan.model.id,
    task: record.plan.task,
    planDigest: record.planDigest,
    whPer1000Queries: record.score.whPer1000Queries * 1.01,
    boardId: boardId(boardOf(record)),
    ...changes,
  };
}

/** A request in which nothing is missing: bundle, gate and results repository are all at hand. */
export function requestOf(record: Result, evidence: Evidence = goodEvidence(record)): CheckRequest {
  const { kind: _, ...gated } = record.identity as Gated;
  const { plan } = record;
  return {
    text: recordText(record),
    policy: defaultPolicy(),
    evidence,
    expected: {
      ...(record.identity.kind === 'pull-request' ? gated : {}),
      nonce: record.nonce,
      submissionSha256: record.plan.submission.sha256,
      subject: { model: plan.model.id, revision: plan.model.revision, task: plan.task, variant: plan.variant },
      recordDigest: recordDigest(record),
    },
    published: [publishedOf(record)],
    now: new Date('2026-01-15T13:00:00Z'),
  };
}

export const goodRequest = (): CheckRequest => requestOf(goodRecord());

const appliedOf = (record: Result): NonNullable<Result['applied']> => record.applied as NonNullable<Result['applied']>;

type Change = (record: Result) => void;

/** A record with one change and nothing made to fit it. */
function changed(change: Change): CheckRequest {
  const record = goodRecord();
  const evidence = goodEvidence(record);
  change(record);
  return requestOf(record, evidence);
}

/** A record with one change and everything that follows from it: whole in itself, and yet not as it should be. */
function consistent(change: Change, start: Result = goodRecord()): CheckRequest {
  change(start);
  return requestOf(sealed(start));
}

function withEvidence(change: (evidence: Evidence) => void): CheckRequest {
  const record = goodRecord();
  const evidence = goodEvidence(record);
  change(evidence);
  return requestOf(record, evidence);
}

/** A change of the bundle's files that the record's own account of the bundle follows. */
function withBundle(change: (evidence: Evidence) => void): CheckRequest {
  const record = goodRecord();
  const evidence = goodEvidence(record);
  change(evidence);
  return requestOf({ ...record, bundle: bundleOf(evidence) }, evidence);
}

const withText = (change: (text: string) => string): CheckRequest => {
  const request = goodRequest();
  return { ...request, text: change(request.text) };
};

const withExpected = (expected: CheckRequest['expected']): CheckRequest => ({ ...goodRequest(), expected });

const withPublished = (changes: Partial<PublishedResult>): CheckRequest => ({
  ...goodRequest(),
  published: [publishedOf(goodRecord(), changes)],
});

const withPolicy = (change: (policy: Policy) => void): CheckRequest => {
  const request = goodRequest();
  change(request.policy);
  return request;
};

/** A number in the text, written in another way. */
export const withNumber = (written: string): CheckRequest =>
  withText((text) => text.replace('"loadModelSeconds": 8,', `"loadModelSeconds": ${written},`));

const first = <Item>(items: readonly Item[]): Item => items[0] as Item;
const lastPhase = (record: Result) => first(record.runs.at(-1)?.phases ?? []);
const gpu = (record: Result) => first(record.hardware.gpus);
const after = (record: Result) => gpu(record).after as NonNullable<Gpu['after']>;

/** Another GPU of the machine, which stood idle. */
const idlePeer = (record: Result): Gpu => ({
  ...gpu(record),
  uuidSha256: '1'.repeat(64),
  worked: false,
  metered: false,
  meter: null,
  during: { meanWatts: 72, meanUtilization: 0 },
  eventReasons: ['gpu-idle'],
});

/** Multiplies the energy of a phase, in whole counts of each meter. */
function scalePhase(record: Result, phase: MeasuredPhase, factor: number): void {
  for (const entry of phase.joules) {
    const step = record.meters.find((meter) => meter.id === entry.meter)?.joulesPerCount ?? 1;
    entry.joules = Math.round((entry.joules * factor) / step) * step;
  }
}

function scaleRuns(record: Result, factorOf: (index: number) => number): void {
  for (const run of record.runs) for (const phase of run.phases) scalePhase(record, phase, factorOf(run.index));
}

/** Cuts every run's first phase to half its time and energy. */
function halveFirstPhases(record: Result): void {
  for (const run of record.runs) {
    const phase = first(run.phases);
    phase.endSeconds = phase.startSeconds + secondsOf(phase) / 2;
    scalePhase(record, phase, 0.5);
  }
}

/** By code: what must fail. */
export const FAILING: Readonly<Record<string, () => CheckRequest>> = {
  'R-form-size': () => withText((text) => text + ' '.repeat(1024 * 1024)),
  'R-form-text': () => withText((text) => `\uFEFF${text}`),
  'R-form-json': () => withText((text) => text.slice(0, -10)),
  'R-form-depth': () => withText(() => '['.repeat(20) + ']'.repeat(20)),
  'R-form-values': () => withText((text) => text.replace('"runtime": [', `"runtime": [${'"",'.repeat(100)}`)),
  'R-form-duplicate-keys': () => withText((text) => text.replace('"origin"', '"n\\u006fnce": "0", "origin"')),
  'R-form-numbers': () => withNumber('NaN'),
  'R-form-schema': () => withText((text) => text.replace('"origin"', '"remark": "", "origin"')),
  'R-form-digest': () => withExpected({ recordDigest: '0'.repeat(64) }),

  'R-identity-plan': () =>
    changed((record) => {
      record.planDigest = '0'.repeat(64);
    }),
  'R-identity-policy': () =>
    withPolicy((policy) => {
      policy.name = 'Another policy';
    }),
  'R-identity-nonce': () => withExpected({ nonce: '0'.repeat(32) }),
  'R-identity-single-use': () => withPublished({ nonce: goodRecord().nonce }),
  'R-identity-pull-request': () => withExpected({ pullRequest: 8 }),
  'R-identity-head': () => withExpected({ head: '0'.repeat(40) }),
  'R-identity-blob': () => withExpected({ blob: '0'.repeat(40) }),
  'R-identity-run': () => withExpected({ runId: 5001, attempt: 2 }),
  'R-identity-submission': () => withExpected({ submissionSha256: '0'.repeat(64) }),
  'R-identity-subject': () =>
    withExpected({ subject: { model: 'example-org/another', revision: '0'.repeat(40), task: 'summarization', variant: 'loud' } }),
  'R-identity-revision': () =>
    consistent((record) => {
      record.model.revision = '0'.repeat(40);
    }),
  'R-identity-dataset': () =>
    consistent((record) => {
      record.dataset.rowsSha256 = '0'.repeat(64);
    }),
  'R-identity-time': () =>
    consistent((record) => {
      record.measuredAt = '2026-02-30T12:00:00Z';
    }),
  'R-identity-gate': () =>
    consistent((record) => {
      record.identity = { kind: 'local' };
    }),
  'R-identity-origin': () =>
    consistent((record) => {
      record.origin = 'self-reported';
      record.evidence = {
        url: 'https://files.example.org/result.tar.gz',
        sha256: 'a'.repeat(64),
        submissionSha256: 'b'.repeat(64),
        packedDigest: 'c'.repeat(64),
        attestation: { publicSharing: true, dataIntegrity: true, modelRepresentation: true },
      };
    }),
  'R-identity-evidence': () =>
    consistent((record) => {
      record.origin = 'self-reported';
    }),
  'R-identity-public-model': () =>
    consistent((record) => {
      record.plan.model.source = 'local';
    }),

  'R-software-backend': () =>
    consistent((record) => {
      record.software.backend = 'embedded@0.1.0';
    }),
  'R-software-worker': () => withPolicy((policy) => policy.workers.denied.push('transformers@0.1.0')),
  'R-software-isolation': () =>
    consistent((record) => {
      record.software.isolation = 'none';
    }),
  'R-software-container': () =>
    consistent((record) => {
      record.software.container = null;
    }),

  'R-method-runs': () => consistent((record) => void record.runs.pop()),
  'R-method-runs-official': () => requestOf(goodRecord({ plan: goodPlan({ runs: 9 }) })),
  'R-method-rows-official': () =>
    withPolicy((policy) => {
      policy.official.queries = 2000;
    }),
  'R-method-dataset-official': () =>
    consistent((record) => {
      record.plan.dataset.official = false;
    }),
  'R-method-passes': () =>
    consistent((record) => {
      lastPhase(record).queries = 999;
    }),
  'R-method-failures': () =>
    consistent((record) => {
      lastPhase(record).failedQueries = 1;
    }),
  'R-applied-told': () =>
    consistent((record) => {
      delete record.applied;
    }),
  'R-applied-precision': () =>
    consistent((record) => {
      appliedOf(record).precision = 'bfloat16';
    }),
  'R-applied-reasoning': () =>
    consistent((record) => {
      appliedOf(record).reasoning = { state: 'on', effort: null, means: 'The template opens a thought.' };
    }),
  'R-applied-placement': () =>
    consistent((record) => {
      appliedOf(record).placement.push({ device: 'cpu', parameters: 1_000 });
    }),
  'R-method-phases': () => consistent((record) => void first(record.runs).phases.reverse()),
  'R-method-brackets': () => withEvidence((evidence) => void evidence.readings.pop()),
  'R-method-tokens': () =>
    consistent((record) => {
      (record.runs[3]?.phases[1] ?? lastPhase(record)).outputTokens = 9_999;
    }),
  'R-method-input-tokens': () =>
    consistent((record) => {
      lastPhase(record).inputTokens = 369_138;
    }),
  'R-method-generation': () =>
    consistent((record) => {
      record.plan.generation.newTokens = 5;
      for (const run of record.runs) for (const phase of run.phases) if (phase.name === 'generate') phase.outputTokens = 5000;
    }),
  'R-method-warm-up': () =>
    consistent((record) => {
      record.warmUp.queries = 10;
    }),
  'R-method-precision': () =>
    consistent((record) => {
      record.model.precision = 'bfloat16';
    }),
  'R-method-precision-official': () =>
    consistent((record) => {
      record.plan.model.precision = 'bfloat16';
      record.model.precision = 'bfloat16';
      appliedOf(record).precision = 'bfloat16';
    }),
  'R-method-phase-length': () => consistent(halveFirstPhases),
  'R-method-cached': () =>
    consistent((record) => {
      const phase = record.runs[4]?.phases[1] ?? lastPhase(record);
      phase.endSeconds = phase.startSeconds + 20;
    }),

  'R-hardware-gpu': () =>
    consistent((record) => {
      record.hardware.profile = 'h100-pcie';
      gpu(record).name = 'NVIDIA H100 PCIe';
    }),
  'R-hardware-count': () =>
    consistent((record) => {
      const meter = { ...first(record.meters), id: 'nvml:1' };
      record.hardware.gpus.push({ ...gpu(record), uuidSha256: '1'.repeat(64), meter: meter.id });
      record.hardware.profile = '2x-h100-80gb-hbm3';
      record.meters.push(meter);
      const phases = [...(record.prefill === null ? [] : [record.prefill]), ...record.runs.flatMap((run) => run.phases)];
      for (const phase of phases) phase.joules.push({ ...first(phase.joules), meter: meter.id });
    }),
  'R-hardware-class': () =>
    consistent((record) => {
      record.plan.model.class = 'B';
    }),
  'R-hardware-memory': () =>
    consistent((record) => {
      gpu(record).memoryBytes = 1_000_000_000;
    }),
  'R-hardware-metered': () =>
    consistent((record) => {
      gpu(record).metered = false;
    }),
  'R-hardware-distinct': () =>
    consistent((record) => void record.hardware.gpus.push({ ...idlePeer(record), uuidSha256: gpu(record).uuidSha256 })),
  'R-hardware-mig': () =>
    consistent((record) => {
      gpu(record).mig = true;
      after(record).mig = true;
    }),
  'R-hardware-power-limit': () =>
    consistent((record) => {
      gpu(record).powerLimitWatts = 500;
      after(record).powerLimitWatts = 500;
    }),
  'R-hardware-unchanged': () =>
    consistent((record) => {
      after(record).powerLimitWatts = 500;
    }),
  'R-hardware-clocks': () =>
    consistent((record) => {
      gpu(record).clocks.applicationSmMhz = 1410;
      after(record).applicationSmMhz = 1410;
    }),
  'R-hardware-ecc': () =>
    consistent((record) => {
      gpu(record).ecc = false;
      after(record).ecc = false;
    }),
  'R-hardware-persistence': () =>
    consistent((record) => {
      gpu(record).persistence = false;
      after(record).persistence = false;
    }),
  'R-hardware-worked': () =>
    consistent((record) => {
      gpu(record).during.meanUtilization = 0;
      record.hardware.gpus.push({ ...idlePeer(record), during: { meanWatts: 400, meanUtilization: 0.9 } });
    }),
  'R-hardware-peers': () =>
    consistent((record) => void record.hardware.gpus.push({ ...idlePeer(record), during: { meanWatts: 300, meanUtilization: 0.5 } })),
  'R-hardware-foreign': () =>
    consistent((record) => {
      gpu(record).foreignProcesses = 1;
    }),
  'R-hardware-throttle': () =>
    consistent((record) => {
      gpu(record).eventReasons = ['applications-clocks-setting', 'hw-thermal-slowdown'];
    }),
  'R-hardware-power-cap': () =>
    consistent((record) => {
      gpu(record).eventReasons = ['sw-power-cap'];
    }),
  'R-hardware-temperature': () =>
    consistent((record) => {
      gpu(record).temperature.endCelsius = 71;
    }),
  'R-hardware-idle': () =>
    consistent((record) => {
      gpu(record).idleWatts = null;
    }),
  'R-hardware-plateau': () =>
    consistent((record) => {
      record.warmUp.plateau = false;
    }),
  'R-hardware-scripted': () =>
    consistent((record) => {
      gpu(record).driver = 'rehearsal-1.0';
    }),
  'R-hardware-profile': () =>
    consistent((record) => {
      record.hardware.profile = 'h100-pcie';
    }),

  'R-energy-scope': () => requestOf(cpuRecord()),
  'R-energy-quality': () =>
    consistent((record) => {
      first(record.meters).quality = 'integrated';
    }),
  'R-energy-meters': () => consistent((record) => void lastPhase(record).joules.pop()),
  'R-energy-zero': () =>
    consistent((record) => {
      (lastPhase(record).joules[1] ?? first(lastPhase(record).joules)).joules = 0;
    }),
  'R-energy-windows': () =>
    changed((record) => {
      lastPhase(record).startSeconds -= 5;
    }),
  'R-energy-total': () =>
    changed((record) => {
      first(record.energy).standardDeviation = 0.0182;
    }),
  'R-energy-score': () =>
    changed((record) => {
      record.score.whPer1000Queries *= 0.9;
    }),
  'R-energy-recomputed': () =>
    withEvidence((evidence) => {
      (evidence.readings.at(-1) ?? first(evidence.readings)).count += 1;
    }),
  'R-energy-agreement': () =>
    changed((record) => {
      const entry = first(lastPhase(record).joules);
      entry.integralJoules = (entry.integralJoules ?? 0) * 0.9;
    }),
  'R-energy-integral': () =>
    withEvidence((evidence) => {
      for (const row of evidence.gpuTrace.slice(200, 210)) row.watts = (row.watts ?? 0) + 1;
    }),
  'R-energy-wait': () =>
    withEvidence((evidence) => {
      const reading = evidence.readings.findLast(({ waitJoules }) => waitJoules !== undefined);
      if (reading !== undefined) reading.waitJoules = -5000;
    }),
  'R-energy-cv': () => consistent((record) => scaleRuns(record, (index) => (index % 3 === 0 ? 1.2 : 1))),
  'R-energy-drift': () => consistent((record) => scaleRuns(record, (index) => 1 + index / 200)),
  'R-energy-decode': () => consistent((record) => scaleRuns(record, () => 0.4)),
  'R-energy-edge': () =>
    consistent((record) => {
      for (const run of record.runs) for (const phase of run.phases) first(phase.joules).edgeJoules = 200;
    }),
  'R-energy-update-period': () =>
    consistent((record) => {
      first(record.meters).updatePeriodSeconds = null;
    }),
  'R-energy-assumption': () =>
    consistent((record) => {
      first(record.meters).assumption = '700 W at all times';
    }),
  'R-energy-bounds': () => consistent((record) => scaleRuns(record, () => 2)),

  'R-trace-gap': () =>
    withEvidence((evidence) => {
      evidence.trace = evidence.trace.filter((row) => row.seconds < 200 || row.seconds > 202);
    }),
  'R-trace-gpu': () =>
    withEvidence((evidence) => {
      evidence.gpuTrace = evidence.gpuTrace.filter((row) => row.seconds < 200 || row.seconds > 202);
    }),
  'R-trace-observed': () =>
    withEvidence((evidence) => {
      const row = evidence.gpuTrace[300];
      if (row !== undefined) row.reasons = ['hw-thermal-slowdown'];
    }),
  'R-trace-monotonic': () =>
    withEvidence((evidence) => {
      (evidence.trace[500] ?? first(evidence.trace)).count -= 1_000_000;
    }),
  'R-trace-agreement': () =>
    withEvidence((evidence) => {
      evidence.trace = evidence.trace.map((row) => ({ ...row, count: row.count * 1.2 }));
    }),

  'R-plausibility-floor': () =>
    consistent((record) => {
      record.model.parameters = 10 ** 14;
    }),
  'R-plausibility-ceiling': () =>
    consistent((record) => {
      record.plan.model.parameters = 20_000_000;
      record.model.parameters = 20_000_000;
      for (const phase of [record.prefill, ...record.runs.flatMap((run) => run.phases)]) if (phase !== null) phase.inputTokens = 200;
    }),
  'R-plausibility-input-tokens': () =>
    consistent((record) => {
      for (const run of record.runs) for (const phase of run.phases) phase.inputTokens = 50_000;
      if (record.prefill !== null) record.prefill.inputTokens = 50_000;
    }),
  'R-plausibility-history': () => withPublished({ whPer1000Queries: 10 }),
  'R-plausibility-board': () => withPublished({ whPer1000Queries: 100, planDigest: digestOf('another plan') }),

  'R-evidence-present': () => ({ ...goodRequest(), evidence: null }),
  'R-evidence-manifest': () =>
    withEvidence((evidence) => {
      evidence.manifestSha256 = '0'.repeat(64);
    }),
  'R-evidence-files': () =>
    withEvidence((evidence) => void evidence.damage.push('readings.jsonl is not the file that the manifest names.')),
  'R-evidence-paths': () =>
    withBundle((evidence) => {
      first(evidence.manifest.files).path = '../environment.json';
    }),
  'R-evidence-plan': () =>
    withBundle((evidence) => {
      const plan = evidence.manifest.files.find(({ path }) => path === 'plan.json');
      if (plan !== undefined) plan.sha256 = 'ab'.repeat(32);
    }),
  'R-evidence-environment': () =>
    changed((record) => {
      record.software.runner = '99.0.0';
    }),
  'R-evidence-needed': () => withBundle((evidence) => void evidence.manifest.files.pop()),
  'R-evidence-size': () =>
    changed((record) => {
      record.bundle.files = 3;
    }),
};
