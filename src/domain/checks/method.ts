import { counted, plural } from '../plural.ts';
import { looksOf } from '../stopping.ts';
import { type Task, taskOf, variantsWith } from '../tasks.ts';
import { fail, GRAVE_ON_GPU, noProblems, pass, type RecordCheck, skip, withEvidence } from './check.ts';
import { secondsOf, type Window, windowName, windowsOf } from './windows.ts';

const MEASURE_AGAIN = 'Measure again; a backend that does this has a defect to report.';

/** Readings are taken within milliseconds of the edge that the record states; more is another edge. */
const EDGE_SECONDS = 0.5;

/** Queries of the warm-up: one full and ten short ones; a task that generates nothing may leave out the full one. */
const warmUpQueries = (task: Task): number => (task.newTokens === null && task.inferenceSteps === null ? 10 : 11);

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** Checks that the run went as the method asks. */
export const METHOD_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-method-runs',
    effect: 'invalid',
    reads: 'record',
    title: 'Every planned run is there, numbered in order; where the runs end by themselves, as many as the plan allows.',
    why: 'Leaving out a run would be choosing the figure.',
    mend: MEASURE_AGAIN,
    run: ({ record }) => {
      const { plan, runs } = record;
      const least = plan.stopping?.minimumRuns ?? plan.runs;
      if (runs.length < least || runs.length > plan.runs) {
        const planned = plan.stopping === undefined ? `${plan.runs}` : `${least} to ${plan.runs}`;
        return fail(`${counted(runs.length, 'run is', 'runs are')} recorded where ${planned} were planned.`);
      }
      const { stopping } = plan;
      if (stopping !== undefined && !looksOf({ ...stopping, maximumRuns: plan.runs }).includes(runs.length))
        return fail(
          `${counted(runs.length, 'run is', 'runs are')} recorded; runs that end by themselves end at a look, and none was due then.`,
        );
      const numbered = runs.every((run, position) => run.index === position + 1);
      return numbered ? pass(`${counted(runs.length, 'run')}, as planned.`) : fail('The runs are not numbered in order from 1.');
    },
  },
  {
    code: 'R-method-runs-official',
    effect: 'unofficial',
    reads: 'record',
    title: 'There are as many runs as the policy asks of an official result, or they ended by themselves where it allows that.',
    why: 'One run says nothing of the spread; the method asks for ten.',
    mend: 'Run again with more runs, and with a number of them where the policy does not allow --runs auto.',
    run: ({ record, policy }) => {
      if (record.plan.stopping !== undefined) {
        return policy.official.autoRuns
          ? pass(`${counted(record.runs.length, 'run')}, ended by a rule that the policy allows.`)
          : fail('The runs ended by themselves (--runs auto); an official result has a number of runs that is fixed before.');
      }
      const least = policy.official.runsByTask[record.plan.task] ?? policy.official.runs;
      return record.runs.length >= least
        ? pass(`${record.runs.length} of at least ${counted(least, 'run')}.`)
        : fail(
            `An official result needs ${counted(least, 'run')}; there ${plural(record.runs.length, 'is', 'are')} ${record.runs.length}.`,
          );
    },
  },
  {
    code: 'R-method-rows-official',
    effect: 'unofficial',
    reads: 'record',
    title: 'A pass has as many queries as the policy asks of an official result.',
    why: 'A few queries need not stand for the thousand of the data set.',
    mend: "Use the task's official data set, whole.",
    run: ({ record, policy }) =>
      record.dataset.rows === policy.official.queries
        ? pass(`${counted(record.dataset.rows, 'query', 'queries')} a pass.`)
        : fail(
            `An official result has ${policy.official.queries} queries a pass; there ${plural(record.dataset.rows, 'is', 'are')} ${record.dataset.rows}.`,
          ),
  },
  {
    code: 'R-method-dataset-official',
    effect: 'unofficial',
    reads: 'record',
    title: "The queries are the task's official data set, at a pinned revision.",
    why: 'Energy depends on the queries, so only the same ones compare.',
    mend: "Leave the policy's datasets empty to use the official ones.",
    run: ({ record }) => {
      const { dataset } = record.plan;
      const official = taskOf(record.plan.task).dataset;
      if (!dataset.official) return fail(`The data set is ${dataset.id}, not ${official.id}.`);
      const known = [official.id, official.alias].includes(dataset.id) && dataset.revision !== null && dataset.split === official.split;
      if (!known)
        return fail(`The plan calls ${dataset.id} official; it is not ${official.id} at a pinned revision, split ${official.split}.`);
      return sameList(dataset.columns, official.columns)
        ? pass(`${dataset.id} at a pinned revision.`)
        : fail(`A query is made of ${dataset.columns.join(', ')}, not ${official.columns.join(', ')}.`);
    },
  },
  {
    code: 'R-method-passes',
    effect: 'invalid',
    reads: 'record',
    title: 'Every phase went through the data set in whole passes.',
    why: 'A part of a pass could leave out the expensive queries.',
    mend: MEASURE_AGAIN,
    run: ({ record }) =>
      noProblems(
        windowsOf(record)
          .filter(({ phase }) => phase.queries !== phase.passes * record.dataset.rows)
          .map(
            (window) =>
              `${windowName(window)} answered ${counted(window.phase.queries, 'query', 'queries')} in ${counted(window.phase.passes, 'pass', 'passes')} of ${record.dataset.rows}`,
          ),
        'Whole passes only.',
      ),
  },
  {
    code: 'R-method-failures',
    effect: 'invalid',
    reads: 'record',
    title: 'No query failed.',
    why: 'A query that fails takes less energy and still counts.',
    mend: "Read the bundle's log, mend the model or its settings, and measure again.",
    run: ({ record }) =>
      noProblems(
        windowsOf(record)
          .filter(({ phase }) => phase.failedQueries > 0)
          .map((window) => `${counted(window.phase.failedQueries, 'query', 'queries')} failed in ${windowName(window)}`),
        'Every query was answered.',
      ),
  },
  {
    code: 'R-method-phases',
    effect: 'invalid',
    reads: 'record',
    title: "The plan measures the task's phases, and every run has them in order.",
    why: 'A phase that is left out is energy that is left out.',
    mend: MEASURE_AGAIN,
    run: ({ record }) => {
      const { plan, runs, prefill } = record;
      if (variantsWith(taskOf(plan.task), plan).length === 0)
        return fail(`The plan's phases are ${plan.phases.join(', ')}, which is no way to run ${plan.task}.`);
      const wanted = plan.phases.filter((phase) => phase !== 'prefill');
      const prefillName = plan.phases.includes('prefill') ? 'prefill' : undefined;
      const problems = runs
        .filter(
          (run) =>
            !sameList(
              run.phases.map((phase) => phase.name),
              wanted,
            ),
        )
        .map((run) => `run ${run.index} has the phases ${run.phases.map((phase) => phase.name).join(', ')} and not ${wanted.join(', ')}`);
      if (prefill?.name !== prefillName)
        problems.unshift(prefillName === undefined ? 'there is a prefill pass that nobody planned' : 'the prefill pass is missing');
      if (record.concurrent?.concurrency !== plan.concurrency || (record.concurrent?.phase.name ?? 'generate') !== 'generate') {
        const planned = plan.concurrency === undefined ? 'none' : `one with ${plan.concurrency}`;
        problems.push(`the window with several queries at once is not as planned, which is ${planned}`);
      }
      return noProblems(problems, `Phases: ${plan.phases.join(', ')}.`);
    },
  },
  {
    code: 'R-method-brackets',
    effect: 'invalid',
    reads: 'record',
    title: 'Every meter was read once at each edge of every phase, and at no other.',
    why: 'Energy is the difference of two readings; without both there is no measurement.',
    mend: MEASURE_AGAIN,
    run: withEvidence((evidence, { record }) => {
      const windows = windowsOf(record);
      const wanted = new Map<string, { window: Window; edge: 'start' | 'end' }>();
      for (const window of windows)
        for (const meter of record.meters)
          for (const edge of ['start', 'end'] as const)
            wanted.set(`${meter.id} ${window.run} ${window.phase.name} ${edge}`, { window, edge });
      const problems: string[] = [];
      const seen = new Set<string>();
      for (const reading of evidence.readings) {
        const key = `${reading.meter} ${reading.run} ${reading.phase} ${reading.edge}`;
        const place = wanted.get(key);
        if (place === undefined) problems.push(`a reading that belongs nowhere: ${key}`);
        else if (seen.has(key)) problems.push(`two readings of ${key}`);
        else if (!brackets(reading.seconds, place))
          problems.push(`the reading of ${key} was taken at ${reading.seconds} s, not at the edge`);
        seen.add(key);
      }
      for (const key of wanted.keys()) if (!seen.has(key)) problems.push(`no reading of ${key}`);
      return noProblems(problems, `${evidence.readings.length} readings bracket ${counted(windows.length, 'phase')}.`);
    }),
  },
  {
    code: 'R-method-warm-up',
    effect: 'unofficial',
    reads: 'record',
    title: 'The model was warmed up: one full query and ten short ones.',
    why: 'The first queries compile, cache and heat up; their energy is not that of use.',
    mend: 'Allow the warm-up enough time in the policy and measure again.',
    run: ({ record }) => {
      const least = warmUpQueries(taskOf(record.plan.task));
      return record.warmUp.queries >= least
        ? pass(`${counted(record.warmUp.queries, 'query', 'queries')} of warm-up.`)
        : fail(`The warm-up had ${counted(record.warmUp.queries, 'query', 'queries')}; ${least} is the least.`);
    },
  },
  {
    code: 'R-method-phase-length',
    effect: 'unofficial',
    reads: 'record',
    title: 'Every phase is as long as the policy asks of an official result.',
    why: 'A meter updates in steps; in a short phase one step is much.',
    mend: 'Raise run.minimumPhaseSeconds in the policy: the phase then repeats the data set.',
    run: ({ record, policy }) => {
      const least = policy.official.minimumPhaseSeconds;
      const shortest = windowsOf(record).reduce((short, window) => (secondsOf(window.phase) < secondsOf(short.phase) ? window : short));
      const seconds = Number(secondsOf(shortest.phase).toPrecision(3));
      return seconds >= least
        ? pass(`The shortest phase took ${seconds} s.`)
        : fail(`${windowName(shortest)} took ${seconds} s; an official result needs ${least} s.`);
    },
  },
  {
    code: 'R-method-cached',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'No run was more than twice as quick as another.',
    why: 'A run that is much quicker has answered from a cache instead of computing.',
    mend: 'Turn caches of results off, leave the machine alone, and measure again.',
    run: ({ record }) => {
      if (record.runs.length < 2) return skip('There is one run.');
      const byPhase = Map.groupBy(
        windowsOf(record).filter(({ run, concurrency }) => run > 0 && concurrency === 1),
        ({ phase }) => phase.name,
      );
      const problems = [...byPhase].flatMap(([name, windows]) => {
        const times = windows.map(({ phase }) => secondsOf(phase) / phase.queries);
        const ratio = Math.max(...times) / Math.min(...times);
        return ratio > 2 ? [`the quickest ${name} is ${ratio.toPrecision(3)} times as quick as the slowest`] : [];
      });
      return noProblems(problems, 'The runs took about as long as each other.');
    },
  },
];

function brackets(seconds: number, { window, edge }: { window: Window; edge: 'start' | 'end' }): boolean {
  // A phase starts after its last meter was read, and ends before the first is read again.
  const before = edge === 'start' ? window.phase.startSeconds - seconds : seconds - window.phase.endSeconds;
  return before >= 0 && before <= EDGE_SECONDS;
}
