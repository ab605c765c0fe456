/** Records that are made up, as many as one likes, for the benches. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../src/domain/canonical.ts';
import type { Result } from '../src/domain/generated/result.ts';
import { ledgerPath, ledgerText, openLedger } from '../src/domain/ledger.ts';
import { TASKS } from '../src/domain/tasks.ts';
import { cpuRecord, goodRecord } from '../tests/support/records.ts';

/** Different models among them: every fifth record or so, with a hundred thousand of them, is of a model of its own. */
const MODELS = 20_011;
const ORGANISATIONS = 997;

const bases = TASKS.flatMap(({ key }) => [goodRecord(), cpuRecord()].map((base) => ({ ...base, plan: { ...base.plan, task: key } })));

/**
 * Writes the records from one number to another with their ledgers, spread over tasks, organisations and two kinds of hardware.
 * @returns their bytes
 */
export function writeRecords(folder: string, from: number, to: number): number {
  const made = new Set<string>();
  let bytes = 0;
  const write = (path: string, text: string) => {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  };
  for (let n = from; n < to; n += 1) {
    const record = varied(bases[n % bases.length] as Result, n);
    const findings = [{ code: 'R-method-runs', effect: 'unofficial', status: 'fail', message: 'Fewer runs than official.' }] as const;
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString().replace('.000', '');
    const ledger = openLedger(record, { verdict: 'unofficial', findings }, { at, by: 'bench' });
    write(ledger.record, `${JSON.stringify(record, null, 2)}\n`);
    write(ledgerPath(basename(ledger.record, '.json')), ledgerText(ledger));
  }
  return bytes;
}

/** What differs between real records differs here: model, revision, plan, nonce, time and energy. */
function varied(base: Result, n: number): Result {
  // A multiplicative walk over four decades: energies differ, and the bands are as uneven as published ones.
  const factor = 10 ** (((n * 2_654_435_761) % 4_000_037) / 1_000_009);
  const model = n % MODELS;
  return {
    ...base,
    nonce: n.toString(16).padStart(32, '0'),
    planDigest: sha256(`plan ${n}`),
    plan: {
      ...base.plan,
      model: {
        ...base.plan.model,
        id: `org-${n % ORGANISATIONS}/model-${model}`,
        revision: sha256(`revision ${model}`).slice(0, 40),
        class: base.plan.task === 'text-generation' ? 'A' : null,
      },
    },
    energy: base.energy.map((energy) => ({ ...energy, whPer1000Queries: energy.whPer1000Queries * factor })),
    score: { ...base.score, whPer1000Queries: base.score.whPer1000Queries * factor },
  };
}
