import { inputFault, operatorFault } from '../../domain/errors.ts';
import { counted } from '../../domain/plural.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { starsText } from '../../render/stars.ts';
import { frozenEdition, writeFrozenEdition } from '../../stages/edition-freeze.ts';
import { VERSION } from '../../version.ts';
import { type Command, type CommandContext, JSON_OPTION } from '../command.ts';
import { readResults } from '../results-folder.ts';
import { programName, shellWord } from '../shell-words.ts';

/** Freezes the boards' stars as an edition, as a file for review. */
export const editionFreeze: Command = {
  name: 'edition freeze',
  summary: "Freeze a results repository's boards as an edition: writes the file for review, and commits nothing.",
  arguments: '--repo DIR --name YYYY-MM',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository.' },
    name: { type: 'string', placeholder: 'YYYY-MM', description: 'Year and month of the edition.' },
    'cut-off': {
      type: 'string',
      placeholder: 'DATE',
      description: 'Results published until then take part: YYYY-MM-DD, the whole day in UTC, or YYYY-MM-DDThh:mm:ssZ. Default: now.',
    },
    profile: { type: 'string', placeholder: 'NAME', description: 'One hardware profile alone, where official boards have several.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const repository = context.text('repo');
    const name = context.text('name');
    if (repository === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    if (context.positionals.length > 0) throw operatorFault('edition freeze takes options alone.', { code: 'usage' });
    if (name === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(name))
      throw operatorFault('--name takes a year and a month, as in 2026-02.', { code: 'usage' });
    const cutOff = cutOffOf(context);
    const { place, snapshot, policy } = await readResults(repository);
    const freeze = await frozenEdition({
      snapshot: await snapshot(),
      policy,
      name,
      cutOff,
      checker: `ai-energy-score@${VERSION}`,
      profile: context.text('profile') ?? null,
    });
    await writeFrozenEdition(place, freeze);
    const { edition, path, leftOut } = freeze;
    for (const { task, class: modelClass, model, gpuWhPer1000Queries, stars } of edition.rows)
      context.answer(
        `  ${starsText(stars)} ${task}${modelClass === null ? '' : ` ${modelClass}`}  ${visible(model)}  ${gpuWhPer1000Queries} Wh per 1,000 queries\n`,
      );
    for (const { board, reason } of leftOut) context.answer(`Left out: ${board}. ${reason}\n`);
    context.answer(
      `${counted(edition.rows.length, 'row')} in ${path}, cut-off ${cutOff}, digest ${edition.digest}. Review it, then commit it.\n`,
    );
    context.answer(
      `The pages show it, with its labels, badges and published files, from the next build on: the next publication, or ${programName()} leaderboard build --repo ${shellWord(repository)}.\n`,
    );
    if (context.flag('json'))
      context.print(`${JSON.stringify({ path, name, cutOff, digest: edition.digest, rows: edition.rows, leftOut }, null, 2)}\n`);
    return 0;
  },
};

/** The cut-off to the second, in UTC; never in the future, where nobody knows what will be published. */
function cutOffOf(context: CommandContext): string {
  const now = utcSeconds(new Date());
  const text = context.text('cut-off');
  if (text === undefined) return now;
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text;
  const time = new Date(written);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(written) || Number.isNaN(time.getTime()) || utcSeconds(time) !== written)
    throw operatorFault(`--cut-off takes YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, not ${JSON.stringify(text)}.`, { code: 'usage' });
  if (written > now)
    throw inputFault(`The cut-off ${written} is still to come.`, {
      code: 'edition-cut-off',
      mend: 'Leave it out for now, or name a past day.',
    });
  return written;
}

const utcSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
