import { recordName, recordPath } from '../domain/identifiers.ts';
import { LABEL_MARKS } from '../domain/label.ts';
import { deviceOf } from '../domain/leaderboard/entry.ts';
import { type CardQueries, queriesOf } from '../domain/model-card.ts';
import type { SubmissionPublication } from '../domain/pull-request/publication.ts';
import type { PublishedStanding } from '../domain/pull-request/standing.ts';
import { labelPicture } from './label-picture.ts';
import { fileUrl, linkTo } from './links.ts';
import { codeBlock, escapeMarkdown, folded, type Section } from './markdown.ts';
import { ordinal, whole } from './numbers.ts';
import { snippetOf } from './snippet.ts';
import { starsText, starsWords } from './stars.ts';
import * as wording from './wording.ts';

/** A result of a pull request that is published. */
export type PublishedSubmission = Exclude<SubmissionPublication, { kind: 'refused' }>;

/** The results repository, as a publication links to it. */
export type ResultsPlace = { resultsUrl: string; branch: string };

type Shown = ResultsPlace & {
  /** Level of the figure's heading. */
  heading: '##' | '####';
};

/** Everything that is said of one published result, without its title. */
export function publishedSections(one: PublishedSubmission, { heading, ...place }: Shown): Section[] {
  const { standing } = one;
  return [
    { importance: 0, text: one.record.hardware.scripted ? `> **${wording.WATERMARK}**` : '' },
    { importance: 2, text: standing === null ? '' : picture(one, standing) },
    { importance: 0, text: `${heading} ${wording.figureOf(one)} per 1,000 queries` },
    { importance: 0, text: standing === null ? '' : placeText(standing) },
    { importance: 1, text: measured(one) },
    { importance: 3, text: standing === null ? '' : othersStars(standing) },
    { importance: 0, text: links(one, place) },
    { importance: 5, text: standing === null ? '' : cardText(standing, queriesOf(one.record)) },
  ];
}

/** Stars in characters; empty where there are none. */
export const starsOf = ({ standing }: PublishedSubmission): string =>
  standing?.label.stars == null ? '' : starsText(standing.label.stars);

/** Its place among the others, as in 3rd of 41; empty where it has none. */
export function rankOf({ standing }: Pick<PublishedSubmission, 'standing'>): string {
  const place = standing?.label.place ?? null;
  return place === null ? '' : `${ordinal(place.rank)} of ${whole(place.of)}`;
}

const picture = (one: PublishedSubmission, { label, pictureUrl }: PublishedStanding): string =>
  labelPicture({ url: pictureUrl, link: label.link, title: wording.titleOf(one), figure: wording.figureOf(one) });

/** Stars, rank and board, and what limits them. */
function placeText(standing: PublishedStanding): string {
  const { label, board } = standing;
  const rank = rankOf({ standing });
  const stars = label.stars === null ? '' : `${starsText(label.stars)} **${starsWords(label.stars)}**`;
  const place = label.place?.of === 1 ? 'The only result so far' : `**${rank}**`;
  const where = rank === '' ? escapeMarkdown(board) : `${place} on ${escapeMarkdown(board)}`;
  const mark = label.mark === null ? '' : `**${escapeMarkdown(LABEL_MARKS[label.mark].meaning)}**`;
  const note = label.starsNote === null ? '' : `_${escapeMarkdown(label.starsNote)}_`;
  return [[stars, where].filter((text) => text !== '').join(' · '), mark, note].filter((text) => text !== '').join('  \n');
}

function measured({ record }: PublishedSubmission): string {
  const { backend } = record.software;
  const lines = [wording.uncertaintyOf({ record }), `${wording.measuredWhat({ record })}, on ${deviceOf(record)} with ${backend}`];
  const origin = wording.originOf({ record });
  return [...lines.map((line) => `${escapeMarkdown(line)}.`), ...(origin === null ? [] : [`📨 ${escapeMarkdown(origin)}`])].join('  \n');
}

function othersStars({ label, changes }: PublishedStanding): string {
  const isCompared = label.stars !== null && label.place !== null && label.place.of > 1;
  if (changes === null || !isCompared) return '';
  // An edition freezes official results alone.
  const where = label.mark === null ? 'In the next edition' : 'On its board';
  return `**${where}:** ${escapeMarkdown(wording.starChanges(changes))}`;
}

function links({ record, bundleUrl, standing }: PublishedSubmission, { resultsUrl, branch }: ResultsPlace): string {
  const page = standing?.modelUrl ?? null;
  const leaderboard = page === null ? linkTo('Leaderboard', `${resultsUrl}#readme`) : linkTo('Its page on the leaderboard', page);
  const file = fileUrl(resultsUrl, { commit: encodeURIComponent(branch), path: recordPath(record) });
  return [`**${leaderboard}**`, `[Record ${recordName(record)}](${file})`, linkTo('Evidence', bundleUrl)].join(' · ');
}

/** What a model card can hold, folded. */
function cardText({ label, cardPictureUrl }: PublishedStanding, queries: CardQueries): string {
  if (cardPictureUrl === null) return '';
  const { markdown, yaml } = snippetOf(label, cardPictureUrl, queries);
  const metadata =
    yaml === null ? [] : ['Into the block between the two lines of `---` at the head of its README.md:', codeBlock(yaml.trimEnd(), 'yaml')];
  const text = ['Into the text of its README.md:', codeBlock(markdown.trimEnd(), 'markdown')];
  return folded('<b>For the model card</b>', [...text, ...metadata].join('\n\n'));
}
