import { freemem } from 'node:os';
import { type PairedComparison, pairedComparison } from '../domain/comparison.ts';
import { inputFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import type { BenchmarkOutcome, BenchmarkPorts, BenchmarkRequest } from './benchmark.ts';
import { type OpenResult, withResults } from './benchmark-result.ts';
import type { Session } from './benchmark-session.ts';

/** Two results measured run by run in turn, and what their pairs say. */
export type AgainstOutcome = { own: BenchmarkOutcome; base: BenchmarkOutcome; comparison: PairedComparison };

/** Share of the free memory that the files of both models may have for both to stay loaded: running takes about as much again. */
const MEMORY_FRACTION = 0.5;

/**
 * Measures a submission and a base run by run in turn, own first, so that both see the same machine however it drifts.
 * Without GPUs and with memory to spare both models stay loaded. Otherwise they are loaded in turn, so that nothing but
 * the one that is measured is on the GPU; each is then warmed up anew.
 * @throws Fault naming what went wrong; no result is written then
 */
export async function benchmarkAgainst(own: BenchmarkRequest, base: BenchmarkRequest, ports: BenchmarkPorts): Promise<AgainstOutcome> {
  expectComparable(own, base);
  const fits = (own.model.bytes ?? 0) + (base.model.bytes ?? 0) <= freemem() * MEMORY_FRACTION;
  return withResults([own, base].map(withoutCheckpoint), ports, async (results) => {
    const [ownResult, baseResult] = results as [OpenResult, OpenResult];
    await runInTurn([ownResult.session, baseResult.session], fits);
    await ownResult.write(await ownResult.session.finish());
    await baseResult.write(await baseResult.session.finish());
    const [ownOutcome, baseOutcome] = [await ownResult.place(), await baseResult.place()];
    const comparison = pairedComparison(valuesOf(ownOutcome.record), valuesOf(baseOutcome.record));
    return { own: ownOutcome, base: baseOutcome, comparison };
  });
}

async function runInTurn(sessions: readonly [Session, Session], fits: boolean): Promise<void> {
  const [own, base] = sessions;
  while (!(await base.done())) {
    for (const session of sessions) {
      if (!session.sits()) await session.sit('alternated');
      if (own.metersGpu() || !fits) {
        await session.nextRun();
        await session.rise();
      } else {
        if (!base.sits()) await base.sit('alternated');
        await session.nextRun();
      }
    }
  }
}

/** An interrupted comparison has lost its pairs, so that there is nothing to resume. */
const withoutCheckpoint = (request: BenchmarkRequest): BenchmarkRequest => ({ ...request, checkpoint: { mode: 'off' } });

function expectComparable({ plan: own }: BenchmarkRequest, { plan: base }: BenchmarkRequest): void {
  const different = (['task', 'runs', 'minimumPhaseSeconds', 'concurrency'] as const).filter((field) => own[field] !== base[field]);
  if (own.dataset.rowsSha256 !== base.dataset.rowsSha256) throw notComparable('the queries');
  if (different.length > 0) throw notComparable(different.join(', '));
}

const notComparable = (what: string) =>
  inputFault(`The two submissions cannot be compared: they differ in ${what}.`, {
    code: 'not-comparable',
    mend: 'Compare two submissions of one task.',
  });

const valuesOf = ({ energy, score }: Result): number[] => energy.find(({ scope }) => scope === score.scope)?.runs ?? [];
