import type { EditionChange, EditionDiff } from '../domain/edition-diff.ts';
import type { Freeze } from '../domain/edition-freeze.ts';
import { counted, plural } from '../domain/plural.ts';
import { taskOf } from '../domain/tasks.ts';
import { code, codeBlock, escapeMarkdown, type Section, withinBytes } from './markdown.ts';

/** Everything GitHub takes as the text of a pull request, in characters; bytes are never fewer. */
const BODY_BYTES = 65_536;

/** Models in one part of the text: parts go as a whole where space is short. */
const MODELS_OF_A_PART = 50;

/** What a reviewer of a ledger's change has to know. */
export type LedgerReview = {
  reason: string;
  /** Who decided. */
  by: string;
  /** What the change does, the weightiest part first. */
  parts: readonly string[];
};

/** The text of a pull request that changes the ledger: Markdown that GitHub takes. */
export const ledgerReview = ({ reason, by, parts }: LedgerReview): string =>
  withinBytes(
    [
      { importance: 0, text: escapeMarkdown(reason) },
      ...parts.map((text, index): Section => ({ importance: index, text })),
      {
        importance: 0,
        text: `Prepared for ${code(by)}. Merge it by squash or rebase once it is reviewed; where others were published meanwhile, run the workflow again.`,
      },
    ],
    BODY_BYTES,
  );

type StarMove = { board: string; model: string; from: number | null; to: number | null };

/** The stars that move as soon as a result has another state. */
export function stateParts(moves: readonly StarMove[], to: string): string[] {
  if (moves.length === 0) return ['No other result gets other stars by it.'];
  const why = `Whether a result ranks decides the range of the stars, and this one becomes ${to}.`;
  const boards = [...Map.groupBy(moves, ({ board }) => board)];
  return [`### Stars that move\n\n${why}`, ...boards.flatMap(([board, ofBoard]) => listed(`On ${code(board)}:`, ofBoard.map(moveLine)))];
}

/** What a frozen edition holds, and every model whose stars are not those of the edition before it, with the reason. */
export function freezeParts({ edition, leftOut }: Freeze, diff: EditionDiff | null): string[] {
  const rows = `The edition holds ${counted(edition.rows.length, 'row')}, as of ${edition.cutOff}; its digest is ${code(edition.digest ?? '')}.`;
  const without = leftOut.map(({ board, reason }) => `- ${code(board)}: ${escapeMarkdown(reason)}`);
  return [
    rows,
    ...(diff === null ? ['No edition came before it, so no star moves.'] : diffParts(diff)),
    ...(without.length === 0 ? [] : [`### Boards without stars\n\n${without.join('\n')}`]),
  ];
}

function diffParts({ from, to, changes, unchanged }: EditionDiff): string[] {
  const moved = changes.filter((change) => change.from?.stars !== change.to?.stars);
  const figures = changes.length - moved.length;
  const head = `### Stars that move from edition ${from} to ${to}`;
  const summary = `${counted(moved.length, 'model')} of ${changes.length + unchanged}; ${figures} more ${plural(figures, 'has', 'have')} another figure and the same stars. The same by command, in a clone with this branch:`;
  const command = codeBlock(`ai-energy-score edition diff ${from} ${to} --repo DIR`);
  const groups = Map.groupBy(moved, (change) => `${boardOf(change)} ${change.why}`);
  return [
    `${head}\n\n${summary}\n\n${command}`,
    ...[...groups.values()].flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const why = `**${escapeMarkdown(boardOf(first))}** ${sentences(first.why)}`;
      return listed(why, [first, ...more].map(changeLine));
    }),
  ];
}

const boardOf = ({ task, class: modelClass }: EditionChange): string =>
  `${taskOf(task).title}${modelClass === null ? '' : `, class ${modelClass}`}`;

/** A reason is longer than one piece of foreign text may be: it names several models. */
const sentences = (text: string): string =>
  text
    .split(/(?<=[.;]) /)
    .map(escapeMarkdown)
    .join(' ');

const starsOf = (stars: number | null | undefined): string => (stars === null || stars === undefined ? 'none' : String(stars));

const moveLine = ({ model, from, to }: StarMove): string => `- ${escapeMarkdown(model)}: ${starsOf(from)} → ${starsOf(to)}`;

const changeLine = ({ model, from, to }: EditionChange): string =>
  `- ${escapeMarkdown(model)}: ${starsOf(from?.stars)} → ${starsOf(to?.stars)}`;

/** A list below its head, in parts. */
function listed(head: string, lines: readonly string[]): string[] {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += MODELS_OF_A_PART) {
    const list = lines.slice(at, at + MODELS_OF_A_PART).join('\n');
    parts.push(at === 0 ? `${head}\n\n${list}` : list);
  }
  return parts;
}
