import { Fault } from '../../domain/errors.ts';
import { legOf, type MatrixLeg, matrixOf } from '../../domain/estimate/matrix.ts';
import { exactly, type Range, scaled, sumOf } from '../../domain/estimate/range.ts';
import { counted, plural } from '../../domain/plural.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { renderFaults } from '../../render/diagnostics.ts';
import { basisText, roughRange } from '../../render/estimate.ts';
import { parameterCount } from '../../render/numbers.ts';
import { type EstimatedFile, remembering } from '../../stages/estimate.ts';
import { validateSubmissions } from '../../stages/validate.ts';
import { atLeastOne, type Command, type CommandContext, type ExitCode, JSON_OPTION, wholeNumber } from '../command.ts';
import { estimateHere, warningText } from '../estimating.ts';
import { FOLDER_OPTIONS, submissionsFolder } from '../measure-options.ts';
import { readResults } from '../results-folder.ts';
import { catalogueFor } from '../sources.ts';
import { rootFor } from '../submissions-folder.ts';

/** Tells how long submissions would take, and splits them into the legs of a matrix. */
export const estimate: Command = {
  name: 'estimate',
  summary: 'Tell how long submissions would take, and how many GPU minutes, before anything is downloaded.',
  arguments: 'FILE|DIR...',
  options: {
    ...FOLDER_OPTIONS,
    runs: { type: 'string', placeholder: 'N|auto', description: "Number of runs in place of the policy's, from 1 to 100, or auto." },
    gpu: { type: 'string', placeholder: 'NAME', description: "The GPU's product name. Default: the first that the policy calls official." },
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: 'A results repository, whose measured times come before the size of the model.',
    },
    matrix: { type: 'boolean', description: 'Print the matrix of a GitHub Actions job on standard output, and nothing else there.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const paths = atLeastOne(context, 'submission');
    const folder = await submissionsFolder(context, context.text('root') ?? rootFor(paths[0] ?? '.'));
    const repository = context.text('repo');
    const history = repository === undefined ? null : await (await readResults(repository)).snapshot();
    const asked = catalogueFor({ folder, offline: context.flag('offline') });
    const catalogue = asked === null ? null : remembering(asked);
    const files = await validateSubmissions({ root: folder.root, files: paths, policy: folder.policy, catalogue });
    const invalid = files.filter(({ valid }) => !valid);
    for (const file of invalid) context.tell(`${renderFaults(file, { color: context.color })}\n`);
    const runs = context.text('runs') === 'auto' ? 'auto' : (wholeNumber(context, 'runs', 1, 100) ?? null);
    const estimated = await estimateHere(files, { folder, catalogue, history, runs, gpu: context.text('gpu') ?? null });
    const exit = invalid.length > 0 ? 1 : 0;
    if (context.flag('matrix')) return printMatrix(context, estimated, folder, exit);
    for (const each of estimated) if (each.loud) context.tell(`${warningText(each)}\n`);
    if (context.flag('json')) {
      const errors = invalid.map(({ path, errors: found }) => ({ submission: path, errors: found }));
      context.print(`${JSON.stringify({ submissions: estimated.map(jsonOf), sum: sumJson(estimated), invalid: errors }, null, 2)}\n`);
    } else {
      context.print(textOf(estimated));
    }
    return exit;
  },
};

/** A submission that cannot end in time is told and left out: it takes no other along. */
function printMatrix(
  context: CommandContext,
  estimated: readonly EstimatedFile[],
  { policy }: Awaited<ReturnType<typeof submissionsFolder>>,
  exit: ExitCode,
): ExitCode {
  const legs = estimated.map(({ file, submission, estimate: found }) =>
    legOf(
      {
        submission: file.path,
        model: submission.model,
        task: submission.task,
        variant: file.location?.variant ?? null,
        sha256: file.sha256 ?? '',
        estimate: found,
      },
      policy,
    ),
  );
  const refused = legs.filter((leg) => leg instanceof Fault);
  for (const { code, message, mend } of refused) context.tell(`error[${code}]: ${visible(message)}\n  help: ${visible(mend ?? '')}\n`);
  for (const each of estimated) if (each.loud) context.tell(`${warningText(each)}\n`);
  context.print(`${JSON.stringify(matrixOf(legs.filter((leg): leg is MatrixLeg => !(leg instanceof Fault))))}\n`);
  if (refused.some(({ kind }) => kind !== 'input')) return 2;
  return refused.length > 0 ? 1 : exit;
}

