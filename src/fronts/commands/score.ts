import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { editionFrom } from '../../domain/edition.ts';
import type { Edition } from '../../domain/generated/edition.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import type { ResultsStore, Snapshot } from '../../ports/results-store.ts';
import { renderComment } from '../../render/comment.ts';
import { renderTerminal } from '../../render/terminal.ts';
import type { BenchmarkOutcome } from '../../stages/benchmark.ts';
import type { PublishOutcome } from '../../stages/publish.ts';
import { starsStability } from '../../stages/stars-stability.ts';
import { type CheckedFile, checkFile, publishedIn } from '../checking.ts';
import { atLeastOne, type Command, type CommandContext, JSON_OPTION } from '../command.ts';
import { readJsonFile } from '../files.ts';
import { MEASURE_OPTIONS, type MeasureOptions, measureOptions } from '../measure-options.ts';
import { byPlace, exitCodeOf, failureJson, type MeasuredFile, measureAll } from '../measuring.ts';
import { publishChecked, reportOn } from '../publication.ts';
import { DEFAULT_RESULTS, openResults } from '../results-folder.ts';
import { programName, shellWord } from '../shell-words.ts';

const COMMENT_FILE = 'comment.md';

/** A result that has gone the whole way. */
type Scored = { measured: Extract<MeasuredFile, { kind: 'measured' }>; checked: CheckedFile; publication: PublishOutcome | null };

/** The whole way of a submission on this machine. */
export const score: Command = {
  name: 'score',
  summary: 'Go the whole way: validate, measure, check, publish to a local results repository, rate, and print the comment.',
  arguments: 'FILE|DIR...',
  options: {
    ...MEASURE_OPTIONS,
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: `The results repository, made where there is none. Default: ${DEFAULT_RESULTS}.`,
    },
    edition: { type: 'string', placeholder: 'FILE', description: 'An edition to compare GPU scores with.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const paths = atLeastOne(context, 'submission');
    const options = await measureOptions(context, paths[0] ?? '.');
    const editionFile = context.text('edition');
    const edition = editionFile === undefined ? null : editionFrom(await readJsonFile(editionFile, 'edition'));
    const store = await openResults(context.text('repo') ?? DEFAULT_RESULTS, options.folder.policyFile);
    const { policy } = store;
    const all: MeasuredFile[] = [];
    const scored: Scored[] = [];
    const starsStableOn = starsStability({ snapshot: () => store.snapshot(), minimumModels: policy.board.minimumModels });
    const tellScored = async () => {
      all.sort(byPlace);
      scored.sort((one, other) => byPlace(one.measured, other.measured));
      const snapshot = await store.snapshot();
      const reports = await Promise.all(scored.map((one) => reportOf(one, { store, snapshot, policy, edition, options })));
      for (const [index, report] of reports.entries()) await tellReport(context, scored[index] as Scored, report);
      return jsonOf(all, scored, reports);
    };
    const history = () => store.snapshot();
    const measuring = measureAll(context, paths, { ...options, starsStableOn, history }, async (measured) => {
      all.push(measured);
      if (measured.kind === 'measured') scored.push(await checkAndPublish(measured, store, policy));
    });
    const comparison = await measuring.catch(async (error: unknown) => {
      // What was published before is told all the same, here and in the document.
      all.splice(0, all.length, ...all.filter((one) => one.kind !== 'measured' || scored.some(({ measured }) => measured === one)));
      context.keep(await tellScored());
      throw error;
    });
    const document = await tellScored();
    if (context.flag('json'))
      context.print(`${JSON.stringify({ ...document, ...(comparison === null ? {} : { comparison }) }, null, 2)}\n`);
    const invalid = scored.some(({ checked }) => checked.verdict === 'invalid');
    return exitCodeOf(all) === 0 && invalid ? 1 : exitCodeOf(all);
  },
};

async function checkAndPublish(measured: Scored['measured'], store: ResultsStore, policy: Policy): Promise<Scored> {
  const checked = await checkFile(measured.outcome.folder, policy, await publishedIn(await store.snapshot()));
  const publication = checked.verdict === 'invalid' ? null : await publishChecked(checked, store, policy);
  return { measured, checked, publication };
}

type ReportSources = { store: ResultsStore; snapshot: Snapshot; policy: Policy; edition: Edition | null; options: MeasureOptions };

function reportOf(
  { measured, checked, publication }: Scored,
  { store, snapshot, policy, edition, options }: ReportSources,
): Promise<Report> {
  const file = join(relative(process.cwd(), options.folder.root), measured.outcome.record.plan.submission.path);
  const published = publication === null ? null : { place: store.place, outcome: publication };
  return reportOn(checked, { snapshot, policy, edition, publication: published, reproduce: `${programName()} score ${shellWord(file)}` });
}

async function tellReport(context: CommandContext, { measured, publication }: Scored, report: Report): Promise<void> {
  const comment = renderComment(report);
  const file = join(measured.outcome.folder, COMMENT_FILE);
  await writeFile(file, comment);
  context.tell(`\n${renderTerminal(report, { color: context.color, width: context.width })}\n`);
  // On a terminal the view above is the comment, made readable; its Markdown is for whoever reads the output.
  if (!context.flag('json') && !context.printsToTerminal) context.print(`${comment}\n`);
  context.tell(`Comment  ${file}\nBundle   ${report.bundlePath ?? measured.outcome.bundleFolder}\n`);
  if (publication !== null && report.published !== null) context.tell(`Commit   ${publication.commit} in ${report.published.place}\n`);
}

function jsonOf(all: readonly MeasuredFile[], scored: readonly Scored[], reports: readonly Report[]) {
  const results = all.map((one) => {
    if (one.kind !== 'measured') return failureJson(one);
    const index = scored.findIndex(({ measured }) => measured === one);
    const { checked, publication } = scored[index] as Scored;
    return resultJson(one.file.path, one.outcome, checked, publication, reports[index] as Report);
  });
  return { results };
}

function resultJson(
  submission: string,
  outcome: BenchmarkOutcome,
  checked: CheckedFile,
  publication: PublishOutcome | null,
  report: Report,
) {
  return {
    submission,
    result: outcome.recordFile,
    verdict: checked.verdict,
    reasons: checked.reasons.map(({ code, message }) => ({ code, message })),
    // Nobody takes a figure that is not to be trusted.
    score: checked.verdict === 'invalid' ? null : outcome.record.score,
    interval95:
      checked.verdict === 'invalid'
        ? null
        : (outcome.record.energy.find(({ scope }) => scope === outcome.record.score.scope)?.interval95 ?? null),
    board: report.board,
    rating: report.rating,
    ratingNote: report.ratingNote,
    comment: join(outcome.folder, COMMENT_FILE),
    bundle: report.bundlePath,
    published:
      publication === null ? null : { repository: report.published?.place ?? null, commit: publication.commit, path: publication.path },
    errors: [],
  };
}
