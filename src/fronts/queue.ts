import type { GpuDescription } from '../ports/gpu.ts';
import type { EstimatedFile } from '../stages/estimate.ts';
import type { Sources } from '../stages/measure.ts';
import { runQueue } from '../stages/queue.ts';
import type { ValidatedFile } from '../stages/validate.ts';
import type { CommandContext } from './command.ts';
import { type RestLook, restLook } from './instruments.ts';
import type { MeasureOptions } from './measure-options.ts';
import { gpusNeeded, usableGpus } from './queue-gpus.ts';
import { progressBoard } from './queue-progress.ts';

/** Where one submission of several is measured. */
export type Seat = {
  context: CommandContext;
  /** Name of the submission among those that run at the same time. */
  label: string;
  /** Shows a line in the place of the one before; absent where lines are written one below the other. */
  redraw?: (line: string) => void;
  /** Its own GPUs, the shared look at them before anything ran, and the turn it takes to download. */
  gpus: readonly string[];
  rest: RestLook;
  fetchInTurn: (sources: Sources) => Sources;
};

/** The GPUs of this machine as they are at rest, for one queue per GPU. */
export type QueueGpus = { gpus: readonly GpuDescription[]; rest: RestLook };

/** Looks at the GPUs once, before the first of several benchmarks begins. */
export async function queueGpus({ instruments, folder }: Pick<MeasureOptions, 'instruments' | 'folder'>): Promise<QueueGpus> {
  const rest = restLook({ ...instruments, policy: folder.policy });
  return { gpus: usableGpus((await rest()).gpus, instruments), rest };
}

/** What is told before several benchmarks run at the same time. */
const PARALLEL_NOTE =
  'note: --parallel: each benchmark sees busy neighbours, which R-hardware-peers calls invalid; measure one after the other to publish\n';

export type ParallelRequest = {
  machine: QueueGpus;
  estimated: readonly EstimatedFile[];
  options: MeasureOptions;
  /** Measures one submission; rejected by an interruption alone. */
  measure(seat: Seat, file: ValidatedFile): Promise<void>;
};

/**
 * Measures submissions at the same time, each on GPUs of its own.
 * @throws the interruption, when the user ends the run; nothing runs any more then
 */
export async function measureInParallel(context: CommandContext, request: ParallelRequest): Promise<void> {
  const { estimated, options, machine } = request;
  const board = progressBoard(context.tell);
  board.tellAll(PARALLEL_NOTE);
  const fetchInTurn = sharedTurn();
  const labels = labelsOf(estimated);
  const jobs = estimated.map((each, index) => ({
    file: each.file,
    label: labels[index] as string,
    gpus: gpusNeeded(each, machine.gpus, options.folder.policy),
  }));
  const queue = { jobs, gpus: machine.gpus.map(({ uuid }) => uuid), signal: context.signal };
  await runQueue(queue, async ({ file, label }, gpus) => {
    const redraw = (line: string) => board.redraw(label, line);
    const own = { ...context, tell: (text: string) => board.tell(label, text) };
    own.tell(`begins on ${gpus.join(', ')}\n`);
    const seat = { context: own, label, gpus, rest: machine.rest, fetchInTurn, ...(context.terminal ? { redraw } : {}) };
    await request.measure(seat, file);
  });
}

/** A submission's model; with its task and variant where another one is of the same model. */
function labelsOf(estimated: readonly EstimatedFile[]): string[] {
  const models = estimated.map(({ submission }) => submission.model);
  return estimated.map(({ submission: { model, task }, file }) => {
    if (models.filter((other) => other === model).length === 1) return model;
    const variant = file.location?.variant ?? null;
    return `${model} ${task}${variant === null ? '' : `.${variant}`}`;
  });
}

/** Lets one download happen at a time: two of one model would write the same file, and each is fastest alone. */
function sharedTurn(): (sources: Sources) => Sources {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    <Args extends unknown[], Found>(fetch: (...args: Args) => Promise<Found>) =>
    (...args: Args): Promise<Found> => {
      const next = last.then(() => fetch(...args));
      last = next.catch(() => {});
      return next;
    };
  return (sources) => ({
    ...sources,
    model: inTurn(sources.model),
    processor: inTurn(sources.processor),
    dataset: inTurn(sources.dataset),
  });
}
