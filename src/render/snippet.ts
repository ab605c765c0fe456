import { stringify } from 'yaml';
import { LABEL_MARKS, type Label } from '../domain/label.ts';
import { type CardQueries, modelIndexResult } from '../domain/model-card.ts';
import { editionText, figureText, intervalText, PROJECT, starsLine, taskText, titleText } from './label/words.ts';
import { escapeMarkdown, plain, table } from './markdown.ts';
import { whole } from './numbers.ts';

/** A snippet's Markdown and its metadata, which not every figure has: modelIndexResult tells which. */
export type Snippet = { markdown: string; yaml: string | null };

/**
 * What a model card may hold: Markdown with the label, its figures and its link for the card's text, and model-index metadata for
 * the YAML block at the card's head, as the Hub reads it.
 * @param image address of the label as the card can reach it
 * @param queries what it was measured on; null where that is not known
 */
export function snippetOf(label: Label, image: string, queries: CardQueries | null): Snippet {
  const picture = `![${escapeMarkdown(titleText(label))}](${image})`;
  const link = label.link?.replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`) ?? null;
  const linked = link === null ? picture : `[${picture}](${link})`;
  const sections = [
    '## Energy',
    linked,
    ...(label.mark === null ? [] : [`**${escapeMarkdown(LABEL_MARKS[label.mark].meaning)}**`]),
    table(
      [
        { head: 'Task', align: 'left' },
        { head: `${PROJECT}: Wh per 1,000 queries`, align: 'right' },
        { head: '95 % interval', align: 'left' },
        { head: 'Stars', align: 'left' },
        { head: 'Hardware', align: 'left' },
      ],
      [
        [
          taskText(label),
          figureText(label.whPer1000Queries),
          intervalText(label.interval95) ?? '',
          starsLine(label.stars),
          escapeMarkdown(label.hardware),
        ],
      ],
    ),
    `${escapeMarkdown(`${label.energy} of inference${queries === null ? '' : ` on ${queriesText(queries)}`}. ${editionText({ ...label, place: null })}.`)}${link === null ? '' : ` [Is this true today?](${link})`}`,
  ];
  const result = modelIndexResult(label, queries);
  const index = { 'model-index': [{ name: plain(label.model), results: [result] }] };
  return { markdown: `${sections.join('\n\n')}\n`, yaml: result === null ? null : stringify(index, { lineWidth: 0 }) };
}

/** The data set, its revision and how many of its rows were asked. */
function queriesText({ id, revision, rows, official }: CardQueries): string {
  const at = revision === null ? '' : ` at ${revision.slice(0, 12)}`;
  return `${id}${at}, ${whole(rows)} queries${official ? '' : ', which is not the official data set'}`;
}

/** Both parts with a word on where each of them goes. */
export const snippetText = ({ markdown, yaml }: Snippet): string =>
  [
    ...(yaml === null
      ? []
      : ['<!-- Into the block between the two lines of --- at the head of README.md: -->', `\`\`\`yaml\n${yaml}\`\`\``]),
    '<!-- Into the text of README.md: -->',
    markdown,
  ].join('\n\n');
