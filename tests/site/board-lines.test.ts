import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../site/data/board-lines.ts';
import { indexOf, shownPlaces } from '../../site/data/row-index.ts';
import { byTask, rowsOfEdition } from '../../site/data/rows.ts';
import { tableStateOf } from '../../site/data/table-state.ts';

const ROWS = rowsOfEdition(JSON.parse(await readFile('editions/2025-02.json', 'utf8')));
const INDEX = indexOf(ROWS);

/** The lines of a query as the boards they name, each with its rows. */
function groups(query: string) {
  const state = tableStateOf(new URLSearchParams(query));
  const places = shownPlaces(INDEX, state);
  const { boards, lines } = linesOf(INDEX, places, state.sort);
  const found: { board: string; places: number[] }[] = [];
  for (const line of lines) {
    if (line < 0) found.push({ board: boards[~line]?.row.board ?? '', places: [] });
    else found.at(-1)?.places.push(line);
  }
  return { found, places, boards, lines };
}

describe('the lines of a table', () => {
  for (const query of ['', 'sort=wh', 'sort=-wh', 'sort=model', 'sort=-stars', 'sort=task', 'sort=-class', 'search=t5']) {
    test(`of ${query || 'all rows'} hold every board's rows together, in the order that was asked for`, () => {
      const { found, places, boards } = groups(query);
      expect(found.length).toBeGreaterThan(1);
      expect(new Set(found.map(({ board }) => board)).size).toBe(found.length);
      expect(found.map((group) => group.places)).toEqual(
        found.map(({ board }) => [...places].filter((place) => ROWS[place]?.board === board)),
      );
      expect(found.flatMap((group) => group.places)).toHaveLength(places.length);
      expect(boards.map(({ rows }) => rows)).toEqual(found.map((group) => group.places.length));
    });
  }

  test('keep the boards in their place, whichever energy is least', () => {
    const usual = groups('').found.map(({ board }) => board);
    expect(groups('sort=wh').found.map(({ board }) => board)).toEqual(usual);
    expect(groups('sort=-wh').found.map(({ board }) => board)).toEqual(usual);
    expect(groups('sort=-task').found.map(({ board }) => board)).not.toEqual(usual);
  });

  test('of one board have no heading; of no row there are none', () => {
    const { lines, places } = groups('task=question-answering&sort=-wh');
    expect([...lines]).toEqual([...places]);
    expect(groups('search=nobody-has-this-name').lines).toHaveLength(0);
  });
});

test('boards stand by task, and those of official results before others of their task', () => {
  const boards = [
    { task: 'question-answering', standing: 'official', id: 'a' },
    { task: 'text-generation', standing: 'unofficial', id: 'b' },
    { task: 'text-generation', standing: 'official', id: 'd' },
    { task: 'text-generation', standing: 'official', id: 'c' },
  ] as const;
  expect([...boards].sort(byTask).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});
