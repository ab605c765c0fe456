import { editionFrom } from '../../domain/edition.ts';
import { inputFault, operatorFault } from '../../domain/errors.ts';
import type { Finding } from '../../domain/findings.ts';
import type { CheckedImport } from '../../domain/imports/document.ts';
import { rateImport } from '../../domain/imports/rate.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Rating } from '../../domain/rating.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { starsText } from '../../render/stars.ts';
import { WATERMARK } from '../../render/wording.ts';
import { buildReport } from '../../stages/report.ts';
import { checkFile } from '../checking.ts';
import { atLeastOne, type Command, type CommandContext, type ExitCode, JSON_OPTION, oneOf } from '../command.ts';
import { readJsonFile, recordFileAt } from '../files.ts';
import { checkImportFile } from '../importing-reports.ts';
import { readResults } from '../results-folder.ts';
import { programName, shellWord } from '../shell-words.ts';

const CLASS_NAMES = ['A', 'B', 'C'] as const;

/** Rates a result in a frozen edition, or on its own board. */
export const rateCommand: Command = {
  name: 'rate',
  summary: 'Rate a result: stars, rank, percentile, and whose stars it would change.',
  arguments: 'RESULT (--edition FILE | --repo DIR)',
  options: {
    edition: { type: 'string', placeholder: 'FILE', description: 'An edition, for GPU scores.' },
    repo: { type: 'string', placeholder: 'DIR', description: 'A results repository: the result is rated on its own board.' },
    class: {
      type: 'string',
      placeholder: 'CLASS',
      description: 'A, B or C: the class of an import whose model the edition does not hold.',
    },
    json: JSON_OPTION,
  },
  async run(context) {
    const [path, ...more] = atLeastOne(context, 'result');
    if (path === undefined || more.length > 0) throw operatorFault('rate takes one result.', { code: 'usage' });
    const editionFile = context.text('edition');
    const repository = context.text('repo');
    if ((editionFile === undefined) === (repository === undefined))
      throw operatorFault('rate takes either --edition FILE or --repo DIR.', { code: 'usage' });
    const imported = await checkImportFile(await recordFileAt(path));
    if (imported !== null) return rateImported(context, path, imported);
    const results = repository === undefined ? null : await readResults(repository);
    const policy = results?.policy ?? defaultPolicy();
    const checked = await checkFile(path, policy, null);
    if (checked.record === null || checked.verdict === 'invalid') {
      throw invalid(path, checked.reasons);
    }
    const edition = editionFile === undefined ? null : editionFrom(await readJsonFile(editionFile, 'edition'));
    const report = await buildReport({
      record: checked.record,
      verdict: checked.verdict,
      findings: checked.findings,
      snapshot: results === null ? null : await results.snapshot(),
      policy,
      edition,
      bundlePath: checked.bundleFolder,
      published: null,
    });
    const rating = edition === null ? report.rating : (report.edition?.rating ?? null);
    if (rating === null) {
      throw inputFault(
        edition === null
          ? `${path} has no place on its board: ${report.ratingNote ?? 'there is none'}`
          : `${path} cannot be rated in edition ${edition.name}: it holds GPU energy read from a counter, and this result is ${report.board.energy}${checked.record.score.scope === 'gpu' ? ' of a task or class that the edition has not' : ''}.`,
        { code: 'not-comparable', mend: 'Rate it on its own board: --repo DIR.' },
      );
    }
    if (report.rehearsal) context.answer(`${WATERMARK}\n`);
    context.answer(textOf(rating, report.edition?.caveat ?? report.ratingNote));
    if (context.flag('json')) context.print(`${JSON.stringify({ ...rating, rehearsal: report.rehearsal }, null, 2)}\n`);
    return 0;
  },
};

async function rateImported(context: CommandContext, path: string, { document, reasons }: CheckedImport): Promise<ExitCode> {
  const editionFile = context.text('edition');
  if (editionFile === undefined)
    throw inputFault(`${path} is an import: it is no result, and on no board.`, {
      code: 'not-comparable',
      mend: 'Rate it in an edition: --edition FILE.',
    });
  if (document === null) throw invalid(path, reasons);
  const edition = editionFrom(await readJsonFile(editionFile, 'edition'));
  const { rating, caveat } = rateImport(document, edition, oneOf(context, 'class', CLASS_NAMES, null));
  context.answer(textOf(rating, visible(caveat)));
  if (context.flag('json')) context.print(`${JSON.stringify(rating, null, 2)}\n`);
  return 0;
}

const invalid = (path: string, reasons: readonly Finding[]) =>
  inputFault(`${path} is invalid: ${reasons.map(({ code, message }) => `${code}: ${message}`).join(' ')}`, {
    code: 'result-invalid',
    mend: `See: ${programName()} check ${shellWord(path)}`,
  });

function textOf(rating: Rating, note: string | null): string {
  const stars = rating.stars === null ? 'no stars yet' : starsText(rating.stars);
  const confidence =
    rating.starConfidence === null
      ? ''
      : `, which stay with a probability of ${Math.round(rating.starConfidence * 100)} % by the spread of the runs, ${Math.round((rating.starConfidenceSystematic ?? 0) * 100)} % at worst with a sensor error of 5 %`;
  const changes = rating.changes.map(({ model, from, to }) => `  ${model}: ${from ?? 'none'} -> ${to ?? 'none'}\n`).join('');
  return `${stars}${confidence}; rank ${rating.rank} of ${rating.of}; ${rating.factorToBest.toFixed(2)} times the best, ${rating.factorToMedian.toFixed(2)} times the median\n${changes}${note === null ? '' : `${note}\n`}`;
}
