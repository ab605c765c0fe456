import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { editionFromCsv, editionStarsDisagree, editionText } from '../../domain/edition.ts';
import { inputFault, messageOf, operatorFault } from '../../domain/errors.ts';
import { counted } from '../../domain/plural.ts';
import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { readTextFile } from '../files.ts';

const DEFAULT_SOURCE = 'The published files of the AI Energy Score leaderboard';
const DEFAULT_HARDWARE = 'NVIDIA H100 80GB';

/** Turns the published CSV files into an edition file. */
export const editionImport: Command = {
  name: 'edition import',
  summary: 'Turn published CSV files into an edition, and compare their stars with the method.',
  arguments: '--name YYYY-MM --out FILE CSV...',
  options: {
    name: { type: 'string', placeholder: 'YYYY-MM', description: 'Year and month of the edition.' },
    out: { type: 'string', placeholder: 'FILE', description: 'The edition file to write.' },
    source: { type: 'string', placeholder: 'TEXT', description: `Where the figures come from. Default: ${DEFAULT_SOURCE}.` },
    hardware: { type: 'string', placeholder: 'TEXT', description: `What they were measured on. Default: ${DEFAULT_HARDWARE}.` },
    json: JSON_OPTION,
  },
  async run(context) {
    const paths = atLeastOne(context, 'CSV file');
    const name = context.text('name');
    const out = context.text('out');
    if (name === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(name))
      throw operatorFault('--name takes a year and a month, as in 2025-02.', { code: 'usage' });
    if (out === undefined) throw operatorFault('--out FILE is missing.', { code: 'usage', mend: 'Name the edition file to write.' });
    const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), text: await readTextFile(path, 'CSV file') })));
    const edition = editionFromCsv({
      name,
      files,
      source: context.text('source') ?? DEFAULT_SOURCE,
      hardware: context.text('hardware') ?? DEFAULT_HARDWARE,
    });
    if (edition.rows.length === 0) throw inputFault('The CSV files hold no rows.', { code: 'edition-empty' });
    const disagreements = editionStarsDisagree(edition);
    if (disagreements.length > 0) throw starsFault(disagreements);
    await writeEdition(out, editionText(edition));
    context.answer(
      `${counted(edition.rows.length, 'row')} in ${out}; ${edition.rows.length} of ${edition.rows.length} stars are what the method gives.\n`,
    );
    if (context.flag('json')) {
      context.print(`${JSON.stringify({ path: out, rows: edition.rows.length, starsAgree: edition.rows.length }, null, 2)}\n`);
    }
    return 0;
  },
};

function starsFault(disagreements: ReturnType<typeof editionStarsDisagree>) {
  const shown = disagreements
    .slice(0, 20)
    .map(({ row, computed }) => `${row.task} ${row.model}: published ${row.stars}, computed ${computed}`);
  const more = disagreements.length > shown.length ? `\nand ${disagreements.length - shown.length} more` : '';
  return inputFault(`Stars are not what the method gives; nothing was written:\n${shown.join('\n')}${more}`, {
    code: 'edition-stars',
    mend: 'Correct the figures or the stars in the CSV files.',
  });
}

/** Writes an edition that is not there yet; one that is frozen stays as it is. */
async function writeEdition(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const present = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (present === text) return;
    if (present === null) return await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw operatorFault(`The edition ${file} cannot be written: ${messageOf(error)}.`, {
      code: 'edition-not-written',
      mend: 'Name another file with --out.',
      cause: error,
    });
  }
  throw inputFault(`${file} holds another edition already, and an edition is frozen.`, {
    code: 'edition-frozen',
    mend: 'Name another file with --out, or remove this one first.',
  });
}
