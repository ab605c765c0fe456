import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from '../../src/domain/generated/result.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { ResultsStore } from '../../src/ports/results-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { type PublishOutcome, publishRecord } from '../../src/stages/publish.ts';
import { cpuRecord, goodRecord, recordText } from '../support/records.ts';

/** The policy that publish() goes by: what is derived holds its name. */
export const POLICY_TEXT = 'schemaVersion: 1\nname: AI Energy Score\n';

const run = promisify(execFile);

/** Runs git as a person would, with nothing of this program's settings. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return (await run('git', args, { cwd: folder, env })).stdout;
}

/** A folder of its own that goes away with the test. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'energy-results-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A fresh results repository. */
export async function temporaryRepository(): Promise<{ path: string; store: ResultsStore } & AsyncDisposable> {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'results');
  const store = await initGitStore(path, { policyText: POLICY_TEXT });
  return { path, store, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** The n-th of as many different records as one likes: another model, another nonce, another energy. */
export function nthRecord(n: number, base: Result = cpuRecord()): Result {
  const factor = 1 + n / 10;
  return {
    ...base,
    nonce: n.toString(16).padStart(32, '0'),
    plan: { ...base.plan, model: { ...base.plan.model, id: `example-org/model-${n}` } },
    energy: base.energy.map((energy) => ({ ...energy, whPer1000Queries: energy.whPer1000Queries * factor })),
    score: { ...base.score, whPer1000Queries: base.score.whPer1000Queries * factor },
  };
}

/** The n-th record of a synthetic H100. */
export const nthGpuRecord = (n: number): Result => nthRecord(n, goodRecord());

/** Publishes a record as the stage does. */
export function publish(
  store: ResultsStore,
  record: Result,
  options: { verdict?: 'official' | 'unofficial' | 'invalid' | 'rehearsal'; policy?: Policy } = {},
): Promise<PublishOutcome> {
  return publishRecord({
    store,
    recordText: recordText(record),
    verdict: options.verdict ?? 'unofficial',
    findings: [{ code: 'R-method-runs', effect: 'unofficial', status: 'fail', message: '3 runs; an official score takes 10.' }],
    policy: options.policy ?? defaultPolicy(),
    now: new Date('2026-02-01T10:00:00Z'),
    builderVersion: '0.1.0',
  });
}
