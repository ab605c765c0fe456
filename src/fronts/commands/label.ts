import { sha256 } from '../../domain/canonical.ts';
import { editionFrom } from '../../domain/edition.ts';
import { operatorFault } from '../../domain/errors.ts';
import { LABEL_MARKS, type Label, labelLink } from '../../domain/label.ts';
import { queriesOfEditionRow } from '../../domain/model-card.ts';
import type { Theme } from '../../render/label/colours.ts';
import { type Command, type CommandContext, type ExitCode, JSON_OPTION, oneOf } from '../command.ts';
import { readJsonFile } from '../files.ts';
import { editionLabel, type LabelToShow, linkMissing, resultLabel, writeLabel } from '../labelling.ts';

const FORMS = ['label', 'badge', 'stars', 'shields'] as const;
type Form = (typeof FORMS)[number];

/** The label's file where no page serves it: the Hub shows files of the model's repository. */
const BESIDE_CARD = 'ai-energy-score.svg';

/** What is asked for: a form, how it is coloured, and whether it is pixels. */
type Look = { form: Form; theme: Theme; scale: 1 | 2 | null };

/** Makes the label, the badge, the stars or the shields document of a result, or of a row of an edition. */
export const label: Command = {
  name: 'label',
  summary: 'Make the label, the badge or the stars of a result, as SVG or PNG.',
  arguments: '(RESULT [--edition FILE | --repo DIR] | --edition FILE --model NAME --task TASK)',
  options: {
    edition: { type: 'string', placeholder: 'FILE', description: 'An edition: its stars, or a row of it.' },
    repo: {
      type: 'string',
      placeholder: 'DIR',
      description: 'A results repository: the board’s stars. Default: the one the result lies in.',
    },
    model: { type: 'string', placeholder: 'NAME', description: 'The model of a row of the edition, as org/name.' },
    task: { type: 'string', placeholder: 'TASK', description: 'The task of a row of the edition.' },
    row: { type: 'string', placeholder: 'N', description: 'Which of several rows of that model and task, from 1.' },
    form: { type: 'string', placeholder: 'FORM', description: `${FORMS.join(', ')}. Default: label.` },
    theme: { type: 'string', placeholder: 'THEME', description: 'light or dark, for label and stars. Default: light.' },
    link: {
      type: 'string',
      placeholder: 'URL',
      description: 'The page it leads to. Default: the public leaderboard for a row of an edition.',
    },
    snippet: {
      type: 'boolean',
      description: 'Print what a model card may hold: label, figures and link as Markdown, and model-index metadata.',
    },
    image: {
      type: 'string',
      placeholder: 'URL',
      description: `With --snippet: where the card finds the label. Default: the one that the pages serve, else ${BESIDE_CARD} beside the card.`,
    },
    png: { type: 'boolean', description: 'Make a PNG in place of an SVG; needs --out.' },
    scale: { type: 'string', placeholder: '1|2', description: 'Pixels of the PNG for each of the label’s. Default: 1.' },
    out: { type: 'string', placeholder: 'FILE', description: 'The file to write. Default: standard output.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const look = lookOf(context);
    const shown = await labelOf(context);
    if (context.flag('snippet')) return printSnippet(context, shown);
    const { label: made } = shown;
    if (look.form === 'stars' && made.link === null) throw linkMissing();
    const content = await drawn(made, look);
    const out = context.text('out');
    if (out !== undefined) await writeLabel(out, content);
    if (made.mark !== null) context.tell(`${LABEL_MARKS[made.mark].meaning}\n`);
    if (context.flag('json')) context.print(`${JSON.stringify(documentOf(made, look, content, out ?? null), null, 2)}\n`);
    else if (out === undefined) context.print(content.toString());
    return 0;
  },
};

function lookOf(context: CommandContext): Look {
  const form = oneOf(context, 'form', FORMS, 'label');
  const theme = oneOf(context, 'theme', ['light', 'dark'] as const, 'light');
  const scale = oneOf(context, 'scale', ['1', '2'] as const, '1');
  const out = context.text('out');
  if ((form === 'badge' || form === 'shields') && context.text('theme') !== undefined)
    throw operatorFault(`--theme is for label and stars: a ${form} looks the same on any page.`, {
      code: 'usage',
      mend: 'Leave --theme out.',
    });
  if (!context.flag('png')) {
    if (context.text('scale') !== undefined) throw operatorFault('--scale is for a PNG.', { code: 'usage', mend: 'Add --png.' });
    if (out?.toLowerCase().endsWith('.png'))
      throw operatorFault(`${out} is named as a PNG, and it would hold none.`, { code: 'usage', mend: 'Add --png.' });
    return { form, theme, scale: null };
  }
  if (form === 'shields') throw operatorFault('The shields document is JSON and cannot be a PNG.', { code: 'usage' });
  if (out === undefined) throw operatorFault('A PNG needs a file.', { code: 'usage', mend: 'Name it by --out FILE.' });
  return { form, theme, scale: scale === '1' ? 1 : 2 };
}

async function labelOf(context: CommandContext): Promise<LabelToShow> {
  const [path, ...more] = context.positionals;
  if (more.length > 0) throw operatorFault('label takes one result.', { code: 'usage' });
  const editionFile = context.text('edition');
  if (editionFile !== undefined && context.text('repo') !== undefined)
    throw operatorFault('label takes either --edition FILE or --repo DIR.', { code: 'usage' });
  if (path === undefined && editionFile === undefined) {
    throw operatorFault('There is no result.', {
      code: 'usage',
      mend: 'Name one, or a row of an edition by --edition, --model and --task.',
    });
  }
  const rowOption = ['model', 'task', 'row'].find((option) => context.text(option) !== undefined);
  if (path !== undefined && rowOption !== undefined)
    throw operatorFault(`--${rowOption} is for a row of an edition, not for a result.`, { code: 'usage' });
  const edition = editionFile === undefined ? null : editionFrom(await readJsonFile(editionFile, 'edition'));
  if (path !== undefined) return resultLabel(context, path, edition);
  if (edition !== null) {
    const made = editionLabel(context, edition);
    return { label: made, queries: queriesOfEditionRow(made), image: null };
  }
  throw operatorFault('There is no edition.', { code: 'usage' });
}

async function printSnippet(context: CommandContext, { label: made, queries, image: served }: LabelToShow): Promise<ExitCode> {
  const only = ['form', 'theme', 'scale', 'out'].find((option) => context.text(option) !== undefined);
  if (only !== undefined || context.flag('png'))
    throw operatorFault(`--snippet prints text, and takes no --${only ?? 'png'}.`, {
      code: 'usage',
      mend: 'Make the file by a command of its own.',
    });
  const { snippetOf, snippetText } = await import('../../render/snippet.ts');
  const named = context.text('image');
  const image = named === undefined ? served : labelLink(named);
  const snippet = snippetOf(made, image ?? BESIDE_CARD, queries);
  if (image === null) context.tell(`Put the label beside the card: label … --out ${BESIDE_CARD}\n`);
  if (made.mark !== null) context.tell(`${LABEL_MARKS[made.mark].meaning}\n`);
  context.print(
    context.flag('json')
      ? `${JSON.stringify({ image: image ?? BESIDE_CARD, label: made, queries, ...snippet }, null, 2)}\n`
      : snippetText(snippet),
  );
  return 0;
}

/** The drawing. The outlines and the rasteriser are loaded only here: no other command pays for them. */
async function drawn(made: Label, { form, theme, scale }: Look): Promise<string | Uint8Array> {
  const { badgeSvg, labelSvg, pngOf, shieldsText, starsSvg } = await import('../../render/label/forms.ts');
  if (form === 'shields') return shieldsText(made);
  const svg = form === 'label' ? labelSvg(made, theme) : form === 'badge' ? badgeSvg(made) : starsSvg(made, theme);
  return scale === null ? svg : pngOf(svg, scale);
}

/** What --json prints: what the label says, and what was made of it. */
function documentOf(made: Label, { form, theme, scale }: Look, content: string | Uint8Array, out: string | null) {
  const file = { path: out, bytes: Buffer.byteLength(content), sha256: sha256(content) };
  const text = out === null && typeof content === 'string' ? { content } : {};
  return { form, theme, scale, ...file, label: { ...made, official: made.mark === null }, ...text };
}
