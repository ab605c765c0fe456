import { inputFault, operatorFault } from '../../domain/errors.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { type LabelVerdict, verifyLabel } from '../../stages/verify-label.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { readTextFile } from '../files.ts';
import { readResults } from '../results-folder.ts';

const WORDS: Readonly<Record<LabelVerdict, string>> = {
  'true-today': 'true today',
  outdated: 'outdated: it said so once',
  'not-ours': 'not ours: the results repository never said so',
};

/** Says whether a label's file is true today. */
export const labelVerify: Command = {
  name: 'label verify',
  summary: 'Say whether a label, a badge or stars are true today, by what their SVG file tells of itself.',
  arguments: 'FILE.svg --repo DIR',
  options: {
    repo: { type: 'string', placeholder: 'DIR', description: 'The results repository that it has to agree with.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const [path, ...more] = context.positionals;
    const folder = context.text('repo');
    if (path === undefined || more.length > 0) throw operatorFault('label verify takes one file.', { code: 'usage' });
    if (folder === undefined) throw operatorFault('--repo DIR is missing.', { code: 'usage', mend: 'Name the results repository.' });
    const results = await readResults(folder);
    const svg = await readTextFile(path, 'label');
    if (isPng(svg))
      throw inputFault(`${path} is a PNG, which does not say what it was made of.`, {
        code: 'label-no-svg',
        mend: 'Name the SVG file that it was made of: only SVG files can be verified.',
      });
    const { verdict, reasons, says, today } = await verifyLabel(svg, { snapshot: await results.snapshot(), policy: results.policy });
    context.answer(`${visible(path)}: ${WORDS[verdict]}\n${reasons.map((reason) => `  ${visible(reason)}\n`).join('')}`);
    if (context.flag('json')) context.print(`${JSON.stringify({ path, verdict, reasons, says, today }, null, 2)}\n`);
    return verdict === 'true-today' ? 0 : 1;
  },
};

/** Whether a file begins as every PNG does; the first byte is no text. */
const isPng = (text: string): boolean => text.slice(1).startsWith('PNG\r\n\u001a\n');