function textOf(estimated: readonly EstimatedFile[]): string {
  const lines = estimated.map(
    (each) => `${visible(each.submission.model)}, ${each.submission.task}\n  ${workOf(each)}\n  ${timeOf(each)}\n`,
  );
  if (estimated.length > 1) {
    const { seconds, gpuSeconds } = sumsOf(estimated);
    lines.push(
      `All of them, one after the other\n  ${roughRange(seconds)}${gpuSeconds.high > 0 ? `; of GPUs ${roughRange(gpuSeconds)}` : ''}\n`,
    );
  }
  return lines.join('\n');
}

function workOf({ parameters, estimate: found, hardware, runs, queries }: EstimatedFile): string {
  const size = parameters === null ? 'size not known' : `${parameterCount(parameters)} parameters`;
  const modelClass = found?.class == null ? '' : `, class ${found.class}`;
  const place = found === null ? '' : found.gpus === 0 ? ', the processor' : `, ${found.gpus} x ${visible(hardware)}`;
  const count = runs.low === runs.high ? `${runs.low}` : `${runs.low} to ${runs.high}`;
  return `${size}${modelClass}${place}; ${count} ${plural(runs.high, 'run')} of ${counted(queries, 'query', 'queries')}`;
}

function timeOf({ estimate: found, reason }: EstimatedFile): string {
  if (found === null) return `no estimate: ${visible(reason ?? '')}`;
  const { seconds, gpus, gpuMinutes, basis } = found;
  const gpuTime = gpus > 1 ? `; of GPUs ${roughRange(scaled(gpuMinutes, 60))}` : '';
  return `${roughRange(seconds)}${gpuTime}, ${basisText(basis, seconds)}`;
}

function sumsOf(estimated: readonly EstimatedFile[]): { seconds: Range; gpuSeconds: Range } {
  const known = estimated.flatMap(({ estimate: found }) => (found === null ? [] : [found]));
  return {
    seconds: sumOf([exactly(0), ...known.map(({ seconds }) => seconds)]),
    gpuSeconds: scaled(sumOf([exactly(0), ...known.map(({ gpuMinutes }) => gpuMinutes)]), 60),
  };
}

const minutesOf = (seconds: Range): Range => {
  const rounded = ({ low, expected, high }: Range): Range => ({
    low: Math.round(low * 100) / 100,
    expected: Math.round(expected * 100) / 100,
    high: Math.round(high * 100) / 100,
  });
  return rounded(scaled(seconds, 1 / 60));
};

const sumJson = (estimated: readonly EstimatedFile[]) => {
  const { seconds, gpuSeconds } = sumsOf(estimated);
  return { minutes: minutesOf(seconds), gpuMinutes: minutesOf(gpuSeconds) };
};

const jsonOf = ({ file, submission, parameters, estimate: found, runs, queries, hardware, loud, reason }: EstimatedFile) => ({
  submission: file.path,
  model: submission.model,
  task: submission.task,
  parameters,
  class: found?.class ?? null,
  gpus: found?.gpus ?? null,
  hardware,
  runs,
  queries,
  newTokensPerQuery: found?.newTokensPerQuery ?? null,
  minutes: found === null ? null : minutesOf(found.seconds),
  gpuMinutes: found === null ? null : minutesOf(scaled(found.gpuMinutes, 60)),
  basis: found?.basis ?? null,
  boundedTokensOnly: loud,
  reason,
});
