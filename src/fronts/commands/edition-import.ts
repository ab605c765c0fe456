import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { editionFromCsv, editionStarsDisagree, editionText } from '../../domain/edition.ts';
import { operatorFault } from '../../domain/errors.ts';
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
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, editionText(edition));
    const disagreements = editionStarsDisagree(edition);
    const agreeing = edition.rows.length - disagreements.length;
    context.tell(`${edition.rows.length} rows written to ${out}; ${agreeing} of ${edition.rows.length} stars are what the method gives.\n`);
    for (const { row, computed } of disagreements)
      context.tell(`  ${row.task} ${row.model}: published ${row.stars}, computed ${computed}\n`);
    if (context.flag('json')) {
      const differing = disagreements.map(({ row, computed }) => ({ task: row.task, model: row.model, published: row.stars, computed }));
      context.print(`${JSON.stringify({ path: out, rows: edition.rows.length, starsAgree: agreeing, differing }, null, 2)}\n`);
    }
    return 0;
  },
};
